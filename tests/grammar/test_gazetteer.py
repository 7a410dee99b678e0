"""The gazetteer: every line of its lists can be read, and the look-ups agree."""

from __future__ import annotations

import pytest
from briefbook.grammar.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("table", "name", "code"),
    [
        ("states", "United Kingdom", "GB"),
        ("states", "U.S.", "US"),
        ("adjectives", "Egyptian", "EG"),
        ("adjectives", "Swiss", "CH"),
        ("people", "Egyptians", "EG"),
        ("people", "Danes", "DK"),
        ("capitals", "Beijing", "CN"),
        ("capitals", "Kyiv", "UA"),
    ],
)
def test_states(table, name, code):
    assert getattr(gazetteer(), table)[name].code == code


def test_every_state_has_a_code_of_two_letters_and_a_name():
    states = set(gazetteer().states.values())

    assert len(states) > 195
    assert all(len(state.code) == 2 and state.code.isupper() and state.name for state in states)
    assert len({state.code for state in states}) == len(states)


def test_every_city_line_can_be_read_and_the_largest_is_first():
    known = gazetteer()

    for name in known.city_lines:
        spots = known.cities(name)
        assert spots
        assert spots[0].population == known.population(name)
        assert all(-90 <= spot.latitude <= 90 and -180 <= spot.longitude <= 180 for spot in spots)


def test_what_is_unknown():
    known = gazetteer()

    assert known.cities("Zarvonia") == ()
    assert known.population("Zarvonia") == 0
    assert not known.knows("Zarvonia")


@pytest.mark.parametrize(
    ("words", "name", "length"),
    [
        (("South", "Korean", "president"), "South Korea", 2),
        (("Danish", "foreign", "minister"), "Denmark", 1),
        (("Papua", "New", "Guinean"), "Papua New Guinea", 3),
        (("Saudi", "king"), "Saudi Arabia", 1),
    ],
)
def test_an_adjective_of_a_state_is_taken_as_long_as_it_is(words, name, length):
    state, taken = gazetteer().adjective(*words)

    assert (state.name, taken) == (name, length)


@pytest.mark.parametrize("words", [(), ("Korean",), ("south", "korean"), ("president", "Danish")])
def test_what_opens_with_no_adjective_has_no_state(words):
    assert gazetteer().adjective(*words) is None
