from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.grammar.credits import read_credit, split_caption

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "captions.yaml").read_text(encoding="utf-8"))
CREDITED = [case for case in CASES if case["credit"]]


def name(case: dict[str, Any]) -> str:
    return str(case["printed"])[-60:]


@pytest.mark.parametrize("case", CASES, ids=name)
def test_parts_a_caption_from_its_credit(case: dict[str, Any]) -> None:
    parts = split_caption(case["printed"])

    assert (parts.caption, parts.credit_line) == (case["caption"], case["credit"])


@pytest.mark.parametrize("case", CREDITED, ids=name)
def test_reads_who_made_and_who_supplies_the_picture(case: dict[str, Any]) -> None:
    credit = read_credit(case["credit"])

    assert credit.photographers == tuple(case.get("people", ()))
    assert credit.agencies == tuple(case.get("agencies", ()))
    assert credit.via == case.get("via")


@pytest.mark.parametrize("case", CREDITED, ids=name)
def test_reads_on_which_terms(case: dict[str, Any]) -> None:
    credit = read_credit(case["credit"])

    assert (credit.licence.name if credit.licence else None) == case.get("licence")
    assert (credit.handout, credit.file_photo) == (case.get("handout", False), case.get("file", False))
    assert credit.restrictions == case.get("restrictions")
