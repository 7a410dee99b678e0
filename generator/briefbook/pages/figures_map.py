"""A locator map, drawn: outlines of states, those that are named tinted, and a sign for each place.

The land is a drawing within the drawing, in tenths of a unit so that its points are short whole numbers; it ends at the
frame.  Labels stand where they hide nothing, most important places first; a place without room for its name keeps
its sign, its link and its line in the list beside the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefbook.pages import figures, wording
from briefbook.pages.escape import Md
from briefbook.pages.figures import WIDTH
from briefbook.pages.figures_timeline import Standing, point
from briefbook.pages.outlines import Box, Point, clipped, outlines
from briefbook.pages.projection import Projection

MEANING = {
    Standing.HELD: "meeting held",
    Standing.AHEAD: "planned or to come",
    Standing.OFF: "cancelled or denied",
    Standing.OTHER: "place named",
}
_AREA = ("area named", "state named")
_TOUCH = 12
"""Radius of the field around a sign that makes it easy to hit."""
_SAME = 9.0
"""Places nearer than this, in units, share a sign."""
_FINE = 9
"""Points of an outline nearer than this to the one before are left out, in tenths of a unit."""
_ISLET = 14
"""Rings of a smaller width and height together, in tenths of a unit, are left out."""
_LINE = 12
"""Height of a label's line, in units."""
_WIDEST = 150
"""Most room that a label may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map.

    Attributes:
        longitude: Degrees east; `latitude`: degrees north.  Of an area, its rough centre.
        standing: What is told of meetings there.
        target: Where it is listed, a link.
        area: It is a region or a state, which a sign would put in the wrong place: only its name is written.
        state: Its ISO 3166-1 alpha-2 code when it is a state, which is tinted.
    """

    name: str
    longitude: float
    latitude: float
    standing: Standing
    target: str
    area: bool = False
    state: str | None = None

    @property
    def signed(self) -> bool:
        """Does it get a sign: is it a point, or did people meet there?"""
        return self.state is None and (not self.area or self.standing is not Standing.OTHER)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Spots that share a sign, and where it is."""

    spots: tuple[Spot, ...]
    at: Point

    @property
    def name(self) -> str:
        return wording.listed([spot.name for spot in self.spots], 1)

    @property
    def standing(self) -> Standing:
        """What is most worth knowing of them."""
        return min((spot.standing for spot in self.spots), key=list(MEANING).index)


def drawable(spots: Sequence[Spot]) -> bool:
    """Is there something that a map would tell: a point, or several areas?"""
    return any(spot.signed for spot in spots) or len(spots) > 1


def locator(name: str, title: str, spots: Sequence[Spot]) -> Md:
    """The map of some places, those named most often first; `name` is unique on its page."""
    signed = [spot for spot in spots if spot.signed]
    areas = [spot for spot in spots if not spot.signed]
    projection = Projection.of([(spot.longitude, spot.latitude) for spot in signed or areas])
    marks = _gathered(signed, projection)
    taken = [Box(x - 7, y - 7, x + 7, y + 7) for x, y in (mark.at for mark in marks)]
    drawn = [_mark(mark, taken, projection.height) for mark in marks]
    written = list(_areas(areas, projection, taken))
    states = {spot.state for spot in spots if spot.state}
    legend, more = figures.legend(_meanings(marks, bool(states)), projection.height + 6)
    everything = [_land(projection, states), *written, *drawn, *legend]
    return figures.svg(name, title, f"{_told(spots)}.", projection.height + 6 + more, everything)


def _meanings(marks: Sequence[_Mark], tinted: bool) -> list[tuple[Md, str]]:
    """What the signs in use mean."""
    used = {mark.standing for mark in marks}
    signs = [(point(standing, 12, 0), MEANING[standing]) for standing in MEANING if standing in used]
    tint = figures.shape("rect", "land bb-land--named", x=4, y=-5, width=16, height=10)
    return [*signs, (tint, "state named")] if tinted else signs


def _told(spots: Sequence[Spot]) -> str:
    """The map in words."""
    kinds = [(standing, [s.name for s in spots if s.standing is standing]) for standing in MEANING]
    return "; ".join(f"{MEANING[standing]}: {', '.join(names)}" for standing, names in kinds if names)


def _land(projection: Projection, named: set[str]) -> Md:
    """The outlines within the frame, the named states apart for their tint."""
    quiet: list[str] = []
    tinted: list[str] = []
    for code, ring in _rings(projection):
        (tinted if code in named else quiet).append(ring)
    shapes = [figures.shape("path", kind, d="".join(rings)) for kind, rings in _kinds(quiet, tinted) if rings]
    sea = figures.shape("rect", "sea", x=0, y=0, width=WIDTH * 10, height=projection.height * 10)
    return figures.inset("map", projection.height, 10, [sea, *shapes])


def _kinds(quiet: list[str], tinted: list[str]) -> tuple[tuple[str, list[str]], ...]:
    return ("land", quiet), ("land bb-land--named", tinted)


@lru_cache(maxsize=64)
def _rings(projection: Projection) -> tuple[tuple[str | None, str], ...]:
    """The rings that reach into the map, as paths in tenths of a unit; kept, as many pages show the same part."""
    return tuple(_drawn(projection))


def _drawn(projection: Projection) -> Iterator[tuple[str | None, str]]:
    frame = Box(-20, -20, WIDTH * 10 + 20, projection.height * 10 + 20)
    for outline in outlines():
        for shift in (-360.0, 0.0, 360.0):
            if projection.part.meets(outline.box, shift):
                spots = (projection.unit(x + shift, y) for x, y in outline.points)
                ring = _thinned([(x * 10, y * 10) for x, y in spots])
                inside = clipped(ring, frame) if len(ring) > 2 else []
                if len(inside) > 2 and _large(inside):
                    yield outline.code, _path(inside)


def _large(ring: Sequence[Point]) -> bool:
    box = Box.around(ring)
    return box.right - box.left + box.high - box.low >= _ISLET


def _thinned(ring: Sequence[Point]) -> list[Point]:
    """A ring without points that nobody could tell from those before them."""
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINE:
            kept.append((x, y))
    return kept


def _path(ring: Sequence[Point]) -> str:
    """A closed path in whole numbers, each point as the step from the one before."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = [f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(whole) if (a, b) != (x, y)]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z" if steps else ""


