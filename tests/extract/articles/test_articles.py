"""Timeline and summary of whole invented articles, from `cases.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook import pipeline
from briefbook.analysis import LoadedModel, analyse_all
from briefbook.extract.summary import DEFAULT_WORDS
from briefbook.model import Article, Block, BlockKind, Briefing, Source

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
}
OURS = re.compile(r"\[[^\]]*\]")


def article(name: str, case: dict[str, Any]) -> Article:
    """The invented article of a case: its headline and its paragraphs."""
    kinds = [BlockKind.HEADLINE] + [BlockKind.PARAGRAPH] * len(case["paragraphs"])
    return Article(
        id=name,
        source=Source(path="case.txt", sha256="0" * 64),
        blocks=tuple(
            Block(number=number, kind=kind, text=text)
            for number, (kind, text) in enumerate(zip(kinds, [case["headline"], *case["paragraphs"]], strict=True))
        ),
        headline=case["headline"],
        date_published=str(case["published"]),
        language="en",
    )


@pytest.fixture(scope="module")
def briefings(language_model: LoadedModel) -> dict[str, Briefing]:
    """The briefings of all cases, their texts analysed in one go."""
    documents = analyse_all([article(*item) for item in CASES.items()], language_model)
    return {
        document.article.id: pipeline.brief(
            document, language_model, summary_words=CASES[document.article.id].get("words", DEFAULT_WORDS)
        )
        for document in documents
    }


def rows(briefing: Briefing) -> list[str]:
    """The timeline as the cases write it."""
    return [f"{e.label.exact} | {e.start or '-'} | {e.end or '-'} | {e.status}" for e in briefing.timeline]


def agrees(wanted: str, row: str) -> bool:
    """Does a row hold the words, and end in the days and status, of the wanted one?"""
    words, *rest = re.split(r"\s\|\s", wanted)
    label, *told = re.split(r"\s\|\s", row)
    return words in label and rest == told


@pytest.mark.parametrize("name", CASES)
def test_the_timeline_tells_what_happened_and_what_will(briefings: dict[str, Briefing], name: str) -> None:
    found = rows(briefings[name])

    assert [wanted for wanted in CASES[name].get("timeline", []) if not any(agrees(wanted, row) for row in found)] == []


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "not_on" in case])
def test_nothing_stands_on_a_day_that_was_called_off(briefings: dict[str, Briefing], name: str) -> None:
    days = {str(entry.start) for entry in briefings[name].timeline}

    assert days.isdisjoint(map(str, CASES[name]["not_on"])), rows(briefings[name])


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "off_timeline" in case])
def test_headings_are_no_events(briefings: dict[str, Briefing], name: str) -> None:
    assert {e.label.exact for e in briefings[name].timeline}.isdisjoint(CASES[name]["off_timeline"])


@pytest.mark.parametrize("name", CASES)
def test_the_summary_tells_the_news_and_what_comes_next(briefings: dict[str, Briefing], name: str) -> None:
    told = " ".join(sentence.text for sentence in briefings[name].summary)

    assert [words for words in CASES[name].get("told", []) if words not in told] == [], told
    assert [words for words in CASES[name].get("untold", []) if words in told] == [], told


@pytest.mark.parametrize("name", CASES)
def test_the_summary_keeps_its_length_and_order(briefings: dict[str, Briefing], name: str) -> None:
    summary = briefings[name].summary
    places = [(s.citations[0].block, s.citations[0].start) for s in summary]

    assert sum(len(s.text.split()) for s in summary) <= CASES[name].get("words", DEFAULT_WORDS)
    assert places == sorted(places)


@pytest.mark.parametrize("name", CASES)
def test_words_outside_brackets_are_the_articles_own(briefings: dict[str, Briefing], name: str) -> None:
    blocks = briefings[name].article.blocks

    for sentence in briefings[name].summary:
        for piece in OURS.split(sentence.text):
            assert piece.strip() in blocks[sentence.citations[0].block].text


@pytest.mark.parametrize("name", CASES)
def test_marks_of_quotation_are_paired(briefings: dict[str, Briefing], name: str) -> None:
    for sentence in briefings[name].summary:
        assert sentence.text.count("“") == sentence.text.count("”")


@pytest.mark.parametrize("name", CASES)
def test_the_timeline_is_in_order_of_time(briefings: dict[str, Briefing], name: str) -> None:
    days = [entry.start for entry in briefings[name].timeline if entry.start is not None]

    assert days == sorted(days)
    assert all(entry.citations for entry in briefings[name].timeline)
