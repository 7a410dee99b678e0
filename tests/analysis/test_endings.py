"""What ends a sentence although it looks like an abbreviation."""

from __future__ import annotations

import string

from briefbook.analysis.endings import after_hours, final_letters
from hypothesis import given
from hypothesis import strategies as st


def test_the_letter_and_its_stop_are_two_tokens(analysed):
    document = analysed("She took to X. Marsh and Francis X. Alder read it.")

    assert [token.text for token in document.tokens[:5]] == ["She", "took", "to", "X", "."]
    assert "X." in [token.text for token in document.tokens[5:]]


def test_offsets_stay_those_of_the_text(analysed):
    text = "It is in Group B. He posted it on X. Ana Marsh said so."
    document = analysed(text)

    assert all(text[t.start : t.end] == t.text for t in document.tokens if t.block == document.tokens[-1].block)


@given(st.text(alphabet=string.ascii_letters + " .”“", max_size=60))
def test_only_a_capital_before_a_stop_is_final(text):
    for at in final_letters(text):
        assert text[at].isupper()
        assert text[at + 1] == "."
        assert text[at - 1] == " "


@given(st.text(alphabet="apm. MonFs", max_size=40))
def test_a_sentence_begins_only_behind_an_hour(text):
    assert all(text[at].isupper() and ".m." in text[:at] for at in after_hours(text))


def test_the_parser_is_told_where_a_sentence_begins(analysed):
    document = analysed("They have been there since 3 p.m. Foss left briefly to take a call.")

    first, second = document.sentences
    assert document.sentence_text(second) == "Foss left briefly to take a call."
    assert [t.text for t in document.sentence_tokens(second) if t.dep == "ROOT"] == ["left"]
    assert [t.text for t in document.sentence_tokens(first) if t.dep == "ROOT"] == ["been"]