def _gathered(spots: Sequence[Spot], projection: Projection) -> list[_Mark]:
    """The places with their spots on the figure; those too near each other share one."""
    found: list[_Mark] = []
    for spot in spots:
        x, y = projection.spot(spot.longitude, spot.latitude)
        near = (n for n, mark in enumerate(found) if abs(mark.at[0] - x) + abs(mark.at[1] - y) < _SAME)
        number = next(near, None)
        if number is None:
            found.append(_Mark((spot,), (x, y)))
        else:
            found[number] = _Mark((*found[number].spots, spot), found[number].at)
    return found


def _mark(mark: _Mark, taken: list[Box], height: float) -> Md:
    """A sign with its name, if there is room for it; takes that room."""
    x, y = mark.at
    words = figures.shortened(mark.name, _WIDEST)
    wide = figures.width(words)
    side = next((s for s in _sides(x, y, wide) if _free(s[3], taken, height)), None)
    name = []
    if side is not None:
        left, base, kind, box = side
        taken.append(box)
        name = [figures.label(words, left, base, _WIDEST, f"words bb-words--place{kind}")]
    field = figures.shape("circle", "touch", cx=x, cy=y, r=_TOUCH)
    tip = "; ".join(f"{spot.name}: {MEANING[spot.standing]}" for spot in mark.spots)
    return figures.linked([field, point(mark.standing, x, y), *name], tip, mark.spots[0].target)


def _sides(x: float, y: float, wide: float) -> Iterator[tuple[float, float, str, Box]]:
    """Where a name may stand beside a sign, best first: where it begins or ends, base line, class, room taken."""
    for drop in (4, -4, 12):
        yield x + 9, y + drop, "", Box(x + 8, y + drop - _LINE + 2, x + 10 + wide, y + drop + 3)
        yield x - 9, y + drop, " bb-legend--end", Box(x - 10 - wide, y + drop - _LINE + 2, x - 8, y + drop + 3)
    for drop in (-10, 19):
        box = Box(x - wide / 2, y + drop - _LINE + 2, x + wide / 2, y + drop + 3)
        yield x, y + drop, " bb-words--middle", box


def _free(box: Box, taken: Sequence[Box], height: float) -> bool:
    inside = box.left >= 0 and box.right <= WIDTH and box.low >= 0 and box.high <= height
    return inside and not any(box.meets(other) for other in taken)


def _areas(spots: Sequence[Spot], projection: Projection, taken: list[Box]) -> Iterator[Md]:
    """The names of states and regions, around their middle, where there is room."""
    for spot in spots:
        x, y = projection.spot(spot.longitude, spot.latitude)
        words = figures.shortened(spot.name, _WIDEST)
        wide = figures.width(words)
        for base in (y + 4, y - 12, y + 20):
            box = Box(x - wide / 2, base - _LINE + 2, x + wide / 2, base + 3)
            if _free(box, taken, projection.height):
                taken.append(box)
                label = figures.label(words, x, base, _WIDEST, "words bb-words--middle bb-words--area")
                yield figures.linked([label], f"{spot.name}: {_AREA[spot.state is not None]}", spot.target)
                break
