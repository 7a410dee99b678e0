"""Statuses of single invented sentences, from `statuses.yaml`: what is planned or denied never reads as held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from briefbook.model import Briefing

CASES: list[tuple[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "statuses.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "statuses"), CASES, ids=[text[:60] for text, _ in CASES])
def test_status_is_told_by_the_words(briefed: Callable[..., Briefing], text: str, statuses: list[str]) -> None:
    found = briefed(text, published="2024-05-15").meetings

    assert [m.status.value for m in found] == statuses


@pytest.mark.parametrize("text", [t for t, found in CASES if found and "held" not in found])
def test_no_other_publication_day_makes_it_held(briefed: Callable[..., Briefing], text: str) -> None:
    assert all(m.status.value != "held" for m in briefed(text).meetings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Marta Silva is also scheduled to arrive in Lima for talks with Luis Costa.",
            "is … scheduled to arrive … talks",
        ),
        ("Marta Silva has invited Luis Costa to Lima for talks.", "has invited … talks"),
        ("Marta Silva will meet Luis Costa in Lima.", "will meet"),
        ("Marta Silva may meet Luis Costa in Lima.", "may meet"),
    ],
)
def test_the_reason_quotes_the_words_that_make_it_a_plan(
    briefed: Callable[..., Briefing], text: str, words: str
) -> None:
    (meeting,) = briefed(text, published="2024-05-15").meetings

    assert f"“{words}”" in meeting.reasons[0]
