"""Phrases to expressions: what was said, before anyone asks which day it means."""

from __future__ import annotations

import pytest
from briefbook.grammar.calendar import (
    Anchor,
    Clock,
    Length,
    Offset,
    Point,
    Reference,
    Repeat,
    Shift,
    Vague,
    period,
    scan,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def expression(text):
    """The only expression of a text."""
    found = scan(text)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0].expression


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met on Friday, June 7, 2019.", Point(year=2019, month=6, day=7, weekday=5)),
        ("They met on 7th June.", Point(month=6, day=7)),
        ("They met on the 7th of June 2019.", Point(year=2019, month=6, day=7)),
        ("They met in mid-May.", Point(month=5, mod="MID")),
        ("They met last July.", Point(month=7, shift=Shift.LAST)),
        ("They met late last July.", Point(month=7, shift=Shift.LAST, mod="END")),
        ("They met this past spring.", Point(season="SP", shift=Shift.LAST)),
        ("They met in the summer of 2012.", Point(season="SU", year=2012)),
        ("They met in 2012.", Point(year=2012)),
        ("They met in the class of '82.", Point(year=1982)),
        ("They met in the 1990s.", Point(decade=1990)),
        ("They met in the 20th century.", Point(century=20)),
        ("They met in the third quarter of 2009.", Point(quarter=3, year=2009)),
        ("They met in Q3 2012.", Point(quarter=3, year=2012)),
        ("They met in fiscal 2012.", Point(year=2012, fiscal=True)),
        ("They met on the first Monday in May.", Point(month=5, weekday=1, week=1)),
        ("They met in the last week of March.", Point(month=3, week=-1)),
        ("They met in the week of March 6.", Point(month=3, day=6, week=0)),
        ("They met on Friday night.", Point(weekday=5, part="NI")),
        ("They met at 10 p.m. Wednesday.", Point(weekday=3, clock=Clock(hour=22))),
        ("They met at 9:30 a.m. EDT on Tuesday.", Point(weekday=2, clock=Clock(hour=9, minute=30, zone="-04:00"))),
        ("They met last weekend.", Point(weekend=True, shift=Shift.LAST)),
        ("They met in October of next year.", Point(month=10, base=Offset(unit="Y", count=1))),
        ("They met on Friday of last week.", Point(weekday=5, base=Offset(unit="W", count=-1))),
        ("They met at Easter 2012.", Point(feast="easter", year=2012)),
        ("They met on 2021-04-07.", Point(year=2021, month=4, day=7)),
        ("They met on 25/04/2021.", Point(year=2021, month=4, day=25)),
        ("They met on 04/25/2021.", Point(year=2021, month=4, day=25)),
    ],
)
def test_points(text, wanted):
    assert expression(text) == wanted


@pytest.mark.parametrize(
    ("text", "unit", "count", "anchor"),
    [
        ("They met yesterday.", "D", -1, Anchor.PUBLICATION),
        ("They meet tomorrow.", "D", 1, Anchor.PUBLICATION),
        ("They meet the day after tomorrow.", "D", 2, Anchor.PUBLICATION),
        ("They met last week.", "W", -1, Anchor.PUBLICATION),
        ("They meet early next year.", "Y", 1, Anchor.PUBLICATION),
        ("They met two years ago.", "Y", -2, Anchor.PUBLICATION),
        ("They met a fortnight ago.", "W", -2, Anchor.PUBLICATION),
        ("They met three days later.", "D", 3, Anchor.REFERENCE),
        ("They met the previous day.", "D", -1, Anchor.REFERENCE),
        ("They met the same day.", "D", 0, Anchor.REFERENCE),
        ("They met the day before the vote.", "D", -1, Anchor.EVENT),
        ("They met the day before.", "D", -1, Anchor.REFERENCE),
    ],
)
def test_offsets(text, unit, count, anchor):
    found = expression(text)

    assert isinstance(found, Offset)
    assert (found.unit, found.count, found.anchor) == (unit, count, anchor)


@pytest.mark.parametrize(
    ("text", "value", "window"),
    [
        ("They waited two weeks.", "P2W", 0),
        ("They waited twenty-two years.", "P22Y", 0),
        ("They waited two and a half years.", "P2Y6M", 0),
        ("They waited 2 1/2 years.", "P2Y6M", 0),
        ("They waited half an hour.", "PT30M", 0),
        ("They waited several months.", "PXM", 0),
        ("They waited two decades.", "P20Y", 0),
        ("They waited a dozen years.", "P12Y", 0),
        ("They waited two hundred years.", "P200Y", 0),
        ("Sales rose over the past two years.", "P2Y", -1),
        ("Sales rise over the next three months.", "P3M", 1),
        ("The truce will last 72 hours.", "PT72H", 0),
        ("A month earlier than usual, snow fell.", "P1M", 0),
    ],
)
def test_lengths(text, value, window):
    found = expression(text)

    assert isinstance(found, Length)
    assert (period(found.unit, found.count), found.window) == (value, window)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every Wednesday.", "XXXX-WXX-3"),
        ("They meet on Tuesday nights.", "XXXX-WXX-2TNI"),
        ("They meet every two years.", "P2Y"),
        ("The daily flights resumed.", "P1D"),
        ("They meet on the first Monday of each month.", "XXXX-WXX-1"),
    ],
)
def test_recurring_times(text, value):
    assert expression(text) == Repeat(value=value)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("It is now open.", Reference.PRESENT),
        ("It recently opened.", Reference.PAST),
        ("It may open in the near future.", Reference.FUTURE),
        ("They erred in the past.", Reference.PAST),
    ],
)
def test_vague_references(text, reference):
    assert expression(text) == Vague(reference=reference)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It runs from May 3 to 5.", [Point(month=5, day=3), Point(month=5, day=5)]),
        ("It ran on 3-5 May 2012.", [Point(year=2012, month=5, day=3), Point(year=2012, month=5, day=5)]),
        ("It ran in 2009-10.", [Point(year=2009), Point(year=2010)]),
        ("It runs Monday through Wednesday.", [Point(weekday=1), Point(weekday=3)]),
        ("It takes 12 to 18 months.", [Length(unit="M", count=12), Length(unit="M", count=18)]),
    ],
)
def test_two_ends_of_a_phrase(text, ends):
    assert [f.expression for f in scan(text)] == ends


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("It runs from May 3 to 5.", [1, -1]),
        ("It runs between May 3 and 5.", [1, -1]),
        ("It runs on May 3 and 5.", [0, 0]),
    ],
)
def test_only_a_range_joins_its_ends(text, partners):
    assert [f.partner for f in scan(text)] == partners


