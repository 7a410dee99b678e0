"""The days of feasts: fixed, counted from Easter, or of the Hijri and Hebrew calendars (tabular, through convertdate).

The Hijri months begin with a sighting of the moon, so the day computed for Ramadan can be one or two off the day kept
in a country: use `near` where a text gives the day itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from briefbook import lexicons
from briefbook.grammar.calendar.days import Days, add_days, month_days

SIGHTING_DAYS = 2
"""How far a kept feast of the moon may lie from the computed one."""


@lru_cache(maxsize=512)
def feast_days(feast: str, year: int) -> Days | None:
    """The days of a feast that begins in a year of our calendar, or None when none does (or the year is out of range)."""
    rule = lexicons.load("calendar_feasts").entry(feast).fields["rule"]
    if not 1583 <= year <= 4000:
        return None
    kind = rule[0]
    if kind == "listed":
        return next((Days(d, d) for d in map(date.fromisoformat, rule[1:]) if d.year == year), None)
    numbers = [int(number) for number in rule[1:]]
    if kind == "fixed":
        start = date(year, numbers[0], numbers[1])
        return Days(start, start)
    if kind == "easter":
        start = easter(year) + timedelta(days=numbers[0])
        return Days(start, start)
    if kind == "orthodox":
        start = orthodox_easter(year) + timedelta(days=numbers[0])
        return Days(start, start)
    if kind == "weekday":
        start = nth_weekday(year, *numbers)
        return Days(start, start)
    return _lunar(kind, year, *numbers)


def near(feast: str, year: int, day: date) -> bool:
    """Can the feast have begun on this day, the computed day being right up to the sighting of the moon?"""
    found = feast_days(feast, year)
    return found is not None and abs((found.start - day).days) <= SIGHTING_DAYS


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, eighth = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    weekday = (32 + 2 * eighth + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches (reckoned in the Julian calendar), as a day of ours."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The n-th weekday (1 is Monday) of a month, -1 the last."""
    if count < 0:
        last = month_days(year, month).end
        return add_days(last, -((last.isoweekday() - weekday) % 7))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def _lunar(kind: str, year: int, month: int, day: int, length: int) -> Days | None:
    """A day of the Hijri or Hebrew calendar that falls into a year of ours, and the `length` days from it."""
    # slow to import, and few articles name a feast; the package ships no types
    from convertdate import hebrew, islamic  # type: ignore[import-untyped]

    if kind == "hijri":
        first = int((year - 622) * 33 / 32)
        tries = [islamic.to_gregorian(first + n, month, day) for n in (-1, 0, 1, 2)]
    else:
        tries = [hebrew.to_gregorian(year + n, month, day) for n in (3760, 3761)]
    for found in tries:
        if found[0] == year:
            start = date(*map(int, found))
            return Days(start, add_days(start, length - 1))
    return None
