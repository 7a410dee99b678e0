"""The book: several briefings, and the actors recognised across them."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.model.actor import Actor, ActorKind
from briefbook.model.briefing import Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An actor as found in one article."""

    briefing: Briefing
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class BookActor:
    """One actor of the book: `slug` is unique in the book and names its page; at least one appearance."""

    slug: str
    name: str
    kind: ActorKind
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All briefings, in the order of their files' names, and their actors in order of prominence."""

    title: str
    briefings: tuple[Briefing, ...]
    actors: tuple[BookActor, ...]
