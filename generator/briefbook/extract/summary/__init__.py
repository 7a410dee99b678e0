"""Summarise an article in its own sentences."""

from __future__ import annotations

from briefbook.analysis import References
from briefbook.model import Meeting, Statement, SummarySentence, Timex

DEFAULT_WORDS = 120


def extract(
    references: References,
    meetings: tuple[Meeting, ...],
    statements: tuple[Statement, ...],
    dates: tuple[Timex, ...],
    *,
    words: int = DEFAULT_WORDS,
) -> tuple[SummarySentence, ...]:
    """At most `words` words, in reading order."""
    return ()
