"""Quotation marks: which words stand inside."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from briefbook.analysis import AnalysedDocument, LoadedModel, analyse
from briefbook.analysis.quotes import find_quotes
from hypothesis import given, settings
from hypothesis import strategies as st

Analysed = Callable[..., AnalysedDocument]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("“One two,” she said.", ["One two,"], id="curly"),
        pytest.param('"One two," she said.', ["One two,"], id="straight"),
        pytest.param("``One two,'' she said.", ["One two,"], id="typewriter"),
        pytest.param("«One two», she said.", ["One two"], id="guillemets"),
        pytest.param("‘One isn’t two,’ she said.", ["One isn’t two,"], id="single, with an apostrophe inside"),
        pytest.param("'One isn't two,' she said.", ["One isn't two,"], id="straight single"),
        pytest.param("The workers' rights and the '90s.", [], id="apostrophes are no marks"),
        pytest.param("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"], id="nested: the outer one"),
        pytest.param("“One,” she said, “two.”", ["One,", "two."], id="split"),
        pytest.param(
            "She said “one two three. Then she left.", ["one two three."], id="never closed: to the sentence's end"
        ),
        pytest.param("One two,” she said.", ["One two,"], id="never opened: from the sentence's start"),
        pytest.param("A 5'10\" man said “one.”", ["one."], id="feet and inches"),
    ],
)
def test_finds_what_stands_inside(text: str, inside: list[str], analysed: Analysed) -> None:
    document = analysed(text)

    assert [document.text(q.first, q.last) for q in find_quotes(document)] == inside


def test_a_quotation_that_opens_a_paragraph_and_is_not_closed_runs_to_its_end(analysed: Analysed) -> None:
    document = analysed("“One two three. Four five six.", "“Seven eight.”")

    assert [(q.block, q.closed) for q in find_quotes(document)] == [(0, False), (1, True)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "‘", "’", "«", "»", " ", "yes", "No.", ",", "''"]), max_size=24))
def test_any_mix_of_marks_gives_ordered_ranges_inside_one_block(language_model: LoadedModel, pieces: list[str]) -> None:
    from tests.conftest import make_article

    document = analyse(make_article(["".join(pieces) or "x"]), language_model)
    quotes = find_quotes(document)

    assert all(0 <= q.first < q.last <= len(document.tokens) for q in quotes)
    assert all(a.last <= b.first for a, b in pairwise(quotes))
