"""Pronouns and descriptions: the cases of `resolving.yaml`, each with a reason a reader can judge."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from briefbook.model import MentionForm

CASES = yaml.safe_load((Path(__file__).parent / "resolving.yaml").read_text(encoding="utf-8"))


def resolved(briefing) -> list[tuple[str, str, str | None]]:
    """(words, actor, reason) of all mentions that are not by name, in order."""
    found = [
        (mention.citation, actor.name, mention.reason)
        for actor in briefing.actors
        for mention in actor.mentions
        if mention.form is not MentionForm.NAMED and "not named" not in (mention.reason or "")
    ]
    ordered = sorted(found, key=lambda item: (item[0].block, item[0].start))
    return [(citation.exact, name, reason) for citation, name, reason in ordered if "stands for" not in (reason or "")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_resolving(briefed, case):
    found = resolved(briefed(*case["text"], headline=case.get("headline")))

    assert [f"{words} -> {name}" for words, name, _ in found] == case["expect"]


def test_every_resolution_explains_itself(briefed):
    found = resolved(
        briefed("Lena Marsh won. She thanked her voters. Odo Brandt, 51, lost. The 51-year-old denied it.")
    )

    assert len(found) >= 3
    assert all(reason and name in reason for _, name, reason in found)


def test_mentions_stay_in_order(briefed):
    for actor in briefed("Lena Marsh won. She smiled. Marsh left. She was happy.").actors:
        starts = [(m.citation.block, m.citation.start) for m in actor.mentions]
        assert starts == sorted(starts)


def test_resolved_words_are_no_aliases(briefed):
    actor = briefed("Lena Marsh won. She smiled.").actors[0]

    assert actor.aliases == ()
