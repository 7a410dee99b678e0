"""The organisation of a post that is given without one: "Harrow Bank shut its branch, said spokesman Ole Berg"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefbook.analysis import Reference, References, Sentence
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.governments import governments, plain_title
from briefbook.extract.roles.organisations import Organisation, OrganisationFinder
from briefbook.lexicons import load
from briefbook.model import ActorKind, MentionForm

TOLD_OF = frozenset({"nsubj", "nsubjpass", "poss", "pobj"})
"""Dependencies in which a sentence's only organisation may be the speaker's; what is acted upon is somebody else's."""


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return load("role_phrases").words("speaks-for-all")


class ImpliedBodies:
    """Fills in the organisations that a sentence leaves to its reader."""

    def __init__(self, references: References, organisations: OrganisationFinder) -> None:
        self.references = references
        self.organisations = organisations
        self.document = references.document
        self.tokens = references.document.tokens

    def fill(self, grouped: Mapping[str, list[RoleFact]]) -> None:
        """Put the organisation into those facts that lack it, in place."""
        for facts in grouped.values():
            if any(fact.organisation is not None for fact in facts):
                continue
            for number, fact in enumerate(facts):
                if self._open(fact) and self._speaks(fact) and (where := self._body(fact)) is not None:
                    reason = f"{where.name} is the only organisation that the words before speak of"
                    facts[number] = fact._replace(organisation=where, reason=reason)

    def _open(self, fact: RoleFact) -> bool:
        """Is it a bare title right before a name, of nobody in particular?"""
        if fact.title is None or fact.possessor is not None or fact.former or fact.described:
            return False
        bare = self.tokens[fact.first].lower == fact.title.lower().split()[0]
        return bare and plain_title(fact.title) in _titles()

    def _speaks(self, fact: RoleFact) -> bool:
        """Is the holder the subject of a verb, as who speaks is?"""
        return self.tokens[fact.last - 1].dep in ("nsubj", "nsubjpass")

    def _body(self, fact: RoleFact) -> Organisation | None:
        """The only organisation of the words before the title in its sentence, or of the sentence before."""
        if governments().office(fact.title) is not None and self._speaks_of_states(fact):
            return None
        sentence = self.document.sentences[self.tokens[fact.first].sentence]
        named = self._named(sentence.first, fact.first)
        if not named and sentence.index:
            before = self.document.sentences[sentence.index - 1]
            named = self._named(before.first, before.last) if before.block == sentence.block else []
            named = (
                [r for r in named if self.tokens[r.last - 1].dep in ("nsubj", "nsubjpass")] if len(named) == 1 else []
            )
        if len({r.actor.id for r in named}) != 1 or self._others(sentence, named[0]):
            return None
        return self.organisations.of(named[0].actor) if self.tokens[named[0].last - 1].dep in TOLD_OF else None

    def _named(self, first: int, last: int) -> list[Reference]:
        return [
            r
            for r in self.references.between(first, last)
            if r.actor.kind is ActorKind.ORGANIZATION and r.mention.form is MentionForm.NAMED
        ]

    def _others(self, sentence: Sentence, body: Reference) -> bool:
        """Is a further organisation named in the sentence?"""
        return any(r.actor.id != body.actor.id for r in self._named(sentence.first, sentence.last))

    def _speaks_of_states(self, fact: RoleFact) -> bool:
        sentence = self.document.sentences[self.tokens[fact.first].sentence]
        around = self.references.between(sentence.first, sentence.last)
        return any(r.actor.kind is ActorKind.GEOPOLITICAL for r in around)
