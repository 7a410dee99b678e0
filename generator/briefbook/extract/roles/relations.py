"""How actors stand to each other: leads, speaks for, belongs to, came with, followed, is related to, is part of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefbook.analysis import Reference, References, Token
from briefbook.extract.roles.clause import PREDECESSOR, SUCCESSOR, ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.titles import Sort
from briefbook.grammar.gazetteer import gazetteer
from briefbook.lexicons import load
from briefbook.model import ActorKind, Citation, Relation, RelationType

Found = tuple[str, RelationType, str, Citation]
"""Subject's id, type, object's id, and where it stands."""


class RelationWords(NamedTuple):
    """Word sets of relations."""

    spokesperson: frozenset[str]
    leading: frozenset[str]
    leading_lands: frozenset[str]
    heading: frozenset[str]
    accompany: frozenset[str]
    succeed: frozenset[str]
    kinship: frozenset[str]
    part_of: frozenset[str]


@lru_cache(maxsize=1)
def relation_words() -> RelationWords:
    """The English words, read once."""
    lexicon = load("role_phrases")
    names = ("spokesperson", "leading", "leading-lands", "heading", "accompany", "succeed", "kinship", "part-of")
    return RelationWords(*(lexicon.words(name) for name in names))


def relate(
    references: References, reader: PhraseReader, facts: dict[str, list[RoleFact]]
) -> dict[str, tuple[Relation, ...]]:
    """The relations of each actor by its id, in the order they are stated."""
    grouped: dict[tuple[str, RelationType, str], list[Citation]] = {}
    for subject, kind, target, citation in (*_from_roles(references, facts), *_Told(references, reader).found()):
        if subject != target:
            grouped.setdefault((subject, kind, target), []).append(citation)
    found: dict[str, list[Relation]] = {}
    for (subject, kind, target), citations in grouped.items():
        found.setdefault(subject, []).append(Relation(type=kind, actor=target, citations=tuple(sorted(set(citations)))))
    return {id: tuple(items) for id, items in found.items()}


def _from_roles(references: References, facts: dict[str, list[RoleFact]]) -> Iterator[Found]:
    words = relation_words()
    for items in facts.values():
        for fact in items:
            target = fact.organisation.actor if fact.organisation else None
            if target is None and fact.possessor is not None:
                target = fact.possessor.id
            if target is None or fact.former or (kind := _kind(fact, words)) is None:
                continue
            yield fact.person.id, kind, target, references.document.cite(fact.first, fact.last)


def _kind(fact: RoleFact, words: RelationWords) -> RelationType | None:
    """What a role says about the person and the organisation."""
    title = (fact.title or "").lower().replace("-", " ").split()
    if any(w in words.spokesperson for w in title):
        return RelationType.SPOKESPERSON_OF
    if fact.organisation is None:
        return None
    plain = all(w in words.leading or w in words.heading for w in title)
    if any(w in words.leading for w in title) and plain and not _of_one_office(fact, title, words):
        return RelationType.LEADS
    if fact.organisation.state and fact.organisation.name not in gazetteer().states:
        return None  # whoever represents a town or works there is no member of it
    return None if fact.sort is Sort.PROFESSION and fact.organisation.state else RelationType.MEMBER_OF


def _of_one_office(fact: RoleFact, title: list[str], words: RelationWords) -> bool:
    """A land's foreign minister or director general heads an office of it, not the land."""
    if fact.organisation is None or not fact.organisation.state:
        return False
    return words.leading_lands.isdisjoint(title) or "minister" in title and "prime" not in title


