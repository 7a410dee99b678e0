"""Where and when at a glance: the places and days that the summary tells come first, exact days before long spans."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from briefbook.model import Briefing, Place, TimelineEntry

from .factory import PARAGRAPHS, Draft, article, book, briefing
from .test_pages import rendered

MET = PARAGRAPHS[0].split(". ")[0] + "."
TOLD = PARAGRAPHS[2]
"""The sentence that the summary tells."""
DENIED = PARAGRAPHS[3].split(". ")[0] + "."
DRAFT = Draft(article())


def _row(made: Briefing, heading: str) -> str:
    page = rendered(book(made))["index.md"]
    found = re.search(rf"^### {heading} .*?\n\n<p[^>]*>(.*?)</p>", page, re.MULTILINE | re.DOTALL)
    assert found is not None
    return re.sub(r"<[^>]+>|\]\([^)]*\)|\[", "", found[1])


def _event(sentence: str, start: date | None, end: date | None = None, *, background: bool = False) -> TimelineEntry:
    cited = DRAFT.cite(sentence)
    return TimelineEntry(label=cited, start=start, end=end or start, background=background, citations=(cited,))


def _when(*events: TimelineEntry, published: str | None = "2024-06-12") -> str:
    made = briefing()
    dated = replace(made, article=replace(made.article, date_published=published), timeline=events)
    return _row(dated, "When").split(",")[0]


JUNE = (date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("events", "words"),
    [
        pytest.param(
            [_event(TOLD, date(2024, 6, 11)), _event(DENIED, date(2024, 2, 1))],
            "Events of 11 June 2024",
            id="the day that the summary tells",
        ),
        pytest.param(
            [_event(TOLD, date(2024, 6, 11)), _event(TOLD, date(2024, 6, 14)), _event(MET, date(2023, 6, 4))],
            "Events of 11–14 June 2024",
            id="first and last of them",
        ),
        pytest.param(
            [_event(TOLD, *JUNE), _event(MET, date(2024, 6, 4))], "Events of 4 June 2024", id="a day before a month"
        ),
        pytest.param(
            [_event(TOLD, date(2024, 6, 10), date(2024, 6, 16)), _event(MET, date(2024, 6, 4))],
            "Events of 10–16 June 2024",
            id="a week is exact enough",
        ),
        pytest.param([_event(TOLD, *JUNE)], "Events of June 2024", id="a month where there is no day"),
        pytest.param(
            [_event(TOLD, date(2019, 6, 4), background=True), _event(MET, date(2024, 6, 4))],
            "Events of 4 June 2024",
            id="history does not count",
        ),
        pytest.param([_event(TOLD, None)], "Days not stated", id="no day"),
        pytest.param([], "Days not stated", id="no event"),
    ],
)
def test_when_the_news_was(events: list[TimelineEntry], words: str) -> None:
    assert _when(*events) == words


def test_an_undated_article_has_no_day_of_its_news() -> None:
    events = [_event(TOLD, date(2024, 6, 22)), _event(MET, date(2024, 6, 4))]

    assert _when(*events, published=None) == "Events of 4–22 June 2024"


def _where(*places: Place) -> str:
    return _row(replace(briefing(), places=places), "Where")


PORT = Place(id="port-ann", name="Port Ann", mentions=(DRAFT.cite("Port Ann", 2), DRAFT.cite("pier", 6)))
DUNMOOR = Place(id="dunmoor", name="Dunmoor", mentions=(DRAFT.cite("Dunmoor"),))
PIER = Place(id="pier", name="The Pier", mentions=(DRAFT.cite("pier", 6),))


@pytest.mark.parametrize(
    ("places", "words"),
    [
        pytest.param([PORT, DUNMOOR], "Dunmoor, Port Ann", id="named by the summary"),
        pytest.param([PIER, PORT], "Port Ann, The Pier", id="named more often"),
        pytest.param([PIER], "The Pier", id="one"),
    ],
)
def test_where_the_news_was(places: list[Place], words: str) -> None:
    assert _where(*places) == words


def test_a_few_places_are_enough() -> None:
    many = [Place(id=f"p{n}", name=f"Port {n}", mentions=(DRAFT.cite("pier", 6),)) for n in range(12)]

    assert _where(*many) == ", ".join(f"Port {n}" for n in range(8))
