"""Sentences that take an event up by a noun ("the deal", "the killing") are cited with it; others are not."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.analysis import References
from briefbook.extract import dates, timeline

LEAD = "A brewer bought the old mill by the river on Tuesday."
CRIME = "A gunman shot a banker in the port on Tuesday."

TAKEN_UP = [
    (LEAD, "The deal surprised the village."),
    (LEAD, "Neighbours spoke of the purchase with regret."),
    (LEAD, "The mayor praised this acquisition."),
    (CRIME, "The killing shook the town."),
    (CRIME, "Police gave no reason for the attack."),
    ("A ferry sank off the cape on Monday.", "The disaster is the worst in ten years."),
    ("The court ruled against the miners on Monday.", "The decision is final."),
    ("The pilot flew over the pole on Monday.", "The flight lasted ten hours."),
    ("Police arrested a banker on Monday.", "The arrest was a surprise to the board."),
    ("Farmers marched through the capital on Monday.", "The protest was peaceful."),
]
NOT_TAKEN_UP = [
    (LEAD, "A deal is a deal."),
    (LEAD, "The earlier deal had failed."),
    (LEAD, "The deal that he made had failed."),
    (LEAD, "His deal was a good one."),
    (LEAD, "“The deal is a shame.”"),
    (LEAD, "The killing shook the town."),
    (CRIME, "The deal surprised the village."),
    (CRIME, "Three killings were never solved."),
]


def entries(document):
    """The timeline of a document without actors."""
    return timeline.extract(References(document=document, actors=()), dates.extract(document), ())


@pytest.mark.parametrize(("lead", "more"), TAKEN_UP)
def test_a_noun_with_the_takes_up_the_event(analysed, lead, more):
    first = entries(analysed(lead, f"The village is small. {more}", published="2025-06-20"))[0]

    assert [c.exact for c in first.citations] == [lead, more]


@pytest.mark.parametrize(("lead", "more"), NOT_TAKEN_UP)
def test_another_noun_does_not(analysed, lead, more):
    first = entries(analysed(lead, f"The village is small. {more}", published="2025-06-20"))[0]

    assert [c.exact for c in first.citations] == [lead]


def test_the_nearest_event_is_meant(analysed):
    text = ("A brewer bought the mill on Monday.", "A baker bought the yard on Wednesday. The deal is complete.")
    found = entries(analysed(*text, published="2025-06-20"))

    assert [len(entry.citations) for entry in found] == [1, 2]


def test_a_noun_before_its_event_is_not_taken_for_it(analysed):
    found = entries(
        analysed("The deal is the talk of the town.", "A brewer bought the mill on Monday.", published="2025-06-20")
    )

    assert [len(entry.citations) for entry in found] == [1]


def test_an_event_has_few_sentences(analysed):
    more = " ".join(f"The deal pleased the {who}." for who in ("mayor", "baker", "smith", "priest") * 5)
    found = entries(analysed(LEAD, more, published="2025-06-20"))

    assert len(found[0].citations) <= 7


@pytest.mark.parametrize(
    "entry", [e for e in lexicons.load("timeline").entries if "verbs" in e.fields], ids=lambda e: e.id
)
def test_nouns_and_verbs_are_base_forms_without_doubles(entry):
    for words in (entry.words, entry.fields["verbs"]):
        assert len(set(words)) == len(words)
        assert all(word == word.lower().strip() for word in words)
