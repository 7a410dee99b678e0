"""Pull quotes: lines that print again what a paragraph says."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.sources.pasted.lines import Line

MIN_LENGTH, MAX_LENGTH = 20, 400
"""Characters of a pull quote."""
OPENING = 4
"""Words by which a quote is looked up in the paragraphs."""
EDGES = " \"'.…«»„“”"
LONGER = 10
"""Characters that the paragraph must have more than the quote."""


def find_pull_quotes(lines: Sequence[Line], paragraphs: Sequence[Line]) -> set[int]:
    """Numbers of the lines whose words stand in a longer paragraph.

    The quotes are indexed by their first words and the paragraphs read once, so time grows with the text's length.
    """
    quotes: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for line in lines:
        key = line.key.strip(EDGES)
        words = key.split()
        if len(key) >= MIN_LENGTH and line.length <= MAX_LENGTH and len(words) >= OPENING:
            quotes.setdefault(_bare(words[:OPENING]), []).append((key, line.number))
    found: set[int] = set()
    for paragraph in paragraphs:
        words = paragraph.key.split()
        for place in range(len(words) - OPENING + 1):
            for key, number in quotes.get(_bare(words[place : place + OPENING]), ()):
                longer = len(paragraph.key) >= len(key) + LONGER
                if number != paragraph.number and longer and key in paragraph.key:
                    found.add(number)
    return found


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip(EDGES + ",;:") for word in words)
