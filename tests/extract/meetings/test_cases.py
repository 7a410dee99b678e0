"""Meetings of invented articles, from `cases.yaml`: what is found, with which status, parties, place and day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.model import Briefing, Meeting

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2024-05-15"


def told(meeting: Meeting, key: str) -> Any:
    """What a meeting says under a key of the cases file."""
    values: dict[str, Any] = {
        "status": meeting.status.value,
        "channel": meeting.channel.value,
        "who": {p.name for p in meeting.participants},
        "place": meeting.place.name if meeting.place else None,
        "start": meeting.time.start if meeting.time else None,
        "end": meeting.time.end if meeting.time else None,
        "topic": meeting.topic.exact if meeting.topic else None,
        "sentences": len(meeting.citations),
    }
    return values[key]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_meetings_are_found_as_told(briefed: Callable[..., Briefing], case: dict[str, Any]) -> None:
    found = briefed(*case["text"], headline=case.get("headline"), published=PUBLISHED).meetings

    assert [m.status.value for m in found] == [e["status"] for e in case["expect"]]
    for meeting, expected in zip(found, case["expect"], strict=True):
        for key, value in expected.items():
            assert told(meeting, key) == (set(value) if key == "who" else value), key


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_meeting_explains_itself_and_cites_whole_sentences(
    briefed: Callable[..., Briefing], case: dict[str, Any]
) -> None:
    briefing = briefed(*case["text"], headline=case.get("headline"), published=PUBLISHED)
    sentences = {s.citation for s in briefing.sentences}

    for meeting in briefing.meetings:
        assert len(meeting.reasons) >= 2
        assert all(reason.endswith(".") for reason in meeting.reasons)
        assert meeting.citations
        assert set(meeting.citations) <= sentences
        assert any(meeting.trigger.within(c) for c in meeting.citations)
        assert all(p.citations for p in meeting.participants)
