"""The scorer itself: what is annotated scores 1, nothing scores 0, and each fault lowers its own figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from briefbook.model import (
    Actor,
    ActorKind,
    Briefing,
    Channel,
    Citation,
    DateRange,
    Directness,
    Meeting,
    MeetingPlace,
    MeetingStatus,
    MeetingTime,
    Mention,
    Participant,
    Provenance,
    Role,
    Statement,
    SummarySentence,
)

from tests.gold.corpus import GoldArticle, corpus, days
from tests.gold.matching import same_name, same_sentence, titled
from tests.gold.scoring import FIGURES, figures

ARTICLE = next(item for item in corpus() if item.id == "wire-border-talks")


def _cite(item: GoldArticle, text: str) -> Citation:
    number = next(number for number, block in enumerate(item.prose) if text in block)
    start = item.prose[number].index(text)
    return item.article.cite(number, start, start + len(text))


def _actor(item: GoldArticle, gold: dict[str, Any]) -> Actor:
    mention = Mention(citation=_cite(item, gold["name"]))
    roles = tuple(
        Role(title=r["title"], organization_name=r["organization"], former=r["former"], citations=(mention.citation,))
        for r in gold["roles"]
    )
    return Actor(
        id=gold["name"],
        name=gold["name"],
        kind=ActorKind(gold["kind"]),
        aliases=tuple(gold["aliases"]),
        mentions=(mention,),
        roles=roles,
    )


def _meeting(item: GoldArticle, number: int, gold: dict[str, Any]) -> Meeting:
    cited = tuple(_cite(item, text) for text in gold["evidence"])
    when = days(gold["time_value"])
    return Meeting(
        id=str(number),
        status=MeetingStatus(gold["status"]),
        channel=Channel(gold["channel"]),
        trigger=cited[0],
        participants=tuple(
            Participant(actor=None, name=n, as_written=n, citations=cited) for n in gold["participants"]
        ),
        place=MeetingPlace(name=gold["place"], place=None, citations=cited) if gold["place"] else None,
        time=MeetingTime(text=gold["time_text"], start=when[0], end=when[1]) if when else None,
        citations=cited,
    )


def _statement(item: GoldArticle, number: int, gold: dict[str, Any]) -> Statement:
    cited = _cite(item, gold["evidence"])
    return Statement(
        id=str(number),
        speaker=None,
        speaker_name=gold["speaker"],
        cue=gold["cue"],
        content=(cited,),
        directness=Directness(gold["directness"]),
        citations=(cited,),
    )


def _empty(item: GoldArticle) -> Briefing:
    return Briefing(
        article=item.article,
        date_bounds=None,
        summary=(),
        actors=(),
        places=(),
        dates=(),
        meetings=(),
        statements=(),
        timeline=(),
        credits=(),
        findings=(),
        sentences=(),
        provenance=Provenance(generator="test", language_model=None, lexicons_sha256=""),
    )


def _perfect(item: GoldArticle) -> Briefing:
    """A briefing that says just what is annotated."""
    gold = item.gold
    facts = [_cite(item, fact["evidence"][0]) for fact in gold["key_facts"]]
    return replace(
        _empty(item),
        actors=tuple(_actor(item, actor) for actor in gold["actors"]),
        meetings=tuple(_meeting(item, number, meeting) for number, meeting in enumerate(gold["meetings"])),
        statements=tuple(_statement(item, number, said) for number, said in enumerate(gold["statements"])),
        summary=tuple(SummarySentence(text=fact.exact, citations=(fact,)) for fact in facts),
    )


def _figures(briefing: Briefing, item: GoldArticle = ARTICLE) -> dict[str, float]:
    return figures([(item, briefing)])


@pytest.mark.parametrize("item", [pytest.param(item, id=item.id) for item in corpus()])
def test_the_annotation_itself_is_perfect(item: GoldArticle) -> None:
    found = _figures(_perfect(item), item)

    assert {name: value for name, value in found.items() if value != 1 and name != "summaries within 120 words"} == {}


def test_an_empty_briefing_finds_nothing_and_invents_nothing() -> None:
    found = _figures(_empty(ARTICLE))

    assert found.keys() == FIGURES.keys()
    assert [name for name in found if name.endswith("recall") and found[name]] == [
        "participants recall"
    ]  # of no meeting
    assert all(found[name] == 1 for name in found if name.endswith("precision"))


def _status(briefing: Briefing) -> Briefing:
    return replace(briefing, meetings=tuple(replace(m, status=MeetingStatus.HELD) for m in briefing.meetings))


def _elsewhere(briefing: Briefing) -> Briefing:
    return replace(
        briefing,
        meetings=tuple(
            replace(m, place=MeetingPlace(name="Oslo", place=None, citations=m.citations)) for m in briefing.meetings
        ),
    )


def _another_day(briefing: Briefing) -> Briefing:
    return replace(
        briefing,
        meetings=tuple(
            replace(m, time=MeetingTime(text="once", start=None, end=None, possible=DateRange()))
            for m in briefing.meetings
        ),
    )


def _split(briefing: Briefing) -> Briefing:
    first = briefing.actors[0]
    return replace(briefing, actors=(*briefing.actors, replace(first, id="again", name=first.aliases[0], roles=())))


def _stranger(briefing: Briefing) -> Briefing:
    return replace(
        briefing,
        actors=(*briefing.actors, replace(briefing.actors[0], id="x", name="Bo Stranger", aliases=(), roles=())),
    )


def _misattributed(briefing: Briefing) -> Briefing:
    return replace(briefing, statements=tuple(replace(s, speaker_name="Bo Stranger") for s in briefing.statements))


def _former(briefing: Briefing) -> Briefing:
    return replace(
        briefing,
        actors=tuple(
            replace(a, roles=tuple(replace(r, former=not r.former) for r in a.roles)) for a in briefing.actors
        ),
    )


def _alone(briefing: Briefing) -> Briefing:
    return replace(briefing, meetings=tuple(replace(m, participants=m.participants[:1]) for m in briefing.meetings))


@pytest.mark.parametrize(
    ("fault", "lower"),
    [
        (_status, {"status right"}),
        (_elsewhere, {"place right", "place not invented"}),
        (_another_day, {"days right"}),
        (_split, {"actors unsplit"}),
        (_stranger, {"actors precision"}),
        (_misattributed, {"speakers right"}),
        (_former, {"roles recall"}),
        (_alone, {"participants recall"}),
    ],
)
def test_each_fault_lowers_its_own_figure(fault: Callable[[Briefing], Briefing], lower: set[str]) -> None:
    perfect, found = _figures(_perfect(ARTICLE)), _figures(fault(_perfect(ARTICLE)))

    assert {name for name in found if found[name] < perfect[name]} == lower


def test_a_meeting_found_twice_is_one_too_many() -> None:
    briefing = _perfect(ARTICLE)
    found = _figures(replace(briefing, meetings=(*briefing.meetings, briefing.meetings[0])))

    assert found["meetings recall"] == 1
    assert found["meetings precision"] == pytest.approx(4 / 5)


@pytest.mark.parametrize(
    ("ours", "gold", "same"),
    [
        ("They met in Oslo on Monday.", "They met in Oslo on Monday.", True),
        ("They met in Oslo on Monday", "On Friday, they met in Oslo on Monday, she said.", True),
        ("They met.", "They met in Oslo on Monday to talk about fish and trade.", False),
        ("[Ines Caro] met him in Oslo on Monday.", "She met him in Oslo on Monday.", True),
        ("They never met in Rome.", "The harbour will reopen in June.", False),
        ("", "They met.", False),
    ],
)
def test_same_sentence(ours: str, gold: str, same: bool) -> None:
    assert same_sentence(ours, gold) is same


@pytest.mark.parametrize(
    ("ours", "gold", "same"),
    [
        (["Ines Caro"], ["Caro"], True),
        (["Ines Caro"], ["Ana Caro"], False),
        (["the U.S."], ["US"], True),
        (["the"], ["the"], False),
        (["World Canoe Council", "WCC"], ["WCC"], True),
    ],
)
def test_same_name(ours: list[str], gold: list[str], same: bool) -> None:
    assert same_name(ours, gold) is same


@pytest.mark.parametrize(
    ("ours", "gold", "alike"),
    [
        ("chair", "chairs", True),
        ("head", "headed", True),
        ("leader", "led", True),
        ("head", "ran", True),
        ("owner", "owns", True),
        ("spokesperson", "speaks for the farmers", True),
        ("director", "chairs", False),
        ("owner", "ran", False),
        ("Deputy Foreign Minister", "foreign minister", True),
    ],
)
def test_a_title_told_by_a_verb_matches_its_noun(ours: str, gold: str, alike: bool) -> None:
    assert bool(titled(ours) & titled(gold)) is alike
