"""Days and counts in words."""

from __future__ import annotations

from datetime import date

import pytest
from briefbook.pages import wording

DAY = date(2024, 3, 4)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("2024-03-04", "2024-03-04", "4 March 2024", id="one day"),
        pytest.param("2024-03-04", "2024-03-10", "4–10 March 2024", id="days of a month"),
        pytest.param("2024-02-26", "2024-03-03", "26 February – 3 March 2024", id="days of two months"),
        pytest.param("2023-12-25", "2024-01-07", "25 December 2023 – 7 January 2024", id="days of two years"),
        pytest.param("2024-02-01", "2024-02-29", "February 2024", id="a month of a leap year"),
        pytest.param("2023-02-01", "2023-02-28", "February 2023", id="a month"),
        pytest.param("2024-02-01", "2024-02-28", "1–28 February 2024", id="not quite a month"),
        pytest.param("2024-01-01", "2024-03-31", "January – March 2024", id="months"),
        pytest.param("2023-12-01", "2024-01-31", "December 2023 – January 2024", id="months of two years"),
        pytest.param("2024-01-01", "2024-12-31", "2024", id="a year"),
        pytest.param("2021-01-01", "2023-12-31", "2021–2023", id="years"),
        pytest.param("2024-01-01", "2024-12-30", "1 January – 30 December 2024", id="a year but its last day"),
        pytest.param("2024-01-02", "2024-12-31", "2 January – 31 December 2024", id="a year but its first day"),
        pytest.param("2024-01-31", "2024-02-29", "31 January – 29 February 2024", id="a month and a day"),
        pytest.param("2024-03-04", None, "4 March 2024 or later", id="open end"),
        pytest.param(None, "2024-03-04", "4 March 2024 or earlier", id="open start"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_a_span_is_as_short_as_it_stays_exact(start: str | None, end: str | None, expected: str | None) -> None:
    """First and last day are inclusive."""
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert wording.span(first, last) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("2024-03-04", "2024-03-10", "between 4 and 10 March 2024", id="one month"),
        pytest.param("2024-02-26", "2024-03-03", "between 26 February and 3 March 2024", id="two months"),
        pytest.param("2023-12-25", "2024-01-07", "between 25 December 2023 and 7 January 2024", id="two years"),
        pytest.param("2024-02-01", "2024-02-29", "between 1 and 29 February 2024", id="a month is not one event"),
        pytest.param("2024-03-04", "2024-03-04", "on 4 March 2024", id="one day"),
        pytest.param("2024-03-04", None, "4 March 2024 or later", id="open end"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_a_day_that_is_not_known_lies_between_two(start: str | None, end: str | None, expected: str | None) -> None:
    """Bounds are not the days of the event, and must not read so."""
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert wording.possible(first, last) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param("2024-03-04", "4 March 2024", id="day"),
        pytest.param("2024-03-04T09:30:00+02:00", "4 March 2024, 09:30 UTC+02:00", id="time and zone"),
        pytest.param("2024-03-04T09:30-05:00", "4 March 2024, 09:30 UTC-05:00", id="west, without seconds"),
        pytest.param("2024-03-04T09:30:00Z", "4 March 2024, 09:30 UTC", id="Z"),
        pytest.param("2024-03-04T09:30:00+00:00", "4 March 2024, 09:30 UTC", id="offset zero"),
        pytest.param("2024-03-04T09:30:00", "4 March 2024, 09:30", id="no zone stated, none shown"),
    ],
)
def test_a_publication_date_is_shown_as_precisely_as_it_was_stated(stated: str, expected: str) -> None:
    """The zone is the source's own."""
    assert wording.published(stated) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 others"),
    ],
)
def test_names_in_a_row_never_end_in_one_other(names: list[str], expected: str) -> None:
    """ "And 1 others" would be longer than the name it hides."""
    assert wording.listed(names) == expected


def test_counts_agree_with_their_noun() -> None:
    """One meeting, two meetings, no meetings."""
    assert [wording.count(n, "meeting") for n in (0, 1, 2)] == ["0 meetings", "1 meeting", "2 meetings"]
    assert wording.count(2, "timeline entry", "timeline entries") == "2 timeline entries"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("board of the port and Omar Vale", "Board of the port and Omar Vale"),
        ("talks", "Talks"),
        ("their employers (“talks”)", "Their employers (“talks”)"),
        ("al-Sharaa and Vale", "al-Sharaa and Vale"),
        ("eBay and its sellers", "eBay and its sellers"),
        ("pre-election talks", "pre-election talks"),
        ("Lena Marsh", "Lena Marsh"),
        ("المبعوث", "المبعوث"),
        ("3 ministers", "3 ministers"),
        ("", ""),
    ],
)
def test_a_title_begins_with_a_capital_unless_it_is_a_name(words: str, title: str) -> None:
    assert wording.begun(words) == title


@pytest.mark.parametrize(
    ("prose", "printed"),
    [
        ("'his' is Omar Vale", "“his” is Omar Vale"),
        ("the rights holder's permission", "the rights holder’s permission"),
        ("'the ministers' are O'Brien and Vale", "“the ministers” are O’Brien and Vale"),
        ("a licence", "a licence"),
        ("the ministers' talks", "the ministers' talks"),
        ("", ""),
    ],
)
def test_our_own_prose_is_set_in_print(prose: str, printed: str) -> None:
    assert wording.typeset(prose) == printed


@pytest.mark.parametrize(
    ("stated", "days", "told"),
    [
        ("March 20, 2023", "20 March 2023", True),
        ("20 MARCH 2023", "20 March 2023", True),
        ("March 20", "20 March 2023", True),
        ("2023", "2023", True),
        ("March", "March 2023", True),
        ("Monday, March 20, 2023", "20 March 2023", False),
        ("Monday", "20 March 2023", False),
        ("March 2, 2023", "20 March 2023", False),
        ("on March 20", "20 March 2023", False),
        ("last week", "13–19 March 2023", False),
    ],
)
def test_days_that_tell_all_that_the_article_says(stated: str, days: str, told: bool) -> None:
    assert wording.tells_all_of(days, stated) is told
