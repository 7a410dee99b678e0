"""Match the shapes of calendar_shapes.yaml over calendar tokens.

A shape is written in class names (capitals), words (lower case), fragments (`<Count>`) and the operators of regular
expressions; a blank only separates.  `MONTH DAYNUM (COMMA YEAR)?` reads "March 5, 2021".  Where several shapes match,
the one that begins first wins, then the longest, then the one that stands first in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefbook import lexicons
from briefbook.grammar.calendar.tokens import CalendarToken, tokenize
from briefbook.grammar.calendar.words import Value, alphabet, letters, strong_letters

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


def matches(texts: Sequence[str]) -> list[list[Match]]:
    """The shapes found in each text, not overlapping, in order.

    All texts are matched together, and only their runs of calendar words: what costs time is the number of searches.
    """
    tokens: list[CalendarToken] = []
    owners: list[int] = []
    for number, text in enumerate(texts):
        for run in _runs(tokenize(text)):
            tokens.extend(run)
            owners.extend([number] * len(run))
    string = "".join([token.letter for token in tokens])
    candidates = [found for shape in shapes() for found in _find(shape, string, tokens)] if tokens else []
    candidates.sort(key=lambda m: (m.first, -m.last, m.shape.rank))
    chosen: list[list[Match]] = [[] for _ in texts]
    end = 0
    for match in candidates:
        if match.first >= end:
            chosen[owners[match.first]].append(match)
            end = match.last
    return chosen


def _runs(tokens: list[CalendarToken]) -> Iterator[list[CalendarToken]]:
    """Runs of calendar words that can tell a time, each closed by a gap that no shape crosses."""
    strong, other = strong_letters(), alphabet()[frozenset()]
    run: list[CalendarToken] = []
    useful = False
    for token in tokens:
        if token.letter != other:
            run.append(token)
            useful = useful or token.letter in strong
            continue
        if useful:
            yield [*run, token]
        run, useful = [], False
    if useful:
        yield [*run, CalendarToken(0, 0, "", other, {})]


def _find(shape: Shape, string: str, tokens: list[CalendarToken]) -> Iterator[Match]:
    for found in shape.pattern.finditer(string):
        groups = {name: found.start(name) for name, part in found.groupdict().items() if part is not None}
        for name, index in list(groups.items()):
            groups.setdefault(name.rstrip("23456789"), index)
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
