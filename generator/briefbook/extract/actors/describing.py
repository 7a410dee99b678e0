"""What the readers of descriptions share: the vocabulary, and what has been spoken of up to a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import References, Token
from briefbook.model import Actor, ActorKind

REACH = 2
"""Sentences before the description's own in which its actor may have been named."""

LEAVES = frozenset({"attr", "appos"})
"""Dependencies in which a description says something of its actor instead of meaning it."""


class Described(NamedTuple):
    """A resolved description: actor id, tokens [first, last), and why."""

    actor: str
    first: int
    last: int
    reason: str


class Vocabulary(NamedTuple):
    """Nouns of descriptions: who leads, posts, organisations, and what the names of these hold or can't hold."""

    heads: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]
    any_body: frozenset[str]
    businesses: frozenset[str]
    public_heads: frozenset[str]
    kinds: dict[str, list[str]]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read once."""
    lexicon = lexicons.load("descriptions")
    kinds: dict[str, list[str]] = lexicon.entry("organisation-words").fields["kinds"]
    of = lexicon.words
    return Vocabulary(
        heads=of("heads"),
        posts=of("posts"),
        bodies=of("organisation-words"),
        any_body=of("any-organisation"),
        businesses=of("businesses"),
        public_heads=of("public-heads"),
        kinds=kinds,
    )


@dataclass(frozen=True)
class Speech:
    """A document with its references, as the readers of descriptions see it."""

    references: References

    def definite(self, token: Token) -> bool:
        """Is it "the ...", in the singular, and not a former or another one?"""
        document = self.references.document
        kids = [document.tokens[i] for i in document.children[token.index]]
        if any(
            t.lower in ("former", "ex", "late", "next", "new", "future", "first", "another", "other")
            and t.index < token.index
            for t in kids
        ):
            return False
        return any(t.lower == "the" and t.dep == "det" for t in kids) and token.tag in ("NN", "NNP")

    def spoken_of(self, token: Token) -> frozenset[str]:
        """Actors named in the sentence up to here and in the two before."""
        start = self.references.document.sentences[max(0, token.sentence - REACH)].first
        return frozenset(
            r.actor.id for r in (self.references.at(i) for i in range(start, token.index)) if r is not None
        )

    def first_token(self, actor: Actor) -> int:
        """Where the actor is first named."""
        span = self.references.document.token_range(actor.mentions[0].citation)
        return span[0] if span else 1 << 60

    def bodies(self) -> list[Actor]:
        """The organisations of the article."""
        return [actor for actor in self.references.actors if actor.kind is ActorKind.ORGANIZATION]
