from __future__ import annotations

import re

import pytest
from briefbook.lexicons.alternation import alternation
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.lists(
    st.text(alphabet="abc .", min_size=1, max_size=6).map(lambda w: " ".join(w.split())).filter(bool),
    min_size=1,
    max_size=12,
)


@given(WORDS)
def test_every_word_is_matched_whole(words: list[str]) -> None:
    pattern = re.compile(alternation(words))

    assert all(pattern.fullmatch(word) for word in words)


@given(WORDS, st.text(alphabet="abc .", max_size=6))
def test_nothing_else_is_matched(words: list[str], text: str) -> None:
    found = re.fullmatch(alternation(words), text)

    assert (found is not None) == (" ".join(text.split()) in words and text == text.strip())


def test_the_longest_word_wins_and_beginnings_are_shared() -> None:
    pattern = alternation(["photo", "photo by", "photograph"])

    assert pattern == r"photo(?:\s+by|graph)?"
    assert re.match(pattern, "photo  by Ana")[0] == "photo  by"  # type: ignore[index]


@pytest.mark.parametrize("text", ["", "a", "photo"])
def test_no_words_match_nothing(text: str) -> None:
    assert re.match(alternation([]), text) is None
