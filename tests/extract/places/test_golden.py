"""The places of `cases/`: every place of a text with its country; null where it is unknown or disputed."""

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
def test_places(case: dict[str, Any], briefings: dict[str, Briefing]) -> None:
    found = {place.name: place.country for place in briefings[case["id"]].places}

    judge(case, differences("places", found, case["places"]))
