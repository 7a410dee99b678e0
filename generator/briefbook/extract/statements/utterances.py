"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.extract.statements.content import Range
from briefbook.extract.statements.cues import Cue
from briefbook.extract.statements.quotes import Quote
from briefbook.extract.statements.speakers import Speaker


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


def without_wrappers(found: list[Utterance]) -> list[Utterance]:
    """Without those that only repeat who speaks: "Marsh said that ..., Marsh said." is said once."""
    return [u for u in found if not any(_wraps(u, other) for other in found if other is not u)]


def _wraps(outer: Utterance, inner: Utterance) -> bool:
    """Does one statement's content hold the other's cue, by the same speaker?"""
    same = outer.speaker.actor is not None and outer.speaker.actor == inner.speaker.actor
    return (
        same
        and any(a <= inner.cue.at < z for a, z in outer.ranges)
        and not any(a <= outer.cue.at < z for a, z in inner.ranges)
    )
