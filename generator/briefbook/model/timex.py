"""Time expressions (TimeML TIMEX3) and what the text proves about its own publication date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefbook.model.citation import Citation


class TimexType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """First and last day, both inclusive; either may be open (None)."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression.

    Attributes:
        value: TIMEX3 value; symbolic (`PAST_REF`, `XXXX-WXX-6`) where the day can't be known.
        start: First day it can mean, inclusive, or None.
        end: Last day it can mean, inclusive, or None.
        possible: When there is no publication date but the text bounds it: the days it could mean.
        reason: Why it was resolved so, in one sentence a reader understands; None when nothing had to be inferred.
        mod: TIMEX3 `mod` where the words narrow the time: `START`, `MID`, `END` ("early December").
        whole: The days of the whole range that this expression begins or ends ("from May 3 to 5"), or None.
    """

    type: TimexType
    value: str
    citation: Citation
    start: date | None = None
    end: date | None = None
    possible: DateRange | None = None
    reason: str | None = None
    mod: str | None = None
    whole: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundReason:
    """Why the article can't be older (or newer) than a day, with the words that prove it."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class DateBounds:
    """What the text proves about when it was published; days inclusive, None where nothing is proved."""

    earliest: date | None = None
    latest: date | None = None
    reasons: tuple[BoundReason, ...] = ()
