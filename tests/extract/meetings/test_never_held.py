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
