"""Portions for the model: bounded, complete, cut where sentences seem to end."""

from __future__ import annotations

import pytest
from briefbook.analysis.pieces import LONGEST, MOST_UNBROKEN, pieces, storable
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


words = st.lists(
    st.builds(lambda sign, length: sign * length, st.sampled_from("x(“.é🙂"), st.integers(1, 1300)), max_size=8
)


@given(words.map(" ".join))
def test_no_run_without_white_space_is_long(text):
    found = list(pieces(text))

    assert "".join(portion for _, portion in found) == text
    assert all(text[start : start + len(portion)] == portion for start, portion in found)
    assert all(len(run) <= MOST_UNBROKEN for _, portion in found for run in portion.split())
    assert all(0 < len(portion) <= LONGEST for _, portion in found) or text == ""


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("x" * MOST_UNBROKEN, [500]),
        ("x" * (MOST_UNBROKEN + 1), [500, 1]),
        ("x" * 1200, [500, 500, 200]),
        ("met. " + "x" * 700 + " and left.", [505, 210]),
        ("x" * 499 + " " + "y" * 499, [999]),
        ("a b " * 900, [3600]),
    ],
)
def test_only_a_long_run_is_parted(text, lengths):
    assert [len(portion) for _, portion in pieces(text)] == lengths


@pytest.mark.parametrize("sign", ["(", "“", '"', ".", "x", "-"])
def test_the_work_for_a_run_grows_with_its_length(sign):
    """The model's tokenizer reads what is left of a run again for each mark it takes off."""

    def work(length):
        return sum(len(portion) ** 2 for _, portion in pieces(sign * length))

    assert work(40_000) == 2 * work(20_000) <= 20_000 * 2 * MOST_UNBROKEN


def test_a_long_run_keeps_its_place_in_the_article(analysed):
    text = "Lena Marsh met Odo Brandt. " + "(" * 1300 + ") Ines Duval left Geneva."

    document = analysed(text)

    assert all(text[t.start : t.end] == t.text for t in document.tokens)
    assert "".join(t.text for t in document.tokens).replace(" ", "") == text.replace(" ", "")
    assert document.sentence_text(document.sentences[0]) == "Lena Marsh met Odo Brandt."
