"""What two reports cannot say of one meeting: another channel, a day or a place apart."""

from __future__ import annotations

from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.threads import Thread
from briefbook.model import Channel


def overlap(one: Report, other: Report) -> bool:
    """Are the two the same report?"""
    return one.sentence == other.sentence and one.first == other.first


def clash(one: Report, other: Report) -> bool:
    """Do channels, places or days of two reports exclude each other?"""
    channels = {one.channel, other.channel}
    if Channel.IN_PERSON in channels and channels & {Channel.PHONE, Channel.VIDEO}:
        return True
    if one.place is not None and other.place is not None and far(one, other):
        return True
    a, b = one.time, other.time
    if a is None or b is None:
        return False
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return (
            a.value != b.value
            and a.citation.exact.lower() != b.citation.exact.lower()
            and a.start is None
            and b.start is None
            and a.value[:4] == "XXXX" == b.value[:4]
        )
    return a.end < b.start or b.end < a.start


def far(one: Report, other: Report) -> bool:
    """Two named places, neither inside the other as far as names and countries tell."""
    a, b = one.place, other.place
    if a is None or b is None or a.name == b.name or a.place is None or b.place is None:
        return False
    return a.place != b.place and not (a.name in b.name or b.name in a.name) and one.sentence != other.sentence


def kind(report: Report) -> str:
    """Calls, summits and meetings are not spoken of by each other's names."""
    return (
        "call"
        if report.channel is Channel.PHONE
        else report.frame.id
        if report.frame.id in ("summit", "session")
        else "meeting"
    )


def same_setting(report: Report, thread: Thread) -> bool:
    """The same named place or the same day."""
    places = {r.place.name for r in thread.reports if r.place is not None}
    days = {(r.time.start, r.time.end) for r in thread.reports if r.time is not None and r.time.start is not None}
    same_day = report.time is not None and (report.time.start, report.time.end) in days
    return same_day or (report.place is not None and report.place.name in places)
