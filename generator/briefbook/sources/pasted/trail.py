"""Breadcrumbs of pages: the line that says where in the site an article stands ("Home > World > Asia")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.words import page_words

MAX_PART, MAX_PART_WORDS = 36, 4
"""Characters and words of a section's name."""
MAX_PAIR = 2
"""Words of either name where a single "/" parts two: "Inicio / Mundo"."""
ARROW = re.compile(r"\s*[>›‹→＞❯▸►]+\s*|\s+[»«]\s+|\s+[»«]\Z")
BAR = re.compile(r"\s+[/|｜／·•]\s+")
BOTH_QUOTES = re.compile(r"«.*»|».*«")


def repeats_headline(line: Line, below: Sequence[Line]) -> bool:
    """Is a line a breadcrumb whose last part is the headline below it ("News/City/Storm closes the harbour")?"""
    return any(
        other.words > 2 and line.key.endswith(other.key) and line.key[: -len(other.key)].rstrip()[-1:] in tuple("/>›»|")
        for other in below
    )


def is_trail(line: Line) -> bool:
    """Is a line a breadcrumb: short names parted by arrows, or by at least two bars or strokes?

    Where arrows part more than two, the last may be a headline said once more.  A single bar parts a headline from the
    name of its site, and a writer from a place.  Sections may also stand side by side ("Politics Federal Water").
    """
    if line.ends or page_words().byline.match(line.text) or BOTH_QUOTES.search(line.text):
        return False
    if _is_sections(line.text):
        return True
    by_arrows = _parts(ARROW, line.text)
    if len(by_arrows) > 1 or by_arrows[0] != line.text:
        return all(map(_is_name, by_arrows if len(by_arrows) < 3 else by_arrows[:-1]))
    by_bars = _parts(BAR, line.text)
    if len(by_bars) == 2:
        section = " / " in line.text or by_bars[0].casefold() in page_words().sections
        return section and all(_is_name(part) and len(part.split()) <= MAX_PAIR for part in by_bars)
    return len(by_bars) > 2 and all(map(_is_name, by_bars))


def _is_sections(text: str) -> bool:
    """Are most words of a line names of sections, the first one too?"""
    words = text.split()
    sections = [word.casefold() in page_words().sections for word in words]
    capital = all(word[0].isupper() for word in words)
    return capital and 2 < len(words) <= MAX_PART_WORDS and sections[0] and 2 * sum(sections) > len(words)


def leading_trails(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the breadcrumbs at the very top, among buttons: their form is that of credits too ("World / Asia / AFP")."""
    top = takewhile(lambda line: is_trail(line) or page_words().is_furniture(line.text), lines)
    return frozenset(line.number for line in top if is_trail(line))


def _parts(separator: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in separator.split(text) if part.strip()] or [""]


def _is_name(part: str) -> bool:
    return 0 < len(part) <= MAX_PART and len(part.split()) <= MAX_PART_WORDS and any(map(str.isalpha, part))
