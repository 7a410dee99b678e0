"""The summary: the article's own sentences, or exact slices of them."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.model.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence of the summary; words of ours stand in square brackets only."""

    text: str
    citations: tuple[Citation, ...]
