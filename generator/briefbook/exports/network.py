"""The relations of a book's actors as a graph: GraphML and GEXF, for Gephi, networkx and their like.

Nodes are actors, edges relations and meetings; an edge counts in how many places it is told (`weight`).  Only what is
reported as having happened makes an edge `met`: planned, invited, proposed, cancelled and denied meetings are edges of
their own kind.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from briefbook.model import Book, Briefing, Meeting, MeetingStatus

if TYPE_CHECKING:
    import networkx

MET = {MeetingStatus.HELD: "met", MeetingStatus.UNDER_WAY: "met"}
"""Kinds of edges by status; others are called by their status ("meeting_planned")."""

STAMP = re.compile(r' lastmodifieddate="[^"]*"')
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 can't hold."""


def graph_files(book: Book) -> Iterator[tuple[str, str]]:
    """The graph as (file name, text): `network.graphml` and `network.gexf`."""
    from networkx import generate_gexf, write_graphml  # heavy: only books with exports pay for it

    graph = build_graph(book)
    buffer = io.BytesIO()
    write_graphml(graph, buffer, encoding="utf-8", prettyprint=True)
    yield "network.graphml", buffer.getvalue().decode("utf-8") + "\n"
    # networkx stamps the day of writing; the same book must give the same bytes
    yield "network.gexf", STAMP.sub("", "\n".join(generate_gexf(graph)), count=1) + "\n"


def build_graph(book: Book) -> networkx.MultiDiGraph[str]:
    """The graph: node ids are the slugs of the actors' pages."""
    from networkx import MultiDiGraph

    graph: networkx.MultiDiGraph[str] = MultiDiGraph()
    slugs: dict[tuple[str, str], str] = {}
    for actor in book.actors:
        mentions = sum(len(appearance.actor.mentions) for appearance in actor.appearances)
        graph.add_node(actor.slug, label=_clean(actor.name), kind=actor.kind.value, mentions=mentions)
        for appearance in actor.appearances:
            slugs[appearance.briefing.article.id, appearance.actor.id] = actor.slug
    counted = Counter(edge for briefing in book.briefings for edge in _edges(briefing, slugs))
    for source, target, kind in sorted(counted):
        graph.add_edge(source, target, key=kind, kind=kind, weight=counted[source, target, kind])
    return graph


def _edges(briefing: Briefing, slugs: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    article = briefing.article.id
    for actor in briefing.actors:
        for relation in actor.relations:
            target = slugs.get((article, relation.actor))
            if target is not None:
                yield slugs[article, actor.id], target, relation.type.value
    for meeting in briefing.meetings:
        kind = MET.get(meeting.status, f"meeting_{meeting.status.value}")
        for one, other in _pairs(meeting, article, slugs):
            yield one, other, kind


def _pairs(meeting: Meeting, article: str, slugs: dict[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    present = {slugs[article, p.actor] for p in meeting.participants if p.actor and (article, p.actor) in slugs}
    return combinations(sorted(present), 2)


def _clean(text: str) -> str:
    return CONTROL.sub("", text)
