"""Where a clause looks: the tense that decides which Friday is meant."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.extract.dates.find import places
from briefbook.extract.dates.verbs import Tense

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
    "inviting": Tense.FUTURE,
    "agreeing": Tense.PRESENT,
}
CALLED_OFF = lexicons.load("calendar_tense").entry("calling-off")
ENTRIES = [entry for entry in lexicons.load("calendar_tense").entries if entry is not CALLED_OFF]


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


def is_open(document):
    (place,) = places(document)
    return place.reading.open


@pytest.mark.parametrize("word", CALLED_OFF.words)
def test_plan_called_off_may_be_over_or_to_come(analysed, word):
    """The forms of some verbs are no regular ones, so only those that are are tried."""
    forms = {"cancel": "cancelled", "call": "called off", "ban": "banned", "put": "put off", "drop": "dropped",
             "withdraw": "withdrawn", "forbid": "forbidden"}  # fmt: skip
    participle = forms.get(word, word + ("d" if word.endswith("e") else "ed"))

    assert is_open(analysed(f"The march planned for Friday was {participle}."))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (CALLED_OFF.counterexamples[0], False),
        ("The two leaders had been due to meet on Wednesday.", True),
        ("The two leaders had planned to meet on Wednesday.", False),
        ("The two leaders are due to meet on Wednesday.", False),
        ("The march planned for Friday will be banned.", False),
        ("A march scheduled for Wednesday has been postponed.", False),
        ("The audience had been scheduled for Friday.", True),
        ("The union scrapped the strike planned for Friday.", True),
    ],
)
def test_open_plans(analysed, text, wanted):
    assert is_open(analysed(text)) is wanted


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
