"""Several meetings told by one verb: "met Costa in Lima on Monday and Brandt in Quito on Tuesday".

Each group of people with a day of its own is one meeting; the parser rarely keeps the groups apart, so they are read from
the order of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefbook.analysis import Token
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.party import Party
from briefbook.extract.meetings.reports import Report, Setting
from briefbook.extract.meetings.settings import Settings
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import Timex

JOINING = frozenset({"and", ",", "with", "then"})


@dataclass(slots=True)
class Group:
    """People, a day and a place told together; `first` is the token that begins it."""

    first: int
    people: list[Party] = field(default_factory=list)
    day: Timex | None = None
    place: Setting | None = None


class Distribution:
    """Reads groups after the verbs of one document."""

    def __init__(self, reader: PartyReader, settings: Settings) -> None:
        self.reader = reader
        self.settings = settings
        self.tokens = reader.tokens

    def spread(self, report: Report, trigger: Trigger, hosts: tuple[Party, ...]) -> list[Report]:
        """One report for each group with its own day, or the report alone."""
        days = self.settings.times.get(trigger.token.sentence, ())
        if not trigger.frame.verb or not hosts or sum(first > trigger.last - 1 for _, first, _ in days) < 2:
            return [report]
        groups = self.groups(trigger)
        if len(groups) < 2 or len({(g.day.start, g.day.value) for g in groups if g.day}) < len(groups):
            return [report]
        return [
            replace(
                report,
                parties=(*hosts, *group.people),
                time=group.day,
                place=group.place or report.place,
                topic=None if any(self.inside(report, g) for g in groups) else report.topic,
            )
            for group in groups
        ]

    def inside(self, report: Report, group: Group) -> bool:
        """Was a person of a group read as the topic?"""
        return report.topic is not None and any(p.as_written in report.topic.exact for p in group.people)

    def groups(self, trigger: Trigger) -> list[Group]:
        """Runs of people with one day each; empty where a day has no people of its own."""
        days = {first: (timex, last) for timex, first, last in self.settings.times[trigger.token.sentence]}
        pieces = list(self.pieces(trigger, days))
        first_day = next((first for kind, first, _ in pieces if kind == "day"), None)
        leading = first_day is not None and self.tokens[days[first_day][1]].lower == "with"
        found: list[Group] = []
        pending = Group(trigger.last)
        for _, first, value in pieces:
            if isinstance(value, Timex):
                if leading or pending.day is not None:
                    found.append(pending)
                    pending = Group(first)
                pending.day = value
            elif isinstance(value, Setting):
                pending.place = pending.place or value
            else:
                if not leading and pending.day is not None:
                    found.append(pending)
                    pending = Group(first)
                    if self.tokens[first - 1].lower not in JOINING:
                        return []
                pending.people += value
        found.append(pending)
        found = [g for g in found if g.day is not None]
        return found if all(g.people for g in found) else []

    def pieces(
        self, trigger: Trigger, days: dict[int, tuple[Timex, int]]
    ) -> Iterator[tuple[str, int, Timex | list[Party] | Setting]]:
        """People, days and places after the verb, in order, up to the next verb or clause."""
        end = self.reader.document.sentences[trigger.token.sentence].last
        index = trigger.last
        while index < end:
            token = self.tokens[index]
            if index in days:
                timex, last = days[index]
                yield "day", index, timex
                index = last
            elif index in self.settings.place_at and self.after_preposition(index):
                place, first, last = self.settings.place_at[index]
                name = self.reader.document.text(first, last)
                yield "place", first, Setting(name=name, place=place.id, first=first, last=last)
                index = last
            elif (people := self.people(token)) is not None:
                yield "people", self.start(index), people
                index = max(index + 1, *(party.last for party in people))
            elif token.pos in ("VERB", "AUX", "SCONJ") or token.text in (";", ":", "“", '"'):
                return
            else:
                index += 1

    def cut(self, party: Party, first: int) -> Party:
        """The party without words before its phrase that the parser counted to it ("Monday and union leaders")."""
        while self.tokens[first].pos == "DET":
            first += 1
        if party.actor is not None or party.first >= first:
            return party
        written = self.reader.document.text(first, party.last)
        return replace(party, key=written.lower(), name=written, as_written=written, first=first)

    def after_preposition(self, index: int) -> bool:
        """Does "in" or "at" stand before it?"""
        return self.tokens[index - 1].lower in ("in", "at")

    def start(self, index: int) -> int:
        """Where the phrase of a name begins, its title included."""
        while self.tokens[index - 1].pos in ("PROPN", "NOUN", "ADJ", "DET", "PART") and self.tokens[
            index - 1
        ].entity not in (
            "DATE",
            "TIME",
        ):
            index -= 1
        return index

    def people(self, token: Token) -> list[Party] | None:
        """The persons or officials whose phrase has its head here, or None."""
        reference = self.reader.references.at(token.index)
        if reference is not None and reference.first == token.index and token.pos != "PRON":
            last = reference.last
            if last < len(self.tokens) and self.tokens[last].pos in ("NOUN", "PROPN", "PART"):
                return None  # "Norway's premier", "European Union ambassadors": the noun is the head
            return [p for p in self.reader.single(last - 1) if p.official] or None
        if token.tag == "NNS" and reference is None:
            parties = [p for p in self.reader.single(token.index) if p.person and not p.listeners]
            return [self.cut(p, self.start(token.index)) for p in parties] or None
        return None
