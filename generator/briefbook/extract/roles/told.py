"""Roles that a verb tells: "is the head of", "who heads", "was appointed", "works for"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Reference, Token
from briefbook.extract.roles.as_roles import AsRoles
from briefbook.extract.roles.clause import ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.led import LedRoles
from briefbook.extract.roles.owners import Organisation, holder
from briefbook.extract.roles.titles import Sort, head_sort, is_plural
from briefbook.model import ActorKind

SPOKESPERSON = "spokesperson"
"""What one is who speaks for an organisation."""


class ToldRoles(ClauseReader):
    """Finds the roles that verbs tell."""

    def facts(self) -> Iterator[RoleFact]:
        """All of them, in order."""
        after_as = AsRoles(self.references, self.reader)
        led = LedRoles(self.references, self.reader)
        for token in self.tokens:
            if token.pos in ("VERB", "AUX"):
                yield from self._verb(token)
                yield from led.facts(token)
            elif token.lower == "as" and token.dep == "prep":
                yield from after_as.facts(token)

    def _verb(self, token: Token) -> Iterator[RoleFact]:
        lemma = token.lemma
        if lemma in self.words.become:
            yield from self._copula(token)
        if lemma in self.words.appoint:
            yield from self._appointed(token)
        if lemma in ("work", "teach"):
            yield from self._works_for(token)
        if lemma == "speak" and token.tag in ("VBP", "VBZ"):
            yield from self._works_for(token, "for")

    def _copula(self, verb: Token) -> Iterator[RoleFact]:
        """ "X is the head of", "X became president", "X, who was ambassador"."""
        subject = self.subject(verb, "nsubj")
        if subject is None:
            yield from self._inverted(verb)
        if subject is None or (self.unreal(verb) and verb.lemma != "remain" and not self._no_longer(verb)):
            return
        heads = [t for t in self.kids(verb.index, "attr", "acomp") if t.index > verb.index]
        heads += self._behind_dates(verb) if heads else []
        for head in (self.tokens[i] for t in heads for i in self.document.conjuncts(t.index)):
            if head.lower == "one":
                yield from self._one_of(subject, head)
            if is_plural(head):
                continue
            chosen = any(t.lemma in self.words.appoint for t in self.tokens[verb.index + 1 : head.index])
            over = verb.lemma == "be" and (self.past(verb) and not chosen or self._no_longer(verb))
            there = self._where(verb) or self._beside(verb)
            for fact in self.fact(subject, head, verb, over=over):
                yield fact if fact.organisation is not None else fact._replace(organisation=there)

    def _inverted(self, verb: Token) -> Iterator[RoleFact]:
        """ "Its chairman is NAME"."""
        titles = [t for t in self.kids(verb.index, "nsubj") if not is_plural(t)]
        named = [r for t in self.kids(verb.index, "attr") if (r := self.person(t.index)) is not None]
        sort = head_sort(titles[0]) if titles else None
        if sort is None or not named or verb.lemma != "be" or self.unreal(verb):
            return
        phrase = self.reader.read(titles[0].index, stop=verb.index)
        if phrase is not None:
            fact = self.reader.fact(named[0], phrase)
            yield fact._replace(former=fact.former or sort is Sort.POST and self.past(verb))

    def _where(self, verb: Token) -> Organisation | None:
        """ "Harrow Bank, where she was", "of which she was": the organisation that a clause is about."""
        if verb.dep != "relcl" or not self._points_back(verb):
            return None
        body = self.references.at(verb.head)
        known = body is not None and body.actor.kind is ActorKind.ORGANIZATION
        return holder(body.actor) if known and body is not None else None

    def _beside(self, verb: Token) -> Organisation | None:
        """ "NAME is President, Europe, at Harrow Bank"."""
        links = (t for t in self.kids(verb.index, "prep") if t.lower in ("at", "with") and t.index > verb.index)
        bodies = (self.references.at(n.index) for link in links for n in self.kids(link.index, "pobj"))
        return next((holder(r.actor) for r in bodies if r and r.actor.kind is ActorKind.ORGANIZATION), None)

    def _behind_dates(self, verb: Token) -> list[Token]:
        """ "was director from 1971 to 1984 and later conductor": the parse joins the second title to the year."""
        inside = self.tokens[verb.index + 1 : self.document.extents[verb.index][1]]
        joined = (t for t in inside if t.dep == "conj" and self.tokens[t.head].tag == "CD")
        return [t for t in joined if head_sort(t) is not None and t.entity != "DATE"]

    def _points_back(self, verb: Token) -> bool:
        """Does the clause open with "where" or "of which"?"""
        if any(t.lower == "where" for t in self.kids(verb.index, "advmod")):
            return True
        links = [
            *self.kids(verb.index, "prep"),
            *(p for t in self.kids(verb.index, "attr") for p in self.kids(t.index, "prep")),
        ]
        return any(
            t.lower == "which" for link in links if link.index < verb.index for t in self.kids(link.index, "pobj")
        )

    def _one_of(self, subject: Reference, one: Token) -> Iterator[RoleFact]:
        """ "X is one of four fishermen left": each of them is one."""
        for of in self.kids(one.index, "prep"):
            for noun in self.kids(of.index, "pobj"):
                if of.lower == "of" and is_plural(noun) and head_sort(noun) is not None:
                    yield from self.fact(subject, noun, of, over=False)

    def _no_longer(self, verb: Token) -> bool:
        return any(t.lower in ("longer", "anymore") for t in self.kids(verb.index, "advmod"))

    def _works_for(self, verb: Token, *links: str) -> Iterator[RoleFact]:
        """ "X works for Harrow Bank": an affiliation; "X speaks for Harrow Bank": a post."""
        person = None if self.unreal(verb) else self.subject(verb, "nsubj")
        if person is None:
            return
        for noun in (
            n
            for p in self.kids(verb.index, "prep")
            if p.lower in (links or ("for", "at"))
            for n in self.kids(p.index, "pobj")
        ):
            body = self.references.at(noun.index)
            if body is not None and body.actor.kind is ActorKind.ORGANIZATION:
                first, last = min(person.first, verb.index), max(person.last, body.last)
                title, sort = (SPOKESPERSON, Sort.POST) if verb.lemma == "speak" else (None, None)
                yield RoleFact(person.actor, title, holder(body.actor), self.past(verb), first, last, sort)

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
