"""Counterparts: "Norway's foreign minister, NAME, and his Danish counterpart, NAME"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.analysis import Reference, References, Token
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import Organisation, holder
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.titles import Sort
from briefbook.model import ActorKind, MentionForm


class CounterpartRoles:
    """Finds named counterparts and their states; whose counterpart somebody is, is the reason of the role."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document = references.document
        self.tokens = references.document.tokens

    def facts(self, known: Sequence[RoleFact]) -> Iterator[RoleFact]:
        """All of them, in order.

        Args:
            known: The roles stated otherwise; who has a titled one needs none by comparison.
        """
        for token in self.tokens:
            if token.lower == "counterpart" and (person := self._named(token)) is not None:
                yield from self._like(token, person, known)

    def _named(self, token: Token) -> Reference | None:
        """The person named right behind the word, a comma between or none."""
        after = token.index + 1
        if after < len(self.tokens) and self.tokens[after].text == ",":
            after += 1
        reference = self.references.at(after) if after < len(self.tokens) else None
        named = reference is not None and reference.first == after and reference.mention.form is MentionForm.NAMED
        return reference if named and reference is not None and reference.actor.kind is ActorKind.PERSON else None

    def _like(self, token: Token, person: Reference, known: Sequence[RoleFact]) -> Iterator[RoleFact]:
        kids = [t for t in self.document.dependents(token.index) if t.index < token.index]
        owner = next((self.references.at(t.index) for t in kids if t.dep == "poss"), None)
        where = next(
            (found for t in kids if t.dep in ("amod", "compound") and (found := self._state(t)) is not None), None
        )
        if owner is None or where is None or any(f.person.id == person.actor.id and f.title for f in known):
            return
        posts = (f for f in known if f.person.id == owner.actor.id and f.title and f.sort is not Sort.PROFESSION)
        post = next((f for f in posts if f.organisation is not None and f.organisation.state and not f.former), None)
        first = min(t.index for t in kids)
        fact = RoleFact(person.actor, token.text, where, False, first, person.last, Sort.POST)
        whose = f"{owner.actor.name}, {post.title}" if post is not None else owner.actor.name
        yield fact._replace(reason=f"the counterpart of {whose}")

    def _state(self, token: Token) -> Organisation | None:
        """The state that an adjective before the word names."""
        reference = self.references.at(token.index)
        if reference is not None and reference.actor.kind is ActorKind.GEOPOLITICAL:
            return holder(reference.actor)
        found = self.reader.organisations.place_at(token.index, token.index + 1)
        return found[0] if found is not None else None
