"""Time expressions of a text with their days: golden cases, reasons, ranges, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from briefbook.extract import dates
from briefbook.model import TimexType
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
PUBLISHED = "2013-03-22"


def _row(timex):
    start, end = (day.isoformat() if day else "-" for day in (timex.start, timex.end))
    return f"{timex.citation.exact} | {timex.type} | {timex.value} | {start} | {end}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(analysed, case):
    found = dates.extract(analysed(case["text"], published=case.get("published", PUBLISHED)))

    assert [_row(timex) for timex in found] == case["expect"]


def _reason(analysed, text, **article):
    return dates.extract(analysed(text, published=article.get("published", PUBLISHED)))[-1].reason


def test_an_inferred_day_says_why(analysed):
    assert _reason(analysed, "The ministers met on Tuesday.") == (
        "“Tuesday” is read as 19 March 2013, the last one up to publication on 22 March 2013, because “met” looks back."
    )


def test_a_day_to_come_says_why(analysed):
    assert _reason(analysed, "The ministers will meet on Tuesday.") == (
        "“Tuesday” is read as 26 March 2013, the next one from publication on 22 March 2013, "
        "because “will meet” looks ahead."
    )


def test_a_day_counted_from_the_time_told_names_it(analysed):
    assert _reason(analysed, "He came on Monday. Two days later he left.") == (
        "“Two days later” is read as 20 March 2013, counted from “Monday”."
    )


def test_a_day_written_in_full_needs_no_reason(analysed):
    assert _reason(analysed, "He came on May 3, 2012.") is None


def test_both_ends_of_a_range_know_the_whole(analysed):
    first, second = dates.extract(analysed("The fair ran from May 3 to 5.", published=PUBLISHED))

    assert first.whole == second.whole
    assert (first.whole.start.isoformat(), first.whole.end.isoformat()) == ("2012-05-03", "2012-05-05")


def test_days_side_by_side_are_no_range(analysed):
    first, second = dates.extract(analysed("The fair was open on May 3 and 5.", published=PUBLISHED))

    assert first.whole is None
    assert second.whole is None


def test_a_time_told_in_one_block_does_not_run_on_for_ever(analysed):
    filler = ["The harbour is small.", "Boats are few.", "Fish is dear.", "Nets are old."]
    found = dates.extract(analysed("He came on Monday.", *filler, "The next day was cold.", published=PUBLISHED))

    assert [timex.start is None for timex in found] == [False, True]


def test_the_modifier_is_kept(analysed):
    assert [t.mod for t in dates.extract(analysed("It closed in late May.", published=PUBLISHED))] == ["END"]


PHRASES = st.lists(
    st.sampled_from(
        "on in the last next Friday May 30 February 2012 1066 9999 week weeks two later ago earlier before after , . "
        "“ ” 10 p.m. 25:99 quarter first 21st century '99 1990s Ramadan Easter will met said by until and to - now "
        "0000 daily every past since".split()
    ),
    min_size=1,
    max_size=16,
).map(" ".join)


@pytest.mark.parametrize("published", [PUBLISHED, "0001-01-01", "9999-12-31", None])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PHRASES)
def test_what_must_hold_for_any_text(analysed, published, text):
    document = analysed(text, published=published)
    for timex in dates.extract(document, dates.bound_publication(document)):
        assert document.article.holds(timex.citation)
        assert timex.value
        assert (timex.start is None) == (timex.end is None)
        if timex.start is not None and timex.end is not None:
            assert timex.start <= timex.end
        if timex.type is TimexType.SET:
            assert timex.start is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=80))
def test_any_characters_are_survived(analysed, text):
    document = analysed(text, published=PUBLISHED)

    assert all(document.article.holds(timex.citation) for timex in dates.extract(document))
