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
