"""How an actor stands to others: what the articles say, from either side, and whom they met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.model import BookActor, Citation, MeetingStatus, RelationType
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex
from briefbook.pages.sheet import Sheet

FORWARD = {
    RelationType.LEADS: "leads",
    RelationType.SPOKESPERSON_OF: "speaks for",
    RelationType.MEMBER_OF: "belongs to",
    RelationType.PART_OF: "is part of",
    RelationType.ACCOMPANIED: "accompanied",
    RelationType.ACCOMPANIED_BY: "was accompanied by",
    RelationType.SUCCEEDED: "succeeded",
    RelationType.RELATIVE_OF: "is a relative of",
    RelationType.MET: "met",
}
BACKWARD = {
    RelationType.LEADS: "is led by",
    RelationType.SPOKESPERSON_OF: "has as its spokesperson",
    RelationType.MEMBER_OF: "has among its people",
    RelationType.PART_OF: "includes",
    RelationType.ACCOMPANIED: "was accompanied by",
    RelationType.ACCOMPANIED_BY: "accompanied",
    RelationType.SUCCEEDED: "was succeeded by",
    RelationType.RELATIVE_OF: "is a relative of",
    RelationType.MET: "met",
}
"""The same relations read from the other side."""

_HOW = (RelationType.LEADS, RelationType.SPOKESPERSON_OF)
_STRONGER = {words[RelationType.MEMBER_OF]: tuple(words[how] for how in _HOW) for words in (FORWARD, BACKWARD)}
"""Relations that another one to the same actor tells already: who leads a party belongs to it."""
_SHOWN = 3
"""How many reports of a relation are cited, and how many sentences of each."""
TOGETHER = frozenset({RelationType.ACCOMPANIED, RelationType.ACCOMPANIED_BY})
TOOK_PLACE = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
"""Statuses of meetings whose participants met."""


class Told(NamedTuple):
    """One report of a relation: the article, the other side's actor id there, and where it stands."""

    entry: Entry
    other: str
    citations: tuple[Citation, ...]


class Link(NamedTuple):
    """A relation to one other actor: its words, the other's name, and all reports of it."""

    words: str
    name: str
    reports: tuple[Told, ...]


def relations(index: BookIndex, actor: BookActor) -> list[Link]:
    """The relations of an actor, one for each kind and other actor, in the order in which they are first told."""
    found: dict[tuple[str, str], list[Told]] = {}
    for words, name, told in (*_told(index, actor), *_met(index, actor)):
        found.setdefault((words, name), []).append(told)
    return [
        Link(words, name, tuple(reports))
        for (words, name), reports in found.items()
        if not any((stronger, name) in found for stronger in _STRONGER.get(words, ()))
    ]


def related(sheet: Sheet, link: Link) -> Md:
    """A relation as one line with its citations, few where many articles tell it."""
    entry, other, _ = link.reports[0]
    marks = [sheet.mark(told.entry, told.citations[:_SHOWN]) for told in link.reports[:_SHOWN]]
    return joined([Md(f"{link.words} "), sheet.actor(entry, other, link.name), *dict.fromkeys(marks)])


def _told(index: BookIndex, actor: BookActor) -> Iterator[tuple[str, str, Told]]:
    """What the articles say of the actor, and of others towards the actor."""
    for entry, found in index.appearances(actor):
        names = {other.id: other.name for other in entry.briefing.actors}
        for relation in found.relations:
            told = Told(entry, relation.actor, relation.citations)
            yield FORWARD[relation.type], names.get(relation.actor, relation.actor), told
        for other, relation in index.relations_to(entry, found.id):
            yield BACKWARD[relation.type], names[other], Told(entry, other, relation.citations)


def _met(index: BookIndex, actor: BookActor) -> Iterator[tuple[str, str, Told]]:
    """Whom the actor met, by the meetings that took place; who came along was not met there."""
    for gathering, own in index.meetings_of(actor):
        if gathering.meeting.status not in TOOK_PLACE:
            continue
        along = _companions(gathering.entry, own)
        for party in gathering.meeting.participants:
            if party.actor is not None and party.actor != own and party.actor not in along:
                yield "met", party.name, Told(gathering.entry, party.actor, gathering.meeting.citations)


def _companions(entry: Entry, own: str) -> frozenset[str]:
    """Those who accompanied an actor (id), or whom it accompanied, in one article."""
    mine = {r.actor for a in entry.briefing.actors if a.id == own for r in a.relations if r.type in TOGETHER}
    theirs = {a.id for a in entry.briefing.actors for r in a.relations if r.actor == own and r.type in TOGETHER}
    return frozenset(mine | theirs)
