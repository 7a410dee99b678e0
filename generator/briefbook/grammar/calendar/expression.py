"""What a calendar expression says, before anyone asks which day it means.

Each type is one way of speaking about time.  Nothing here is resolved: "Friday" is a weekday, not a day.  Units and
parts carry their TIMEX3 codes (TimeML annotation guidelines 1.2.1, section TIMEX3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shift(StrEnum):
    """Which one of a row is meant: "last July", "this July", "the same July" (`THAT`), "the following July"."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    THAT = "that"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    BEFORE_LAST = "before-last"


class Anchor(StrEnum):
    """What an offset is counted from: publication, the time the text is speaking of, or something that has no day."""

    PUBLICATION = "publication"
    REFERENCE = "reference"
    EVENT = "event"


class Reference(StrEnum):
    """A vague reference, named as in TIMEX3."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day: `hour` 0-24; `zone` is "Z", "+hh:mm", or "" when the place's own time is meant or none is given."""

    hour: int
    minute: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place in the calendar, as much of it as was written.

    Attributes:
        year: Four-digit year.
        month: 1-12.
        day: 1-31.
        weekday: 1 (Monday) to 7.
        quarter: 1-4.
        half: 1 or 2 (of a year).
        week: Which week of the month, -1 the last; with `day` the week that holds it (`week` 0).
        iso_week: Number of the week in the year, as ISO 8601 counts them.
        season: `SP`, `SU`, `FA`, `WI`.
        weekend: A weekend.
        decade: First year of the decade.
        century: Number of the century (20 is the twentieth).
        feast: Id of a feast in the lexicon.
        part: `MO`, `AF`, `EV`, `NI`.
        fiscal: A business year or part of one.
        mod: `START`, `MID`, `END` (TIMEX3 mod); `BEFORE`, `AFTER` for what of it lies before or after now.
        base: The larger time it lies in, when that is relative ("October of next year", "Friday of last week").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    iso_week: int | None = None
    season: str | None = None
    weekend: bool = False
    decade: int | None = None
    century: int | None = None
    feast: str | None = None
    part: str | None = None
    clock: Clock | None = None
    fiscal: bool = False
    mod: str | None = None
    shift: Shift | None = None
    base: Offset | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A calendar unit so many units from an anchor: "yesterday", "last week", "two years ago", "three days later".

    Attributes:
        unit: `D`, `W`, `WE`, `M`, `Q`, `Y`, `DE`, `CE`, `H`, `MIN`, `S`.
        count: Signed number of units; None when it is vague ("several years ago"), the sign then in `forward`.
        ago: Counted in so many units ("a year ago"), not named ("last year").
        plain: Named without saying which ("the week", "year-end"): the tense may decide.
    """

    unit: str
    count: float | None
    forward: bool = False
    anchor: Anchor = Anchor.PUBLICATION
    part: str | None = None
    clock: Clock | None = None
    mod: str | None = None
    fiscal: bool = False
    plain: bool = False
    ago: bool = False
    to: Offset | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A stretch of time: "two weeks", "several months"; `window` -1 ends now ("the past two years"), 1 begins now.

    Attributes:
        unit: As in `Offset`.
        count: None when vague.
        mod: `APPROX`, `LESS_THAN`, `MORE_THAN`, or None.
        after: "In three days": with a future verb the day that lies so far ahead.
    """

    unit: str
    count: float | None
    window: int = 0
    mod: str | None = None
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A recurring time, its TIMEX3 value ready: `P1D`, `XXXX-WXX-4`, `XXXX-WXX-1TNI`."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A reference to the past, present or future at large."""

    reference: Reference


Expression = Point | Offset | Length | Repeat | Vague


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression and where it stands: code points [start, end) of the text; `rule` is the shape's id.

    `partner` is +1 on the first and -1 on the second of two expressions that bound one range ("from May to July").
    """

    start: int
    end: int
    expression: Expression
    rule: str
    partner: int = 0
