"""The statements of `cases/`, in many styles of news; all persons and bodies are invented.

`said` lists every statement of the text as {speaker, cue, how}, with `content`, `denial` and `no_comment` where the case
says something of them (absent marks: false).  An empty list: nobody states anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from briefbook.analysis import LoadedModel
from briefbook.model import Briefing

from tests.golden import brief_all, cases_in, differences, judge

CASES = cases_in(Path(__file__).parent / "cases")


@pytest.fixture(scope="module")
def briefings(language_model: LoadedModel) -> dict[str, Briefing]:
    return brief_all(CASES, language_model)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_statements(case: dict[str, Any], briefings: dict[str, Briefing]) -> None:
    found = briefings[case["id"]].statements
    problems = differences(
        "statements",
        [[s.speaker_name, s.cue, str(s.directness)] for s in found],
        [[want["speaker"], want["cue"], want["how"]] for want in case["said"]],
    )
    for statement, want in zip(found, case["said"], strict=False):
        problems += differences("denial", statement.denial, want.get("denial", False))
        problems += differences("no comment", statement.no_comment, want.get("no_comment", False))
        if "content" in want:
            problems += differences("content", [c.exact for c in statement.content], want["content"])

    judge(case, problems)
