"""Read one role phrase: a title with its organisation around a head noun.

"Ukraine's first deputy foreign minister", "head of the trade committee of the State Duma", "former Harrow Bank chief
executive": the organisation is a name (or a description of an organisation already resolved, or the adjective of a
state) before the head or after "of", "for", "at", "with"; the title is the rest, as written, without words that
say how the post is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.titles import Sort, head_sort, title_words
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind

MAX_LEFT = 12
MAX_RIGHT = 16
LINKS = frozenset({"of", "for", "at", "with", "in", "to", "on", "from"})
STATE_LINKS = frozenset({"of", "for"})
"""Prepositions after which a state or place holds the post; after "in" or "at" it only says where."""
TITLE_LINKS = frozenset({"of", "for", "to", "on"})
"""Prepositions that can continue a title ("Secretary of State", "envoy to Syria", "adviser on trade")."""
LEFT_POS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "one", "another", "both"})


class Organisation(NamedTuple):
    """Where a post is held: actor id or None, and the name."""

    actor: str | None
    name: str
    state: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """A title and its surroundings.

    Attributes:
        first: First token of the whole phrase.
        last: One past its last token.
        title: Token range of the title, or None when only an organisation is given.
        sort: Of the head noun.
        organisation: Where the post is held, or None.
        possessor: The person it is held under ("Marsh's lawyer"), or None.
        former: It is over.
        head: Head token.
    """

    first: int
    last: int
    title: tuple[int, int] | None
    sort: Sort | None
    organisation: Organisation | None = None
    possessor: Actor | None = None
    former: bool = False
    head: int = -1


class PhraseReader:
    """Reads role phrases of one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.states = {name: a for a in references.actors if a.kind is ActorKind.GEOPOLITICAL for name in (a.name, *a.aliases)}

    def read(self, head: int, *, stop: int | None = None, start: int | None = None) -> RolePhrase | None:
        """The phrase around a head noun.

        Args:
            head: The head token.
            stop: A token the phrase must not reach on the right (a name that follows).
            start: A token before which it must not reach on the left.
        """
        sort = head_sort(self.tokens[head], open_ended=True)
        if sort is None:
            return None
        left = self._left_edge(head, start)
        title_first, organisation, possessor, former = self._before(left, head)
        right, title_last, after = self._after(head, stop, sort)
        if after is not None and (organisation is None or (organisation.state and not after.state)):
            organisation = after
        elif organisation is not None and after is not None:
            title_last = max(title_last, right)
        if organisation is not None and organisation.state and sort is not Sort.POST and self.tokens[head].lower not in ("secretary",):
            organisation = None
        return RolePhrase(
            first=left,
            last=max(right, title_last),
            title=(title_first, title_last),
            sort=sort,
            organisation=organisation,
            possessor=possessor,
            former=former,
            head=head,
        )

    # ------------------------------------------------------------ to the left

    def _left_edge(self, head: int, start: int | None) -> int:
        sentence = self.document.sentences[self.tokens[head].sentence]
        floor = max(sentence.first, head - MAX_LEFT, start if start is not None else 0)
        index = head
        while index > floor:
            before = self.tokens[index - 1]
            reference = self.references.at(index - 1)
            if reference is not None and reference.actor.kind is not ActorKind.PERSON and reference.last == index and reference.first >= floor:
                if self._is_place_of_event(reference):
                    break
                index = reference.first
                continue
            if not self._belongs_left(before, index):
                break
            index -= 1
            if before.lower in DETERMINERS:
                break
        return index

    def _belongs_left(self, token: Token, following: int) -> bool:
        if token.entity in ("DATE", "TIME") and token.lower not in title_words().status:
            return False
        if token.lower in DETERMINERS or token.lower in title_words().former:
            return True
        if token.text in POSSESSIVES or token.text == "&":
            return True
        if token.text in ("-", "–") and token.end == self.tokens[following].start:
            return True
        if token.text == "and" and self.tokens[following].pos in ("ADJ", "NOUN", "PROPN"):
            return self._inside_title(token)
        if token.pos == "PROPN" and token.dep == "pobj":
            return False
        if token.pos in ("VERB", "ADV") and token.dep in ("amod", "advmod") and (token.tag in ("VBN", "VBG") or token.lower in ("then", "newly", "recently")):
            return True
        return token.pos in LEFT_POS

    def _inside_title(self, token: Token) -> bool:
        """"and" between two modifiers of one head ("trade and industry minister")."""
        head = self.tokens[token.head]
        conjoined = [self.tokens[c] for c in self.document.children[head.index] if self.tokens[c].dep == "conj"]
        return head.dep in ("compound", "amod", "nmod") and any(c.index > token.index for c in conjoined) and head_sort(head) is None

    def _is_place_of_event(self, reference: Reference) -> bool:
        """"in Oslo Mayor Berg said": the place belongs to "in"."""
        token = self.tokens[reference.last - 1]
        return reference.actor.kind is ActorKind.GEOPOLITICAL and token.dep == "pobj"

    def _before(self, left: int, head: int) -> tuple[int, Organisation | None, Actor | None, bool]:
        """Title start, organisation, possessor and whether it is over, from tokens [left, head)."""
        words = title_words()
        former = any(self.tokens[i].lower.rstrip("-") in words.former for i in range(left, head))
        organisation: Organisation | None = None
        possessor: Actor | None = None
        title = left
        index = left
        while index < head:
            found, end, person = self._organisation_at(index, head)
            if person is not None:
                possessor, title = person, end
            elif found is not None and (organisation is None or organisation.state or not found.state):
                organisation, title = found, end
            index = max(end, index + 1)
        return self._skip(title, head), organisation, possessor, former

    def _organisation_at(self, index: int, limit: int) -> tuple[Organisation | None, int, Actor | None]:
        """The organisation or possessor that begins at a token, and the token after it and its possessive mark."""
        reference = self.references.at(index)
        if reference is not None and reference.last <= limit:
            end = reference.last
            marked = end < limit and self.tokens[end].text in POSSESSIVES
            end += marked
            if reference.actor.kind is ActorKind.PERSON:
                return None, end, reference.actor if marked or self.tokens[index].tag == "PRP$" else None
            if head_sort(self.tokens[reference.last - 1]) is None or marked:
                return self.of(reference.actor), end, None
        state = gazetteer().adjectives.get(self.tokens[index].text)
        if state is not None:
            return self.state(state.name), index + 1, None
        return None, index + 1, None

    def _skip(self, index: int, head: int) -> int:
        """Past determiners and words that say how the post is held."""
        words = title_words()
        while index < head:
            token = self.tokens[index]
            following = self.tokens[index + 1].lower if index + 1 <= head else ""
            if token.lower in ("first", "last", "next", "senior") and (following in words.kept or following == "lady"):
                break
            edge = token.lower in DETERMINERS or token.lower.rstrip("-") in words.former or token.lower in words.status
            aged = token.pos == "NUM" or (token.text in ("-", "–", "year", "old", "&", ",") and token.lower not in words.kept)
            if not (edge or aged or token.text in POSSESSIVES or token.pos == "DET" or token.text.endswith("-old")):
                break
            index += 1
        return index

    # ------------------------------------------------------------ to the right

    def _after(self, head: int, stop: int | None, sort: Sort) -> tuple[int, int, Organisation | None]:
        """End of the phrase, end of the title, and the organisation named after the head."""
        sentence = self.document.sentences[self.tokens[head].sentence]
        limit = min(sentence.last, head + MAX_RIGHT, stop if stop is not None else sentence.last)
        title_last = end = head + 1
        index = head + 1
        while index + 1 < limit and self.tokens[index].lower in LINKS:
            link = self.tokens[index].lower
            noun, last = self._noun_phrase(index + 1, limit)
            if last == index + 1:
                break
            found = self._named_in(index + 1, last, link, sort)
            if found is not None:
                return last, title_last, found
            if noun is None or link not in TITLE_LINKS or self._is_event(noun):
                break
            title_last = end = last
            index = last
        return end, title_last, None

    def _noun_phrase(self, first: int, limit: int) -> tuple[int | None, int]:
        """Head and end of the noun phrase that begins at a token; names are taken whole."""
        index, head = first, None
        while index < limit:
            token = self.tokens[index]
            reference = self.references.at(index)
            if reference is not None and reference.first >= first and reference.last <= limit:
                if reference.actor.kind is ActorKind.PERSON and self.tokens[min(reference.last, limit - 1)].text not in POSSESSIVES:
                    break
                index, head = reference.last, reference.last - 1
                continue
            joined = token.text in ("-", "&", "–") or token.text in POSSESSIVES or (token.text == "and" and self._joins(index, limit))
            if not (joined or token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.tag == "PRP$"):
                break
            if token.pos in ("NOUN", "PROPN"):
                head = index
            index += 1
        while index > first and self.tokens[index - 1].text in ("and", "-", "–", "&"):
            index -= 1
        return head, index

    def _joins(self, index: int, limit: int) -> bool:
        """"and" inside a name or field ("Trade and Industry", "arts and culture")."""
        if index + 1 >= limit:
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        return before.pos == after.pos and before.text[0].isupper() == after.text[0].isupper() and head_sort(after) is None

    def _named_in(self, first: int, last: int, link: str, sort: Sort) -> Organisation | None:
        """The organisation a noun phrase names, or begins with ("the party's youth wing")."""
        best: Organisation | None = None
        for index in range(first, last):
            reference = self.references.at(index)
            if reference is not None and reference.actor.kind is not ActorKind.PERSON and reference.last <= last:
                found = self.of(reference.actor)
                if found.state and (link not in STATE_LINKS or sort is not Sort.POST):
                    continue
                if best is None or (best.state and not found.state):
                    best = found
            elif reference is None and best is None and link in STATE_LINKS and sort is Sort.POST:
                state = gazetteer().adjectives.get(self.tokens[index].text)
                best = self.state(state.name) if state is not None else None
        return best

    def _is_event(self, noun: int) -> bool:
        return self.tokens[noun].entity in ("DATE", "TIME", "MONEY", "PERCENT")

    # ------------------------------------------------------------ organisations

    def of(self, actor: Actor) -> Organisation:
        """An actor as the holder of posts."""
        return Organisation(actor.id, actor.name, actor.kind is ActorKind.GEOPOLITICAL)

    def state(self, name: str) -> Organisation:
        """A state, linked to its actor when the article has one."""
        actor = self.states.get(name)
        return Organisation(actor.id, actor.name, True) if actor is not None else Organisation(None, name, True)
