"""Arithmetic of the calendar: the days of a week, month, quarter, season, decade; steps from one to the next.

Weeks are ISO 8601 weeks (Monday to Sunday).  Seasons are those of the northern hemisphere by whole months, as in
TIMEX3: spring March to May, summer June to August, autumn September to November, winter December to February; a
winter bears the year in which it begins.  A century runs from 00 to 99.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

MONTHS_A_UNIT = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


class Days(NamedTuple):
    """First and last day, inclusive."""

    start: date
    end: date


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is none ("February 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """A month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_days(year: int, month: int, count: int) -> Days:
    """`count` months from a month on."""
    last = add_months(date(year, month, 1), count - 1)
    return Days(date(year, month, 1), month_days(last.year, last.month).end)


def quarter_days(year: int, quarter: int) -> Days:
    """A quarter of a calendar year."""
    return months_days(year, 3 * quarter - 2, 3)


def season_days(year: int, season: str) -> Days:
    """A season of the northern hemisphere."""
    return months_days(year, SEASON_MONTHS[season], 3)


def years_days(year: int, count: int = 1) -> Days:
    """`count` calendar years from a year on."""
    return Days(date(year, 1, 1), date(min(year + count - 1, MAXYEAR), 12, 31))


def week_days(day: date) -> Days:
    """The ISO week a day lies in."""
    monday = add_days(day, -day.weekday())
    return Days(monday, add_days(monday, 6))


def weekend_days(day: date) -> Days:
    """The Saturday and Sunday of the ISO week a day lies in."""
    monday = week_days(day).start
    return Days(add_days(monday, 5), add_days(monday, 6))


def add_days(day: date, count: int) -> date:
    """A day so many days on, kept inside the calendar Python knows."""
    ordinal = day.toordinal() + count
    return date.fromordinal(max(date.min.toordinal(), min(ordinal, date.max.toordinal())))


def add_months(day: date, count: int) -> date:
    """The same day of the month so many months on; the month's last day where it is shorter."""
    total = day.year * 12 + day.month - 1 + count
    year, month = divmod(total, 12)
    if year < MINYEAR:
        return date.min
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def step(day: date, unit: str, count: int) -> date:
    """The day so many units on: `D`, `W`, `WE`, `M`, `Q`, `Y`, `DE`, `CE`; smaller units stay on the day."""
    if unit in MONTHS_A_UNIT:
        return add_months(day, count * MONTHS_A_UNIT[unit])
    if unit in ("W", "WE"):
        return add_days(day, 7 * count)
    return add_days(day, count) if unit == "D" else day


def unit_days(day: date, unit: str) -> Days:
    """The whole unit a day lies in."""
    if unit in ("W", "WE"):
        return week_days(day) if unit == "W" else weekend_days(day)
    if unit == "M":
        return month_days(day.year, day.month)
    if unit == "Q":
        return quarter_days(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return years_days(day.year)
    if unit in ("DE", "CE"):
        size = 10 if unit == "DE" else 100
        return years_days(max(day.year // size * size, 1), size - (1 if day.year < size else 0))
    return Days(day, day)


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit a day lies in: `2013-03-22`, `2013-W12`, `2013-03`, `2013-Q1`, `2013`, `201`, `20`."""
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit in ("Y", "DE", "CE"):
        return f"{day.year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    return day.isoformat()


def part_of(days: Days, mod: str | None, day: date | None = None) -> Days:
    """The beginning, middle or end third of a stretch of three days or more.

    `BEFORE` and `AFTER` ("earlier this month", "later this month") are what lies before and after `day` in it.
    """
    if mod in ("BEFORE", "AFTER"):
        if day is None or not days.start <= day <= days.end:
            return part_of(days, "START" if mod == "BEFORE" else "END")
        if mod == "BEFORE":
            return Days(days.start, max(days.start, add_days(day, -1)))
        return Days(min(days.end, add_days(day, 1)), days.end)
    length = (days.end - days.start).days + 1
    if mod is None or length < 3:
        return days
    third = length // 3
    if mod == "START":
        return Days(days.start, days.start + timedelta(days=third))
    if mod == "END":
        return Days(days.end - timedelta(days=third), days.end)
    return Days(days.start + timedelta(days=third), days.end - timedelta(days=third)) if mod == "MID" else days
