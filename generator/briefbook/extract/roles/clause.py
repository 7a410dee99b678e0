"""What the readers of clauses share: who a verb is about, whether it came true, and the role around a noun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.lexicons import load
from briefbook.model import ActorKind

UNREAL = frozenset({"would", "could", "might", "may", "should", "will", "wo", "'ll", "’ll", "can", "ca", "'d", "’d"})
LEAD_TITLES_KEY = "titles"


class ToldWords(NamedTuple):
    """Verb lemmas by what they tell; `titles` maps a leading verb to its noun."""

    lead: dict[str, str]
    found: frozenset[str]
    appoint: frozenset[str]
    serve: frozenset[str]
    leave: frozenset[str]
    become: frozenset[str]
    unfulfilled: frozenset[str]
    offices: frozenset[str]
    past_offices: frozenset[str]
    takings_up: frozenset[str]
    parts: frozenset[str]


@lru_cache(maxsize=1)
def told_words() -> ToldWords:
    """The English verbs, read once."""
    lexicon = load("role_phrases")
    return ToldWords(
        lead=dict(lexicon.entry("lead").fields[LEAD_TITLES_KEY]),
        found=lexicon.words("found"),
        appoint=lexicon.words("appoint"),
        serve=lexicon.words("serve"),
        leave=lexicon.words("leave", "step-down"),
        become=lexicon.words("become"),
        unfulfilled=lexicon.words("unfulfilled"),
        offices=lexicon.words("offices"),
        past_offices=lexicon.words("past-offices"),
        takings_up=lexicon.words("takings-up"),
        parts=lexicon.words("part-of"),
    )


class ClauseReader:
    """Reads the clauses of one document."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.kids = references.document.dependents
        self.words = told_words()

    def person(self, index: int) -> Reference | None:
        """The person a token refers to, through a relative pronoun too."""
        token = self.tokens[index]
        if token.lower in ("who", "whom", "that") and token.pos in ("PRON", "SCONJ", "DET"):
            verb = self.tokens[token.head]
            if verb.dep == "conj":
                verb = self.tokens[verb.head]
            if verb.dep != "relcl":
                return None
            index = verb.head
        reference = self.references.at(index)
        named = [r for t in self.kids(index, "appos") if (r := self.references.at(t.index)) is not None]
        if reference is None and named:
            reference = named[0]
        if reference is None and self.tokens[index].dep == "appos":
            reference = self.references.at(self.tokens[index].head)
        return reference if reference is not None and reference.actor.kind is ActorKind.PERSON else None

    def subject(self, verb: Token, *deps: str) -> Reference | None:
        """The person that is the subject; a coordinated verb takes the first one's."""
        found = self.kids(verb.index, *deps)
        if found:
            return self.person(found[0].index)
        head = self.tokens[verb.head]
        if verb.dep == "pcomp" and head.pos in ("ADP", "SCONJ"):
            head = self.tokens[head.head]
            if any(self.references.at(t.index) is not None for t in self.kids(head.index, "dobj")):
                return None  # "thanked Marsh for being a mayor" may be of either
        if verb.dep in ("conj", "xcomp", "pcomp", "advcl") and head.pos in ("VERB", "AUX") and head.index != verb.index:
            return self.subject(head, "nsubj", "nsubjpass")
        return None

    def unreal(self, verb: Token) -> bool:
        """Is it denied, hoped for, or under a condition?"""
        helpers = self.kids(verb.index, "aux", "neg", "mark")
        if verb.dep == "xcomp" and self.tokens[verb.head].lemma in self.words.unfulfilled:
            return any(t.lower == "to" for t in helpers)
        return any(t.dep == "neg" or t.lower in UNREAL or t.lower in ("if", "unless", "whether") for t in helpers)

    def past(self, verb: Token) -> bool:
        """Does the verb tell of the past?"""
        helpers = {t.lower for t in self.kids(verb.index, "aux")}
        return (
            verb.tag == "VBD"
            or bool(helpers & {"had"})
            or (verb.tag == "VBN" and "has" not in helpers and "have" not in helpers)
        )

    def fact(self, subject: Reference, head: Token, anchor: Token, *, over: bool) -> Iterator[RoleFact]:
        """The role phrase around a head as a fact about the subject."""
        reference = self.references.at(head.index)
        if (
            reference is not None
            and reference.actor.kind is ActorKind.PERSON
            and reference.actor.id != subject.actor.id
        ):
            return
        phrase = self.reader.read(head.index, start=anchor.index + 1)
        if phrase is None or self._followed_by_name(phrase):
            return
        title = self.reader.title(phrase)
        same = self.tokens[subject.first].sentence == head.sentence
        first = min(subject.first, phrase.first) if same else phrase.first
        last = max(subject.last, phrase.last) if same else phrase.last
        yield RoleFact(
            subject.actor, title, phrase.organisation, phrase.former or over, first, last, phrase.sort, phrase.possessor
        )

    def _followed_by_name(self, phrase: RolePhrase) -> bool:
        reference = self.references.at(phrase.last) if phrase.last < len(self.tokens) else None
        return reference is not None and reference.first == phrase.last and reference.actor.kind is ActorKind.PERSON
