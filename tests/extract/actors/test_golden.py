"""The actors of `cases/`: names, kinds, who is not merged, and what pronouns and descriptions mean; all invented.

`persons`, `organizations`, `states` list all actors of that kind as "name | other names" (other kinds: not judged);
`apart` are names that must be actors of their own; `absent` must name no actor; `resolved` are "words -> actor" that must
be found, `unresolved` are words that must mean nobody.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from briefbook.analysis import LoadedModel
from briefbook.model import Actor, ActorKind, Briefing, MentionForm

from tests.golden import brief_all, cases_in, differences, judge

CASES = cases_in(Path(__file__).parent / "cases")
KINDS = {"persons": ActorKind.PERSON, "organizations": ActorKind.ORGANIZATION, "states": ActorKind.GEOPOLITICAL}


@pytest.fixture(scope="module")
def briefings(language_model: LoadedModel) -> dict[str, Briefing]:
    return brief_all(CASES, language_model)


def as_written(actor: Actor) -> str:
    return f"{actor.name} | {', '.join(sorted(actor.aliases))}" if actor.aliases else actor.name


def references(actors: tuple[Actor, ...]) -> list[tuple[str, str]]:
    """(words, actor) of all mentions that are not by name."""
    return [(m.citation.exact, a.name) for a in actors for m in a.mentions if m.form is not MentionForm.NAMED]


def problems_of(case: dict[str, Any], actors: tuple[Actor, ...]) -> list[str]:
    problems = []
    for key, kind in KINDS.items():
        if key in case:
            problems += differences(key, sorted(as_written(a) for a in actors if a.kind is kind), sorted(case[key]))
    names = {actor.name for actor in actors}
    problems += [f"no actor {name} in {sorted(names)}" for name in case.get("apart", []) if name not in names]
    problems += [f"{name} is no actor" for name in case.get("absent", []) if name in names]
    found = references(actors)
    for line in case.get("resolved", []):
        words, _, name = line.partition(" -> ")
        problems += [] if (words, name) in found else [f"no {line} in {found}"]
    problems += [f"{words} means nobody" for words in case.get("unresolved", []) if words in dict(found)]
    return problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_actors(case: dict[str, Any], briefings: dict[str, Briefing]) -> None:
    judge(case, problems_of(case, briefings[case["id"]].actors))
