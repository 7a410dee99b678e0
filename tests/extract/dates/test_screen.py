"""The words that say what a calendar expression is: each entry of the lexicon does what it tells."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.extract import dates

PUBLISHED = "2025-06-03"
ENTRIES = lexicons.load("calendar_screen").entries
NO_TIME = ("bearers-of-numbers", "other-eras")
KNOWN = [entry for entry in ENTRIES if "day" in entry.fields]


def found(analysed, text):
    """The expressions of a text and their values."""
    return {timex.citation.exact: timex.value for timex in dates.extract(analysed(text, published=PUBLISHED))}


def entry(id):
    return next(e for e in ENTRIES if e.id == id)


@pytest.mark.parametrize("id", NO_TIME)
def test_numbers_of_their_own_are_no_years(analysed, id):
    assert not any(found(analysed, text) for text in entry(id).examples)
    assert all(found(analysed, text) for text in entry(id).counterexamples)


@pytest.mark.parametrize("word", sorted(entry("bearers-of-numbers").words))
def test_each_bearer_keeps_its_number(analysed, word):
    assert not found(analysed, f"They spoke of {word} 1987.")


def test_these_times_are_no_day(analysed):
    entry_ = entry("of-these-times")

    assert set(found(analysed, entry_.examples[0]).values()) == {"PRESENT_REF"}
    assert set(found(analysed, entry_.counterexamples[0]).values()) == {PUBLISHED}


def test_what_bears_the_name_of_a_feast_is_not_on_its_day(analysed):
    entry_ = entry("on-the-feast")

    assert set(found(analysed, entry_.examples[0]).values()) == {"2024-12-25"}
    assert not found(analysed, entry_.counterexamples[0])


@pytest.mark.parametrize("known", KNOWN, ids=lambda e: e.id)
def test_a_day_known_by_its_event_needs_no_year(analysed, known):
    assert set(found(analysed, known.examples[0]).values()) == {known.fields["day"]}
    assert known.fields["day"] not in found(analysed, known.counterexamples[0]).values()
