"""Statements: who said what, in whose words (quote = speaker, cue, content)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.model.citation import Citation


class Directness(StrEnum):
    """Direct speech stands in quotation marks, indirect does not, mixed quotes a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed statement.

    Attributes:
        speaker: Actor id, or None.
        speaker_name: Canonical name, or the description as written.
        cue: The words that attribute it ("said", "according to").
        content: What was said: exact slices, several when the cue splits them.
        citations: The whole sentences it stands in.
        reason: Why this is the speaker, when named by pronoun or description, or not at all.
        denial: The speaker denies something.
        no_comment: The speaker declined to comment.
    """

    id: str
    speaker: str | None
    speaker_name: str
    cue: str
    content: tuple[Citation, ...]
    directness: Directness
    citations: tuple[Citation, ...]
    reason: str | None = None
    denial: bool = False
    no_comment: bool = False
