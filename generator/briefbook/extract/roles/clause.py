"""What the readers of clauses share: who a verb is about, whether it came true, and the role around a noun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.lexicons import load
from briefbook.model import ActorKind, MentionForm

UNREAL = frozenset({"would", "could", "might", "may", "should", "will", "wo", "'ll", "’ll", "can", "ca", "'d", "’d"})
LEAD_TITLES_KEY = "titles"
SUCCESSOR, PREDECESSOR = "successor", "predecessor"


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

    def persons(self, tokens: list[Token]) -> list[Reference]:
        """The persons that tokens, and those coordinated with them, refer to."""
        found = [self.person(i) for t in tokens for i in self.document.conjuncts(t.index)]
        return [r for r in found if r is not None]

    def pair(self, verb: Token) -> tuple[list[Reference], list[Reference]]:
        """Who did what a verb tells, and to whom; active, or passive with "by"."""
        agents = [n for by in self._agents(verb) for n in self.kids(by.index, "pobj")]
        if not agents:
            subject = self.subject(verb, "nsubj")
            doers = self.persons(self.kids(verb.index, "nsubj")) or ([subject] if subject is not None else [])
            return doers, self.persons(self.kids(verb.index, "dobj"))
        target = self.kids(verb.index, "nsubjpass")
        if not target and verb.dep in ("acl", "advcl"):
            target = [self.tokens[verb.head]] if verb.dep == "acl" else self.kids(verb.head, "nsubj", "nsubjpass")
        return self.persons(agents), self.persons(target)

    def _agents(self, verb: Token) -> list[Token]:
        """The "by" of a passive verb, one that the parse hangs on the words between, too ("replaced as head of X by Y")."""
        found = self.kids(verb.index, "agent")
        if found or not self.kids(verb.index, "auxpass"):
            return found
        last = self.document.extents[verb.index][1]
        return [t for t in self.tokens[verb.index + 1 : last] if t.lower == "by" and t.dep == "prep"][:1]

    def successors(self, noun: Token) -> Iterator[tuple[Reference, Reference]]:
        """Of "Marsh's predecessor, NAME": who is named, and whose he is."""
        owner = next((r for t in self.kids(noun.index, "poss") if (r := self.person(t.index)) is not None), None)
        after = noun.index + 1
        after += after < len(self.tokens) and self.tokens[after].text == ","
        beside = [self.references.at(after)] if after < len(self.tokens) else []
        posts = [n for link in self.kids(noun.index, "prep") for n in self.kids(link.index, "pobj")]
        beside += [self.references.at(t.index) for n in (noun, *posts) for t in self.kids(n.index, "appos")]
        for named in (r for r in beside if r is not None and r.first >= noun.index):
            known = named.actor.kind is ActorKind.PERSON and named.mention.form is MentionForm.NAMED
            if owner is not None and known and named.actor.id != owner.actor.id:
                yield named, owner
                return

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
