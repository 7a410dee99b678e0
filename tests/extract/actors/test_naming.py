"""Names to actors and places: the cases of `naming.yaml`, and what holds for every text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from briefbook.extract import actors
from briefbook.model import ActorKind, MentionForm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CASES = yaml.safe_load((Path(__file__).parent / "naming.yaml").read_text(encoding="utf-8"))
KINDS = {"persons": ActorKind.PERSON, "organizations": ActorKind.ORGANIZATION, "states": ActorKind.GEOPOLITICAL}


def written(actor) -> str:
    """As the cases write it: "name | aliases"."""
    return " | ".join(filter(None, (actor.name, ", ".join(actor.aliases))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_naming(analysed, case):
    naming = actors.extract(analysed(*case["text"], headline=case.get("headline")))

    for key, kind in KINDS.items():
        if key in case:
            found = sorted(normal(written(a)) for a in naming.actors if a.kind is kind)
            assert found == sorted(normal(text) for text in case[key])
    if "places" in case:
        assert sorted(place.name for place in naming.places) == sorted(case["places"])
    names = {actor.name for actor in naming.actors} | {place.name for place in naming.places}
    assert names.isdisjoint(case.get("not", []))
    assert [finding.code for finding in naming.findings] == case.get("findings", [])


def normal(text: str) -> str:
    """Aliases in any order."""
    name, _, aliases = text.partition(" | ")
    return " | ".join(filter(None, (name, ", ".join(sorted(aliases.split(", ")))))) if aliases else name


def test_every_named_mention_is_cited_without_article_and_possessive(analysed):
    document = analysed(
        "The Northport Harbour Authority's head, Lena Marsh, left. The Authority and Marsh’s aide stayed."
    )

    cited = [
        m.citation.exact for a in actors.extract(document).actors for m in a.mentions if m.form is MentionForm.NAMED
    ]

    assert sorted(cited) == ["Authority", "Lena Marsh", "Marsh", "Northport Harbour Authority"]


def test_a_full_stop_that_ends_the_sentence_is_no_part_of_a_name(analysed):
    naming = actors.extract(analysed("She works for Harrow Steel Corp."))

    assert [a.name for a in naming.actors] == ["Harrow Steel Corp"]
    assert naming.actors[0].mentions[0].citation.exact == "Harrow Steel Corp"


def test_ids_are_unique_and_safe_in_a_link(analysed):
    naming = actors.extract(
        analysed("Zoë Ångström met Lena Marsh. José María Núñez wrote to “../../x” and <b>Bold Corp</b>.")
    )

    ids = [actor.id for actor in naming.actors]
    assert len(set(ids)) == len(ids)
    assert all(set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for i in ids)
    assert "zoe-angstrom" in ids


def test_a_state_can_be_an_actor_and_a_place(analysed):
    naming = actors.extract(analysed("Egypt invited the delegations. The talks will be held in Egypt."))

    assert [(a.name, [m.citation.start for m in a.mentions]) for a in naming.actors] == [("Egypt", [0])]
    assert [(p.name, len(p.mentions)) for p in naming.places] == [("Egypt", 1)]


def test_what_is_described_is_no_named_mention(analysed):
    naming = actors.extract(analysed("The Norwegian government refused."))

    assert [(m.form, bool(m.reason)) for a in naming.actors for m in a.mentions] == [(MentionForm.NOMINAL, True)]


NAMES = st.sampled_from(
    "Lena Marsh|Marsh|Odo Brandt|the|The|of|and|U.S.|NATO|met|said|,|.|“|”|(|)|Harrow Steel Corp|al-Masri|Norway|in|Mr.|President|-|'s|\n|{{x}}|<b>|May|[|]".split(
        "|"
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=30))
def test_any_heap_of_names_gives_true_citations(analysed, heap):
    document = analysed(" ".join(heap))

    naming = actors.extract(document)

    cited = [m.citation for a in naming.actors for m in a.mentions] + [c for p in naming.places for c in p.mentions]
    assert all(document.article.holds(citation) and citation.exact for citation in cited)
    assert all(a.mentions and a.name for a in naming.actors)
