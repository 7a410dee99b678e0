"""Roles and relations, case by case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import actors, roles
from briefbook.lexicons import load
from briefbook.model import Actor, ActorKind

HERE = Path(__file__).parent
Analysed = Callable[..., AnalysedDocument]


def cases(name: str) -> list[Any]:
    """The cases of a file, named by their ids."""
    found = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in found]


def actors_of(analysed: Analysed, *text: str) -> tuple[AnalysedDocument, tuple[Actor, ...]]:
    document = analysed(*text)
    named = roles.extract(References(document=document, actors=actors.extract(document).actors))
    resolved = actors.resolve(References(document=document, actors=named))
    return document, roles.extract(References(document=document, actors=resolved))


@pytest.mark.parametrize("case", cases("cases.yml"))
def test_finds_exactly_the_roles_stated(case: dict[str, Any], analysed: Analysed) -> None:
    _, found = actors_of(analysed, case["text"])

    stated = {a.name: [[r.title, r.organization_name, r.former] for r in a.roles] for a in found if a.roles}
    assert _comparable(stated) == _comparable(case["roles"])


def _comparable(roles_by_name: dict[str, list[list[Any]]]) -> dict[str, list[str]]:
    return {name: sorted(map(str, items)) for name, items in roles_by_name.items()}


@pytest.mark.parametrize("case", cases("relations.yml"))
def test_finds_exactly_the_relations_stated(case: dict[str, Any], analysed: Analysed) -> None:
    _, found = actors_of(analysed, case["text"])

    names = {actor.id: actor.name for actor in found}
    stated = sorted([a.name, str(r.type), names[r.actor]] for a in found for r in a.relations)
    assert stated == sorted(case["relations"])


def test_every_role_and_relation_is_cited_where_it_stands(analysed: Analysed) -> None:
    text = (
        "Harrow Bank chief executive Ole Berg met Ana Ruiz, its chairman, in Oslo.",
        "Berg, who also heads the Harrow Institute, was accompanied by Lena Marsh.",
    )
    document, found = actors_of(analysed, *text)

    cited = [c for a in found for item in (*a.roles, *a.relations) for c in item.citations]
    assert len(cited) >= 6
    assert all(document.article.holds(c) for c in cited)


def test_a_role_stated_twice_has_two_citations(analysed: Analysed) -> None:
    _, found = actors_of(analysed, "President Lena Marsh of Norway arrived.", "President Marsh waved.")

    (role,) = next(a for a in found if a.name == "Lena Marsh").roles
    assert [c.block for c in role.citations] == [0, 1]


def test_a_state_that_only_holds_a_post_becomes_an_actor_with_a_reason(analysed: Analysed) -> None:
    _, found = actors_of(analysed, "Danish foreign minister Ole Berg left for Cairo.")

    denmark = next(a for a in found if a.name == "Denmark")
    assert denmark.kind is ActorKind.GEOPOLITICAL
    role = next(a for a in found if a.name == "Ole Berg").roles[0]
    assert role.organization == denmark.id
    assert denmark.mentions[0].citation.exact == "Danish"


def test_given_actors_keep_their_order_and_identity(analysed: Analysed) -> None:
    document = analysed("Danish foreign minister Ole Berg met Harrow Bank chief executive Ana Ruiz.")
    before = actors.extract(document).actors

    after = roles.extract(References(document=document, actors=before))

    assert [a.id for a in after[: len(before)]] == [a.id for a in before]
    assert [a.mentions for a in after[: len(before)]] == [a.mentions for a in before]


def test_running_twice_changes_nothing(analysed: Analysed) -> None:
    document = analysed("Danish foreign minister Ole Berg met former mayor Ana Ruiz, head of the Harrow Institute.")
    once = roles.extract(References(document=document, actors=actors.extract(document).actors))

    assert roles.extract(References(document=document, actors=once)) == once


TITLES = [entry for entry in load("titles").entries if entry.id in ("posts", "professions", "ranks")]


@pytest.mark.parametrize("entry", TITLES, ids=lambda entry: entry.id)
def test_examples_of_titles_are_found(entry: Any, analysed: Analysed) -> None:
    for example in entry.examples:
        _, found = actors_of(analysed, f"{example.rstrip(',')} left early.")
        assert any(a.roles for a in found), example


@pytest.mark.parametrize("entry", TITLES, ids=lambda entry: entry.id)
def test_counterexamples_of_titles_are_not(entry: Any, analysed: Analysed) -> None:
    for example in entry.counterexamples:
        _, found = actors_of(analysed, f"{example} left early.")
        assert not any(a.roles for a in found), example


VERBS = [
    e
    for e in load("role_phrases").entries
    if e.id in ("appoint", "serve", "leave", "step-down", "become", "work-for", "lead", "offices", "past-offices")
]


@pytest.mark.parametrize("entry", VERBS, ids=lambda entry: entry.id)
def test_examples_of_verbs_tell_a_role_and_counterexamples_none(entry: Any, analysed: Analysed) -> None:
    for example in entry.examples:
        _, found = actors_of(analysed, example)
        assert any(a.roles for a in found), example
    for example in entry.counterexamples:
        _, found = actors_of(analysed, example)
        assert not any(a.roles for a in found), example
