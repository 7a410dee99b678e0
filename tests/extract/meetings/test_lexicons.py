"""The frames' examples tell of a meeting and their counter-examples do not; the party lexicon is read as it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from briefbook import lexicons
from briefbook.extract.meetings.frames import PartyClass, noun_frames, party_nouns, two_pattern, verb_frames
from briefbook.model import Briefing

FRAMES = lexicons.load("meetings").entries


def sentences(kind: str) -> Iterator[tuple[str, str]]:
    for entry in FRAMES:
        for text in getattr(entry, kind):
            yield entry.id, text


@pytest.mark.parametrize(("entry", "text"), list(sentences("examples")))
def test_examples_tell_of_a_meeting(briefed: Callable[..., Briefing], entry: str, text: str) -> None:
    assert briefed(text, published="2024-05-15").meetings, entry


@pytest.mark.parametrize(("entry", "text"), list(sentences("counterexamples")))
def test_counterexamples_do_not(briefed: Callable[..., Briefing], entry: str, text: str) -> None:
    assert not [m for m in briefed(text, published="2024-05-15").meetings if len(m.participants) != 1], entry


def test_every_frame_word_is_known_once() -> None:
    verbs = [w for e in FRAMES if e.fields["part"] == "verb" for w in e.words]

    assert len(verbs) == len(set(verbs)) == len(verb_frames())
    assert all(noun_frames().values())


@pytest.mark.parametrize("phrase", ["the two sides", "both leaders", "the pair", "the three ministers"])
def test_phrases_for_the_participants(phrase: str) -> None:
    assert two_pattern().fullmatch(phrase)


@pytest.mark.parametrize("phrase", ["two leaders of the strike", "the side of the road", "the other side"])
def test_other_phrases(phrase: str) -> None:
    assert not two_pattern().fullmatch(phrase)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", PartyClass.PERSON),
        ("delegation", PartyClass.BODY),
        ("reporter", PartyClass.AUDIENCE),
        ("deadline", PartyClass.NEVER),
    ],
)
def test_nouns_have_their_class(noun: str, kind: PartyClass) -> None:
    assert party_nouns()[noun] is kind
