"""Briefings -> Book: the actors recognised across articles.

Within a book two actors are one when kind and full name are the same and the name is more than a bare surname; a
name alone never merges a person known by one word.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.model import Actor, ActorKind, Appearance, Book, BookActor, Briefing
from briefbook.model.naming import digest, folded, slug

_Key = tuple[str, str, str]
"""Kind, folded name, and the article's id where the name alone does not tell who it is, else ""."""


def collect(title: str, briefings: Iterable[Briefing]) -> Book:
    """Gather briefings into a book; actors in order of prominence (articles, then mentions, then name)."""
    ordered = tuple(briefings)
    groups: dict[_Key, list[Appearance]] = {}
    for briefing in ordered:
        for actor in briefing.actors:
            groups.setdefault(_key(actor, briefing), []).append(Appearance(briefing=briefing, actor=actor))
    slugs = _slugs(groups)
    actors = tuple(
        BookActor(slug=slugs[key], name=items[0].actor.name, kind=items[0].actor.kind, appearances=tuple(items))
        for key, items in sorted(groups.items(), key=lambda group: _prominence(group[1]))
    )
    return Book(title=title, briefings=ordered, actors=actors)


def _key(actor: Actor, briefing: Briefing) -> _Key:
    bare = actor.kind is ActorKind.PERSON and " " not in actor.name.strip()
    return actor.kind, _folded(actor.name), briefing.article.id if bare else ""


def _prominence(items: list[Appearance]) -> tuple[int, int, str, str]:
    first = items[0]
    mentions = sum(len(item.actor.mentions) for item in items)
    return -len(items), -mentions, first.actor.name, f"{first.actor.kind} {first.briefing.article.id}"


def _folded(name: str) -> str:
    return " ".join(folded(name).casefold().split())


def _slugs(groups: dict[_Key, list[Appearance]]) -> dict[_Key, str]:
    """A slug for each actor that depends on no prominence, so that addresses stay when articles are added.

    Of actors who would share a slug a person keeps it, or else an organisation; the others add their kind, and bare
    surnames after the first a hash of their article.
    """
    wanted = sorted((slug(items[0].actor.name, fallback="actor"), *_rank(key), key) for key, items in groups.items())
    taken: set[str] = set()
    found: dict[_Key, str] = {}
    for name, _, _, key in wanted:
        options = (name, f"{name}-{key[0]}", f"{name}-{digest(' '.join(key))}")
        found[key] = next(option for option in options if option not in taken)
        taken.add(found[key])
    return found


_KINDS = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GEOPOLITICAL)


def _rank(key: _Key) -> tuple[bool, int]:
    """Full names before bare ones, persons before organisations before states."""
    return bool(key[2]), _KINDS.index(ActorKind(key[0]))
