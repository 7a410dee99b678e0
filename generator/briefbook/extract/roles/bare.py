"""Affiliations without a title: "NAME of Harrow Bank", "NAME, with Harrow Bank,", "Harrow Bank's NAME"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, holder, organisation_nouns
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.ranks import COURTESIES
from briefbook.extract.roles.titles import Sort, head_sort, title_words
from briefbook.model import ActorKind, MentionForm

LINKS = frozenset({"of", "with", "from"})
CLOSERS = frozenset({",", "—", "–", ")", ".", ";", ":", "!", "?", "”", '"', "’", "-"})


class BareAffiliations:
    """Finds the affiliations stated right beside a named mention of a person."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def facts(self, mention: Reference) -> Iterator[RoleFact]:
        """ "NAME of the Forest Service", "NAME, of Harrow Bank,", "Harrow Bank's NAME": an affiliation without a title."""
        sentence = self.document.sentences[self.tokens[mention.first].sentence]
        index, former = mention.last, False
        if index + 2 < sentence.last and self.tokens[index].text == ",":
            former = self.tokens[index + 1].lower == "formerly"
            link = index + 1 + (former or self.tokens[index + 1].lower in ("now", "currently"))
            index = link if self.tokens[link].lower in LINKS else index
        if index + 1 < sentence.last and (self.tokens[index].lower in LINKS or self._works_at(mention, index)):
            found = self.organisation_from(index + 1, sentence.last, self.tokens[index].lower)
            beside = index == mention.last and mention.first > sentence.first  # "Col. NAME, of Chicago," lives there
            if found is None and self.tokens[index].lower == "of" and beside:
                found = self._state_from(mention, index + 1, sentence.last)
            if found is not None:
                yield RoleFact(mention.actor, None, found[0], former, mention.first, found[1], Sort.POST)
        yield from self._owned(mention, sentence.last)
        before = mention.first - 1
        if before - 1 >= sentence.first and self.tokens[before].text in POSSESSIVES:
            reference = self.references.at(before - 1)
            if reference is not None and reference.actor.kind is ActorKind.ORGANIZATION:
                yield RoleFact(
                    mention.actor,
                    None,
                    holder(reference.actor),
                    False,
                    reference.first,
                    mention.last,
                )
            elif (
                reference is None
                and self.tokens[before - 1].lower in organisation_nouns()
                and (known := self.reader.organisations.owners.generic(before - 1)) is not None
            ):
                yield RoleFact(mention.actor, None, known, False, before - 1, mention.last)

    def _owned(self, mention: Reference, end: int) -> Iterator[RoleFact]:
        """ "NAME's once mighty Dockers' Union": the name of an organisation that nothing follows."""
        index = mention.last
        if index >= end or self.tokens[index].text not in POSSESSIVES:
            return
        index += 1
        while index < end and self.tokens[index].pos in ("ADJ", "ADV") and self.references.at(index) is None:
            index += 1
        body = self.references.at(index) if index < end else None
        if (
            body is None
            or body.first != index
            or body.actor.kind is not ActorKind.ORGANIZATION
            or body.mention.form is not MentionForm.NAMED
        ):
            return
        if body.last < end and self.tokens[body.last].pos in ("NOUN", "PROPN", "ADJ", "PART"):
            return
        where = holder(body.actor)
        yield RoleFact(mention.actor, None, where, False, mention.first, body.last)

    def _state_from(self, mention: Reference, index: int, end: int) -> tuple[Organisation, int] | None:
        """ "President NAME of Norway": the state of the title before the name."""
        title = self._title_before(mention.first)
        if head_sort(title) is None:
            return None
        index += self.tokens[index].lower == "the" and self.references.at(index) is None
        reference = self.references.at(index)
        if reference is not None and reference.actor.kind is ActorKind.GEOPOLITICAL and reference.last <= end:
            return holder(reference.actor), reference.last
        found = self.reader.organisations.place_at(index, end) if reference is None else None
        named = self.reader.organisations.named.get(f"University of {self.tokens[index].text}") if index < end else None
        if named is not None:
            return holder(named), index + 1
        unknown = found is None and index < end and self.tokens[index].pos == "PROPN"
        if unknown and title.lower in lexicons.words("role_phrases", "of-places") and self._alone(index):
            return self.reader.organisations.state(self.tokens[index].text, index, index + 1), index + 1
        return found

    def _works_at(self, mention: Reference, index: int) -> bool:
        """ "NAME at Harrow University said": the parse hangs the place of work on the name, and the two do something."""
        name = self.tokens[mention.last - 1]
        told = index == mention.last and name.dep in SUBJECTS
        return told and self.tokens[index].lower == "at" and self.tokens[index].head == name.index

    def _title_before(self, first: int) -> Token:
        """The word before a name and its courtesies ("Governor Chief NAME", "Minister Datuk NAME")."""
        at = first - 1
        while at and self.tokens[at].lower in title_words().honorifics:
            at -= 1
        courtesy = at and self.tokens[at].text in COURTESIES and head_sort(self.tokens[at - 1]) is not None
        return self.tokens[at - 1 if courtesy else at]

    def _alone(self, index: int) -> bool:
        """Is it one word, and nobody who is spoken of elsewhere?"""
        reference = self.references.at(index)
        after = self.tokens[min(index + 1, len(self.tokens) - 1)]
        return after.pos != "PROPN" and (reference is None or len(reference.actor.mentions) == 1)

    def organisation_from(self, index: int, end: int, link: str) -> tuple[Organisation, int] | None:
        """An organisation named right after "of"; after other words only between commas."""
        start = index
        while (
            index < min(end, start + 3)
            and self.references.at(index) is None
            and self.tokens[index].pos in ("DET", "ADJ", "NUM")
        ):
            index += 1
        reference = self.references.at(index) if index < end else None
        if (
            reference is None
            or reference.actor.kind is not ActorKind.ORGANIZATION
            or reference.mention.form is not MentionForm.NAMED
        ):
            return None
        last = self._past_kind(reference.last, end) if link != "of" else reference.last
        if last > end or link not in ("of", "at") and (last >= end or self.tokens[last].text not in CLOSERS):
            return None
        return holder(reference.actor), last

    def _past_kind(self, index: int, end: int) -> int:
        """Past what a body is, behind its name ("from the FNS farmers' union,")."""
        last = index
        while (
            last < end and self.tokens[last].pos in ("ADJ", "NOUN", "PART") and not self.tokens[last].text[0].isupper()
        ):
            last += 1
        return last if last > index and self.tokens[last - 1].lower in organisation_nouns() else index
