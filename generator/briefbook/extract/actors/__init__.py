"""Find the actors of an article: names to persons, organisations, states and places, with every mention."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument
from briefbook.model import Actor, ActorKind, Citation, Finding, Mention

KIND = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION, "NORP": None, "GPE": ActorKind.GEOPOLITICAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A name used for a location: its fullest form and where it stands."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the names of an article stand for: actors, and locations (a state can be both)."""

    actors: tuple[Actor, ...]
    places: tuple[NamedPlace, ...]
    findings: tuple[Finding, ...] = ()


def extract(document: AnalysedDocument) -> Naming:
    """All actors and named places of a document, in order of first mention."""
    groups: dict[tuple[ActorKind, str], list[Citation]] = {}
    locations: dict[str, list[Citation]] = {}
    for name in document.names:
        cited = document.cite(name.first, name.last)
        if (kind := KIND.get(name.label)) is not None:
            groups.setdefault((kind, cited.exact), []).append(cited)
        if name.label in ("GPE", "LOC", "FAC"):
            locations.setdefault(cited.exact, []).append(cited)
    actors = tuple(
        Actor(id=re.sub(r"\W+", "-", text.lower()).strip("-") + f"-{kind}", name=text, kind=kind, mentions=tuple(Mention(citation=c) for c in cites))
        for (kind, text), cites in groups.items()
    )
    return Naming(actors=actors, places=tuple(NamedPlace(name=n, mentions=tuple(c)) for n, c in locations.items()))
