"""How real an event is told to be, from `cases/clauses.yaml`; and no word of planning or refusing makes one real.

`known_gap` says why the program reads a sentence otherwise; the mark has to go as soon as it reads it right.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import AnalysedDocument, LoadedModel, analyse_all
from briefbook.analysis.clauses import ClauseStatus, Standing, describe
from briefbook.model import Article, Block, BlockKind, Source

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in yaml.safe_load((Path(__file__).parent / "cases" / "clauses.yaml").read_text("utf-8"))
}
EVENTS = frozenset({"meet", "meeting", "talk", "talks", "summit"})
GAPS_AT_MOST = 0.2

GOVERNORS = {
    "plans to": "infinitive",
    "is expected to": "infinitive",
    "hopes to": "infinitive",
    "agreed to": "infinitive",
    "offered to": "infinitive",
    "had wanted to": "infinitive",
    "refused to": "infinitive",
    "has yet to": "infinitive",
    "will": "infinitive",
    "may": "infinitive",
    "did not": "infinitive",
    "denied": "gerund",
    "ruled out": "gerund",
    "avoided": "gerund",
    "is considering": "gerund",
    "proposed": "gerund",
    "cancelled": "noun",
    "called for": "noun",
    "rejected": "noun",
    "announced plans for": "noun",
}
"""Words that leave an event unreal, and the form of the event they take."""

PHRASES = {
    "infinitive": ["meet the strikers", "hold talks with the strikers", "meet with the rebel commander in Lund"],
    "gerund": ["meeting the strikers", "holding talks with the strikers", "meeting with the rebel commander in Lund"],
    "noun": ["talks with the strikers", "a meeting with the strikers in Lund", "a summit of the two sides"],
}
SUBJECTS = ["The premier", "Mayor Rui Alves", "The union", "Norway"]
UNREAL = [
    f"{subject} {governor} {phrase}."
    for subject, (governor, form) in product(SUBJECTS, GOVERNORS.items())
    for phrase in PHRASES[form]
]


def article(name: str, text: str) -> Article:
    """One invented paragraph."""
    block = Block(number=0, kind=BlockKind.PARAGRAPH, text=text)
    return Article(id=name, source=Source(path="case.txt", sha256="0" * 64), blocks=(block,), language="en")


def first_event(document: AnalysedDocument) -> ClauseStatus:
    """The status of the first event word of a document."""
    index = next(t.index for t in document.tokens if t.lemma.lower() in EVENTS and t.pos in ("VERB", "NOUN", "PROPN"))
    return describe(document, index)


@pytest.fixture(scope="module")
def documents(language_model: LoadedModel) -> dict[str, AnalysedDocument]:
    """All sentences of this file, analysed in one go."""
    texts = {name: case["text"] for name, case in CASES.items()} | {text: text for text in UNREAL}
    return {d.article.id: d for d in analyse_all([article(*item) for item in texts.items()], language_model)}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" not in case])
def test_standing_is_what_the_words_say(documents: dict[str, AnalysedDocument], name: str) -> None:
    assert first_event(documents[name]).standing == CASES[name]["standing"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" in case])
def test_known_gaps_are_still_open(documents: dict[str, AnalysedDocument], name: str) -> None:
    assert first_event(documents[name]).standing != CASES[name]["standing"], "read now: take the mark off the case"


def test_known_gaps_are_few_and_explained() -> None:
    gaps = [case["known_gap"] for case in CASES.values() if "known_gap" in case]

    assert all(len(reason) > 10 for reason in gaps)
    assert len(gaps) <= GAPS_AT_MOST * len(CASES)


@pytest.mark.parametrize("text", UNREAL)
def test_no_governor_of_what_is_not_yet_makes_it_real(documents: dict[str, AnalysedDocument], text: str) -> None:
    assert first_event(documents[text]).standing not in (Standing.ACTUAL, Standing.ONGOING)


@pytest.mark.parametrize("text", UNREAL)
def test_the_words_that_decide_stand_in_the_sentence(documents: dict[str, AnalysedDocument], text: str) -> None:
    document = documents[text]

    assert all(0 <= cue < len(document.tokens) for cue in first_event(document).cues)
