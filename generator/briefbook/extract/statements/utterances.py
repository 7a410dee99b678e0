"""A statement in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefbook.analysis import Token
from briefbook.analysis.quotes import Quote
from briefbook.extract.statements.attributions import Cue
from briefbook.extract.statements.content import Range
from briefbook.extract.statements.memory import Speaker


@dataclass
class Utterance:
    """A statement in the making: who, by which cue, which ranges and sentences."""

    speaker: Speaker
    cue: Cue
    ranges: list[Range]
    sentences: set[int]
    block: int
    quotes: list[Quote] = field(default_factory=list)
    note: str | None = None


def without_wrappers(found: list[Utterance], tokens: Sequence[Token]) -> list[Utterance]:
    """Without those that only repeat who speaks: "Marsh said that ..., Marsh said." is said once.

    What somebody says of his own speaking ("said it had offered to pay") is part of what he says.
    """
    own = [u for u in found if any(_tells_of(other, u, tokens) for other in found)]
    kept = [u for u in found if u not in own]
    return [u for u in kept if not any(_wraps(u, other) for other in kept if other is not u)]


def _tells_of(outer: Utterance, inner: Utterance, tokens: Sequence[Token]) -> bool:
    """Does the inner cue follow in what the outer one gives, by "it" or "he" who speaks?"""
    who = inner.cue.subject
    own = who is not None and (tokens[who].pos == "PRON" or who == outer.cue.subject)
    return own and outer.cue.at < inner.cue.at and _wraps(outer, inner) and not inner.quotes


def _wraps(outer: Utterance, inner: Utterance) -> bool:
    """Does one statement's content hold the other's cue, by the same speaker?"""
    same = outer.speaker.actor is not None and outer.speaker.actor == inner.speaker.actor and not inner.cue.no_comment
    return (
        same
        and any(a <= inner.cue.at < z for a, z in outer.ranges)
        and not any(a <= outer.cue.at < z for a, z in inner.ranges)
    )
