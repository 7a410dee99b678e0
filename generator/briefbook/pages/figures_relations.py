"""How actors stand to each other, drawn: one actor among its neighbours, and the actors of a whole book.

The book is an arc diagram: one line for each actor, so that names never overlap and links can be touched on a phone,
and an arc for each relation.  Both drawings follow from the order of the book alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefbook.model import ActorKind
from briefbook.pages import figures
from briefbook.pages.escape import Md
from briefbook.pages.figures import ROW, WIDTH

NEIGHBOURS = 12
"""Most actors around one."""
_SIDE = 148
"""Width of each column of neighbours, in units."""
_STEP = 44
"""Height that a neighbour with name and relation needs."""
_TOP = 24
"""Height of the line with the actor's own name."""
_ARCS = 110
"""Width of the arcs beside the names."""
TIES = {"met": "met", "post": "post or membership", "company": "accompanied", "kin": "relative or successor"}
"""The kinds of relation that lines tell apart, with the words of the legend."""
_SHAPES = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANIZATION: "organisation",
    ActorKind.GEOPOLITICAL: "state or territory",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor: `target` is the way to the profile, or None."""

    name: str
    kind: ActorKind | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An actor beside another: `words` tell how the other stands to it (`leads`), `ties` the kinds, each once."""

    node: Node
    words: str
    ties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation between the nodes with these numbers, in words (`Lena Marsh leads Harbour Office`)."""

    one: int
    other: int
    tie: str
    words: str


def around(name: str, kind: ActorKind, neighbours: Sequence[Neighbour]) -> Md:
    """An actor in the middle, at most `NEIGHBOURS` others in two columns beside it."""
    shown = neighbours[:NEIGHBOURS]
    height = _TOP + max(_STEP * ((len(shown) + 1) // 2), _STEP)
    centre = (WIDTH / 2, (_TOP + height) / 2)
    spots = [_spot(number, len(shown), height) for number in range(len(shown))]
    marks = [_spokes(centre, spot, item) for spot, item in zip(spots, shown, strict=True)]
    marks += [_sign(kind, *centre, 8), _middle(name, centre[1])]
    marks += [_beside(name, spot, item) for spot, item in zip(spots, shown, strict=True)]
    used = {tie for item in shown for tie in item.ties}
    signs, more = figures.legend(_meanings(used, [kind, *(item.node.kind for item in shown)]), height + 6)
    told = "; ".join(f"{name} {item.words} {item.node.name}" for item in shown)
    return figures.svg("relations-figure", f"Relations of {name}", f"{told}.", height + 6 + more, [*marks, *signs])


def book(nodes: Sequence[Node], edges: Sequence[Edge]) -> Md:
    """Actors one below the other, those related near each other, with an arc for each relation."""
    order = _near(len(nodes), edges)
    line = {node: number * ROW + ROW / 2 for number, node in enumerate(order)}
    marks = [_arc(line[edge.one], line[edge.other], edge) for edge in edges]
    marks += [_line(nodes[node], line[node]) for node in order]
    height = len(nodes) * ROW
    signs, more = figures.legend(_meanings({edge.tie for edge in edges}, [node.kind for node in nodes]), height + 6)
    told = f"{len(nodes)} actors and {len(edges)} relations between them; the list below tells each."
    return figures.svg("relations-figure", "Relations between the actors", told, height + 6 + more, [*marks, *signs])


def _spot(number: int, total: int, height: float) -> tuple[bool, float]:
    """Which side (right?) and what height: alternating, each side spread evenly."""
    right = number % 2 == 1
    here = total // 2 if right else (total + 1) // 2
    return right, _TOP + (height - _TOP) * (number // 2 + 0.5) / here


def _spokes(centre: tuple[float, float], spot: tuple[bool, float], item: Neighbour) -> Md:
    """The lines from the middle to a neighbour, one for each kind of relation."""
    right, y = spot
    end = WIDTH - _SIDE - 8 if right else _SIDE + 8
    bend = (centre[0] + end) / 2
    shifts = [4 * (number - (len(item.ties) - 1) / 2) for number in range(len(item.ties))]
    lines = [
        figures.path(f"tie bb-tie--{tie}", "M", *centre, "C", bend, centre[1] + s, bend, y + s, end, y + s)
        for tie, s in zip(item.ties, shifts, strict=True)
    ]
    return Md("").join(lines)


def _beside(name: str, spot: tuple[bool, float], item: Neighbour) -> Md:
    right, y = spot
    x = WIDTH - _SIDE if right else 0
    sign = _sign(item.node.kind, WIDTH - _SIDE - 8 if right else _SIDE + 8, y, 5)
    name_line = figures.label(item.node.name, x + 4, y - 3, _SIDE - 8)
    words = figures.label(item.words, x + 4, y + 12, _SIDE - 8, "legend")
    marks = [figures.shape("rect", "touch", x=x, y=y - 18, width=_SIDE, height=36), sign, name_line, words]
    return _maybe_linked(marks, f"{name} {item.words} {item.node.name}", item.node.target)


def _middle(name: str, y: float) -> Md:
    """The actor's own name, above all others, with a line to its sign."""
    words = figures.label(name, WIDTH / 2, 13, WIDTH - 20, "words bb-words--middle")
    return figures.group([figures.path("axis", "M", WIDTH / 2, 18, "L", WIDTH / 2, y - 8), words], name)


