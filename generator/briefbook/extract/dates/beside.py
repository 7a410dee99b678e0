"""Weekdays told by a day beside them: "the Tuesday after Easter", "the Friday before 12 May"."""

from __future__ import annotations

from datetime import date

from briefbook.grammar.calendar import Found, Point
from briefbook.grammar.calendar.days import Days, add_days


def is_named_day(found: Found) -> bool:
    """A feast, or a day of a month."""
    day = found.expression
    return isinstance(day, Point) and (day.feast is not None or (day.month is not None and day.day is not None))


def weekday_beside(weekday: int, days: Days, *, after: bool, count: int = 1) -> date:
    """The n-th such weekday (1 is Monday) after the last of the days, or before the first of them."""
    further = 7 * (count - 1)
    if after:
        return add_days(days.end, (weekday - days.end.isoweekday() - 1) % 7 + 1 + further)
    return add_days(days.start, -((days.start.isoweekday() - weekday - 1) % 7 + 1 + further))
