"""The place to which a participant is told to have come in the sentence before: "She arrived in Lima.  She met Costa." """

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import Sentence, Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.reports import Report, Setting
from briefbook.extract.meetings.settings import Settings
from briefbook.extract.meetings.structure import Structure
from briefbook.model import Channel, MeetingStatus

REAL = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED})

REACH = 3
"""Sentences back to the journey, as long as none between speaks of a place."""


class Arrivals:
    """Reads the journeys of one document."""

    def __init__(self, structure: Structure, reader: PartyReader, settings: Settings) -> None:
        self.structure = structure
        self.document = structure.document
        self.reader = reader
        self.settings = settings

    def placed(self, report: Report) -> Report:
        """The report with the place of arrival, or with it as the town of a building that no map knows."""
        told = report.place
        if told is not None and (told.place is not None or told.town is not None):
            return report
        arrived = self.place(report)
        if arrived is None:
            return report
        return replace(report, place=arrived if told is None else replace(told, town=arrived))

    def place(self, report: Report) -> Setting | None:
        """Where a participant arrived in the sentence before, unless the meeting was earlier or a call; else None."""
        if report.status not in REAL or report.channel in (Channel.PHONE, Channel.VIDEO) or not report.sentence:
            return None
        if self.earlier(report):
            return None
        keys = {p.key for p in report.parties}
        for before in self.sentences_before(report):
            for token in self.document.sentence_tokens(before):
                if token.pos != "VERB" or token.lemma not in words("arriving") or not self.told(token):
                    continue
                subject = self.structure.subject(token)
                travellers = {p.key for p in self.reader.read(subject)} if subject is not None else set()
                goal = self.goal(token) if travellers & keys else None
                if goal is not None:
                    return goal
        return None

    def sentences_before(self, report: Report) -> Iterator[Sentence]:
        """The last sentences before, back to one that speaks of a place, which may be where they went on to."""
        here = self.document.sentences[report.sentence]
        for index in range(report.sentence - 1, max(report.sentence - 1 - REACH, -1), -1):
            before = self.document.sentences[index]
            if here.block - before.block >= REACH:
                return
            yield before
            if any(i in self.settings.place_at for i in range(before.first, before.last)):
                return

    def earlier(self, report: Report) -> bool:
        """ "She had met him in May": told as before the journey."""
        if any(self.document.tokens[i].lower in ("had", "'d") for i in report.clause.cues):
            return True
        day = report.time.end if report.time is not None else None
        before = (s for n in range(1, REACH + 1) for s in self.settings.times.get(report.sentence - n, ()))
        there = [t.start for t, _, _ in before if t.start is not None]
        return day is not None and bool(there) and day < min(there)

    def told(self, verb: Token) -> bool:
        """Is the journey told as a fact or plan: a finite verb, not negated, not merely possible?"""
        helpers = [t.lower for t in self.structure.kids(verb.index, "aux")]
        finite = verb.tag in ("VBD", "VBZ", "VBP") or bool({"has", "have", "had", "will", "is", "are"} & set(helpers))
        return finite and not self.structure.kids(verb.index, "neg")

    def goal(self, verb: Token) -> Setting | None:
        """The place arrived at or visited, as far as a map knows it."""
        kids = self.structure.kids
        preps = [p for n in (verb, *kids(verb.index, "advmod", "prt")) for p in kids(n.index, "prep")]
        goals = [t for p in preps if p.lower in ("in", "at", "to") for t in kids(p.index, "pobj")]
        if verb.lemma in ("visit", "reach"):
            goals += kids(verb.index, "dobj")
        for token in goals:
            if (known := self.settings.place_at.get(token.index)) is not None:
                place, first, last = known
                return Setting(name=self.document.text(first, last), place=place.id, first=first, last=last)
        return None
