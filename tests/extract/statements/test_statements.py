"""Statements, case by case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import actors, roles, statements
from briefbook.lexicons import load
from briefbook.model import Statement

HERE = Path(__file__).parent
Analysed = Callable[..., AnalysedDocument]
CASES = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))


def statements_of(document: AnalysedDocument) -> tuple[Statement, ...]:
    named = roles.extract(References(document=document, actors=actors.extract(document).actors))
    return statements.extract(References(document=document, actors=named))


def paragraphs(text: str | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else text


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_finds_exactly_the_statements_made(case: dict[str, Any], analysed: Analysed) -> None:
    found = statements_of(analysed(*paragraphs(case["text"])))

    assert [(s.speaker_name, s.cue, str(s.directness)) for s in found] == [
        (want["speaker"], want["cue"], want["directness"]) for want in case["said"]
    ]
    for statement, want in zip(found, case["said"], strict=True):
        assert (statement.denial, statement.no_comment) == (want.get("denial", False), want.get("no_comment", False))
        if "content" in want:
            assert [c.exact for c in statement.content] == want["content"]
        if "sentences" in want:
            assert len(statement.citations) == want["sentences"]
        if "reason" in want:
            assert statement.reason == want["reason"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_content_and_citations_are_slices_and_sentences(case: dict[str, Any], analysed: Analysed) -> None:
    document = analysed(*paragraphs(case["text"]))
    sentences = {document.cite_sentence(s) for s in document.sentences}

    for statement in statements_of(document):
        assert all(document.article.holds(c) for c in (*statement.content, *statement.citations))
        assert set(statement.citations) <= sentences
        assert all(
            any(c.within(whole) or c.overlaps(whole) for whole in statement.citations) for c in statement.content
        )


def test_a_resolved_speaker_says_why(analysed: Analysed) -> None:
    found = statements_of(analysed("Ole Berg left the room. “I have had enough,” he said."))

    assert found[0].speaker == "ole-berg"
    assert found[0].reason


def test_a_speaker_named_by_name_needs_no_reason(analysed: Analysed) -> None:
    found = statements_of(analysed("“I have had enough,” Ole Berg said."))

    assert found[0].reason is None


def test_ids_are_unique_and_in_order(analysed: Analysed) -> None:
    found = statements_of(analysed("Ole Berg said it rained. Ana Ruiz said it snowed.", "Ole Berg said it hailed."))

    assert [s.id for s in found] == ["statement-1", "statement-2", "statement-3"]


def test_a_headline_repeats_what_the_body_tells_and_adds_its_citation(analysed: Analysed) -> None:
    document = analysed(
        "Ellen Voss said on Monday the bridge would close in May.", headline="Bridge to close in May, says Ellen Voss"
    )

    (found,) = statements_of(document)

    assert [c.block for c in found.citations] == [0, 1]


def test_a_headline_alone_is_a_statement(analysed: Analysed) -> None:
    document = analysed("It rained all day.", headline="Ellen Voss says bridge will close")

    assert [s.speaker_name for s in statements_of(document)] == ["Ellen Voss"]


ENTRIES = [e for e in load("speech").entries if e.id not in ("human-nouns", "not-according", "nothing-said")]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_examples_of_cues_are_statements_and_counterexamples_are_not(entry: Any, analysed: Analysed) -> None:
    for example in entry.examples:
        assert statements_of(analysed(example)), example
    for example in entry.counterexamples:
        assert not statements_of(analysed(example)), example
