"""Expression and setting -> what it means: the door to the resolvers of each kind of expression."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefbook.extract.dates.points import resolve_point, time_suffix
from briefbook.extract.dates.setting import Resolution, Setting, Told
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import Anchor, Expression, Length, Offset, Point, Reference, Repeat, Vague, period
from briefbook.grammar.calendar.days import MONTHS_A_UNIT, Days, part_of, step, unit_days, unit_value

SYMBOLS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
"""Values of units that cannot be placed."""

TIME_UNITS = ("H", "MIN", "S")

COARSER = ("D", "W", "WE", "M", "Q", "SE", "H6", "Y", "DE", "CE")
"""Units by size."""


def resolve(expression: Expression, setting: Setting) -> Resolution | None:
    """What an expression means where it stands; None when it names no time that exists."""
    if isinstance(expression, Point):
        return resolve_point(expression, setting)
    if isinstance(expression, Offset):
        return _offset(expression, setting)
    if isinstance(expression, Length):
        return _length(expression, setting)
    if isinstance(expression, Repeat):
        return Resolution("SET", expression.value)
    return _vague(expression)


def _vague(expression: Vague) -> Resolution:
    return Resolution("DATE", expression.reference.value)


def _offset(offset: Offset, setting: Setting) -> Resolution:
    if offset.plain and offset.unit in TIME_UNITS and offset.clock is None:
        return Resolution("DURATION", period(offset.unit, 1))  # "within the hour"
    if offset.count is None:
        return Resolution("DATE", (Reference.FUTURE if offset.forward else Reference.PAST).value)
    if offset.anchor is Anchor.EVENT:
        return _beside_event(offset, setting)
    if offset.anchor is Anchor.REFERENCE:
        return _from_told(offset, setting)
    return _from_publication(offset, setting)


def _beside_event(offset: Offset, setting: Setting) -> Resolution:
    """ "The day before the flood": the day is not known, the year is the one the text was speaking of."""
    found = _unplaced(offset)
    return found._replace(value=f"{setting.told.days.start.year:04d}{found.value[4:]}") if setting.told else found


def _from_publication(offset: Offset, setting: Setting) -> Resolution:
    if setting.publication is None:
        return _unplaced(offset)
    if offset.to is not None:
        exact = step(setting.publication, offset.to.unit, int(offset.to.count or 0))
        return _placed(offset, exact, offset.to.unit, "counted from publication")
    if offset.ago and offset.unit == "Y" and setting.told is not None and setting.told.unit == "Q":
        return _placed(offset, setting.told.days.start, "Q", f"counted from “{setting.told.words}”")
    found = _placed(offset, setting.publication, offset.unit, "counted from publication")
    if (
        offset.plain
        and offset.mod
        and setting.tense is Tense.PAST
        and found.days
        and found.days.start > setting.publication
    ):
        return _placed(replace(offset, count=-1), setting.publication, offset.unit, "counted from publication")
    return found


def _unplaced(offset: Offset) -> Resolution:
    suffix = time_suffix(offset.part, offset.clock)
    return Resolution("TIME" if suffix else "DATE", SYMBOLS.get(offset.unit, "XXXX-XX-XX") + suffix, None, offset.unit)


def _placed(offset: Offset, anchor: date, unit: str, basis: str) -> Resolution:
    """The unit that lies `count` units from the anchor, in the precision of `unit`."""
    count = int(offset.count or 0)
    day = step(anchor, offset.unit, count)
    if offset.count is not None and count != offset.count and offset.unit == "Y":
        day = step(day, "M", 6 if offset.count > 0 else -6)
    suffix = time_suffix(offset.part, offset.clock)
    days = part_of(unit_days(day, unit), offset.mod, anchor)
    return Resolution(
        "TIME" if suffix else "DATE",
        unit_value(day, unit) + suffix,
        None if offset.fiscal else days,
        unit if unit in COARSER else "D",
        basis,
    )


def _from_told(offset: Offset, setting: Setting) -> Resolution:
    """Count from the time the text was speaking of, else from publication."""
    told = setting.told
    if told is not None and offset.unit in ("D", *TIME_UNITS) and told.unit != "D":
        told = None
    if told is None:
        ahead = (offset.count or 0) > 0 and setting.tense is Tense.PAST and setting.direct and not offset.plain
        return _from_publication(offset, setting) if _is_safe(offset) and not ahead else _unplaced(offset)
    unit = offset.unit if offset.unit in COARSER else "D"
    compared = offset.ago and offset.unit == "Y" and told.unit in ("Q", "M")
    if COARSER.index(told.unit) > COARSER.index(unit) or compared:
        unit = told.unit if told.unit in SYMBOLS else unit
    anchor = told.days.end if (offset.count or 0) > 0 else told.days.start
    if _is_past_midnight(offset, told):
        anchor = step(anchor, "D", 1)
    return _placed(offset, anchor, unit, f"counted from “{told.words}”")


def _is_past_midnight(offset: Offset, told: Told) -> bool:
    """ "It left at 11.40 p.m. … and landed at 2.15 a.m.": a small hour told after a late one is of the next day."""
    if not offset.plain or offset.clock is None or offset.clock.zone or told.hour is None:
        return False
    return told.hour >= EVENING and offset.clock.hour < MORNING


EVENING, MORNING = 18, 6
"""Hours from which a day is late and until which it is early."""


def _is_safe(offset: Offset) -> bool:
    """May publication stand in for the time spoken of?  Yes for "the day" and "a year earlier", not for "that day"."""
    return offset.plain or offset.unit in MONTHS_A_UNIT


def _length(length: Length, setting: Setting) -> Resolution:
    """A duration; "in three days" of what is to come is the day it leads to."""
    ahead = length.after and length.unit in ("D", "W", "M", "Y") and setting.direct and setting.tense is Tense.FUTURE
    if ahead and length.count is not None:
        return _from_publication(Offset(unit=length.unit, count=length.count, forward=True, ago=True), setting)
    return Resolution("DURATION", period(length.unit, length.count), _window(length, setting.publication), "")


def _window(length: Length, day: date | None) -> Days | None:
    """The days of a stretch that ends or begins at publication."""
    if day is None or not length.window or length.count is None:
        return None
    other = step(day, length.unit, int(length.window * length.count))
    return Days(min(day, other), max(day, other))


def told(resolution: Resolution, words: str, hour: int | None = None) -> Told | None:
    """The time that later words may count from."""
    if resolution.days is None or resolution.unit not in COARSER:
        return None
    return Told(resolution.days, resolution.unit, words, hour)