class _Told(ClauseReader):
    """Relations that a clause tells."""

    def found(self) -> Iterator[Found]:
        """All of them, in order."""
        words = relation_words()
        for token in self.tokens:
            if token.pos == "VERB" and token.lemma in words.accompany and not self._enters(token):
                yield from self._pair(token, RelationType.ACCOMPANIED, RelationType.ACCOMPANIED_BY)
            elif token.pos == "VERB" and token.lemma in words.succeed:
                yield from self._pair(token, RelationType.SUCCEEDED, None)
            elif token.pos == "NOUN" and token.lower in (SUCCESSOR, PREDECESSOR):
                yield from self._succession(token)
            elif token.pos == "NOUN" and token.lemma in words.kinship:
                yield from self._kin(token)
            elif token.pos == "NOUN" and token.lemma in words.part_of:
                yield from self._part(token)

    def _enters(self, verb: Token) -> bool:
        """ "joined Harrow from Lorne Bank", "joined Harrow as its treasurer": into somebody's service, not beside him."""
        return any(t.lower in ("from", "as") for t in self.kids(verb.index, "prep"))

    def _at(self, tokens: list[Token], *kinds: ActorKind) -> list[Reference]:
        """The actors that tokens, and those coordinated with them, refer to."""
        found = [self.references.at(i) for t in tokens for i in self.document.conjuncts(t.index)]
        return [r for r in found if r is not None and (not kinds or r.actor.kind in kinds)]

    def _pair(self, verb: Token, kind: RelationType, inverse: RelationType | None) -> Iterator[Found]:
        """Who did it with whom: active, or passive with "by"."""
        if self.kids(verb.index, "neg") or any(t.tag == "MD" for t in self.kids(verb.index, "aux")):
            return
        doers, done = self.pair(verb)
        cited = self.document.cite_sentence(verb.sentence)
        for doer in doers:
            for other in done:
                yield doer.actor.id, kind, other.actor.id, cited
                if inverse is not None:
                    yield other.actor.id, inverse, doer.actor.id, cited

    def _succession(self, noun: Token) -> Iterator[Found]:
        """ "Marsh's predecessor, NAME", "her successor, NAME"."""
        cited = self.document.cite_sentence(noun.sentence)
        for named, owner in self.successors(noun):
            later, earlier = (named, owner) if noun.lower == SUCCESSOR else (owner, named)
            yield later.actor.id, RelationType.SUCCEEDED, earlier.actor.id, cited

    def _kin(self, noun: Token) -> Iterator[Found]:
        """ "her husband, NAME", "NAME's brother NAME", "NAME, the son of NAME"."""
        owners = self._at(self.kids(noun.index, "poss"), ActorKind.PERSON)
        owners += self._at(
            [n for of in self.kids(noun.index, "prep") if of.lower == "of" for n in self.kids(of.index, "pobj")],
            ActorKind.PERSON,
        )
        named = self._at(self.kids(noun.index, "appos"), ActorKind.PERSON)
        head = self.tokens[noun.head]
        if noun.dep in ("appos", "compound") or (noun.dep == "attr" and head.lemma == "be"):
            subject = [head] if noun.dep != "attr" else self.kids(head.index, "nsubj")
            named += self._at(subject[:1], ActorKind.PERSON)
        if noun.dep == "compound" and not owners:
            owners = self._at(self.kids(head.index, "poss"), ActorKind.PERSON)
        cited = self.document.cite_sentence(noun.sentence)
        for relative in named:
            for owner in owners:
                if relative.actor.id != owner.actor.id:
                    yield relative.actor.id, RelationType.RELATIVE_OF, owner.actor.id, cited
                    yield owner.actor.id, RelationType.RELATIVE_OF, relative.actor.id, cited

    def _part(self, noun: Token) -> Iterator[Found]:
        """ "A, a subsidiary of B", "A is the armed wing of B"."""
        head = self.tokens[noun.head]
        if noun.dep not in ("appos", "attr"):
            return
        subject = [head] if noun.dep == "appos" else self.kids(head.index, "nsubj")
        wholes = [n for of in self.kids(noun.index, "prep") if of.lower == "of" for n in self.kids(of.index, "pobj")]
        wholes += self.kids(noun.index, "poss")
        cited = self.document.cite_sentence(noun.sentence)
        for part in self._at(subject[:1], ActorKind.ORGANIZATION):
            for whole in self._at(wholes[:1], ActorKind.ORGANIZATION):
                yield part.actor.id, RelationType.PART_OF, whole.actor.id, cited
