"""The calendar lexicons: every example is read as it says, every counterexample is not."""

from __future__ import annotations

import re

import pytest
from briefbook import lexicons
from briefbook.grammar.calendar import scan
from briefbook.grammar.calendar.shapes import shapes
from briefbook.grammar.calendar.tokens import tokenize

SHAPES = lexicons.load("calendar_shapes").entries
WORDS = lexicons.load("calendar_words").entries
FEASTS = lexicons.load("calendar_feasts").entries


def _bracketed(example):
    """An example without its brackets, and the parts that stood in them."""
    return re.sub(r"[\[\]]", "", example), re.findall(r"\[([^\]]*)\]", example)


@pytest.mark.parametrize(
    ("shape", "example"), [pytest.param(e.id, x, id=f"{e.id}-{n}") for e in SHAPES for n, x in enumerate(e.examples)]
)
def test_example_is_found_as_bracketed(shape, example):
    text, wanted = _bracketed(example)

    assert [text[f.start : f.end] for f in scan(text)] == [w.removeprefix("in ") for w in wanted], shape


@pytest.mark.parametrize(
    ("shape", "text"),
    [pytest.param(e.id, x, id=f"{e.id}-{n}") for e in SHAPES for n, x in enumerate(e.counterexamples)],
)
def test_counterexample_is_not_found_by_its_shape(shape, text):
    assert shape not in {found.rule for found in scan(text)}


@pytest.mark.parametrize("shape", [s for s in shapes() if s.reading != "nothing"], ids=lambda s: s.id)
def test_every_shape_wins_on_its_own_example(shape):
    """A shape that no example reaches is dead: another one always wins."""
    entry = lexicons.load("calendar_shapes").entry(shape.id)

    assert any(found.rule == shape.id for example in entry.examples for found in scan(_bracketed(example)[0]))


@pytest.mark.parametrize("entry", WORDS, ids=lambda e: e.id)
def test_word_has_its_class_in_its_example(entry):
    kinds = {kind for token in tokenize(entry.examples[0]) for kind in token.values}

    wanted = entry.fields["class"]
    assert wanted in kinds or (wanted == "NUMBER" and "NUM" in kinds)


@pytest.mark.parametrize(
    "entry", [e for e in WORDS if e.fields.get("capital") and e.counterexamples], ids=lambda e: e.id
)
def test_word_in_lower_case_is_everyday_language(entry):
    if entry.fields["class"] == "MONTH":
        kinds = {kind for text in entry.counterexamples for token in tokenize(text) for kind in token.values}

        assert "MONTH" not in kinds


@pytest.mark.parametrize("entry", FEASTS, ids=lambda e: e.id)
def test_feast_is_found_in_its_example(entry):
    feasts = {getattr(found.expression, "feast", None) for found in scan(entry.examples[0])}

    assert entry.id in feasts


@pytest.mark.parametrize("entry", [e for e in FEASTS if e.counterexamples], ids=lambda e: e.id)
def test_feast_counterexample_names_no_feast(entry):
    found = [getattr(f.expression, "feast", None) for text in entry.counterexamples for f in scan(text)]

    assert entry.id not in found
