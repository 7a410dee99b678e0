"""Timelines of short invented texts, from `cases/*.yaml`: which event, which days, news or background.

`never` names days on which nothing may stand, `also: true` allows further entries.  The words of a row have to stand in the label; `a|b` accepts either reading of a part.  `known_gap` says why the program
does not tell it yet; the mark has to go as soon as it does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import AnalysedDocument, LoadedModel, References, analyse_all
from briefbook.extract import dates, timeline
from briefbook.model import Actor, ActorKind, Article, Block, BlockKind, Mention, Source, TimelineEntry

PUBLISHED = "2025-06-20"
LEAD = "The valley between the two hills is green."
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['id']}": case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))
}
GAPS_AT_MOST = 0.2


def article(name: str, case: dict[str, Any]) -> Article:
    """The invented article of a case: the lead and its text."""
    texts = (LEAD, case["text"])
    return Article(
        id=name,
        source=Source(path="case.txt", sha256="0" * 64),
        blocks=tuple(Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(texts)),
        date_published=case.get("published", PUBLISHED),
        language="en",
    )


@pytest.fixture(scope="module")
def timelines(language_model: LoadedModel) -> dict[str, tuple[TimelineEntry, ...]]:
    """The timelines of all cases, their texts analysed in one go."""
    documents = analyse_all([article(*item) for item in CASES.items()], language_model)
    return {d.article.id: entries(d, CASES[d.article.id].get("actors", [])) for d in documents}


def entries(document: AnalysedDocument, names: list[str]) -> tuple[TimelineEntry, ...]:
    """The timeline of a document in which the names are actors."""
    actors = tuple(
        Actor(
            id=name.lower(),
            name=name,
            kind=ActorKind.PERSON,
            mentions=tuple(
                Mention(citation=document.article.cite(1, found.start(), found.end()))
                for found in re.finditer(name, document.article.blocks[1].text)
            ),
        )
        for name in names
    )
    return timeline.extract(References(document=document, actors=actors), dates.extract(document), ())


def agrees(row: str, entry: TimelineEntry) -> bool:
    """Is the entry what a row tells?"""
    words, start, end, kind, *became = re.split(r"\s\|\s", row)
    told = (str(entry.start or "-"), str(entry.end or "-"), "background" if entry.background else "news")
    if became and entry.status != became[0]:
        return False
    return words in entry.label.exact and all(
        part in wanted.split("|") for part, wanted in zip(told, (start, end, kind), strict=True)
    )


def as_wanted(case: dict[str, Any], found: tuple[TimelineEntry, ...]) -> bool:
    """Are the entries those of the case, in its order?"""
    wanted = case.get("has", [])
    if "never" in case:
        return not {str(entry.start) for entry in found} & set(case["never"])
    if case.get("also"):
        return all(any(agrees(row, entry) for entry in found) for row in wanted)
    return len(found) == len(wanted) and all(agrees(*pair) for pair in zip(wanted, found, strict=True))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" not in case])
def test_events_stand_in_order_with_their_days(timelines: dict[str, tuple[TimelineEntry, ...]], name: str) -> None:
    assert as_wanted(CASES[name], timelines[name]), [
        (e.label.exact, e.start, e.end, e.background, e.status) for e in timelines[name]
    ]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" in case])
def test_known_gaps_are_still_open(timelines: dict[str, tuple[TimelineEntry, ...]], name: str) -> None:
    assert not as_wanted(CASES[name], timelines[name]), "told now: take the mark known_gap off the case"


def test_known_gaps_are_few_and_explained() -> None:
    gaps = [case["known_gap"] for case in CASES.values() if "known_gap" in case]

    assert all(len(reason) > 10 for reason in gaps)
    assert len(gaps) <= GAPS_AT_MOST * len(CASES)


def test_every_case_says_what_it_wants() -> None:
    assert len(CASES) == sum(len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FILES)
    assert all(sum(map(bool, (case.get("has"), case.get("none"), case.get("never")))) == 1 for case in CASES.values())
