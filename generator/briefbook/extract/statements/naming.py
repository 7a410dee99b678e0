"""What a phrase says about who speaks: the name in it, or the words as written."""

from __future__ import annotations

from briefbook.analysis import Reference, References, Token
from briefbook.analysis.verb_forms import FINITE
from briefbook.extract.statements.grammar import RELATIVE, Clause
from briefbook.extract.statements.lexicon import businesses, organisation_nouns, parts
from briefbook.model import ActorKind, MentionForm

CUTS = frozenset({",", "“", "”", '"', "—", "–", "(", ":", ";", "who", "which", "whose", "where"})
LOOSE = frozenset({"PUNCT", "CCONJ", "ADP", "SPACE", "AUX", "DET"})
"""Parts of speech that end no description."""
APPOSITION = 16
"""Tokens over which a description may reach its name before the cue."""


class PhraseNamer:
    """Reads names and descriptions of speakers in one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document = references.document
        self.tokens = references.document.tokens
        self.clause = Clause(references.document)

    def named(self, token: Token, cue: int) -> Reference | None:
        """By name: at the head itself, or in apposition to it."""
        reference = self.references.at(token.index)
        if reference is not None and reference.mention.form is MentionForm.NAMED and self._is_head(token, reference):
            return reference
        for item in self.clause.kids(token.index, "appos"):
            other = self.references.at(item.index)
            if other is not None and other.mention.form is MentionForm.NAMED and self._may_name(token, other):
                return other
        if (last := self._ends_in_name(token, cue) or self._apposed_name(token, cue)) is not None:
            return last
        after = self.references.at(token.index + 1) if token.index + 1 < len(self.tokens) else None
        if after is None or after.first != token.index + 1 or token.index + 1 == cue:
            return None
        named = after.actor.kind is ActorKind.PERSON and after.mention.form is MentionForm.NAMED
        return after if named and self.tokens[after.first].sentence == token.sentence else None

    def _may_name(self, token: Token, other: Reference) -> bool:
        """A person names any description; an organisation only one of an organisation."""
        return (
            other.actor.kind is ActorKind.PERSON or token.lemma.lower() in organisation_nouns() | businesses() | parts()
        )

    def _apposed_name(self, token: Token, cue: int) -> Reference | None:
        """ "the deputy head of the bank, NAME, told": the only name between two commas before the cue."""
        if not token.index < cue <= token.index + APPOSITION or token.pos not in ("NOUN", "PROPN"):
            return None
        for index in range(token.index + 1, cue):
            reference = self.references.at(index)
            if reference is not None and self.tokens[min(reference.last, cue)].tag == "POS":
                continue  # "his successor, Labour's NAME, said"
            if self.tokens[index].tag == "PRP$" and self.tokens[index - 1].pos == "CCONJ":
                return None  # "the bank and its head, NAME, said"
            if reference is not None and reference.first == index and self._behind_comma(token.index, reference):
                closed = reference.last == cue or self.tokens[reference.last].text == ","
                own = self.references.at(token.index)
                named = reference.mention.form is MentionForm.NAMED and (
                    own is None or own.mention.form is not MentionForm.NAMED
                )
                return reference if closed and named and self._may_name(token, reference) else None
        return None

    def _behind_comma(self, first: int, name: Reference) -> bool:
        """A comma stands before the name, before the rank that leads it, or before a person's whole title."""
        index = name.first
        title = name.actor.kind is ActorKind.PERSON
        while index - 1 > first:
            before, other = self.tokens[index - 1], self.references.at(index - 1)
            plain = before.pos in ("PROPN", "ADJ") and other is None
            inside = before.pos in ("NOUN", "ADP", "DET", "PART") or other is not None
            if not plain and not (title and inside and (other is None or other.actor.kind is not ActorKind.PERSON)):
                break
            index -= 1
        return self.tokens[index - 1].text == ","

    def _ends_in_name(self, token: Token, cue: int) -> Reference | None:
        """A title with a complement before the name ("Minister of Trade NAME said"): the name stands right before the cue."""
        end = cue
        while end - 1 > token.index and self.tokens[end - 1].pos in ("ADV", "AUX"):
            end -= 1
        reference = self.references.at(end - 1) if end - 1 > token.index else None
        if (
            reference is None
            or reference.actor.kind is not ActorKind.PERSON
            or reference.mention.form is not MentionForm.NAMED
        ):
            return None
        between = self.tokens[token.index : reference.first]
        linked = any(t.lower in ("of", "for", "to") for t in between)
        before = self.tokens[reference.first - 1]
        if before.pos == "ADP":
            return None  # "a spokesman for NAME said"
        if linked and before.pos == "NOUN" and before.text.islower() and before.index != token.index:
            return None  # "the team for missionary NAME said"
        if any(t.pos == "ADP" and t.lower not in ("of", "for", "to") for t in between):
            return None
        plain = all(t.pos in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART") or t.text == "-" for t in between)
        return reference if plain and token.pos in ("NOUN", "PROPN") else None

    def _is_head(self, token: Token, reference: Reference) -> bool:
        """The name is the speaker, not a modifier of it ("Hamas officials")."""
        return reference.last - 1 >= token.index or self.tokens[reference.last - 1].head != token.index

    def description(self, head: int, *, cue: int | None = None, whole: bool = False) -> str:
        """The phrase as written, without what follows a comma, and without the cue."""
        first, last = self.document.subtree(head)
        first = max(first, self.document.sentences[self.tokens[head].sentence].first)
        if first == head and head and self.tokens[head - 1].dep == "det" and self.tokens[head].dep == "compound":
            first -= 1  # the parse took the verb for the noun
        for index in range(head + 1, last):
            token = self.tokens[index]
            dated = token.dep == "prep" and index + 1 < last and self.tokens[index + 1].entity in ("DATE", "TIME")
            if dated or token.entity in ("DATE", "TIME"):
                last = index
                break
            if index == cue or token.tag in FINITE and token.dep not in ("relcl", "acl"):
                last = index
                break
            if token.dep == "relcl":
                last = max(head + 1, self.document.subtree(index)[0])
                break
            if token.text in CUTS and not (whole and token.text == ","):
                last = index
                break
        for index in range(head - 1, first - 1, -1):
            if self.tokens[index].text in CUTS and not whole:
                first = index + 1
                break
        while last > head + 1 and (self.tokens[last - 1].pos in LOOSE or self.tokens[last - 1].lower in RELATIVE):
            last -= 1
        if last - 1 > head and self.tokens[last - 1].tag == "VBN" and self.tokens[last - 1].dep == "acl":
            last -= 1  # "a study published on Thursday"
        while first < head and self.tokens[first].pos in ("PUNCT", "CCONJ", "ADV", "SPACE", "SCONJ"):
            first += 1
        return self.document.text(first, last)
