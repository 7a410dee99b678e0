"""The credit lines of `cases/`: many languages, agencies and house styles; all names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from briefbook.grammar.credits import read_credit, split_caption

from tests.golden import cases_in, differences, judge

CASES = cases_in(Path(__file__).parent / "cases")


def expected(case: dict[str, Any]) -> dict[str, Any]:
    """What the case says of the credit, with what it need not say filled in."""
    return {
        "people": case.get("people", []),
        "agencies": case.get("agencies", []),
        "via": case.get("via"),
        "licence": case.get("licence"),
        "handout": case.get("handout", False),
        "file": case.get("file", False),
        "restrictions": case.get("restrictions"),
    }


def found_in(credit_line: str) -> dict[str, Any]:
    credit = read_credit(credit_line)
    return {
        "people": list(credit.photographers),
        "agencies": list(credit.agencies),
        "via": credit.via,
        "licence": credit.licence.name if credit.licence else None,
        "handout": credit.handout,
        "file": credit.file_photo,
        "restrictions": credit.restrictions,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_parts_and_reads_the_credit(case: dict[str, Any]) -> None:
    parts = split_caption(case["printed"])
    problems = differences("caption", parts.caption, case["caption"])
    problems += differences("credit line", parts.credit_line, case["credit"])
    if case["credit"]:
        found = found_in(case["credit"])
        problems += [p for key, want in expected(case).items() for p in differences(key, found[key], want)]

    judge(case, problems)
