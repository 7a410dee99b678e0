"""Read every mention of a meeting in a document into a report, or leave it out with good reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import References
from briefbook.analysis.clauses import ClauseStatus, Tense, describe
from briefbook.extract.meetings.arguments import Casting
from briefbook.extract.meetings.arrivals import Arrivals
from briefbook.extract.meetings.content import Contents
from briefbook.extract.meetings.continuations import Continuations
from briefbook.extract.meetings.distribution import Distribution
from briefbook.extract.meetings.frames import Frame, words
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.senses import DEFINITE, Senses, known
from briefbook.extract.meetings.settings import Settings
from briefbook.extract.meetings.status import dates_it, judge, still_ahead
from briefbook.extract.meetings.structure import Bond, Structure
from briefbook.extract.meetings.triggers import Trigger, find
from briefbook.extract.meetings.voices import voices
from briefbook.model import Channel, MeetingStatus, Place, Statement, Timex


class Reading:
    """Reads the reports of one document."""

    def __init__(
        self,
        references: References,
        places: tuple[Place, ...],
        dates: tuple[Timex, ...],
        said: tuple[Statement, ...] = (),
    ) -> None:
        self.document = references.document
        self.structure = Structure(self.document)
        self.casting = Casting(self.structure, PartyReader(references, voices(references, said)))
        self.settings = Settings(self.structure, places, dates)
        self.contents = Contents(self.structure)
        self.arrivals = Arrivals(self.structure, self.casting.reader, self.settings)
        self.continuations = Continuations(self.settings)
        self.distribution = Distribution(self.casting.reader, self.settings)
        self.senses = Senses(self.structure, self.settings)

    def reports(self) -> Iterator[Report]:
        """All reports, in order of text, a scene joined to what is told to happen in it."""
        pending: list[Report] = []
        for trigger in find(self.structure):
            report = self.report(trigger)
            if report is None:
                continue
            report = self.continuations.told_on(report)
            report = self.arrivals.placed(report)
            spread = self.distribution.spread(report, trigger, self.casting.of(trigger).hosts)
            if len(spread) > 1:
                yield from pending
                pending = spread
                continue
            if pending and pending[0].sentence != report.sentence:
                yield from pending
                pending = []
            told = next(
                (i for i, other in enumerate(pending) if other.first == report.carrier and not other.frame.joins), None
            )
            if (
                told is not None
                and report.scenic
                and not report.another
                and not (report.after and strangers(pending[told], report))
                and report.frame.id not in ("summit", "session")
            ):
                pending[told] = joined(pending[told], report)
            else:
                pending.append(report)
        yield from pending

    def report(self, trigger: Trigger) -> Report | None:
        """One trigger read; None where the words stand in another sense or nobody takes part."""
        cast = self.casting.of(trigger)
        if cast.ruled_out or not self.senses.allowed(trigger, cast):
            return None
        parties = tuple(p for p in cast.all if not p.listeners)
        time = self.settings.time(trigger, cast)
        clause = self.clause(trigger)
        if self.senses.unattended(trigger, cast, clause):
            return None
        status, why = judge(self.document, trigger.token.index, trigger.frame, clause, time)
        if status is None and not parties:
            return None
        if time is not None:
            fits = dates_it(status, clause, time)
            time = still_ahead(status, time, self.document.article.publication_day) if fits else None
            if self.is_over(trigger, status, time):
                status, why = (
                    MeetingStatus.HELD,
                    f"Held: {time.citation.exact} was before publication." if time else why,
                )
        anchor = cast.anchor
        outcome = self.outcome_only(trigger, parties, status, time)
        if outcome:
            status = None
        return Report(
            frame=trigger.frame,
            first=trigger.first,
            last=trigger.last,
            sentence=trigger.token.sentence,
            clause=clause,
            status=status,
            status_reason=why,
            parties=self.distinct(parties),
            channel=self.channel(trigger),
            place=self.settings.place(trigger, cast),
            time=time,
            topic=self.contents.topic(trigger, cast),
            outcome=self.contents.outcome(trigger.token.sentence),
            definite=self.definite(trigger),
            another=self.another(trigger),
            several=not trigger.frame.verb and trigger.token.tag in ("NNS", "NNPS") and not trigger.frame.process,
            weak=outcome
            or trigger.frame.weak
            and not (trigger.frame.visit and any(p.person and p.official for p in cast.others)),
            scenic=anchor is not None and anchor.bond in (Bond.SCENE, Bond.AFTER),
            after=anchor is not None and anchor.bond is Bond.AFTER,
            firm=clause.asserted,
            headline=self.structure.in_headline(trigger.token),
            sits=anchor is not None and anchor.verb is not None and anchor.verb.lemma in words("sittings"),
            goes_on=anchor is not None
            and anchor.verb is not None
            and anchor.verb.lemma in words("going-on")
            and self.definite(trigger),
            carrier=anchor.verb.index if anchor is not None and anchor.verb is not None else None,
        )

    def is_over(self, trigger: Trigger, status: MeetingStatus | None, time: Timex | None) -> bool:
        """ "The first since the summit of November 2021": what a plan looks back to has been held."""
        published = self.document.article.publication_day
        after = self.structure.head(trigger.token).lower in words("afterwards")
        ahead = status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
        days = time.end if time is not None else None
        return after and ahead and days is not None and published is not None and days < published

    def clause(self, trigger: Trigger) -> ClauseStatus:
        """What the clause says; a verb that the tagger took for a noun ("A hosts B") stands in the present tense."""
        found = describe(self.document, trigger.token.index)
        if trigger.frame.verb and trigger.token.pos in ("NOUN", "PROPN") and found.tense is Tense.NONE:
            return replace(found, tense=Tense.PRESENT, asserted=True)
        return found

    def outcome_only(
        self, trigger: Trigger, parties: tuple[Party, ...], status: MeetingStatus | None, time: Timex | None
    ) -> bool:
        """ "The two sides agreed to continue consultations": what came of the meeting just told of, not another one."""
        if (
            status not in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
            or time is not None
            or self.another(trigger)
            or trigger.frame.verb
        ):
            return False
        anchor = self.structure.anchor(trigger.token)
        unnamed = all(p.form in (Form.TWO, Form.UNKNOWN) for p in parties)
        return bool(parties) and unnamed and anchor.verb is not None and anchor.verb.lemma in words("going-on")

    def distinct(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Without descriptions that another party's words contain ("Chancellor" beside "Chancellor Merkel")."""
        kept = []
        for party in parties:
            inside = any(
                o is not party
                and o.first <= party.first
                and party.last <= o.last
                and (o.form is Form.NAMED or (o.form is Form.DESCRIBED and o.last - o.first > party.last - party.first))
                for o in parties
            )
            if not inside or party.form in (Form.NAMED, Form.UNKNOWN):
                kept.append(party)
        return tuple(kept)

    # ---------------------------------------------------------------- marks

    def channel(self, trigger: Trigger) -> Channel:
        """In person, by phone, by video, as far as the clause says."""
        below = self.document.subtree(trigger.token.index)
        near = (
            {t.lower for t in self.document.tokens[below[0] : below[1]]}
            if trigger.frame.verb
            else {t.lower for t in self.structure.kids(trigger.token.index) if t.dep in ("compound", "amod", "nmod")}
        )
        if near & words("phone-words"):
            return Channel.PHONE
        if near & words("video-words"):
            return Channel.VIDEO
        return trigger.frame.channel

    def definite(self, trigger: Trigger) -> bool:
        """ "the talks", "their meeting", "Sunday's talks": known already, or so told."""
        if trigger.frame.verb:
            return False
        kids = self.structure.kids(trigger.token.index, "det", "poss")
        return any(t.lower in DEFINITE or (t.dep == "poss" and t.entity == "DATE") for t in kids)

    def another(self, trigger: Trigger) -> bool:
        """ "another meeting", "met again": a different one from that told of before."""
        theirs = any(t.tag == "PRP$" for t in self.structure.kids(trigger.token.index, "poss"))
        if theirs and trigger.token.dep in ("appos", "npadvmod", "attr"):
            return False  # "will meet on Friday, their fourth meeting this year"
        if trigger.frame.verb and any(t.lower == "had" for t in self.structure.kids(trigger.token.index, "aux")):
            times = (t for p in self.structure.kids(trigger.token.index, "prep") for t in self.structure.kids(p.index))
            if any(t.lemma == "time" and t.dep == "pobj" for t in times):
                return True  # "had met for the first time in May"
        nouns = (t.lower for t in self.structure.kids(trigger.token.index, "det", "amod", "advmod"))
        return any(word in words("another") for word in nouns)


def strangers(told: Report, scene: Report) -> bool:
    """Does the scene name somebody who is not among those told of ("met Costa after talks with Brandt")?"""
    return bool({p.key for p in known(scene.parties)} - {p.key for p in told.parties})


def joined(told: Report, scene: Report) -> Report:
    """One report of "discussed the treaty with Y during their meeting in Lima": the meeting is the one discussed at."""
    keys = {p.key for p in told.parties}
    return replace(
        told,
        parties=(*told.parties, *(p for p in scene.parties if p.key not in keys and p.form is not Form.UNKNOWN)),
        channel=scene.channel if told.channel is Channel.UNSTATED else told.channel,
        place=told.place or scene.place,
        time=told.time or scene.time,
        topic=told.topic or scene.topic,
        definite=told.definite or scene.definite,
    )


def needs_more(frame: Frame, parties: tuple[Party, ...]) -> bool:
    """Would a meeting of these parties say too little to be listed?"""
    named = known(parties)
    if any(p.form is Form.TWO for p in parties):
        return not named
    return not named or (len(named) == 1 and not named[0].several and frame.process and not frame.verb)
