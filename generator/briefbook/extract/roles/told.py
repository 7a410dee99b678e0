"""Roles that a verb tells: "is the head of", "who heads", "was appointed", "works for"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Reference, Token
from briefbook.extract.roles.as_roles import AsRoles
from briefbook.extract.roles.clause import ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.organisations import Organisation, organisation_nouns
from briefbook.extract.roles.titles import Sort, head_sort, is_plural
from briefbook.model import ActorKind

FOUNDER = "founder"
"""What one is who "set up" an organisation."""


class ToldRoles(ClauseReader):
    """Finds the roles that verbs tell."""

    def facts(self) -> Iterator[RoleFact]:
        """All of them, in order."""
        after_as = AsRoles(self.references, self.reader)
        for token in self.tokens:
            if token.pos in ("VERB", "AUX"):
                yield from self._verb(token)
            elif token.lower == "as" and token.dep == "prep":
                yield from after_as.facts(token)

    def _verb(self, token: Token) -> Iterator[RoleFact]:
        lemma = token.lemma
        if lemma in self.words.become:
            yield from self._copula(token)
        elif lemma in self.words.lead or lemma == "set" and any(t.lower == "up" for t in self.kids(token.index, "prt")):
            yield from self._leads(token)
        if lemma in self.words.appoint:
            yield from self._appointed(token)
        if lemma in ("work", "teach"):
            yield from self._works_for(token)

    def _copula(self, verb: Token) -> Iterator[RoleFact]:
        """ "X is the head of", "X became president", "X, who was ambassador"."""
        subject = self.subject(verb, "nsubj")
        if subject is None or (self.unreal(verb) and verb.lemma != "remain" and not self._no_longer(verb)):
            return
        heads = [t for t in self.kids(verb.index, "attr") if t.index > verb.index]
        for head in (self.tokens[i] for t in heads for i in self.document.conjuncts(t.index)):
            if head.lower == "one":
                yield from self._one_of(subject, head)
            if is_plural(head):
                continue
            chosen = any(t.lemma in self.words.appoint for t in self.tokens[verb.index + 1 : head.index])
            over = verb.lemma == "be" and (self.past(verb) and not chosen or self._no_longer(verb))
            there = self._where(verb)
            for fact in self.fact(subject, head, verb, over=over):
                yield fact if fact.organisation is not None else fact._replace(organisation=there)

    def _where(self, verb: Token) -> Organisation | None:
        """ "Harrow Bank, where she was": the organisation that a clause is about."""
        if verb.dep != "relcl" or not any(t.lower == "where" for t in self.kids(verb.index, "advmod")):
            return None
        body = self.references.at(verb.head)
        known = body is not None and body.actor.kind is ActorKind.ORGANIZATION
        return self.reader.organisations.of(body.actor) if known and body is not None else None

    def _one_of(self, subject: Reference, one: Token) -> Iterator[RoleFact]:
        """ "X is one of four fishermen left": each of them is one."""
        for of in self.kids(one.index, "prep"):
            for noun in self.kids(of.index, "pobj"):
                if of.lower == "of" and is_plural(noun) and head_sort(noun) is not None:
                    yield from self.fact(subject, noun, of, over=False)

    def _no_longer(self, verb: Token) -> bool:
        return any(t.lower in ("longer", "anymore") for t in self.kids(verb.index, "advmod"))

    def _leads(self, verb: Token) -> Iterator[RoleFact]:
        """ "who heads the agency", "the party led by X"."""
        if self.unreal(verb):
            return
        person = self.subject(verb, "nsubj") if not self.kids(verb.index, "nsubjpass", "agent") else None
        led = [self._body_at(t) for t in self.kids(verb.index, "dobj")]
        if person is None:
            agents = [n for by in self.kids(verb.index, "agent") for n in self.kids(by.index, "pobj")]
            person = self.person(agents[0].index) if agents else None
            led = (
                [self.references.at(verb.head)]
                if verb.dep in ("acl", "relcl")
                else [self.references.at(t.index) for t in self.kids(verb.index, "nsubjpass")]
            )
        body = next((r for r in led if r is not None and r.actor.kind is ActorKind.ORGANIZATION), None)
        where = (self.reader.organisations.of(body.actor), body.first, body.last) if body else self._unlisted(verb)
        if person is None or where is None:
            return
        first, last = min(person.first, verb.index, where[1]), max(person.last, verb.index + 1, where[2])
        founded = verb.lemma in self.words.found
        if self.past(verb) and not founded and verb.dep != "acl":
            return  # "led the party into the vote" tells an act, not a post
        if self.tokens[first].block == self.tokens[last - 1].block:
            yield RoleFact(
                person.actor,
                self.words.lead.get(verb.lemma, FOUNDER),
                where[0],
                False,
                first,
                last,
                Sort.POST,
            )

    def _unlisted(self, verb: Token) -> tuple[Organisation, int, int] | None:
        """What the model takes for a name and no actor has ("who chairs the Senate Subcommittee on Markets")."""
        for noun in self.kids(verb.index, "dobj"):
            first, last = noun.index, noun.index + 1
            if noun.entity not in ("ORG", "FAC") or self.references.at(first) is not None:
                continue
            sentence = self.document.sentences[noun.sentence]
            while first > sentence.first and self.tokens[first - 1].entity == noun.entity != "":
                first -= 1
            while last < sentence.last and self.tokens[last].entity == noun.entity and self.references.at(last) is None:
                last += 1
            first += self.tokens[first].lower == "the"
            return Organisation(None, self.document.text(first, last), False), first, last
        return None

    def _body_at(self, noun: Token) -> Reference | None:
        """The organisation that a noun means, names or belongs to ("the Harvest movement", "Harrow Bank's office")."""
        part = noun.lower in organisation_nouns() or noun.lower in self.words.parts
        inside = [self.references.at(t.index) for t in self.kids(noun.index, "compound", "nmod", "poss")]
        named = [r for r in inside if r is not None] if part else []
        return self.references.at(noun.index) or next(iter(named), None)

    def _works_for(self, verb: Token) -> Iterator[RoleFact]:
        """ "X works for Harrow Bank": an affiliation."""
        person = None if self.unreal(verb) else self.subject(verb, "nsubj")
        if person is None:
            return
        for noun in (
            n for p in self.kids(verb.index, "prep") if p.lower in ("for", "at") for n in self.kids(p.index, "pobj")
        ):
            body = self.references.at(noun.index)
            if body is not None and body.actor.kind is ActorKind.ORGANIZATION:
                first, last = min(person.first, verb.index), max(person.last, body.last)
                yield RoleFact(
                    person.actor, None, self.reader.organisations.of(body.actor), self.past(verb), first, last
                )

    def _appointed(self, verb: Token) -> Iterator[RoleFact]:
        """ "X was elected mayor", "the board named X chief executive"."""
        if self.unreal(verb):
            return
        passive = bool(self.kids(verb.index, "nsubjpass", "auxpass")) or verb.dep == "acl"
        objects = self.kids(verb.index, "dobj")
        if passive:
            person = self.subject(verb, "nsubjpass", "nsubj") or (self.person(verb.head) if verb.dep == "acl" else None)
        else:
            person = self.person(objects[0].index) if objects else None
        heads = self.kids(verb.index, "oprd", "attr") + (objects if passive else [])
        for head in heads:
            if person is not None and head.index > verb.index and not is_plural(head):
                yield from self.fact(person, head, verb, over=False)
