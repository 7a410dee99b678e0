"""Posts that a verb of leading tells: "who heads the agency", "the party led by NAME", "which NAME chairs"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis import Reference, Token
from briefbook.extract.roles.clause import ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import Organisation, holder, organisation_nouns
from briefbook.extract.roles.titles import Sort, is_plural
from briefbook.model import ActorKind

FOUNDER = "founder"
"""What one is who "set up" an organisation."""
HOLDING = frozenset({"head", "chair", "own", "edit"})
"""Verbs that tell of a post in the past too; "led the party into the vote" tells an act."""
WHILE = frozenset({"until", "till", "from", "between", "for"})
RELATIVE = frozenset({"which", "that"})


class _Led(NamedTuple):
    """What somebody leads, at tokens [first, last)."""

    body: Organisation
    first: int
    last: int


class LedRoles(ClauseReader):
    """Finds the roles of those who lead, found, own something."""

    def facts(self, verb: Token) -> Iterator[RoleFact]:
        """The post that a verb tells, if it is one of leading."""
        set_up = verb.lemma == "set" and any(t.lower == "up" for t in self.kids(verb.index, "prt"))
        if verb.lemma not in self.words.lead and not set_up or self.unreal(verb):
            return
        person, led = self._active(verb) or self._passive(verb) or (None, None)
        over = self.past(verb) and verb.lemma not in self.words.found and not set_up and verb.dep != "acl"
        if person is None or led is None or over and not self._held(verb):
            return
        first, last = min(person.first, verb.index, led.first), max(person.last, verb.index + 1, led.last)
        if self.tokens[first].block == self.tokens[last - 1].block:
            title = self.words.lead.get(verb.lemma, FOUNDER)
            yield RoleFact(person.actor, title, led.body, over, first, last, Sort.POST)

    def _held(self, verb: Token) -> bool:
        """Does a verb in the past tell of a post ("who headed", "ran the bank until 2010") and not of an act?"""
        if verb.lemma in HOLDING and verb.dep == "relcl":
            return True
        links = (t for t in self.kids(verb.index, "prep") if t.lower in WHILE)
        return any(self._is_time(n) for link in links for n in self.kids(link.index, "pobj", "pcomp"))

    def _is_time(self, noun: Token) -> bool:
        return noun.entity == "DATE" or any(t.entity == "DATE" for t in self.kids(noun.index, "npadvmod", "nummod"))

    def _active(self, verb: Token) -> tuple[Reference, _Led] | None:
        """ "NAME heads the agency", "the agency which NAME heads"."""
        if self.kids(verb.index, "nsubjpass", "agent") or (person := self.subject(verb, "nsubj")) is None:
            return None
        objects = self.kids(verb.index, "dobj")
        if verb.dep == "relcl" and all(t.lower in RELATIVE for t in objects):
            objects = [self.tokens[verb.head]] if self.kids(verb.index, "nsubj")[:1] != [] else []
        led = next((found for t in objects if (found := self._led(t)) is not None), None)
        return (person, led) if led is not None else None

    def _passive(self, verb: Token) -> tuple[Reference, _Led] | None:
        """ "the party led by NAME", "the party is led by NAME"."""
        agents = [n for by in self.kids(verb.index, "agent") for n in self.kids(by.index, "pobj")]
        person = self.person(agents[0].index) if agents else None
        objects = [self.tokens[verb.head]] if verb.dep in ("acl", "relcl") else self.kids(verb.index, "nsubjpass")
        led = next((found for t in objects if (found := self._led(t)) is not None), None)
        return (person, led) if person is not None and led is not None else None

    def _led(self, noun: Token) -> _Led | None:
        """The organisation that a noun means, names, or is a part of."""
        reference = self._named(noun)
        if reference is not None:
            body = reference.actor.kind is ActorKind.ORGANIZATION
            return _Led(holder(reference.actor), reference.first, reference.last) if body else None
        return self._unlisted(noun) or self._described(noun)

    def _named(self, noun: Token) -> Reference | None:
        """ "the Harvest movement", "Harrow Bank's office", "the operation of the aid group Harbour Relief"."""
        if (reference := self.references.at(noun.index)) is not None:
            return reference
        if noun.lower not in organisation_nouns() and noun.lower not in self.words.parts:
            return None
        wholes = list(self.tokens[self.document.extents[noun.index][0] : noun.index])
        wholes += [n for of in self.kids(noun.index, "prep") if of.lower == "of" for n in self.kids(of.index, "pobj")]
        wholes += [t for n in wholes for t in self.kids(n.index, "appos")]
        found = (self.references.at(t.index) for t in wholes)
        return next((r for r in found if r is not None and r.actor.kind is ActorKind.ORGANIZATION), None)

    def _unlisted(self, noun: Token) -> _Led | None:
        """What the model takes for a name and no actor has ("who chairs the Senate Subcommittee on Markets")."""
        first, last = noun.index, noun.index + 1
        if noun.entity not in ("ORG", "FAC"):
            return None
        sentence = self.document.sentences[noun.sentence]
        while first > sentence.first and self.tokens[first - 1].entity == noun.entity != "":
            first -= 1
        while last < sentence.last and self.tokens[last].entity == noun.entity and self.references.at(last) is None:
            last += 1
        first += self.tokens[first].lower == "the"
        return _Led(Organisation(None, self.document.text(first, last), False), first, last)

    def _described(self, noun: Token) -> _Led | None:
        """ "its board", "the finance office": by whose it is, or by the words that say which."""
        own = self.kids(noun.index, "poss")
        inside = [*self.kids(noun.index, "det"), *own, *(t for n in own for t in self.kids(n.index, "det"))]
        definite = any(t.lower in ("the", "its", "their") for t in inside)
        if noun.text not in organisation_nouns() or is_plural(noun) or not definite:
            return None
        owners = self.reader.organisations.owners
        its = next((t for t in own if t.lower in ("its", "their")), None)
        told = owners.unnamed(noun.index) or owners.said_before(noun.index)
        body = owners.nearest(its.index) if its is not None else told
        return _Led(body, noun.index, noun.index + 1) if body is not None and not body.state else None
