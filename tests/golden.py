"""Golden cases as data: files of cases, briefed in one batch, and marks of what is known to be wrong still.

A case has an `id`, a `text` (one paragraph or several), and what an editor would find in it.  A case with `known_gap`
states what is right although the program does not find it yet, and why; it fails as soon as the program does find it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import LoadedModel, analyse_all
from briefbook.model import Briefing
from briefbook.pipeline import brief

from tests.conftest import make_article

Case = dict[str, Any]

LARGEST_SHARE_OF_GAPS = 0.2


def cases_in(folder: Path) -> list[Case]:
    """The cases of all files of a folder, in order of the files' names; ids are unique in the folder."""
    found = [case for file in sorted(folder.glob("*.yaml")) for case in yaml.safe_load(file.read_text("utf-8"))]
    ids = [case["id"] for case in found]
    assert len(set(ids)) == len(ids), sorted({i for i in ids if ids.count(i) > 1})
    assert sum("known_gap" in case for case in found) <= LARGEST_SHARE_OF_GAPS * len(found)
    return found


def brief_all(cases: list[Case], model: LoadedModel) -> dict[str, Briefing]:
    """The briefings of all cases by their ids, their texts analysed together."""
    articles = [
        make_article(
            [case["text"]] if isinstance(case["text"], str) else case["text"],
            headline=case.get("headline"),
            published=case.get("published"),
        )
        for case in cases
    ]
    documents = analyse_all(articles, model)
    return {case["id"]: brief(document, model) for case, document in zip(cases, documents, strict=True)}


def judge(case: Case, problems: list[str]) -> None:
    """Fail on a problem; fail on the lack of one where the case says that there is a gap."""
    gap = case.get("known_gap")
    if gap and not problems:
        pytest.fail(f"right now, so that the mark can go: {gap}")
    if problems and not gap:
        pytest.fail("\n".join(problems))


def differences(what: str, found: object, expected: object) -> list[str]:
    """The problem in words, or nothing."""
    return [] if found == expected else [f"{what}: found {found!r}, expected {expected!r}"]
