"""The timeline, drawn: one line for each dated entry, its days on an axis and its words beside them.

News of a week stands beside history of decades, so the axis grows with the logarithm of the days between two dates:
order and length are kept, long gaps are shortened.  The figure says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import log1p

from briefbook.pages import figures
from briefbook.pages.escape import Md
from briefbook.pages.figures import WIDTH
from briefbook.pages.wording import MONTHS

MOST = 30
"""Most entries of one figure."""
_LEFT, _RIGHT = 12, 118
"""Where the axis begins and ends."""
_WORDS = _RIGHT + 14
_LINE = 13
"""From one line of an entry's words to the next."""
_ROW = 34
"""Height of an entry, whose words take up to two lines."""


class Standing(StrEnum):
    """Whether something took place, as far as a figure tells it apart by shape; OTHER claims nothing."""

    HELD = "held"
    OTHER = "other"
    AHEAD = "ahead"
    OFF = "off"


MEANING = {
    Standing.HELD: "meeting held",
    Standing.OTHER: "other entry",
    Standing.AHEAD: "planned or to come",
    Standing.OFF: "cancelled or denied",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One dated entry: first and last day (either may be None, not both), and what it is.

    Attributes:
        bounded: The days are a span in which the day lies, not the days themselves.
        when: The days in words.
        target: Where the entry stands, a link.
    """

    start: date | None
    end: date | None
    bounded: bool
    standing: Standing
    background: bool
    when: str
    words: str
    target: str

    @property
    def open(self) -> bool:
        """Is the day itself not known?"""
        return self.bounded or self.start is None or self.end is None


def timeline(marks: Sequence[Mark]) -> Md:
    """The dated entries, at most `MOST` of them, in the order given."""
    shown = marks[:MOST]
    axis = _Axis.of(shown)
    height = len(shown) * _ROW
    drawn = [*_grid(axis, height), *(_entry(axis, mark, n * _ROW + _ROW / 2) for n, mark in enumerate(shown))]
    signs, more = figures.legend(_meanings(shown), height + 26)
    return figures.svg(
        "timeline-figure",
        "Timeline",
        f"{len(shown)} dated entries on an axis from {_short(axis.days[0])} to {_short(axis.days[-1])}; long gaps are"
        " shortened. The list below tells each entry.",
        height + 26 + more,
        [*drawn, *signs],
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Known days in order, and their places."""

    days: tuple[date, ...]
    places: tuple[float, ...]

    @classmethod
    def of(cls, marks: Sequence[Mark]) -> _Axis:
        days = sorted({day for mark in marks for day in (mark.start, mark.end) if day is not None})
        steps = [log1p((later - earlier) / timedelta(days=1)) for earlier, later in pairwise(days)]
        total = sum(steps) or 1.0
        places = [float(_LEFT)]
        for step in steps:
            places.append(places[-1] + step / total * (_RIGHT - _LEFT))
        return cls(tuple(days), tuple(places))

    def place(self, day: date) -> float:
        """Where one of the known days is."""
        return self.places[bisect_left(self.days, day)]


def _grid(axis: _Axis, height: float) -> list[Md]:
    """The axis with its first and last day; between them is no room for another date.

    Of two days in one year only the last tells it, and ends in different years are months: more would not fit.
    """
    marks = [figures.path("axis", "M", _LEFT, height, "L", _RIGHT, height)]
    marks += [figures.path("axis", "M", x, 0, "L", x, height + 4) for x in (_LEFT, _RIGHT)]
    first, last = axis.days[0], axis.days[-1]
    named = _short if last.year == first.year else _shorter
    begin = named(first) if last == first else named(first).removesuffix(f" {last.year}")
    marks.append(figures.label(begin, 0, height + 17, 90, "legend"))
    if last != first:
        marks.append(figures.label(named(last), _RIGHT + 10, height + 17, 90, "legend bb-legend--end"))
    return marks


def _entry(axis: _Axis, mark: Mark, y: float) -> Md:
    """One line: the days, their sign, the words, and the field to touch."""
    muted = " bb-muted" if mark.background else ""
    first = axis.place(mark.start) if mark.start else _LEFT - 8
    last = axis.place(mark.end) if mark.end else _RIGHT + 8
    bar = [_bar("bounded" if mark.open else mark.standing.value, first, last, y, muted)] if last > first else []
    sign = point(mark.standing, (first + last) / 2 if mark.open else first, y, muted)
    words = figures.lines(
        mark.words[:1].upper() + mark.words[1:], _WORDS, y + 4, WIDTH - _WORDS, f"words{muted}", _LINE
    )
    return figures.linked([figures.touch(0, y, WIDTH), *bar, sign, *words], f"{mark.when}: {mark.words}", mark.target)


def _bar(kind: str, first: float, last: float, y: float, muted: str) -> Md:
    """A span: filled where it lasts, dashed where the day lies somewhere in it or nothing is held yet."""
    width = max(last - first, 8)
    left = (first + last - width) / 2
    return figures.shape("rect", f"span bb-span--{kind}{muted}", x=left, y=y - 4, width=width, height=8, rx=2)


def point(standing: Standing, x: float, y: float, muted: str = "") -> Md:
    """A meeting held is a disc, what is ahead an open diamond, what is off a cross, all else a small square."""
    if standing is Standing.AHEAD:
        return figures.diamond(f"point bb-point--ahead{muted}", x, y, 6)
    if standing is Standing.OFF:
        cross = ("M", x - 5, y - 5, "L", x + 5, y + 5, "M", x - 5, y + 5, "L", x + 5, y - 5)
        return figures.path(f"point bb-point--off{muted}", *cross)
    if standing is Standing.HELD:
        return figures.shape("circle", f"point bb-point--held{muted}", cx=x, cy=y, r=5)
    return figures.shape("rect", f"point bb-point--other{muted}", x=x - 3, y=y - 3, width=6, height=6)


def _meanings(marks: Sequence[Mark]) -> list[tuple[Md, str]]:
    """What the signs in use mean."""
    there = {mark.standing for mark in marks}
    signs = [(point(standing, 12, 0, ""), MEANING[standing]) for standing in Standing if standing in there]
    if any(mark.open for mark in marks):
        signs.append((_bar("bounded", 0, 24, 0, ""), "some day in this span"))
    if any(mark.background for mark in marks):
        signs.append((point(Standing.OTHER, 12, 0, " bb-muted"), "background"))
    return signs


def _shorter(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
