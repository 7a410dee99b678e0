"""Meetings of several days whose first or last day is told: "opened a two-day summit on Thursday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.structure import Structure
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import Timex

NUMBERS = {word: n for n, word in enumerate("two three four five six seven".split(), start=2)}


def stretched(structure: Structure, trigger: Trigger, verb: Token | None, timex: Timex) -> Timex:
    """The expression with all days of the meeting, where its length and its first or last day are told."""
    length = days_long(structure, trigger)
    if verb is None or length is None or timex.start is None or timex.start != timex.end:
        return timex
    start, end = timex.start, timex.end
    if verb.lemma in words("opening"):
        end = start + timedelta(length - 1)
    elif verb.lemma in words("closing"):
        start = end - timedelta(length - 1)
    else:
        return timex
    side = "first" if verb.lemma in words("opening") else "last"
    return replace(timex, start=start, end=end, reason=_reason(timex, side, length))


def days_long(structure: Structure, trigger: Trigger) -> int | None:
    """The 2 of "a two-day summit", the 3 of "three days of talks"."""
    token = trigger.token
    day = next((t for t in structure.kids(token.index, "compound", "nmod", "amod") if t.lower == "day"), None)
    above = structure.head(token)
    if day is None and above.lower == "of" and structure.head(above).lower == "days":
        day = structure.head(above)
    if day is None:
        return None
    counts = (NUMBERS.get(t.lower, int(t.text) if t.text.isdigit() else 0) for t in structure.kids(day.index, "nummod"))
    return next((n for n in counts if 2 <= n <= 7), None)


def _reason(timex: Timex, side: str, length: int) -> str:
    told = timex.reason or f"“{timex.citation.exact}” names a day."
    return f"{told} It is the {side} of {length} days."
