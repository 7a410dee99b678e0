"""Captions run into the text are told from the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument
from briefbook.analysis.captions import captions
from briefbook.lexicons import load
from briefbook.lexicons.gated import gated

ENTRIES = [load("captions").entry(name) for name in ("caption", "dated-picture")]

CAPTIONS = [
    "FILE - A ferry leaves the old harbour.",
    "A boy carries water through the market of Tarsk, Aug. 9, 2017.",
    "Crowds outside the ministry in Tarsk, Friday, March 3, 2017.",
    "Mayor Edda Lorn, left, and Piet Osk are seen at the weir.",
    "In this handout photo the bridge lies in the river.",
]
TEXT = [
    "A boy carried water through the market of Tarsk, Aug. 9, 2017.",
    "The bridge will open on June 4, 2019.",
    "The vote is seen as a test of the mayor.",
    "He was shown the door.",
    "The office files its report in June.",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_is_known(analysed: Callable[..., AnalysedDocument], text: str) -> None:
    assert captions(analysed("The council met on Friday in Tarsk.", text)) == {1}


@pytest.mark.parametrize("text", TEXT)
def test_text_is_no_caption(analysed: Callable[..., AnalysedDocument], text: str) -> None:
    assert captions(analysed("The council met on Friday in Tarsk.", text)) == frozenset()


def test_a_headline_is_no_caption(analysed: Callable[..., AnalysedDocument]) -> None:
    assert captions(analysed("The council met.", headline="The harbour as seen in this photo")) == frozenset()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_examples_of_the_lexicon(entry) -> None:
    pattern = gated(entry)

    assert all(pattern.found(text, text.lower()) for text in entry.examples)
    assert not any(pattern.found(text, text.lower()) for text in entry.counterexamples)
    assert all(word == word.lower() for word in pattern.gate)
