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
from typing import Any, NamedTuple

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


class _Part(NamedTuple):
    """A shape over letters [first, last) of a run; `groups` gives the index of each class it holds."""

    shape: Shape
    first: int
    last: int
    groups: dict[str, int]


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
    """The shapes found in a text, not overlapping, in order.

    Only runs of calendar words are looked at, and what a run of letters can be is worked out once: news says "on
    Monday" and "last week" again and again, and trying all shapes is what costs time.
    """
    return [
        Match(part.shape, part.first, part.last, run, part.groups)
        for run in _runs(tokenize(text))
        for part in _parts("".join([token.letter for token in run]))
    ]


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


@lru_cache(maxsize=8192)
def _parts(letters_of_run: str) -> tuple[_Part, ...]:
    """Where which shape stands in a run of letters."""
    found = sorted(
        (part for shape in shapes() for part in _find(shape, letters_of_run)),
        key=lambda part: (part.first, -part.last, part.shape.rank),
    )
    chosen: list[_Part] = []
    for part in found:
        if not chosen or part.first >= chosen[-1].last:
            chosen.append(part)
    return tuple(chosen)


def _find(shape: Shape, letters_of_run: str) -> Iterator[_Part]:
    for found in shape.pattern.finditer(letters_of_run):
        groups = {name: found.start(name) for name, part in found.groupdict().items() if part is not None}
        for name, index in list(groups.items()):
            groups.setdefault(name.rstrip("23456789"), index)
        yield _Part(shape, found.start() + shape.trim, found.end(), groups)


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
