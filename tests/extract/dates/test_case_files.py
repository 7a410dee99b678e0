"""Time expressions of single invented sentences, from `cases/*.yaml`: the words, what they mean, and their days.

A row of `expect` reads `words | type | value | first day | last day`, TIMEX3 as in TimeML, a dash where there is no day.
`known_gap` says why the program does not read it yet; the mark has to go as soon as it does.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import AnalysedDocument, LoadedModel, analyse_all
from briefbook.extract import dates
from briefbook.model import Article, Block, BlockKind, Source, Timex

PUBLISHED = "2025-06-03"
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['id']}": case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))
}
GAPS_AT_MOST = 0.2


def article(name: str, case: dict[str, Any]) -> Article:
    """The invented article of a case."""
    return Article(
        id=name,
        source=Source(path="case.txt", sha256="0" * 64),
        blocks=(Block(number=0, kind=BlockKind.PARAGRAPH, text=case["text"]),),
        date_published=case.get("published", PUBLISHED),
        language="en",
    )


@pytest.fixture(scope="module")
def documents(language_model: LoadedModel) -> dict[str, AnalysedDocument]:
    """The analysed texts of all cases, made in one go."""
    return {d.article.id: d for d in analyse_all([article(*item) for item in CASES.items()], language_model)}


def row(timex: Timex) -> str:
    """An expression as the cases write it."""
    start, end = (day.isoformat() if day else "-" for day in (timex.start, timex.end))
    return f"{timex.citation.exact} | {timex.type} | {timex.value} | {start} | {end}"


def rows(document: AnalysedDocument) -> list[str]:
    """All expressions of a text."""
    return [row(timex) for timex in dates.extract(document)]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" not in case])
def test_expressions_mean_what_a_reader_takes_them_for(documents: dict[str, AnalysedDocument], name: str) -> None:
    assert rows(documents[name]) == CASES[name]["expect"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" in case])
def test_known_gaps_are_still_open(documents: dict[str, AnalysedDocument], name: str) -> None:
    assert rows(documents[name]) != CASES[name]["expect"], "read now: take the mark known_gap off the case"


def test_known_gaps_are_few_and_explained() -> None:
    gaps = [case["known_gap"] for case in CASES.values() if "known_gap" in case]

    assert all(len(reason) > 10 for reason in gaps)
    assert len(gaps) <= GAPS_AT_MOST * len(CASES)


def test_case_names_are_unique() -> None:
    assert len(CASES) == sum(len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FILES)


@pytest.mark.parametrize("name", CASES)
def test_expressions_stand_in_order_and_have_whole_ranges(documents: dict[str, AnalysedDocument], name: str) -> None:
    found = dates.extract(documents[name])

    assert all(documents[name].article.holds(timex.citation) for timex in found)
    assert [t.citation.start for t in found] == sorted(t.citation.start for t in found)
    for before, after in pairwise(found):
        assert not before.citation.overlaps(after.citation)
    for timex in found:
        assert (timex.start is None) == (timex.end is None)
        assert timex.start is None or timex.start <= timex.end
