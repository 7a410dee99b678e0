"""Arithmetic of the calendar, and the days of feasts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from briefbook.grammar.calendar.days import (
    Days,
    add_days,
    add_months,
    day_or_none,
    part_of,
    quarter_days,
    season_days,
    step,
    unit_days,
    unit_value,
    week_days,
    weekend_days,
    years_days,
)
from briefbook.grammar.calendar.feasts import easter, feast_days, near, nth_weekday, orthodox_easter
from hypothesis import given, settings
from hypothesis import strategies as st

UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"])
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@pytest.mark.parametrize(
    ("unit", "value", "start", "end"),
    [
        ("D", "2013-03-22", "2013-03-22", "2013-03-22"),
        ("W", "2013-W12", "2013-03-18", "2013-03-24"),
        ("WE", "2013-W12-WE", "2013-03-23", "2013-03-24"),
        ("M", "2013-03", "2013-03-01", "2013-03-31"),
        ("Q", "2013-Q1", "2013-01-01", "2013-03-31"),
        ("Y", "2013", "2013-01-01", "2013-12-31"),
        ("DE", "201", "2010-01-01", "2019-12-31"),
        ("CE", "20", "2000-01-01", "2099-12-31"),
    ],
)
def test_units_around_a_day(unit, value, start, end):
    day = date(2013, 3, 22)

    assert unit_value(day, unit) == value
    assert unit_days(day, unit) == (date.fromisoformat(start), date.fromisoformat(end))


def test_the_iso_week_of_new_year_belongs_to_the_year_of_its_thursday():
    assert unit_value(date(2021, 1, 2), "W") == "2020-W53"
    assert week_days(date(2021, 1, 2)) == (date(2020, 12, 28), date(2021, 1, 3))


def test_a_month_on_from_the_thirty_first_is_the_last_of_a_shorter_month():
    assert add_months(date(2012, 1, 31), 1) == date(2012, 2, 29)
    assert add_months(date(2012, 1, 31), -2) == date(2011, 11, 30)


def test_winter_bears_the_year_it_begins_in():
    assert season_days(2012, "WI") == (date(2012, 12, 1), date(2013, 2, 28))


def test_quarters_and_impossible_days():
    assert quarter_days(2013, 4) == (date(2013, 10, 1), date(2013, 12, 31))
    assert day_or_none(2013, 2, 29) is None
    assert day_or_none(2012, 2, 29) == date(2012, 2, 29)
    assert weekend_days(date(2013, 3, 24)).start == date(2013, 3, 23)


@settings(deadline=None)
@given(DAYS, UNITS)
def test_a_day_lies_in_its_unit(day, unit):
    found = unit_days(day, unit)

    assert found.start <= found.end
    if unit != "WE":
        assert found.start <= day <= found.end


@settings(deadline=None)
@given(DAYS, UNITS, st.integers(-300, 300))
def test_steps_never_leave_the_calendar_and_keep_their_direction(day, unit, count):
    there = step(day, unit, count)

    assert there >= day if count >= 0 else there <= day


@settings(deadline=None)
@given(DAYS, st.integers(-(10**7), 10**7))
def test_adding_days_stays_inside(day, count):
    assert date.min <= add_days(day, count) <= date.max


@settings(deadline=None)
@given(DAYS, st.integers(0, 4000), st.sampled_from(["START", "MID", "END", None]))
def test_a_part_lies_in_its_whole(day, length, mod):
    whole = Days(day, add_days(day, length))
    part = part_of(whole, mod)

    assert whole.start <= part.start <= part.end <= whole.end


def test_years_stop_at_the_end_of_the_calendar():
    assert years_days(9995, 10).end == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("feast", "year", "start", "end"),
    [
        ("christmas", 2013, "2013-12-25", "2013-12-25"),
        ("easter", 2013, "2013-03-31", "2013-03-31"),
        ("good-friday", 2013, "2013-03-29", "2013-03-29"),
        ("easter", 2038, "2038-04-25", "2038-04-25"),
        ("thanksgiving", 2013, "2013-11-28", "2013-11-28"),
        ("ramadan", 2023, "2023-03-23", "2023-04-20"),
        ("eid-al-fitr", 2023, "2023-04-22", "2023-04-24"),
        ("yom-kippur", 2023, "2023-09-25", "2023-09-25"),
        ("passover", 2023, "2023-04-06", "2023-04-13"),
        ("hanukkah", 2023, "2023-12-08", "2023-12-15"),
        ("orthodox-christmas", 2023, "2023-01-07", "2023-01-07"),
        ("orthodox-easter", 2023, "2023-04-16", "2023-04-16"),
        ("orthodox-easter", 2024, "2024-05-05", "2024-05-05"),
        ("orthodox-easter", 2025, "2025-04-20", "2025-04-20"),
        ("lunar-new-year", 2024, "2024-02-10", "2024-02-10"),
        ("bastille-day", 2024, "2024-07-14", "2024-07-14"),
        ("armistice-day", 2018, "2018-11-11", "2018-11-11"),
    ],
)
def test_feasts(feast, year, start, end):
    assert feast_days(feast, year) == (date.fromisoformat(start), date.fromisoformat(end))


def test_a_feast_of_the_moon_may_be_kept_a_day_or_two_off():
    assert near("ramadan", 2023, date(2023, 3, 22))
    assert not near("ramadan", 2023, date(2023, 3, 27))


def test_the_listed_feast_is_a_new_moon_of_the_late_winter():
    days = [found.start for year in range(1990, 2040) if (found := feast_days("lunar-new-year", year))]

    assert len(days) == 31, "a year that is not listed has none"
    assert all((1, 21) <= (day.month, day.day) <= (2, 20) for day in days)
    months = [(after - before).days / 29.530588 for before, after in pairwise(days)]
    assert all(abs(count - round(count)) < 0.06 and round(count) in (12, 13) for count in months)


def test_the_eastern_easter_is_a_sunday_on_or_after_the_western():
    for year in range(1900, 2100):
        assert orthodox_easter(year).isoweekday() == 7
        assert orthodox_easter(year) >= easter(year)


def test_no_feast_before_the_calendar_was_ours():
    assert feast_days("easter", 1500) is None


@settings(deadline=None)
@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year):
    day = easter(year)

    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_nth_weekday():
    assert nth_weekday(2013, 3, 5, 1) == date(2013, 3, 1)
    assert nth_weekday(2013, 3, 4, 1) == date(2013, 3, 7)
