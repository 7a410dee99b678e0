"""The outlines of states and territories, for maps: simplified rings of points, read from `atlas/states.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle, edges included: degrees on the globe, or units of a figure."""

    left: float
    low: float
    right: float
    high: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """The smallest that holds all points; there must be one."""
        across, along = zip(*points, strict=True)
        return cls(min(across), min(along), max(across), max(along))

    def meets(self, other: Box, shift: float = 0.0) -> bool:
        """Do the two overlap when the other is moved to the right by `shift`?"""
        inside = self.left <= other.right + shift and other.left + shift <= self.right
        return inside and self.low <= other.high and other.low <= self.high


class Outline(NamedTuple):
    """One ring: ISO 3166-1 alpha-2 code or None, its box, and points as (longitude, latitude) in degrees, not closed."""

    code: str | None
    box: Box
    points: tuple[Point, ...]


@lru_cache(maxsize=1)
def outlines() -> tuple[Outline, ...]:
    """All rings, by code; about 26,000 points, read once."""
    lines = (files("briefbook.pages") / "atlas" / "states.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_outline(line) for line in lines if line and not line.startswith("#"))


def _outline(line: str) -> Outline:
    code, _, steps = line.partition("\t")
    pairs = [step.split(",") for step in steps.split()]
    across = accumulate(int(x) for x, _ in pairs)
    along = accumulate(int(y) for _, y in pairs)
    points = tuple((x / 100, y / 100) for x, y in zip(across, along, strict=True))
    return Outline(None if code == "-" else code, Box.around(points), points)


def clipped(points: Sequence[Point], box: Box) -> list[Point]:
    """The part of a closed ring that lies in a box, as one closed ring (Sutherland and Hodgman, CACM 1974).

    Parts of the ring that the box divides stay joined by lines along its edges.
    """
    ring = list(points)
    for axis, bound, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.low, 1), (1, box.high, -1)):
        ring = _kept(ring, axis, bound, sign)
        if not ring:
            break
    return ring


def _kept(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line."""
    kept: list[Point] = []
    before = ring[-1]
    for point in ring:
        inside, was_inside = sign * (point[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
        if inside != was_inside:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((bound, other) if axis == 0 else (other, bound))
        if inside:
            kept.append(point)
        before = point
    return kept
