"""Hand text to the language model in safe portions: bounded in length, free of what its store can't hold.

The model's memory grows with the length of a text, so a long block is cut where a sentence seems to end (else at white
space, else anywhere); every portion knows where it begins, and its length never changes, so offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 4_000
"""Code points handed over at once; a paragraph of news has some 300."""

MOST_UNBROKEN = 500
"""Code points without white space handed over at once, more than any word or address: the model takes marks off such a run one
by one, and reads all of it again each time."""

UNBROKEN = re.compile(rf"\S{{{MOST_UNBROKEN}}}")
ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")
SURROGATE = re.compile("[\ud800-\udfff]")


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """(start, portion) of a text, in order, together the whole text."""
    start = 0
    while end := _next_end(text, start, longest):
        yield start, text[start:end]
        start = end
    if start < len(text) or not text:
        yield start, text[start:]


def _next_end(text: str, start: int, longest: int) -> int:
    """Where the portion that begins here ends before the text does; 0 when it takes the rest."""
    left = len(text) - start
    run = UNBROKEN.search(text, start, start + longest) if left > MOST_UNBROKEN else None
    if run and run.end() < len(text):
        return run.end()
    return _cut(text, start, start + longest) if left > longest else 0


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end a portion: after the last sentence-like end in its second half, else after white space, else at the limit."""
    ends = [found.end() for found in ENDS.finditer(text, start + (limit - start) // 2, limit)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", start + 1, limit), text.rfind("\t", start + 1, limit))
    return space + 1 if space > start else limit


def storable(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 store can hold, replaced one for one."""
    return SURROGATE.sub("\ufffd", text)
