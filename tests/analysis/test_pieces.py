"""Portions for the model: bounded, complete, cut where sentences seem to end."""

from __future__ import annotations

from briefbook.analysis.pieces import pieces, storable
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(alphabet="ab .\n!”", max_size=400), st.integers(min_value=4, max_value=60))
def test_portions_are_the_whole_text_and_bounded(text, longest):
    found = list(pieces(text, longest))

    assert "".join(portion for _, portion in found) == text
    assert all(text[start : start + len(portion)] == portion for start, portion in found)
    assert all(0 < len(portion) <= longest for _, portion in found) or text == ""


def test_a_portion_ends_at_a_sentence():
    text = "One two three. Four five six. Seven eight nine ten."

    assert [portion for _, portion in pieces(text, 34)] == ["One two three. Four five six. ", "Seven eight nine ten."]


def test_text_without_any_space_is_cut_all_the_same():
    assert [len(portion) for _, portion in pieces("x" * 25, 10)] == [10, 10, 5]


@given(st.text(max_size=50))
def test_storable_keeps_length_and_can_be_encoded(text):
    assert len(storable(text)) == len(text)
    storable(text).encode()


def test_lone_surrogates_are_replaced():
    assert storable("a\ud800b") == "a\ufffdb"