@pytest.mark.parametrize(
    "text",
    [
        "Her six-year-old son waited.",
        "She is 52 years old.",
        "He paid $1994 and £2010.",
        "A Boeing 737-800 and an F-16 flew.",
        "They may march on the hall.",
        "Turnout rose by 12.5 percent.",
        "She left as soon as he came.",
        "Her most recent book sold well.",
        "The 03/04/2021 entry could be either day.",
        "It was 10:30 to the visitors.",
        "",
    ],
)
def test_no_time_is_seen_where_none_is(text):
    assert scan(text) == ()


def test_a_run_read_before_keeps_its_own_words():
    """What a run of letters can be is remembered; its words are not: "May" and "June" are the same letters."""
    found = [scan(f"They met on {day} {month} and left.") for month in ("May", "June") for day in (3, 4)]

    assert [f.expression for (f,) in found] == [
        Point(month=5, day=3),
        Point(month=5, day=4),
        Point(month=6, day=3),
        Point(month=6, day=4),
    ]


WORDS = st.sampled_from(
    "May March 5 31st 2012 '82 1990s of the a last next this first second week weekend Friday Fridays morning ago "
    "later two half and to - , . ( ) GMT 10:30 p.m. noon Easter Ramadan every now past quarter fiscal years' 's year's".split()
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_expressions_lie_in_the_text_in_order(text):
    end = 0
    for found in scan(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        end = found.end


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert all(0 <= found.start < found.end <= len(text) for found in scan(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("08:45 The minister arrives.", Clock(hour=8, minute=45)),
        ("23:05 “We are leaving.”", Clock(hour=23, minute=5)),
        ("9.10 - The talks begin.", Clock(hour=9, minute=10)),
        ("11:20 | The minister leaves.", Clock(hour=11, minute=20)),
        ("2.15pm BST - The mayor asks people to stay at home.", Clock(hour=14, minute=15, zone="+01:00")),
        ("16:10 GMT The lifeboat is out.", Clock(hour=16, minute=10, zone="Z")),
        ("12:05 a.m. Crews leave the harbour.", Clock(hour=0, minute=5)),
        ("17:00 UN envoy Tove Ask lands.", Clock(hour=17, minute=0)),
    ],
)
def test_time_that_opens_an_entry_of_a_live_report(text, wanted):
    assert expression(text) == Offset(unit="D", count=0, clock=wanted)


@pytest.mark.parametrize("text", ["9.58 Ulf Bolten", "10:30 on points they won.", "25:10 The end.", "3:61 The end."])
def test_other_numbers_that_open_a_text_are_no_times(text):
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is on Saturday week.", Point(weekday=6, base=Offset(unit="W", count=1, forward=True, ago=True))),
        ("It is a fortnight on Friday.", Point(weekday=5, base=Offset(unit="W", count=2, forward=True, ago=True))),
        ("It sank a week ago on Friday.", Point(weekday=5, base=Offset(unit="W", count=-1))),
        ("It sank a year ago Friday.", Point(weekday=5, base=Offset(unit="Y", count=-1, ago=True))),
        ("It is due in 2021-W07.", Point(year=2021, iso_week=7)),
        ("It sank the Friday before last.", Point(weekday=5, shift=Shift.BEFORE_LAST)),
        ("It sank the week before last.", Offset(unit="W", count=-2)),
        ("It is on the 1st of next month.", Point(day=1, base=Offset(unit="M", count=1))),
        ("It sank 50 years ago today.", Offset(unit="Y", count=-50, ago=True, to=Offset(unit="D", count=0))),
        ("He lived in the Nineties.", Point(decade=1990)),
    ],
)
def test_expressions_counted_from_a_weekday_or_month(text, wanted):
    assert expression(text) == wanted


@given(st.integers(min_value=1, max_value=53), st.integers(min_value=1900, max_value=2100))
def test_weeks_of_a_year_are_read_as_written(week, year):
    assert expression(f"It sank in {year}-W{week:02d}.") == Point(year=year, iso_week=week)
