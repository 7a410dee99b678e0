"""Roles of people in a list: "two candidates from the Harvest Party: A and B", "ministers including A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Reference, References
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.extract.roles.titles import head_sort, is_plural
from briefbook.model import ActorKind, MentionForm

OPENERS = frozenset({":", "including", "namely"})
REACH = 14
"""Tokens between the plural title and the list."""


class ListedRoles:
    """Finds the plural titles that open a list of names."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document = references.document
        self.tokens = references.document.tokens

    def facts(self) -> Iterator[RoleFact]:
        """All of them, in order."""
        for token in self.tokens:
            if token.lower in OPENERS and (phrase := self._title_before(token.index)) is not None:
                for person in self._row(token.index + 1):
                    yield self.reader.fact(person, phrase)

    def _title_before(self, opener: int) -> RolePhrase | None:
        """The phrase of a plural title that ends right before the list."""
        stop = opener - 1 if opener and self.tokens[opener - 1].text == "," else opener
        floor = self.document.sentences[self.tokens[opener].sentence].first
        for head in range(stop - 1, max(floor, stop - REACH) - 1, -1):
            token = self.tokens[head]
            if token.pos in ("VERB", "AUX"):
                return None
            if is_plural(token) and head_sort(token) is not None and self.references.at(head) is None:
                phrase = self.reader.read(head, stop=stop)
                return phrase if phrase is not None and phrase.last == stop else None
        return None

    def _row(self, index: int) -> Iterator[Reference]:
        """The persons named from here on, each at the start or right behind a comma or "and"."""
        end = self.document.sentences[self.tokens[index - 1].sentence].last
        opened = True
        while index < end:
            reference = self.references.at(index)
            named = reference is not None and reference.mention.form is MentionForm.NAMED and reference.first == index
            if opened and named and reference is not None and reference.actor.kind is ActorKind.PERSON:
                yield reference
                index, opened = reference.last, False
                continue
            if self.tokens[index].pos in ("VERB", "AUX") or self.tokens[index].text in (";", ":"):
                return
            opened = self.tokens[index].text in (",", "and", "&")
            index += 1
