"""Which actor a token refers to: the mentions of resolved actors laid over the tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.document import AnalysedDocument
from briefbook.model import Actor, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A mention as tokens [first, last)."""

    actor: Actor
    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class References:
    """All references of a document, by token."""

    document: AnalysedDocument
    actors: tuple[Actor, ...]

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """Actor by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """In order of appearance; where two overlap, both."""
        found = []
        for actor in self.actors:
            for mention in actor.mentions:
                span = self.document.token_range(mention.citation)
                if span is not None:
                    found.append(Reference(actor=actor, mention=mention, first=span[0], last=span[1]))
        return tuple(sorted(found, key=lambda r: (r.first, -r.last)))

    @cached_property
    def by_token(self) -> dict[int, Reference]:
        """For each token the shortest reference that covers it."""
        found: dict[int, Reference] = {}
        for reference in sorted(self.all, key=lambda r: r.first - r.last):
            found.update(dict.fromkeys(range(reference.first, reference.last), reference))
        return found

    def at(self, index: int) -> Reference | None:
        """The reference that covers a token, or None."""
        return self.by_token.get(index)

    def between(self, first: int, last: int) -> Iterable[Reference]:
        """References that lie inside tokens [first, last), in order."""
        return (r for r in self.all if first <= r.first and r.last <= last)
