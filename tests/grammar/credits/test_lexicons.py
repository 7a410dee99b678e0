"""The examples and counter-examples of the credit lexicons run through the grammar itself."""

from __future__ import annotations

import re

import pytest
from briefbook import lexicons
from briefbook.grammar.credits import caption_day
from briefbook.grammar.credits.tokens import tokenize
from briefbook.grammar.credits.words import credit_words, fold
from briefbook.lexicons import Entry

WORDS = lexicons.load("credit_words", "any").entries
AGENCIES = lexicons.load("credit_agencies", "any").entries
PHRASES = lexicons.load("credit_phrases", "any").entries


def holds_word(entry: Entry, text: str) -> bool:
    exact = entry.fields.get("case") == "exact"
    printed = text if exact else fold(text)
    words = entry.words if exact else tuple(map(fold, entry.words))
    return any(
        re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", printed) or word in printed.split() for word in words
    )


@pytest.mark.parametrize("entry", [*WORDS, *AGENCIES], ids=lambda entry: entry.id)
def test_every_example_holds_a_word_of_its_entry(entry: Entry) -> None:
    uncased = [example for example in entry.examples if any(word in example for word in entry.words)]
    for example in entry.examples:
        assert example in uncased or holds_word(entry, example), example


@pytest.mark.parametrize("entry", AGENCIES, ids=lambda entry: entry.id)
def test_no_counterexample_reads_as_an_agency(entry: Entry) -> None:
    for text in entry.counterexamples:
        assert not any(credit_words().knows(part) for part in text.split()), text


@pytest.mark.parametrize("entry", PHRASES, ids=lambda entry: entry.id)
def test_patterns_match_their_examples_and_nothing_else(entry: Entry) -> None:
    pattern = re.compile(entry.pattern or "", 0 if entry.fields.get("case") == "exact" else re.I)
    for example in entry.examples:
        assert pattern.search(example), example
    for text in entry.counterexamples:
        assert not pattern.search(text), text


@pytest.mark.parametrize(
    "entry", [e for e in WORDS if e.fields["role"] in ("label", "opener")], ids=lambda entry: entry.id
)
def test_labels_open_a_credit_and_ordinary_words_do_not(entry: Entry) -> None:
    assert all(tokenize(example).labels for example in entry.examples)
    assert not any(tokenize(text).labels for text in entry.counterexamples)


@pytest.mark.parametrize("entry", lexicons.load("caption_months", "any").entries, ids=lambda entry: entry.id)
def test_months_are_read_in_every_example(entry: Entry) -> None:
    for example in entry.examples:
        day = caption_day(example)
        assert day is not None
        assert day.month == entry.fields["number"]
