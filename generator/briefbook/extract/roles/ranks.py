"""Ranks and courtesies right before a name: "Lt. Col. NAME", "Coast Guard Lt. NAME", "Dr. NAME"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, holder
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.titles import Sort, head_sort, title_words
from briefbook.model import ActorKind

COURTESIES = frozenset({"Chief", "Prince"})
"""Ranks that say nothing behind a post in capitals."""


class RankReader:
    """Reads the ranks before names in one document."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def read(self, mention: Reference, floor: int) -> tuple[int, RoleFact | None]:
        """Ranks and courtesies right before the name: where they begin, and the rank as a role."""
        words = title_words()
        index = mention.first
        while index > floor and (
            self.tokens[index - 1].lower in words.honorifics or self._is_courtesy(index - 1, floor)
        ):
            index -= 1
        end = index
        index = self.first_of(index, floor)
        if index == end or self._continues_left(index, floor):
            return (index if index != end and not self._continues_left(index, floor) else end), None
        if (organisation := self._service(index, floor)) is not None:
            first = self.reader.edges.left_edge(index, floor)
            return first, RoleFact(
                mention.actor, self.document.text(index, end), organisation, False, index, mention.last, Sort.RANK
            )
        return index, RoleFact(
            mention.actor, self.document.text(index, end), None, False, index, mention.last, Sort.RANK
        )

    def _is_courtesy(self, index: int, floor: int) -> bool:
        """ "Governor Chief NAME", "Governor Prince NAME": what a Nigerian is called besides his post."""
        if self.tokens[index].text not in COURTESIES or index <= floor:
            return False
        before = self.tokens[index - 1]
        return before.text[0].isupper() and head_sort(before) is Sort.POST

    def first_of(self, index: int, floor: int) -> int:
        """Where the run of ranks that ends before a token begins ("Lt. Col."); their points may stand apart."""
        ranks = title_words().ranks
        while index > floor:
            dotted = self.tokens[index - 1].text == "." and index - 2 >= floor
            word = self.tokens[index - 2 if dotted else index - 1]
            if word.lower not in ranks or not word.text[0].isupper() or word.block != self.tokens[index].block:
                break
            index = word.index
        return index

    def _continues_left(self, index: int, floor: int) -> bool:
        """Is the rank the head of a longer title ("Attorney General", "Foreign Secretary")?"""
        if index <= floor:
            return False
        before = self.tokens[index - 1]
        reference = self.references.at(index - 1)
        if (reference is not None and reference.last == index) or (
            before.text.islower() and head_sort(before) is not None
        ):
            return False
        return (
            before.pos in ("PROPN", "ADJ")
            and before.text not in POSSESSIVES
            or before.text in ("-",)
            or before.lower in title_words().former
        )

    def _service(self, index: int, floor: int) -> Organisation | None:
        """An organisation right before a rank ("Coast Guard Lt. Berg")."""
        if index <= floor:
            return None
        before = index - 1
        if self.tokens[before].text in POSSESSIVES:
            before -= 1
        reference = self.references.at(before)
        if reference is None or reference.actor.kind is ActorKind.PERSON or self.tokens[before].dep == "pobj":
            return None
        return holder(reference.actor)
