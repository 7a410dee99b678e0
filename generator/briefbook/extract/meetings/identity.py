"""Which reports tell of the same meeting."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import References
from briefbook.analysis.clauses import Tense
from briefbook.extract.meetings.clashes import clash, kind, overlap, same_setting
from briefbook.extract.meetings.completion import completed
from briefbook.extract.meetings.counted import resolved
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.kindred import arranged, kindred
from briefbook.extract.meetings.pairs import can_be, counted, named_last, taken_for
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.senses import known
from briefbook.extract.meetings.threads import AHEAD, HAPPENED, Thread, described_alike, means, same, sent
from briefbook.model import Channel, MeetingStatus

NEAR = 12
"""Sentences back in which "the talks" finds what it speaks of."""

LEAD = 3
"""Sentences after the headline in which the meeting that it announces is told of."""

SPOKEN = frozenset({"speak", "call", "call-verb", "discussions"})
"""Frames that "the call" may speak of."""


class Threading:
    """Gathers reports into threads, in order of text."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.threads: list[Thread] = []

    def add(self, report: Report) -> None:
        """Put a report into the thread it belongs to, or begin one."""
        report = completed(report, self.threads)
        if report.frame.continues and not any(r.frame.process for t in self.threads[-3:] for r in t.reports):
            return
        best: tuple[float, Thread, str] | None = None
        for age, thread in enumerate(reversed(self.threads)):
            score, reason = self.likeness(report, thread)
            score -= 0.01 * age
            if score > 0 and (best is None or score > best[0]):
                best = (score, thread, reason)
        if best is not None:
            best[1].reports.append(report)
            best[1].reasons.append(best[2])
        else:
            self.threads.append(Thread(reports=[self.pointed(self.counted(report))]))

    def counted(self, report: Report) -> Report:
        """ "The four countries' leaders are to meet": of the four of the meeting told of before."""
        for thread in reversed(self.threads):
            if report.sentence - thread.last_sentence > NEAR:
                continue
            for party in report.parties:
                if (found := resolved(party, thread.parties)) is not None:
                    others = (p for p in report.parties if p is not party)
                    return replace(report, parties=(*found, *others))
        return report

    def pointed(self, report: Report) -> Report:
        """ "The two presidents agreed to meet": a new meeting of the participants of the one just told of."""
        two = next((p for p in report.parties if p.form is Form.TWO), None)
        if two is None:
            return report
        others = tuple(p for p in report.parties if p is not two)
        if told := self.told_of(report, two, {p.key for p in others}):
            reason = f"“{two.as_written}” are those of the meeting told of before"
            return replace(report, parties=(*others, *(taken_for(two, p, reason) for p in told)))
        if pair := named_last(self.references, two, {p.key for p in others}):
            return replace(report, parties=(*others, *pair))
        if two.name.lower() in ("two", "both", "each"):
            return report
        described = replace(two, form=Form.DESCRIBED, key=two.name.lower(), official=True)
        return replace(report, parties=(*others, described))

    def told_of(self, report: Report, two: Party, others: set[str]) -> list[Party]:
        """The parties of the last meeting that a phrase can mean: just two of them where it counts two."""
        if others:  # somebody else's "both sides" are those whom the article is about
            main = next((t for t in self.threads if not all(r.headline for r in t.reports)), None)
            pair = [p for p in main.parties if p.key not in others] if main is not None else []
            return pair if len(pair) == 2 and counted(two) == 2 and can_be(two, pair) else []
        near = [t for t in reversed(self.threads) if report.sentence - t.last_sentence <= NEAR]
        firm = [t for t in near if not all(r.weak for r in t.reports)]
        told = [[p for p in thread.parties if not counted(p)] for thread in firm]
        told = [parties for parties in told if len(parties) > 1 and can_be(two, parties)]
        if not {"sides", "parties"} & set(two.as_written.lower().split()):
            fitting = (parties for parties in told if counted(two) != 2 or len(parties) == 2)
            return next(fitting, [])
        bodies = (parties for parties in told if any(not p.person for p in parties))  # sides are rarely two persons
        return next(bodies, None) or next(iter(told), [])

    def likeness(self, report: Report, thread: Thread) -> tuple[float, str]:
        """How surely a report tells of a thread's meeting (0 or less: not), and why."""
        if self.apart(report, thread):
            return 0.0, ""
        mine, theirs = known(report.parties), thread.parties
        shared = [p for p in mine if sent(p, theirs) or any(same(p, q) for q in theirs)]
        near = report.sentence - thread.last_sentence
        if any(p.as_written.lower() == "each" for p in report.parties):
            return 0.0, ""
        names = " and ".join(p.name for p in shared[:2])
        if not theirs and kindred(report, thread) and near <= 8 and not report.another:
            return 1.2 - 0.05 * near, "The article speaks of one such meeting only, and names its participants here."
        if not theirs and arranged(report, thread) and near <= NEAR and not report.another:
            return 1.1, "The same day, and only here the article says who is to take part."
        if (
            (two := next((p for p in report.parties if p.form is Form.TWO), None)) is not None
            and near <= NEAR
            and can_be(two, theirs)
            and (len(shared) == len(mine) or report.status is thread.status)
        ):
            return 2.0 - 0.05 * near, f"“{two.as_written}” are the participants of the meeting just told of."
        if (beside := self.companion(report, thread, near)) is not None:
            return beside
        if report.weak and not mine and not any(p.form is Form.TWO for p in report.parties):
            return 0.0, ""
        if near <= LEAD and self.announced(report, thread):
            return 1.6, "The headline tells of the meeting that the article begins with."
        bonus = 0.3 * len([p for p in mine if any(p.key == q.key for q in theirs)])
        exact = [
            p
            for p in mine
            if any(p.key == q.key or described_alike(p, q) or means(p, q) or means(q, p) for q in theirs)
        ]
        if len(exact) < len(shared) and report.status is not thread.status and not report.weak:
            return 0.0, ""
        if len(shared) >= 2 or (shared and len(shared) == len(mine) == len(theirs)):
            return 3.0 + bonus + (0.5 if same_setting(report, thread) else 0), f"The same participants: {names}."
        if shared and len(mine) >= 2 and len(theirs) >= 2:
            strangers = [p for p in mine if p not in shared]
            left = [q for q in theirs if not any(same(p, q) for p in mine)]
            spoke = {report.frame.id, thread.reports[0].frame.id} & SPOKEN and report.frame.id != thread.reports[
                0
            ].frame.id
            close = same_setting(report, thread) and (
                (near <= 2 and not spoke) or not any(p.form is Form.NAMED for p in strangers)
            )
            if strangers and left and not close:
                return 0.0, ""
        alike = report.status is thread.status and kind(report) == kind(thread.reports[0])
        if shared and alike and near <= 4 and len(shared) in (len(mine), len(theirs)):
            return 1.8 + bonus, f"The same participant, {names}, and nothing speaks of another meeting."
        if shared and (report.definite or same_setting(report, thread) or near == 0 or report.weak):
            return 2.0 + bonus, f"The same participant, {names}" + (
                ", place or day." if same_setting(report, thread) else ", and nothing speaks of another meeting."
            )
        if not mine and not report.another and near <= NEAR:
            return self.anaphoric(report, thread, near)
        return 0.0, ""

    def companion(self, report: Report, thread: Thread, near: int) -> tuple[float, str] | None:
        """For a report that only adds who was there; None for all others."""
        mine, theirs = known(report.parties), thread.parties
        shared = any(same(p, q) for p in mine for q in theirs)
        if report.frame.sitting:
            sat = thread.status in HAPPENED and any(
                not p.person and (p.key == q.key or described_alike(p, q)) for p in mine for q in theirs
            )
            here = sat and near <= NEAR and report.firm
            return (2.0, "Who spoke to the body that met is told after it.") if here else (0.0, "")
        if report.definite and mine and not shared and self.led(report, thread):
            chaired = self.carried_by(report, "chairing")
            if near <= (NEAR if chaired and not thread.pair else 3):
                return 1.6 - 0.5 * (chaired and thread.pair), "Who led or attended it is told after it."
        if report.frame.joins:
            here = near <= 2 and thread is self.threads[-1] and (shared or report.frame.alone == "any")
            return (2.0, "Who came along or took part is told right after it.") if here else (0.0, "")
        return None

    def led(self, report: Report, thread: Thread) -> bool:
        """ "Wanjiru, who chaired the talks", "attended the meeting"."""
        return report.status is thread.status and self.carried_by(report, "leading")

    def carried_by(self, report: Report, verbs: str) -> bool:
        """Is the verb that carries it, or one beside that, one of those words?"""
        document, carrier = self.references.document, report.carrier
        told = () if carrier is None else (carrier, *(t.index for t in document.dependents(carrier, "conj", "acomp")))
        return any(document.tokens[i].lemma in words(verbs) for i in told)

    def announced(self, report: Report, thread: Thread) -> bool:
        """Does the headline speak, in other words, of the first meeting that the article tells of?"""
        first, *more = thread.reports
        if more or not first.headline or report.headline or report.weak or not report.firm or report.another:
            return False
        if report.status is not first.status or kind(report) != kind(first) or self.threads[-1] is not thread:
            return False
        mine = known(report.parties)
        named = [p for p in thread.parties if p.actor is not None]
        people = [p for p in named if p.person]
        shared = [p for p in named if any(same(p, q) for q in mine)]
        several = len(mine) > 1 or any(p.several and p.person for p in mine)
        return several and all(p in shared for p in people) and bool(shared or len(named) < len(thread.parties))

    def anaphoric(self, report: Report, thread: Thread, near: int) -> tuple[float, str]:
        """A mention without parties: "the talks" after a meeting just told of, or the same words again."""
        if (
            same_setting(report, thread)
            and report.status is thread.status
            and report.place is not None
            and report.time is not None
        ):
            return 1.5, "The same place and day, and nothing speaks of another meeting."
        if report.place is not None and all(r.channel is Channel.PHONE for r in thread.reports):
            return 0.0, ""
        if report.frame.id == "call" and not any(
            r.frame.id in SPOKEN or r.channel in (Channel.PHONE, Channel.VIDEO) for r in thread.reports
        ):
            return 0.0, ""
        unknown = any(p.form is Form.UNKNOWN for p in report.parties)
        if not report.definite and near > 0 and not (unknown and near <= 1):
            return 0.0, ""
        if report.status is not thread.status and self.introduced(report):
            return 0.0, ""
        plural = any(p.several for p in report.parties if p.form is Form.UNKNOWN)
        if plural and len(thread.parties) < 2 and not any(p.several for p in thread.parties):
            return 0.0, ""
        if report.status is MeetingStatus.CANCELLED and thread.status is MeetingStatus.DENIED:
            return 0.0, ""
        if report.firm and report.status in HAPPENED and not self.can_be_under_way(report, thread):
            return 0.0, ""
        if kind(report) != kind(thread.reports[0]) and (near > 3 or self.told_elsewhere(report, thread)):
            return 0.0, ""
        alike = any(r.frame.id == report.frame.id for r in thread.reports)
        words = self.references.document.text(report.first, report.last)
        away = 0.4 * (
            kind(report) != kind(thread.reports[0]) and report.channel not in {r.channel for r in thread.reports}
        )
        away = 0.0 if alike else away
        away += 0.3 * (report.status is not thread.status and {report.status, thread.status} != HAPPENED)
        return 1.0 + 0.3 * alike - 0.05 * near - away, f"“{words}” speaks of the meeting just told of."

    def can_be_under_way(self, report: Report, thread: Thread) -> bool:
        """ "The talks have begun": those told of as held or planned, not a meeting of another kind that is still ahead."""
        if thread.status in (MeetingStatus.CANCELLED, MeetingStatus.DENIED):
            return False
        ahead = thread.status in AHEAD and report.frame.process
        return not ahead or any(not r.frame.verb for r in thread.reports)

    def told_elsewhere(self, report: Report, thread: Thread) -> bool:
        """ "The summit", where another meeting told of is one and this is none."""
        if report.frame.id not in ("summit", "session"):
            return False
        summits = [t for t in self.threads if any(r.frame.id == report.frame.id for r in t.reports)]
        return bool(summits) and thread not in summits

    def introduced(self, report: Report) -> bool:
        """Does the article bring it in as a new one ("though a planned meeting was called off")?"""
        document = self.references.document
        below = (document.tokens[c].lower for c in document.children[report.last - 1])
        return not report.frame.verb and not {"a", "an", "another"}.isdisjoint(below)

    def apart(self, report: Report, thread: Thread) -> bool:
        """Something that the two cannot both be: another channel, day, place, or one held and one still to come."""
        if report.another and not report.definite and any(not overlap(report, r) for r in thread.reports):
            return True
        clashes = self.hoped_for_then(report, thread) or any(clash(report, other) for other in thread.reports)
        return clashes or self.out_of_step(report, thread)

    def hoped_for_then(self, report: Report, thread: Thread) -> bool:
        """ "Had hoped to see Orr last week", and now "would sit down soon": the day of the first is over."""
        published = self.references.document.article.publication_day
        ahead = thread.status in AHEAD and report.status in AHEAD and report.frame.verb and report.time is None
        days = [r.time.end for r in thread.reports if r.time is not None and r.time.end is not None]
        return ahead and published is not None and bool(days) and max(days) < published and not report.weak

    def out_of_step(self, report: Report, thread: Thread) -> bool:
        """One held and one only planned are two meetings, unless the words point back to the one told of."""
        mine, theirs = report.status, thread.status
        if mine is None or theirs is None or mine is theirs:
            return False
        if (
            thread.reports[0].headline
            and len(thread.reports) == 1
            and mine in (*AHEAD, MeetingStatus.CANCELLED)
            and theirs is MeetingStatus.HELD
        ):
            return False
        if report.definite and not report.another and not report.frame.verb:
            return False
        if theirs in AHEAD and mine in AHEAD:
            return False
        cues = {self.references.document.tokens[i].lemma.lower() for i in report.clause.cues}
        if mine is MeetingStatus.PLANNED and report.clause.tense is Tense.PAST and cues & words("on-the-way"):
            return False
        if not report.firm and not known(report.parties):
            return False
        if {mine, theirs} <= HAPPENED:
            return False
        if MeetingStatus.CANCELLED in (mine, theirs):
            if MeetingStatus.DENIED in (mine, theirs) and self.introduced(report):
                return True
            return mine in HAPPENED or theirs in HAPPENED
        return True
