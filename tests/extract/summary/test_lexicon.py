"""Every example of the lexicon is found by its entry, no counter-example is."""

from __future__ import annotations

import re

import pytest
from briefbook.extract.summary.cues import cues
from briefbook.lexicons import load
from briefbook.lexicons.gated import Gated

PATTERNS = {"boilerplate", "background"}
OPENINGS = {"connective", "anaphoric"}


def _finds(entry_id: str, text: str) -> bool:
    matcher = getattr(cues(), entry_id.replace("-", "_"))
    if isinstance(matcher, Gated):
        return matcher.found(text, text.lower())
    if isinstance(matcher, re.Pattern):
        return matcher.match(text) is not None
    return not matcher.isdisjoint(re.findall(r"[\w']+", text.lower()))


CASES = [
    pytest.param(entry.id, text, expected, id=f"{entry.id}: {text[:40]}")
    for entry in load("summary").entries
    for expected, texts in ((True, entry.examples), (False, entry.counterexamples))
    for text in texts
]


@pytest.mark.parametrize(("entry_id", "text", "expected"), CASES)
def test_examples_are_found_and_counterexamples_are_not(entry_id: str, text: str, expected: bool) -> None:
    assert _finds(entry_id, text) is expected


@pytest.mark.parametrize("entry_id", sorted(PATTERNS))
def test_a_gate_never_shuts_out_what_the_pattern_finds(entry_id: str) -> None:
    matcher = getattr(cues(), entry_id.replace("-", "_"))
    for text in load("summary").entry(entry_id).examples:
        assert matcher.pattern.search(text)
        assert any(word in text.lower() for word in matcher.gate)


def test_a_gate_is_looked_up_in_lower_case() -> None:
    for entry_id in PATTERNS:
        gate = getattr(cues(), entry_id.replace("-", "_")).gate
        assert gate
        assert [word for word in gate if word != word.lower()] == []


def test_longer_openings_win_over_shorter_ones() -> None:
    found = cues().anaphoric.match("The two sides met.")

    assert found is not None
    assert found[0] == "The two"
