"""Where a role phrase begins: the words left of its head noun that belong to it."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.owners import POSSESSIVES
from briefbook.extract.roles.titles import head_sort, title_words
from briefbook.model import ActorKind

MAX_LEFT = 12
LEFT_POS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "one", "another", "both", "whose", "my"}
)


class EdgeReader:
    """Finds the beginnings of role phrases in one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def left_edge(self, head: int, start: int | None) -> int:
        """The first token of the phrase that ends in a head."""
        sentence = self.document.sentences[self.tokens[head].sentence]
        floor = max(sentence.first, head - MAX_LEFT, start if start is not None else 0)
        index = head
        while index > floor:
            before = self.tokens[index - 1]
            reference = self.references.at(index - 1)
            if (
                reference is not None
                and reference.actor.kind is not ActorKind.PERSON
                and reference.last == index
                and reference.first >= floor
            ):
                if self._is_place_of_event(reference):
                    break
                index = reference.first
                continue
            if not self._belongs_left(before, index) or self._other_phrase(before, head):
                break
            index -= 1
            if before.lower in DETERMINERS:
                break
        return index

    def _belongs_left(self, token: Token, following: int) -> bool:
        aged = (
            token.text in ("-", "–")
            or token.lower in ("year", "old", "month")
            or self.tokens[token.index + 1].text in ("-", "–")
        )
        if token.entity in ("DATE", "TIME") and token.lower not in title_words().status and not aged:
            return False
        words = title_words()
        acting = token.tag == "VBG" and token.lower in words.kept  # whatever verb the parse takes it for
        if token.lower in DETERMINERS or token.lower in words.former or acting:
            return True
        if token.text in POSSESSIVES or token.text == "&":
            return True
        if token.text in ("-", "–") and token.end == self.tokens[following].start:
            return True
        if token.text == "and" and self.tokens[following].pos in ("ADJ", "NOUN", "PROPN"):
            return self._inside_title(token)
        if token.pos == "PROPN" and token.dep == "pobj":
            return False
        if (
            token.pos in ("VERB", "ADV")
            and token.dep in ("amod", "advmod", "compound")
            and (token.tag in ("VBN", "VBG") or token.lower in ("then", "newly", "recently"))
        ):
            return True
        return token.pos in LEFT_POS

    def _other_phrase(self, token: Token, head: int) -> bool:
        """A lower-case noun before a capitalised title belongs to what went before ("the fact Vice President Marsh")."""
        return (
            token.pos == "NOUN"
            and token.text.islower()
            and self.tokens[head].text[0].isupper()
            and self.tokens[head].pos == "PROPN"
        )

    def _inside_title(self, token: Token) -> bool:
        """ "and" between two modifiers of one head ("trade and industry minister")."""
        head = self.tokens[token.head]
        conjoined = self.document.dependents(head.index, "conj")
        return (
            head.dep in ("compound", "amod", "nmod")
            and any(c.index > token.index for c in conjoined)
            and head_sort(head) is None
        )

    def _is_place_of_event(self, reference: Reference) -> bool:
        """ "in Oslo Mayor Berg said": the place belongs to "in"."""
        token = self.tokens[reference.last - 1]
        return reference.actor.kind is ActorKind.GEOPOLITICAL and token.dep == "pobj"
