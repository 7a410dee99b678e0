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
MOST_ALIKE = 64
"""Different lines of one opening that are looked for; more come from a list or log, and no article pulls so many quotes."""


def find_pull_quotes(lines: Sequence[Line], paragraphs: Sequence[Line]) -> set[int]:
    """Numbers of the lines whose words stand in a longer paragraph.

    The quotes are indexed by their first words and the paragraphs read once, so time grows with the text's length.
    """
    quotes = _by_opening(lines)
    found: set[int] = set()
    for paragraph in paragraphs:
        words = [word.strip(EDGES + ",;:") for word in paragraph.key.split()]
        openings = {tuple(words[place : place + OPENING]) for place in range(len(words) - OPENING + 1)}
        for opening in openings & quotes.keys():
            alike = quotes[opening]
            for key in [key for key in alike if len(paragraph.key) >= len(key) + LONGER and key in paragraph.key]:
                if alike[key] != [paragraph.number]:  # a line does not quote itself
                    found.update(alike.pop(key))
    return found


def _by_opening(lines: Sequence[Line]) -> dict[tuple[str, ...], dict[str, list[int]]]:
    """The numbers of the lines that may be pull quotes, by their first words and their whole words."""
    quotes: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for line in lines:
        key = line.key.strip(EDGES)
        words = key.split()
        if len(key) >= MIN_LENGTH and line.length <= MAX_LENGTH and len(words) >= OPENING:
            alike = quotes.setdefault(_bare(words[:OPENING]), {})
            if key in alike or len(alike) < MOST_ALIKE:
                alike.setdefault(key, []).append(line.number)
    return quotes


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip(EDGES + ",;:") for word in words)
