"""Briefings -> Book: the actors recognised across articles.

Within a book two actors are one when kind and full name are the same and the name is more than a bare surname; a
name alone never merges a person known by one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefbook.model import ActorKind, Appearance, Book, BookActor, Briefing


def collect(title: str, briefings: Iterable[Briefing]) -> Book:
    """Gather briefings into a book; actors in order of prominence (articles, then mentions, then name)."""
    ordered = tuple(briefings)
    groups: dict[tuple[str, ...], list[Appearance]] = {}
    for briefing in ordered:
        for actor in briefing.actors:
            key: tuple[str, ...] = (actor.kind, _folded(actor.name))
            if actor.kind is ActorKind.PERSON and " " not in actor.name:
                key = (*key, briefing.article.id)
            groups.setdefault(key, []).append(Appearance(briefing=briefing, actor=actor))
    ranked = sorted(groups.values(), key=_prominence)
    taken: set[str] = set()
    actors = tuple(
        BookActor(slug=_slug(items[0].actor.name, taken), name=items[0].actor.name, kind=items[0].actor.kind, appearances=tuple(items))
        for items in ranked
    )
    return Book(title=title, briefings=ordered, actors=actors)


def _prominence(items: list[Appearance]) -> tuple[int, int, str]:
    return (-len(items), -sum(len(item.actor.mentions) for item in items), items[0].actor.name)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _slug(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "actor"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    taken.add(slug)
    return slug
