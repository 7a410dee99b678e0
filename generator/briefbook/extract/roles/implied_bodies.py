"""The organisation of a post that is given without one: "Harrow Bank shut its branch, said spokesman Ole Berg"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from briefbook import lexicons
from briefbook.analysis import Reference, References, Sentence
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.governments import governments, plain_title, states_spoken_of
from briefbook.extract.roles.organisations import OrganisationFinder
from briefbook.extract.roles.owners import Organisation, holder
from briefbook.model import Actor, ActorKind, MentionForm

LEAST_MENTIONS = 2
"""How often the article's only organisation must be mentioned before bare titles are taken to be its own."""
TOLD_OF = frozenset({"nsubj", "nsubjpass", "poss", "pobj"})
"""Dependencies in which a sentence's only organisation may be the speaker's; what is acted upon is somebody else's."""


class ImpliedBodies:
    """Fills in the organisations that a sentence leaves to its reader."""

    def __init__(self, references: References, organisations: OrganisationFinder) -> None:
        self.references = references
        self.organisations = organisations
        self.document = references.document
        self.tokens = references.document.tokens

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that the article speaks of outside the names of organisations."""
        spoken = states_spoken_of(self.document).items()
        return frozenset(code for code, spans in spoken if any(not self._in_name(first) for first, _ in spans))

    def _in_name(self, index: int) -> bool:
        reference = self.references.at(index)
        return reference is not None and reference.actor.kind is ActorKind.ORGANIZATION

    @cached_property
    def _only(self) -> Actor | None:
        """The only organisation that the article names, when it does so at least twice."""
        bodies = [a for a in self.references.actors if a.kind is ActorKind.ORGANIZATION and not self._is_told(a)]
        several = len(bodies) == 1 and len(bodies[0].mentions) >= LEAST_MENTIONS
        return bodies[0] if several else None

    def _is_told(self, actor: Actor) -> bool:
        """Is it only the paper or station that somebody spoke to ("told Radio Orsa")?"""
        spans = [self.document.token_range(mention.citation) for mention in actor.mentions]
        heads = [self.tokens[span[1] - 1] for span in spans if span is not None]
        return all(h.dep in ("dobj", "dative") and self.tokens[h.head].lemma == "tell" for h in heads)

    def fill(self, grouped: Mapping[str, list[RoleFact]]) -> None:
        """Put the organisation into those facts that lack it, in place."""
        for facts in grouped.values():
            if any(fact.organisation is not None for fact in facts):
                continue
            for number, fact in enumerate(facts):
                if self._open(fact) and self._speaks(fact) and (where := self._body(fact)) is not None:
                    reason = f"{where.name} is the only organisation that can be meant here"
                    facts[number] = fact._replace(organisation=where, reason=reason)

    def _open(self, fact: RoleFact) -> bool:
        """Is it a bare title right before a name, of nobody in particular?"""
        if fact.title is None or fact.possessor is not None or fact.former or fact.described:
            return False
        bare = self.tokens[fact.first].lower == fact.title.lower().split()[0]
        return bare and plain_title(fact.title) in lexicons.words("role_phrases", "speaks-for-all")

    def _speaks(self, fact: RoleFact) -> bool:
        """Is the holder the subject of a verb, as who speaks is?"""
        return self.tokens[fact.last - 1].dep in ("nsubj", "nsubjpass")

    def _body(self, fact: RoleFact) -> Organisation | None:
        """The only organisation of the words before the title in its sentence, or of the sentence before."""
        office = governments().office(fact.title)
        if office is not None and any(map(office.exists_in, self._states)):
            return None
        sentence = self.document.sentences[self.tokens[fact.first].sentence]
        named = self._named(sentence.first, fact.first)
        if not named and sentence.index:
            before = self.document.sentences[sentence.index - 1]
            named = self._named(before.first, before.last) if before.block == sentence.block else []
            named = (
                [r for r in named if self.tokens[r.last - 1].dep in ("nsubj", "nsubjpass")] if len(named) == 1 else []
            )
        if not named and self._only is not None and office is None:
            return holder(self._only)
        if len({r.actor.id for r in named}) != 1 or self._others(sentence, named[0]):
            return None
        return holder(named[0].actor) if self.tokens[named[0].last - 1].dep in TOLD_OF else None

    def _named(self, first: int, last: int) -> list[Reference]:
        return [
            r
            for r in self.references.between(first, last)
            if r.actor.kind is ActorKind.ORGANIZATION and r.mention.form is MentionForm.NAMED
        ]

    def _others(self, sentence: Sentence, body: Reference) -> bool:
        """Is a further organisation named in the sentence?"""
        return any(r.actor.id != body.actor.id for r in self._named(sentence.first, sentence.last))
