"""Roles that a clause tells: "is the head of", "who heads", "was appointed", "resigned as", "as moderator"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.extract.roles.titles import Sort, head_sort, is_plural
from briefbook.lexicons import load
from briefbook.model import ActorKind

UNREAL = frozenset({"would", "could", "might", "may", "should", "will", "wo", "'ll", "’ll", "can", "ca", "'d", "’d"})
LEAD_TITLES_KEY = "titles"


class ToldWords(NamedTuple):
    """Verb lemmas by what they tell; `titles` maps a leading verb to its noun."""

    lead: dict[str, str]
    appoint: frozenset[str]
    serve: frozenset[str]
    leave: frozenset[str]
    become: frozenset[str]
    unfulfilled: frozenset[str]
    offices: frozenset[str]
    past_offices: frozenset[str]


@lru_cache(maxsize=1)
def told_words() -> ToldWords:
    """The English verbs, read once."""
    lexicon = load("role_phrases")
    return ToldWords(
        lead=dict(lexicon.entry("lead").fields[LEAD_TITLES_KEY]),
        appoint=lexicon.words("appoint"),
        serve=lexicon.words("serve"),
        leave=lexicon.words("leave", "step-down"),
        become=lexicon.words("become"),
        unfulfilled=lexicon.words("unfulfilled"),
        offices=lexicon.words("offices"),
        past_offices=lexicon.words("past-offices"),
    )


class ToldRoles:
    """Finds the roles that verbs tell."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.words = told_words()

    def facts(self) -> Iterator[RoleFact]:
        """All of them, in order."""
        for token in self.tokens:
            if token.pos in ("VERB", "AUX"):
                yield from self._verb(token)
            elif token.lower == "as" and token.dep == "prep":
                yield from self._as(token)

    def _kids(self, index: int, *deps: str) -> list[Token]:
        return [self.tokens[c] for c in self.document.children[index] if self.tokens[c].dep in deps]

    def _verb(self, token: Token) -> Iterator[RoleFact]:
        lemma = token.lemma
        if lemma in self.words.become:
            yield from self._copula(token)
        elif lemma in self.words.lead:
            yield from self._leads(token)
        if lemma in self.words.appoint:
            yield from self._appointed(token)
        if lemma == "work":
            yield from self._works_for(token)

    # ------------------------------------------------------------ who

    def _person(self, index: int) -> Reference | None:
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
        named = [r for t in self._kids(index, "appos") if (r := self.references.at(t.index)) is not None]
        if reference is None and named:
            reference = named[0]
        if reference is None and self.tokens[index].dep == "appos":
            reference = self.references.at(self.tokens[index].head)
        return reference if reference is not None and reference.actor.kind is ActorKind.PERSON else None

    def _subject(self, verb: Token, *deps: str) -> Reference | None:
        """The person that is the subject; a coordinated verb takes the first one's."""
        found = self._kids(verb.index, *deps)
        if found:
            return self._person(found[0].index)
        head = self.tokens[verb.head]
        if verb.dep in ("conj", "xcomp", "pcomp") and head.pos in ("VERB", "AUX") and head.index != verb.index:
            return self._subject(head, "nsubj", "nsubjpass")
        return None

    def _unreal(self, verb: Token) -> bool:
        helpers = self._kids(verb.index, "aux", "neg", "mark")
        if verb.dep == "xcomp" and self.tokens[verb.head].lemma in self.words.unfulfilled:
            return any(t.lower == "to" for t in helpers)
        return any(t.dep == "neg" or t.lower in UNREAL or t.lower in ("if", "unless", "whether") for t in helpers)

    # ------------------------------------------------------------ clauses

    def _copula(self, verb: Token) -> Iterator[RoleFact]:
        """ "X is the head of", "X became president", "X, who was ambassador"."""
        subject = self._subject(verb, "nsubj")
        if subject is None or (self._unreal(verb) and verb.lemma != "remain" and not self._no_longer(verb)):
            return
        heads = [t for t in self._kids(verb.index, "attr") if t.index > verb.index]
        for head in (self.tokens[i] for t in heads for i in self.document.conjuncts(t.index)):
            if is_plural(head):
                continue
            yield from self._fact(
                subject, head, verb, over=verb.lemma == "be" and (self._past(verb) or self._no_longer(verb))
            )

    def _no_longer(self, verb: Token) -> bool:
        return any(t.lower in ("longer", "anymore") for t in self._kids(verb.index, "advmod"))

    def _past(self, verb: Token) -> bool:
        helpers = {t.lower for t in self._kids(verb.index, "aux")}
        return (
            verb.tag == "VBD"
            or bool(helpers & {"had"})
            or (verb.tag == "VBN" and "has" not in helpers and "have" not in helpers)
        )

    def _fact(self, subject: Reference, head: Token, anchor: Token, *, over: bool) -> Iterator[RoleFact]:
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

    def _leads(self, verb: Token) -> Iterator[RoleFact]:
        """ "who heads the agency", "the party led by X"."""
        if self._unreal(verb):
            return
        person = self._subject(verb, "nsubj") if not self._kids(verb.index, "nsubjpass", "agent") else None
        led = [self.references.at(t.index) for t in self._kids(verb.index, "dobj")]
        if person is None:
            agents = [n for by in self._kids(verb.index, "agent") for n in self._kids(by.index, "pobj")]
            person = self._person(agents[0].index) if agents else None
            led = (
                [self.references.at(verb.head)]
                if verb.dep in ("acl", "relcl")
                else [self.references.at(t.index) for t in self._kids(verb.index, "nsubjpass")]
            )
        body = next((r for r in led if r is not None and r.actor.kind is ActorKind.ORGANIZATION), None)
        if person is None or body is None:
            return
        first, last = min(person.first, verb.index, body.first), max(person.last, verb.index + 1, body.last)
        founded = verb.lemma in ("found", "co-found")
        if self._past(verb) and not founded and verb.dep != "acl":
            return  # "led the party into the vote" tells an act, not a post
        if self.tokens[first].block == self.tokens[last - 1].block:
            yield RoleFact(
                person.actor,
                self.words.lead[verb.lemma],
                self.reader.organisations.of(body.actor),
                False,
                first,
                last,
                Sort.POST,
            )

    def _works_for(self, verb: Token) -> Iterator[RoleFact]:
        """ "X works for Harrow Bank": an affiliation."""
        person = None if self._unreal(verb) else self._subject(verb, "nsubj")
        if person is None:
            return
        for noun in (
            n for p in self._kids(verb.index, "prep") if p.lower in ("for", "at") for n in self._kids(p.index, "pobj")
        ):
            body = self.references.at(noun.index)
            if body is not None and body.actor.kind is ActorKind.ORGANIZATION:
                first, last = min(person.first, verb.index), max(person.last, body.last)
                yield RoleFact(
                    person.actor, None, self.reader.organisations.of(body.actor), self._past(verb), first, last
                )

    def _appointed(self, verb: Token) -> Iterator[RoleFact]:
        """ "X was elected mayor", "the board named X chief executive"."""
        if self._unreal(verb):
            return
        passive = bool(self._kids(verb.index, "nsubjpass", "auxpass")) or verb.dep == "acl"
        objects = self._kids(verb.index, "dobj")
        if passive:
            person = self._subject(verb, "nsubjpass", "nsubj") or (
                self._person(verb.head) if verb.dep == "acl" else None
            )
        else:
            person = self._person(objects[0].index) if objects else None
        heads = self._kids(verb.index, "oprd", "attr") + (objects if passive else [])
        for head in heads:
            if person is not None and head.index > verb.index and not is_plural(head):
                yield from self._fact(person, head, verb, over=False)

    def _as(self, token: Token) -> Iterator[RoleFact]:
        """ "resigned as mayor", "served as envoy", "named X as head", "As moderator, he urges"."""
        nouns = [t for t in self._kids(token.index, "pobj") if head_sort(t) is not None and not is_plural(t)]
        verb = self.tokens[token.head]
        if nouns and verb.pos == "NOUN":
            yield from self._office(token, verb, nouns)
        opening = self._opens_sentence(token)
        if not nouns or verb.pos not in ("VERB", "AUX") or (self._unreal(verb) and not (opening and self._will(verb))):
            return
        known = self.words
        person: Reference | None = None
        over = False
        if verb.lemma in known.appoint or (verb.lemma in known.leave and self._kids(verb.index, "nsubjpass", "dobj")):
            target = self._kids(verb.index, "nsubjpass") or self._kids(verb.index, "dobj")
            if not target and verb.dep == "relcl":
                target = [self.tokens[verb.head]]
            person = self._person(target[0].index) if target else None
            over = verb.lemma in known.leave
        elif verb.lemma in known.serve or verb.lemma in known.leave:
            person = self._subject(verb, "nsubj")
            over = verb.lemma in known.leave or (verb.lemma == "serve" and self._past(verb))
        elif opening:
            person = self._subject(verb, "nsubj")
        if person is not None:
            for head in nouns:
                yield from self._fact(person, head, token, over=over)

    def _office(self, token: Token, office: Token, nouns: list[Token]) -> Iterator[RoleFact]:
        """ "his role as chairman", "Marsh's time as mayor"."""
        if office.lemma not in self.words.offices | self.words.past_offices:
            return
        owner = next((r for t in self._kids(office.index, "poss") if (r := self._person(t.index)) is not None), None)
        if owner is not None:
            for head in nouns:
                yield from self._fact(owner, head, token, over=office.lemma in self.words.past_offices)

    def _will(self, verb: Token) -> bool:
        return all(
            t.lower in ("will", "’ll", "'ll") or t.lower not in UNREAL for t in self._kids(verb.index, "aux", "neg")
        )

    def _opens_sentence(self, token: Token) -> bool:
        return self.document.sentences[token.sentence].first == token.index
