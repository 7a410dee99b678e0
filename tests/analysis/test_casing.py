"""Titles and shouted text get small letters; running text and lengths never change."""

from __future__ import annotations

import pytest
from briefbook.analysis.casing import habits, is_title, restored
from hypothesis import given
from hypothesis import strategies as st

BODY = ["President Lena Marsh met Odo Brandt in Norland. The NATO chief warned of a storm."]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Marsh Tightens Grip on Norland", "Marsh tightens grip on Norland", id="title case"),
        pytest.param("MARSH TIGHTENS GRIP ON NORLAND", "Marsh tightens grip on Norland", id="capitals"),
        pytest.param("NATO Chief Warns of New Storm", "NATO chief warns of new storm", id="abbreviation stays"),
        pytest.param("BRANDT'S PARTY LOSES SEATS", "Brandt's party loses seats", id="possessive"),
        pytest.param(
            "FLOODS HIT CHINA AND TURKEY", "Floods hit China and Turkey", id="states that are ordinary words too"
        ),
        pytest.param("Marsh meets Brandt over storm", "Marsh meets Brandt over storm", id="already small"),
    ],
)
def test_titles_are_restored(title, expected):
    assert restored(title, habits(BODY)) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Marsh Tightens Grip on Norland", True),
        ("MARSH WINS THE VOTE", True),
        ("The Socialist Party, the Green Party and the Labour Party are in favour of the change.", False),
        ("Lena Marsh", False),
        ("A long sentence of running text, with Marsh and Brandt in it.", False),
    ],
)
def test_what_is_a_title(text, title):
    assert is_title(text) is title


def test_a_word_written_with_a_capital_in_the_text_keeps_it():
    learned = habits(["The hunt for Mark Hill went on, and Hill was found. Police praised the Hill family."])

    assert restored("Hill Tells Police of Long Night", learned) == "Hill tells police of long night"


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=3))
def test_length_never_changes(text, body):
    assert len(restored(text, habits(body))) == len(text)


@given(st.text(alphabet="abcdefghij ,.", max_size=120))
def test_small_text_is_untouched(text):
    assert restored(text, habits([])) == text


TALK = ["Elena Vint spoke to Senator Rourke.", "ELENA VINT, host: Senator?", "SEN. DAVID ROURKE: I did not."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("SEN. DAVID ROURKE: I did not.", "Sen. David Rourke: I did not.", id="title and name"),
        pytest.param("ELENA VINT, host: Did you know?", "Elena Vint, host: Did you know?", id="with what she is"),
        pytest.param("VINT: Which bank?", "Vint: Which bank?", id="surname known from a fuller label"),
        pytest.param("ROURKE: Tidewater.", "Rourke: Tidewater.", id="surname known from the text"),
        pytest.param("BREAKING NEWS: Nine boats sank.", "BREAKING NEWS: Nine boats sank.", id="no name in the label"),
        pytest.param("UPDATE: Nine boats sank.", "UPDATE: Nine boats sank.", id="one word that is no name"),
        pytest.param("NATO: No comment.", "NATO: No comment.", id="abbreviation"),
        pytest.param("He said: ELENA VINT: who?", "He said: ELENA VINT: who?", id="not at the start"),
    ],
)
def test_labels_of_speakers_are_restored(line, expected):
    assert restored(line, habits(TALK)) == expected
