"""Properties: what is planned, wished, refused or called off never gives a meeting held, whoever it is and however told."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.model import Briefing, MeetingStatus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PEOPLE = [
    "President Marta Silva",
    "Mayor Rui Alves",
    "Foreign Minister Petra Lindqvist",
    "The dockers' union",
    "Norway",
]
OTHERS = ["Prime Minister Luis Costa", "a delegation of miners", "the rebels", "Chancellor Jonas Weber", "Peru"]
INFINITIVES = [
    "plans to", "will", "is to", "is due to", "is expected to", "hopes to", "wants to", "agreed to", "offered to",
    "promised to", "may", "could", "is ready to", "is likely to", "intends to", "refused to", "declined to", "did not",
    "will not", "has yet to", "had been scheduled to", "no longer plans to", "is unwilling to",
]  # fmt: skip
GERUNDS = ["denied", "ruled out", "avoided", "is considering", "proposed", "suggested", "is looking forward to"]
NOUNS = [
    "called for",
    "demanded",
    "requested",
    "rejected",
    "cancelled",
    "called off",
    "announced plans for",
    "ruled out",
]
TALKS = ["talks with {}", "a meeting with {}", "a summit with {}"]
TAILS = ["", " in Lisbon", " on Monday", " next week", " in Geneva to discuss the ceasefire", ", an aide said"]

FRAMES = [
    ("meet {}", "met {}"),
    ("meet with {}", "met with {}"),
    ("sit down with {}", "sat down with {}"),
    ("confer with {}", "conferred with {}"),
    ("hold negotiations with {}", "held negotiations with {}"),
    ("hold talks with {}", "held talks with {}"),
    ("have a meeting with {}", "had a meeting with {}"),
    ("host {}", "hosted {}"),
    ("speak by phone with {}", "spoke by phone with {}"),
    ("dine with {}", "dined with {}"),
]
"""Ways to tell of a meeting: base form and past tense."""
AROUND = [
    "Prices will rise before {who} {meets}.",
    "Nothing will be decided until {who} {meets}.",
    "The vote will be held once {who} {has_met}.",
    "If {who} {meets}, the strike will end.",
    "Unless {who} {meets}, the strike will go on.",
    "The crisis might end if {who} {met}.",
    "It is not clear whether {who} {met}.",
    "Nobody knows if {who} {met}.",
    "Will {who} {meet}?",
    "Did {who} {meet}?",
    "It is untrue that {who} {met}.",
    "Aides denied that {who} {met}.",
    "Reports that {who} {met} are false.",
    "The paper wrongly reported that {who} {met}.",
    "{who} has to {meet} soon.",
    "{who} would have {met} but for the snow.",
    "{who} should {meet}, the paper wrote.",
    "{who} was to {meet} but fell ill.",
    "{who} had been due to {meet} before the war.",
    "{who} left without having {met}.",
    "Instead of holding talks with {whom}, {who} went home.",
    "“{Meet} at once,” the bishop told {who}.",
]
"""Clauses in which the event is not told as a fact: to come, imagined, asked for, denied."""

unreal = st.one_of(
    st.tuples(st.sampled_from(INFINITIVES), st.sampled_from(["meet {}", "meet with {}", "hold talks with {}"])),
    st.tuples(st.sampled_from(GERUNDS), st.sampled_from(["meeting {}", "holding talks with {}"])),
    st.tuples(st.sampled_from(NOUNS), st.sampled_from(TALKS)),
)
real = st.tuples(st.sampled_from(["", "has "]), st.sampled_from(["met {}", "met with {}", "held talks with {}"]))
published = st.sampled_from([None, "2025-10-09", "2025-10-13"])
relaxed = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def sentence(who: str, told: tuple[str, str], whom: str, tail: str) -> str:
    """The parts as a sentence."""
    return " ".join(f"{who} {told[0]} {told[1].format(whom)}{tail}.".split())


@relaxed
@given(st.sampled_from(PEOPLE), unreal, st.sampled_from(OTHERS), st.sampled_from(TAILS), published)
def test_nothing_unreal_is_held(
    briefed: Callable[..., Briefing], who: str, told: tuple[str, str], whom: str, tail: str, published: str | None
) -> None:
    found = briefed(sentence(who, told, whom, tail), published=published).meetings

    assert not [m for m in found if m.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)]


@relaxed
@given(st.sampled_from(AROUND), st.sampled_from(PEOPLE), st.sampled_from(FRAMES), st.sampled_from(OTHERS))
def test_no_clause_that_is_not_told_as_a_fact_is_held(
    briefed: Callable[..., Briefing], around: str, who: str, frame: tuple[str, str], whom: str
) -> None:
    base, past = (form.format(whom) for form in frame)
    verb, _, rest = base.partition(" ")
    third = {"have": "has"}.get(verb, f"{verb}s")
    participle = {"spoke": "spoken"}.get(past.split(" ")[0], past.split(" ")[0])
    text = around.format(
        who=who if around.startswith("{who}") else who[0].lower() + who[1:] if who.startswith("The ") else who,
        whom=whom,
        meet=base,
        Meet=base[0].upper() + base[1:],
        meets=f"{third} {rest}",
        met=past if "would have" not in around and "having" not in around else f"{participle} {past.partition(' ')[2]}",
        has_met=f"has {participle} {past.partition(' ')[2]}",
    )

    found = briefed(text[0].upper() + text[1:], published="2025-10-09").meetings

    assert not [m for m in found if m.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)], text


@relaxed
@given(st.sampled_from(PEOPLE), real, st.sampled_from(OTHERS), st.sampled_from(["", " in Lisbon", " last week"]))
def test_what_was_is_held(
    briefed: Callable[..., Briefing], who: str, told: tuple[str, str], whom: str, tail: str
) -> None:
    found = briefed(sentence(who, told, whom, tail), published="2025-10-09").meetings

    assert [m.status for m in found] == [MeetingStatus.HELD]


@relaxed
@given(
    st.lists(
        st.sampled_from(
            "Silva Costa Norway met meets will not meet talks with between and the summit of in Lisbon on Monday held a "
            "call off , . “ ” who to discuss after planned visited envoys their delegation was ( )".split()
        ),
        min_size=1,
        max_size=25,
    ).map(" ".join)
)
def test_any_words_give_meetings_that_hold_together(briefed: Callable[..., Briefing], text: str) -> None:
    briefing = briefed(text, published="2025-10-09")
    sentences = {s.citation for s in briefing.sentences}

    for meeting in briefing.meetings:
        assert set(meeting.citations) <= sentences
        assert briefing.article.holds(meeting.trigger)
        assert meeting.participants
        assert meeting.reasons
