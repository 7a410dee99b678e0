"""The hour at which an entry of a live report was written, before its first sentence ("18:42 – ", "2.15pm BST - ", "14:05 ")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.grammar.calendar.expression import Clock

STAMP = re.compile(
    r"(?P<hour>\d{1,2})(?P<point>[:.])(?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?)?(?: (?P<zone>[A-Z]{2,4})\b)?"
)
MARK = re.compile(r" *(?:—|–|--|-(?= )|:(?= )|\|) *(?=[\"“'‘«(]?[A-Z\d])")
BARE = re.compile(r"\s+(?=[\"“'‘«]?[A-Z])")
"""What sets an hour off without a sign: the capital of the first word."""


class Stamp(NamedTuple):
    """The hour, where its words end, and where the sentence behind it begins, in code points."""

    clock: Clock
    last: int
    end: int


def entry_stamp(text: str) -> Stamp | None:
    """The hour that opens an entry, or None.  After a dot there must be a sign of it: "9.58 Ulf Bolten" is a result."""
    found = STAMP.match(text)
    if found is None:
        return None
    zone, last = found["zone"], found.end()
    if zone is not None and zone not in zones():
        zone, last = None, found.start("zone") - 1  # "17:00 UN envoy arrives"
    sure = found["point"] == ":" or found["half"] is not None or zone is not None
    set_off = MARK.match(text, last) or (BARE.match(text, last) if sure else None)
    hour = int(found["hour"])
    if set_off is None or hour > (12 if found["half"] else 23):
        return None
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return Stamp(Clock(hour=hour, minute=int(found["minute"]), zone=zones().get(zone or "", "")), last, set_off.end())


@lru_cache(maxsize=1)
def zones() -> dict[str, str]:
    """Abbreviations of time zones with their distance from Greenwich."""
    entries = lexicons.load("calendar_words").entries
    return {
        word: str(e.fields["value"])
        for e in entries
        if e.fields.get("class") == "ZONE"
        for word in e.words
        if word.isupper()
    }