def _line(node: Node, y: float) -> Md:
    """One actor of the book: its sign and name."""
    room = WIDTH - _ARCS - 14
    marks = [
        figures.touch(_ARCS - 8, y, WIDTH - _ARCS + 8),
        _sign(node.kind, _ARCS, y, 5),
        figures.label(node.name, _ARCS + 14, y + 4, room),
    ]
    return _maybe_linked(marks, node.name, node.target)


def _arc(top: float, bottom: float, edge: Edge) -> Md:
    """Half an ellipse between two lines; kinds of relation differ in width, so that none hides another."""
    first, last = sorted((top, bottom))
    width = min(_ARCS - 10, 12 + (last - first) * 0.35) - 5 * list(TIES).index(edge.tie)
    curve = ("M", _ARCS, first, "A", max(width, 6), (last - first) / 2, 0, 0, 0, _ARCS, last)
    return figures.group([figures.path(f"tie bb-tie--{edge.tie}", *curve)], edge.words)


def _sign(kind: ActorKind | None, x: float, y: float, size: float) -> Md:
    """A person is a disc, an organisation a square, a state a diamond."""
    if kind is ActorKind.ORGANIZATION:
        return figures.shape("rect", "node", x=x - size, y=y - size, width=2 * size, height=2 * size)
    if kind is ActorKind.GEOPOLITICAL:
        return figures.diamond("node", x, y, size + 1)
    return figures.shape("circle", "node", cx=x, cy=y, r=size)


def _maybe_linked(marks: Sequence[Md], words: str, target: str | None) -> Md:
    return figures.linked(marks, words, target) if target else figures.group(marks, words)


def _meanings(ties: set[str], kinds: Iterable[ActorKind | None]) -> list[tuple[Md, str]]:
    """What the lines and signs in use mean."""
    lines = [(figures.path(f"tie bb-tie--{tie}", "M", 0, 0, "L", 24, 0), TIES[tie]) for tie in TIES if tie in ties]
    there = set(kinds)
    return lines + [(_sign(kind, 12, 0, 5), words) for kind, words in _SHAPES.items() if kind in there]


def _near(total: int, edges: Sequence[Edge]) -> list[int]:
    """The nodes in an order that keeps related ones together: breadth first from each that is not placed yet."""
    beside: dict[int, list[int]] = {node: [] for node in range(total)}
    for edge in edges:
        beside[edge.one].append(edge.other)
        beside[edge.other].append(edge.one)
    placed: dict[int, None] = {}
    for start in range(total):
        queue = [start]
        while queue:
            node = queue.pop(0)
            if node not in placed:
                placed[node] = None
                queue += sorted(beside[node])
    return list(placed)
