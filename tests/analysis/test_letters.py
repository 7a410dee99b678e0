"""Single capitals that end a sentence are words of their own."""

from __future__ import annotations

import string

from briefbook.analysis.letters import final_letters
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
