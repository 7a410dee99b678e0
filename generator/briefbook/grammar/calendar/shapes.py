"""Match the shapes of calendar_shapes.yaml over calendar tokens.

A shape is written in class names (capitals), words (lower case), fragments (`<Count>`) and the operators of regular
expressions; a blank only separates.  `MONTH DAYNUM (COMMA YEAR)?` reads "March 5, 2021".  Where several shapes match,
the one that begins first wins, then the longest, then the one that stands first in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefbook import lexicons
from briefbook.grammar.calendar.tokens import CalendarToken, tokenize
from briefbook.grammar.calendar.words import Value, letters

_PIECE = re.compile(r"<(\w+)>|([A-Z]\w*)|([a-z]+)|(\(\?[:=!<]+|[()|?*+])|\s+")


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled shape: `reading` names the builder, `constants` what the words leave unsaid.

    Attributes:
        trim: How many tokens at the front are only context ("in" of "in spring").
        rank: Position in the file.
    """

    id: str
    pattern: re.Pattern[str]
    reading: str
    constants: dict[str, Any]
    trim: int
    rank: int


@dataclass(frozen=True, slots=True)
class Match:
    """A shape matched over tokens[first:last] of a text."""

    shape: Shape
    first: int
    last: int
    tokens: list[CalendarToken]
    groups: dict[str, int]

    def value(self, *kinds: str) -> Value:
        """The value of the first of these classes that the match holds."""
        for kind in kinds:
            index = self.groups.get(kind)
            if index is not None:
                return self.tokens[index].values.get(kind.rstrip("23456789"))
        return None

    def has(self, *kinds: str) -> bool:
        """Does the match hold a token in one of these classes?"""
        return any(kind in self.groups for kind in kinds)

    def number(self, *kinds: str) -> int | None:
        """`value` where it is a whole number."""
        value = self.value(*kinds)
        return int(value) if isinstance(value, int | float) else None

    def text(self, *kinds: str) -> str | None:
        """`value` where it is a string."""
        value = self.value(*kinds)
        return value if isinstance(value, str) else None


def matches(text: str) -> list[Match]:
    """The shapes found in a text, not overlapping, in order."""
    tokens = tokenize(text)
    string = "".join(token.letter for token in tokens)
    candidates = [found for shape in shapes() for found in _find(shape, string, tokens)]
    candidates.sort(key=lambda m: (m.first, -m.last, m.shape.rank))
    chosen: list[Match] = []
    for match in candidates:
        if not chosen or match.first >= chosen[-1].last:
            chosen.append(match)
    return chosen


def _find(shape: Shape, string: str, tokens: list[CalendarToken]) -> Iterator[Match]:
    for found in shape.pattern.finditer(string):
        groups = {name.replace("_", ""): found.start(name) for name, part in found.groupdict().items() if part is not None}
        yield Match(shape, found.start() + shape.trim, found.end(), tokens, groups)


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """All shapes of the lexicon, compiled."""
    entries = lexicons.load("calendar_shapes").entries
    fragments = {e.fields["name"]: e.fields["shape"] for e in entries if "name" in e.fields}
    return tuple(
        Shape(
            id=entry.id,
            pattern=re.compile(_compile(entry.fields["shape"], fragments)),
            reading=entry.fields["reading"],
            constants=entry.fields.get("set", {}),
            trim=entry.fields.get("trim", 0),
            rank=rank,
        )
        for rank, entry in enumerate(entries)
        if "name" not in entry.fields
    )


def _compile(shape: str, fragments: dict[str, str]) -> str:
    """A shape as a regular expression over letters; each class is a group named by it, numbered from its second use."""
    while found := re.search(r"<(\w+)>", shape):
        shape = shape.replace(found.group(), f"({fragments[found.group(1)]})")
    seen: dict[str, int] = {}
    out: list[str] = []
    for piece in _PIECE.finditer(shape):
        kind, word, operator = piece.group(2, 3, 4)
        if kind:
            seen[kind] = seen.get(kind, 0) + 1
            name = kind if seen[kind] == 1 else f"{kind}{seen[kind]}"
            out.append(f"(?P<{name}>{letters(kind)})")
        elif word:
            out.append(letters("=" + word))
        elif operator:
            out.append("(?:" if operator == "(" else operator)
    return "".join(out)
