"""What two reports cannot say of one meeting: another channel, a day or a place apart."""

from __future__ import annotations

from briefbook.extract.meetings.reports import Report
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
