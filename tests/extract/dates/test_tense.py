"""Where a clause looks: the tense that decides which Friday is meant."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.extract.dates.find import places
from briefbook.extract.dates.tense import Tense

LOOKS = {
    "future-heads": Tense.FUTURE,
    "future-prepositions": Tense.FUTURE,
    "future-modals": Tense.FUTURE,
    "movers": Tense.FUTURE,
    "for-planners": Tense.FUTURE,
    "past-prepositions": Tense.PAST,
    "present-verbs": Tense.PRESENT,
    "past-implicatives": Tense.PAST,
    "attempts": Tense.PAST,
    "reporting": Tense.PAST,
    "addressing": Tense.PAST,
    "awaiting": Tense.FUTURE,
}
ENTRIES = lexicons.load("calendar_tense").entries


def tense(document):
    (place,) = places(document)
    return place.reading.tense


def test_every_entry_is_tested():
    assert {entry.id for entry in ENTRIES} == set(LOOKS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples_look_where_the_entry_says(analysed, entry):
    assert {tense(analysed(example)) for example in entry.examples} == {LOOKS[entry.id]}


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.counterexamples], ids=lambda e: e.id)
def test_counterexamples_look_elsewhere(analysed, entry):
    assert LOOKS[entry.id] not in {tense(analysed(example)) for example in entry.counterexamples}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police arrested ten men on Friday.", Tense.PAST),
        ("Police have arrested ten men since Friday.", Tense.PAST),
        ("Police are to arrest ten men on Friday.", Tense.FUTURE),
        ("Police may have arrested ten men on Friday.", Tense.PAST),
        ("Police could not find the men on Friday.", Tense.PAST),
        ("The fair opens on Friday.", Tense.PRESENT),
        ("Norway and Peru hold talks on Friday.", Tense.PRESENT),
        ("The plan announced on Friday is cheap.", Tense.PAST),
        ("The pact had been due to expire on Friday.", Tense.PAST),
        ("On Friday, police arrested ten men who run the port.", Tense.PAST),
        ("Friday.", Tense.UNKNOWN),
    ],
)
def test_tense(analysed, text, wanted):
    assert tense(analysed(text)) is wanted
