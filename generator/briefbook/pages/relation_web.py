"""The relations of an actor and of a book, made ready to be drawn and to be listed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefbook.model import BookActor, RelationType
from briefbook.pages import figures_relations
from briefbook.pages.escape import Md, joined
from briefbook.pages.figures_relations import Edge, Neighbour, Node
from briefbook.pages.index import BookIndex, actor_page
from briefbook.pages.paths import relative
from briefbook.pages.relations import BACKWARD, FORWARD, Link, related, relations
from briefbook.pages.sheet import Sheet

MOST_ACTORS = 30
"""Most actors in the drawing of a book: those named most often that have relations."""
_TIES = {
    RelationType.LEADS: "post",
    RelationType.SPOKESPERSON_OF: "post",
    RelationType.MEMBER_OF: "post",
    RelationType.PART_OF: "post",
    RelationType.ACCOMPANIED: "company",
    RelationType.ACCOMPANIED_BY: "company",
    RelationType.SUCCEEDED: "kin",
    RelationType.RELATIVE_OF: "kin",
    RelationType.MET: "met",
}
_TIE_OF = {words[type_]: tie for words in (BACKWARD, FORWARD) for type_, tie in _TIES.items()}
_FORWARD = frozenset(FORWARD.values()) - {FORWARD[RelationType.ACCOMPANIED_BY]}
"""The words of relations read in their own direction; the other side of each has the rest."""
_BOTH_WAYS = frozenset({FORWARD[RelationType.MET], FORWARD[RelationType.RELATIVE_OF]})


class Web(NamedTuple):
    """The relations of a book: the drawing, and each relation as a line with its citations."""

    drawing: Md
    lines: list[Md]


def neighbourhood(sheet: Sheet, actor: BookActor, links: list[Link]) -> Md | None:
    """An actor among those it has relations to, drawn; None for fewer than two, which the list tells as well."""
    told: dict[str, list[Link]] = {}
    for link in links:
        told.setdefault(_key(sheet.index, link), []).append(link)
    neighbours = [_neighbour(sheet, items) for key, items in told.items() if key != actor.slug]
    return figures_relations.around(actor.name, actor.kind, neighbours) if len(neighbours) > 1 else None


def web(sheet: Sheet) -> Web | None:
    """The actors of a book that are named most often, with the relations between them; None when there are none."""
    told = {actor.slug: (actor, links) for actor, links in islice(_related_actors(sheet.index), MOST_ACTORS)}
    found = list(_edges(sheet.index, told))
    if not found:
        return None
    used = dict.fromkeys(name for one, other, _ in found for name in (one, other))
    order = [name for name in told if name in used]
    number = {name: place for place, name in enumerate(order)}
    edges = [
        Edge(
            one=number[one],
            other=number[other],
            tie=_TIE_OF[link.words],
            words=f"{told[one][0].name} {link.words} {told[other][0].name}",
        )
        for one, other, link in found
    ]
    lines = [_line(sheet, told[one][0], link) for one, _, link in found]
    return Web(figures_relations.book([_node(sheet, told[name][0]) for name in order], edges), lines)


def _key(index: BookIndex, link: Link) -> str:
    """What tells the other actors apart: the book's actor, or the name of one that the book does not know."""
    found = _other(index, link)
    return found.slug if found else f"?{link.name}"


def _other(index: BookIndex, link: Link) -> BookActor | None:
    return index.actor(link.reports[0].entry, link.reports[0].other)


def _neighbour(sheet: Sheet, links: list[Link]) -> Neighbour:
    found = _other(sheet.index, links[0])
    node = _node(sheet, found) if found else Node(name=links[0].name, kind=None, target=None)
    words = ", ".join(dict.fromkeys(link.words for link in links))
    return Neighbour(node=node, words=words, ties=tuple(dict.fromkeys(_TIE_OF[link.words] for link in links)))


def _node(sheet: Sheet, actor: BookActor) -> Node:
    return Node(name=actor.name, kind=actor.kind, target=relative(actor_page(actor), sheet.path))


def _related_actors(index: BookIndex) -> Iterator[tuple[BookActor, list[Link]]]:
    """The actors with relations to others, those named most often first."""
    for actor in index.book.actors:
        links = [link for link in relations(index, actor) if _key(index, link) != actor.slug]
        if links:
            yield actor, links


def _edges(index: BookIndex, told: dict[str, tuple[BookActor, list[Link]]]) -> Iterator[tuple[str, str, Link]]:
    """Each relation between two of the actors once, read in its own direction."""
    seen: set[tuple[str, str, str]] = set()
    for one, (_, links) in told.items():
        for link in links:
            other = _key(index, link)
            again = link.words in _BOTH_WAYS and (other, one, link.words) in seen
            if other in told and link.words in _FORWARD and not again and (one, other, link.words) not in seen:
                seen.add((one, other, link.words))
                yield one, other, link


def _line(sheet: Sheet, actor: BookActor, link: Link) -> Md:
    return joined([sheet.link(actor.name, actor_page(actor)), Md(" "), related(sheet, link)])
