"""Meetings of short invented articles in many styles, from `cases/*.yaml`, and what no wording may bring about.

A case lists every meeting a careful editor would list, in order of first report: `status`, `who` (names; the article's
own words for those without one), `channel`, `place`, `time` (words), `start`, `end`, `topic`, `sentences`.  Keys left out
are not looked at; `a|b` accepts either, `-` wants nothing told.  `known_gap` says why the program does not find it yet; the mark has to go as
soon as it does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import LoadedModel
from briefbook.model import Article, Block, BlockKind, Briefing, Meeting, Source
from briefbook.pipeline import brief_all

PUBLISHED = "2025-10-09"
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['id']}": case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))
}
GAPS_AT_MOST = 0.2


def article(name: str, case: dict[str, Any]) -> Article:
    """The invented article of a case."""
    headline = case.get("headline")
    parts = [(BlockKind.HEADLINE, headline)] if headline else []
    parts += [(BlockKind.PARAGRAPH, text) for text in case["text"]]
    return Article(
        id=name,
        source=Source(path="case.txt", sha256="0" * 64),
        blocks=tuple(Block(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(parts)),
        headline=headline,
        date_published=case.get("published", PUBLISHED),
        language="en",
    )


@pytest.fixture(scope="module")
def briefings(language_model: LoadedModel) -> dict[str, Briefing]:
    """The briefings of all cases, made in one go."""
    return {b.article.id: b for b in brief_all([article(*item) for item in CASES.items()], language_model)}


def bare(words: str) -> str:
    """Words without a leading article or possessive, in lower case."""
    return re.sub(r"^(?:the|an?|his|her|its|their) ", "", words.lower())


def accepts(wanted: Any, told: str | None) -> bool:
    """Is what was told one of the readings wanted?"""
    if wanted == "-":
        return told is None
    return told is not None and bare(told) in {bare(reading) for reading in str(wanted).split("|")}


def differences(wanted: dict[str, Any], meeting: Meeting) -> dict[str, Any]:
    """Keys whose value is not the one wanted, with what was told instead."""
    place, time, topic = meeting.place, meeting.time, meeting.topic
    told: dict[str, Any] = {
        "status": meeting.status.value,
        "channel": meeting.channel.value,
        "place": place.name if place else None,
        "time": time.text if time else None,
        "start": str(time.start) if time else None,
        "end": str(time.end) if time else None,
        "topic": topic.exact if topic else None,
        "sentences": str(len(meeting.citations)),
    }
    wrong = {key: told[key] for key, value in wanted.items() if key in told and not accepts(value, told[key])}
    who = [p.name for p in meeting.participants]
    if "who" in wanted and not same_people(wanted["who"], who):
        wrong["who"] = who
    return wrong


def same_people(wanted: list[str], told: list[str]) -> bool:
    """Does each wanted name have exactly one of those told?"""
    matches = [[i for i, name in enumerate(told) if accepts(want, name)] for want in wanted]
    return len(told) == len(wanted) and sorted(i for found in matches for i in found) == list(range(len(told)))


def outcome(case: dict[str, Any], briefing: Briefing) -> Any:
    """None when all is as wanted, else what is wrong."""
    if len(briefing.meetings) != len(case["expect"]):
        return [(m.status.value, m.trigger.exact, [p.name for p in m.participants]) for m in briefing.meetings]
    pairs = zip(case["expect"], briefing.meetings, strict=True)
    return [wrong for wrong in (differences(*pair) for pair in pairs) if wrong] or None


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" not in case])
def test_meetings_are_those_an_editor_lists(briefings: dict[str, Briefing], name: str) -> None:
    assert outcome(CASES[name], briefings[name]) is None


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "known_gap" in case])
def test_known_gaps_are_still_open(briefings: dict[str, Briefing], name: str) -> None:
    assert outcome(CASES[name], briefings[name]) is not None, "found now: take the mark known_gap off the case"


def test_known_gaps_are_few_and_explained() -> None:
    gaps = [case["known_gap"] for case in CASES.values() if "known_gap" in case]

    assert all(len(reason) > 10 for reason in gaps)
    assert len(gaps) <= GAPS_AT_MOST * len(CASES)


def test_case_names_are_unique() -> None:
    assert len(CASES) == sum(len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FILES)


@pytest.mark.parametrize("name", CASES)
def test_every_fact_is_cited_where_it_stands(briefings: dict[str, Briefing], name: str) -> None:
    briefing = briefings[name]
    sentences = {sentence.citation for sentence in briefing.sentences}

    for meeting in briefing.meetings:
        parts = [c for party in meeting.participants for c in party.citations]
        parts += [c for told in (meeting.place, meeting.time) if told for c in told.citations]
        parts += [c for c in (meeting.trigger, meeting.topic, meeting.outcome) if c]
        assert all(briefing.article.holds(citation) for citation in parts)
        assert set(meeting.citations) <= sentences
        assert any(meeting.trigger.within(citation) for citation in meeting.citations)
        assert meeting.time is None or meeting.time.start is None or meeting.time.start <= meeting.time.end
