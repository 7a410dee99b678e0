"""Whom "him", "they" and "we ... again" mean, where only the meeting just told of can say: those who met there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.senses import known
from briefbook.extract.meetings.threads import Thread, same

BESIDE = 2
"""Sentences back in which the meeting must have been told of."""
THIRD = frozenset({"they", "them", "their"})
SEVERAL = THIRD | {"we", "us", "our"}
ONE = frozenset({"him", "her", "he", "she"})


def completed(report: Report, threads: Sequence[Thread]) -> Report:
    """The report with those of the meeting just told of in the place of its open pronouns, where there is one choice."""
    if report.weak or report.frame.joins:
        return report
    reach = BESIDE + 2 * report.another
    near = (t for t in reversed(threads) if report.sentence - t.last_sentence <= reach and of_kind(report, t))
    thread = next(near, None)
    if thread is None or len(thread.parties) < 2:
        return report
    told, mine = thread.parties, known(report.parties)
    unknown = next((p for p in report.parties if p.form is Form.UNKNOWN), None)
    beside = [q for q in told if not any(same(p, q) for p in mine)]
    inside = all(any(same(p, q) for q in told) for p in mine)
    if unknown is None:
        more = report.frame.continues or not report.parties
        meant = beside if report.another and more and not report.frame.verb else []
    elif unknown.name.lower() in SEVERAL:
        theirs = unknown.name.lower() in THIRD  # "we" are the speaker's own people, unless the speaker met there
        meant = beside if inside and (mine or (theirs and apart(report, thread))) else []
    elif unknown.name.lower() in ONE and mine and inside and len(beside) == 1:
        meant = [q for q in beside if q.person]
    else:
        meant = []
    return replace(report, parties=(*mine, *(pointed_at(p, unknown) for p in meant))) if meant else report


def apart(report: Report, thread: Thread) -> bool:
    """Do "they" hold a meeting of their own, told after the one whose parties they are?"""
    if report.sentence == thread.last_sentence:
        return False
    set_out = report.frame.verb or not report.frame.process or report.time is not None or report.place is not None
    return report.another or (set_out and report.status is not thread.status)


def of_kind(report: Report, thread: Thread) -> bool:
    """Is "the next summit" told of after a summit?  Meetings and talks are each other's kind."""
    special = {"summit", "session"}
    return report.frame.id not in special or any(r.frame.id == report.frame.id for r in thread.reports)


def pointed_at(party: Party, pronoun: Party | None) -> Party:
    """The party as the pronoun, or "a second meeting", means it."""
    if pronoun is None:
        reason = f"{party.name} took part in the meeting told of right before"
        return replace(party, reason=reason)
    reason = f"“{pronoun.as_written}” speaks of the meeting told of right before, in which {party.name} took part"
    return replace(party, as_written=pronoun.as_written, first=pronoun.first, last=pronoun.last, reason=reason)
