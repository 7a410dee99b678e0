"""A citation: the slice of the article that a fact came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """A half-open range of a block's text, with that text.

    The pair of selectors is that of the W3C Web Annotation model: text position (`start`, `end`, in Unicode code
    points of the block's text) and text quote (`exact`).  `blocks[block].text[start:end] == exact` always holds.
    """

    block: int
    start: int
    end: int
    exact: str

    def overlaps(self, other: Citation) -> bool:
        """Do the two ranges share at least one character?"""
        return self.block == other.block and self.start < other.end and other.start < self.end

    def within(self, other: Citation) -> bool:
        """Does this range lie inside the other?"""
        return self.block == other.block and other.start <= self.start and self.end <= other.end
