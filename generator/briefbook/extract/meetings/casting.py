"""What verbs and nouns share in casting a meeting: agents, sides of a clause, phrases hung on the wrong word."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.structure import Anchor, Structure
from briefbook.extract.meetings.surface import Surface
from briefbook.model import ActorKind

SETTING = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})

OBJECT_VERBS = frozenset({"discuss", "negotiate", "have", "hold", "exchange", "compare", "trade"})
"""Verbs whose "with" the parser hangs on their object ("exchanged views with Brandt")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parties of one report.

    Attributes:
        hosts: The subject side: who meets, visits, hosts.
        others: Whom they meet.
        anchor: The verb that carries an event noun.
        ruled_out: The words stand in another sense: the report is none.
    """

    hosts: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    anchor: Anchor | None = None
    ruled_out: bool = False

    @property
    def all(self) -> tuple[Party, ...]:
        """Everyone, each once."""
        found: dict[str, Party] = {}
        for party in (*self.hosts, *self.others):
            found.setdefault(party.key, party)
        return tuple(found.values())


class CastingBase:
    """Reads parties around the triggers of one document."""

    def __init__(self, structure: Structure, reader: PartyReader) -> None:
        self.structure = structure
        self.reader = reader
        self.tokens = structure.tokens
        self.surface = Surface(reader)

    def strays(self, preposition: Token, verb: Token) -> bool:
        """Does the preposition hang on a place or day that itself belongs to the verb?"""
        head = self.structure.head(preposition)
        if head.head == verb.index and head.dep == "dobj" and verb.lemma in OBJECT_VERBS:
            return True
        return (head.entity in SETTING or head.lower in words("phone-words")) and any(
            up.index == verb.index for up in self.structure.document.ancestors(head.index)
        )

    def agents(self, verb: Token) -> list[Party]:
        """Who does it, in a passive: "was received by the king"."""
        return [
            party
            for p in self.structure.kids(verb.index, "agent", "prep")
            if p.lower == "by"
            for t in self.structure.kids(p.index, "pobj")
            for party in self.reader.read(t.index)
        ]

    def companions(self, subject: int | None, verb: Token) -> list[Party]:
        """Officials who came along: "Brandt, accompanied by Foreign Minister Rosa Diaz, met ...", "alongside ..."."""
        found: list[Token] = []
        for node in (verb.index,) if subject is None else (subject, verb.index):
            for child in self.structure.kids(node, "acl", "advcl", "prep"):
                if child.tag == "VBN" and child.lemma in words("people-moving"):
                    for preposition in self.structure.kids(child.index, "agent", "prep"):
                        found += self.structure.kids(preposition.index, "pobj")
                elif child.dep == "prep" and (child.lower == "alongside" or self.together_with(child)):
                    found += self.structure.kids(child.index, "pobj")
        return [
            party
            for token in found
            if token.lemma.lower() not in words("kin")
            for party in self.reader.read(token.index)
            if party.official and not party.listeners
        ]

    def chairing(self, node: Token) -> list[Party]:
        """ "Met under the chairmanship of the archbishop"."""
        return [
            party
            for under in self.structure.kids(node.index, "prep")
            if under.lower == "under"
            for chair in self.structure.kids(under.index, "pobj")
            if chair.lower in ("chairmanship", "presidency", "leadership", "chair")
            for of in self.structure.kids(chair.index, "prep")
            for person in self.structure.kids(of.index, "pobj")
            for party in self.reader.read(person.index)
            if party.person
        ]

    def together_with(self, preposition: Token) -> bool:
        """ "together with", "along with"."""
        before = self.tokens[preposition.index - 1].lower if preposition.index else ""
        return preposition.lower == "with" and before in ("together", "along")

    def is_time(self, token: Token) -> bool:
        """ "met midweek": a day where an object might stand."""
        return token.entity in ("DATE", "TIME") and self.reader.references.at(token.index) is None

    def beside_in_headline(self, subject: int | None) -> list[Party]:
        """ "Iran, US to hold talks": in headlines a comma joins."""
        if subject is None or not self.structure.in_headline(self.tokens[subject]):
            return []
        comma = self.structure.document.subtree(subject)[0] - 1
        if comma < 1 or self.tokens[comma].text != "," or self.tokens[comma].block != self.tokens[subject].block:
            return []
        before = self.tokens[comma - 1]
        if self.reader.references.at(before.index) is not None:
            return self.reader.single(before.index)
        return self.reader.by_surname(before) or self.reader.by_name(before)

    def people_before(self, token: Token) -> list[Party]:
        """The persons named in the sentence before a token."""
        found: dict[str, Party] = {}
        for index in range(self.structure.document.sentences[token.sentence].first, token.index):
            reference = self.reader.references.at(index)
            if reference is not None and reference.actor.kind is ActorKind.PERSON:
                for party in self.reader.single(index):
                    found.setdefault(party.key, party)
        return list(found.values())

    def several_subjects(self, token: Token) -> list[Party]:
        """Two or more persons who are together the subject of the sentence ("A and B chat after a meeting")."""
        sentence = self.structure.document.sentences[token.sentence]
        for index in range(sentence.first, token.index):
            if self.tokens[index].dep == "nsubj":
                people = [p for p in self.reader.read(index) if p.person and p.official and not p.listeners]
                if len(people) > 1 and any(p.form is Form.NAMED for p in people):
                    return people
        return []

    def sides_of(self, verb: Token) -> list[Party]:
        """Persons as subject and as object or companion of a verb; empty unless both sides are there."""
        subject = self.structure.subject(verb)
        hosts = [p for p in self.reader.read(subject) if p.person] if subject is not None else []
        leaving = verb.lemma in ("leave", "enter", "reach", "tour")  # what one leaves is no party
        targets = [] if leaving else [*self.structure.kids(verb.index, "dobj", "dative")]
        for preposition in self.structure.kids(verb.index, "prep"):
            if preposition.lower in ("with", "alongside", "beside", "to"):
                targets += self.structure.kids(preposition.index, "pobj")
        told = verb.lemma in words("telling")
        read = (p for t in targets for p in self.reader.read(t.index))
        others = [p for p in read if (p.person or told and p.several) and p.official and not p.listeners]
        return [*hosts, *others] if hosts and others else []
