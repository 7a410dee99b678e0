"""The roles and relations of `cases/`, in many styles of news; all persons and bodies are invented.

The whole articles among the cases of statements tell roles too.  `roles` gives all roles of each person it names as
[title, organisation, former]; `relations` gives some that must be found as [subject, type, object], `not_relations` some
that must not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from briefbook.analysis import LoadedModel
from briefbook.lexicons import load
from briefbook.model import Briefing

from tests.golden import brief_all, cases_in, differences, judge

ARTICLES = Path(__file__).parents[1] / "statements" / "cases"
CASES = cases_in(Path(__file__).parent / "cases") + [case for case in cases_in(ARTICLES) if "roles" in case]


@pytest.fixture(scope="module")
def briefings(language_model: LoadedModel) -> dict[str, Briefing]:
    return brief_all(CASES, language_model)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_roles_and_relations(case: dict[str, Any], briefings: dict[str, Briefing]) -> None:
    actors = briefings[case["id"]].actors
    roles = {a.name: sorted(str([r.title, r.organization_name, r.former]) for r in a.roles) for a in actors}
    problems = []
    for name, wanted in case.get("roles", {}).items():
        problems += differences(name, roles.get(name), sorted(map(str, wanted)))
    names = {actor.id: actor.name for actor in actors}
    relations = [[a.name, str(r.type), names[r.actor]] for a in actors for r in a.relations]
    problems += [f"no {want} in {relations}" for want in case.get("relations", []) if want not in relations]
    problems += [f"{wrong} is untrue" for wrong in case.get("not_relations", []) if wrong in relations]

    judge(case, problems)


UNFULFILLED = load("role_phrases").entry("unfulfilled")


def test_what_is_hoped_for_is_no_role_and_what_came_about_is(language_model: LoadedModel) -> None:
    texts = (*UNFULFILLED.examples, *UNFULFILLED.counterexamples)
    found = brief_all([{"id": text, "text": text} for text in texts], language_model)
    holders = {text: any(actor.roles for actor in found[text].actors) for text in texts}

    assert not any(holders[text] for text in UNFULFILLED.examples)
    assert all(holders[text] for text in UNFULFILLED.counterexamples)
