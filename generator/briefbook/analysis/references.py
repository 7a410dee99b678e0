"""Which actor a token refers to: the mentions of resolved actors laid over the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.document import AnalysedDocument, Token
from briefbook.model import Actor, Mention, MentionForm


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

    @cached_property
    def called(self) -> dict[str, frozenset[str]]:
        """By noun, the ids of the actors that the article calls so ("Tern Air, an airline", "the airline Tern Air")."""
        found: dict[str, set[str]] = {}
        for reference in self.all:
            if reference.mention.form is MentionForm.NAMED:
                for noun in self._said_to_be(reference):
                    found.setdefault(noun.lower, set()).add(reference.actor.id)
        return {noun: frozenset(ids) for noun, ids in found.items()}

    def _said_to_be(self, reference: Reference) -> Iterator[Token]:
        """The common nouns right before a name, in apposition to it, or said to be what it is."""
        tokens, inside = self.document.tokens, range(reference.first, reference.last)
        head = next((tokens[i] for i in inside if tokens[i].head not in inside), tokens[reference.last - 1])
        up = tokens[head.head]
        before = tokens[reference.first - 1] if reference.first else None
        if before is not None and before.pos == "NOUN" and (before.head in inside or head.dep == "appos"):
            yield before
        apposed = [tokens[i] for i in self.document.children[head.index] if tokens[i].dep == "appos"]
        if head.dep == "nsubj" and up.lemma == "be":
            apposed += [tokens[i] for i in self.document.children[up.index] if tokens[i].dep == "attr"]
        yield from (token for token in apposed if token.pos == "NOUN")
