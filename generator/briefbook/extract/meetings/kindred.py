"""Two mentions of one meeting, of which at least one does not say who takes part."""

from __future__ import annotations

from briefbook.extract.meetings.clashes import kind, same_setting
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.threads import AHEAD, Thread


def arranged(report: Report, thread: Thread) -> bool:
    """A meeting set for a day, nobody being named, and one of the same day and status with its participants."""
    days = {(r.time.start, r.time.end) for r in thread.reports if r.time is not None and r.time.start is not None}
    here = (report.time.start, report.time.end) if report.time is not None else None
    ahead = report.status is thread.status and report.status in AHEAD
    return ahead and here in days and kind(report) == kind(thread.reports[0])


def kindred(report: Report, thread: Thread) -> bool:
    """Two mentions of talks of the same status, none of them saying who takes part."""
    first = thread.reports[0]
    if report.frame.id == "meet" and report.time is None and first.frame.process and first.status is report.status:
        return not report.weak and report.firm and report.sentence - thread.last_sentence <= 3
    if report.status is not first.status or report.weak or report.frame.verb:
        return False
    if first.definite and not report.definite and not report.headline:
        return False
    if report.frame.id == first.frame.id:
        return report.frame.process or report.definite or same_setting(report, thread)
    return report.frame.process and first.frame.process
