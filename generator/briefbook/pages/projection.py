"""Which part of the globe a map shows, and where on the figure a place then lies.

The projection is plate carrée, true to scale along the middle of the map: simple, and near enough to what a reader knows
for maps of a region.  A map never shows less than `SMALLEST` degrees, so that its surroundings tell where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from briefbook.pages.figures import WIDTH
from briefbook.pages.outlines import Box, Point

SMALLEST = 9.0
"""Fewest degrees of latitude from edge to edge that a map is wide."""
_MARGIN = 0.14
"""Room beside the outermost places, as a share of the distance between them."""
_LOWEST, _HIGHEST = 170, 300
"""Least and greatest height of a map, in units."""
_WORLD = Box(-180.0, -58.0, 180.0, 80.0)
"""The whole world, without Antarctica and the ice north of the continents."""
_WIDE = 150.0
"""From this many degrees of longitude on, a map shows the whole world."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The part of the globe that is shown, in degrees (`right` may lie beyond 180), and the figure's height in units."""

    part: Box
    height: float

    @classmethod
    def of(cls, places: Sequence[Point]) -> Projection:
        """The part that shows all places, given as (longitude, latitude); there must be one."""
        left, right = _reach([longitude for longitude, _ in places])
        low, high = min(lat for _, lat in places), max(lat for _, lat in places)
        if right - left > _WIDE:
            return cls(_WORLD, _height(_WORLD, 1.0))
        middle = (left + right) / 2, (low + high) / 2
        stretch = cos(radians(min(abs(middle[1]), 75.0)))
        across = max((right - left) * (1 + 2 * _MARGIN), SMALLEST / stretch)
        along = (high - low) * (1 + 2 * _MARGIN)
        per_degree = WIDTH / (across * stretch)
        if along * per_degree > _HIGHEST:
            across = WIDTH / (_HIGHEST / along * stretch)
        along = max(along, _LOWEST * across * stretch / WIDTH)
        part = _centred(middle, across, along)
        return cls(part, _height(part, stretch))

    def spot(self, longitude: float, latitude: float) -> Point:
        """Where a place lies on the figure, in units; places that are not shown lie outside of it."""
        while longitude < self.part.left:
            longitude += 360
        while longitude > self.part.left + 360:
            longitude -= 360
        return self.unit(longitude, latitude)

    def unit(self, longitude: float, latitude: float) -> Point:
        """The same for a longitude that is counted on from the part's left edge."""
        across = (longitude - self.part.left) / (self.part.right - self.part.left)
        along = (self.part.high - latitude) / (self.part.high - self.part.low)
        return across * WIDTH, along * self.height

    def shows(self, spot: Point) -> bool:
        """Does a place on the figure lie within it?"""
        return 0 <= spot[0] <= WIDTH and 0 <= spot[1] <= self.height


def _reach(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest way around the globe that passes all meridians: its first one and its last, which may exceed 180."""
    ordered = sorted(set(longitudes))
    gaps = [(later - earlier, later) for earlier, later in pairwise([*ordered, ordered[0] + 360])]
    widest, after = max(gaps)
    first = after if after < 180 else after - 360
    return first, first + 360 - widest


def _centred(middle: Point, across: float, along: float) -> Box:
    """A box of a size around a point, moved away from the poles."""
    low = max(-85.0, min(middle[1] - along / 2, 85.0 - along))
    return Box(middle[0] - across / 2, low, middle[0] + across / 2, low + along)


def _height(part: Box, stretch: float) -> float:
    return round(WIDTH * (part.high - part.low) / ((part.right - part.left) * stretch), 1)
