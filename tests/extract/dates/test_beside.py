"""Weekdays told by a day beside them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from briefbook.extract.dates.beside import is_named_day, weekday_beside
from briefbook.grammar.calendar import scan
from briefbook.grammar.calendar.days import Days
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("weekday", "day", "after", "wanted"),
    [
        (2, date(2025, 4, 20), True, date(2025, 4, 22)),
        (5, date(2025, 12, 25), False, date(2025, 12, 19)),
        (7, date(2025, 4, 20), True, date(2025, 4, 27)),
        (7, date(2025, 4, 20), False, date(2025, 4, 13)),
        (1, date(2025, 12, 31), True, date(2026, 1, 5)),
    ],
)
def test_weekday_beside_a_day(weekday, day, after, wanted):
    assert weekday_beside(weekday, Days(day, day), after=after) == wanted


@given(st.integers(min_value=1, max_value=7), DAYS, st.integers(min_value=0, max_value=9))
def test_it_is_that_weekday_within_a_week_of_the_days(weekday, start, length):
    days = Days(start, start + timedelta(days=length))

    later, earlier = (weekday_beside(weekday, days, after=after) for after in (True, False))

    assert later.isoweekday() == earlier.isoweekday() == weekday
    assert 1 <= (later - days.end).days <= 7
    assert 1 <= (days.start - earlier).days <= 7


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met at Easter.", True),
        ("They met on 12 May.", True),
        ("They met on Friday.", False),
        ("They met in May.", False),
        ("They met last week.", False),
    ],
)
def test_named_days(text, wanted):
    (found,) = scan(text)

    assert is_named_day(found) is wanted
