"""Posts after "as": "resigned as mayor", "his role as chairman", "As moderator, he urges"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Reference, Token
from briefbook.extract.roles.clause import UNREAL, ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import holder
from briefbook.extract.roles.titles import head_sort, is_plural
from briefbook.model import ActorKind


class AsRoles(ClauseReader):
    """Finds the roles that "as" tells."""

    def facts(self, token: Token) -> Iterator[RoleFact]:
        """ "resigned as mayor", "served as envoy", "named X as head", "As moderator, he urges"."""
        nouns = [t for t in self.kids(token.index, "pobj") if head_sort(t) is not None and not is_plural(t)]
        verb = self.tokens[token.head]
        if nouns and verb.pos == "NOUN":
            yield from self._office(token, verb, nouns)
        opening = self._opens_sentence(token)
        held = not any(t.lower in ("a", "an") for noun in nouns for t in self.kids(noun.index, "det"))
        goes_on = opening or verb.lemma in self.words.become and held  # "will remain as chairman", not "as an adviser"
        if not nouns or verb.pos not in ("VERB", "AUX") or (self.unreal(verb) and not (goes_on and self._will(verb))):
            return
        known = self.words
        person: Reference | None = None
        over = False
        if verb.lemma in known.appoint or (verb.lemma in known.leave and self.kids(verb.index, "nsubjpass", "dobj")):
            target = self.kids(verb.index, "nsubjpass") or self.kids(verb.index, "dobj")
            if not target and verb.dep == "relcl":
                target = [self.tokens[verb.head]]
            person = self._whom_another_chose(verb) if not self.kids(verb.index, "nsubjpass", "dobj") else None
            person = person or (self.person(target[0].index) if target else None)
            over = verb.lemma in known.leave
        elif verb.lemma in known.serve or verb.lemma in known.leave:
            person = self.subject(verb, "nsubj")
            over = verb.lemma in known.leave or (verb.lemma == "serve" and self.past(verb))
        elif opening:
            person = self.subject(verb, "nsubj")
        if person is not None:
            for head in nouns:
                yield from self.fact(person, head, token, over=over)

    def _whom_another_chose(self, verb: Token) -> Reference | None:
        """ "NAME, a hotelier Marsh picked as": the first name, before the comma."""
        chooser = self.references.at(verb.index - 1) if verb.index else None
        if chooser is None or head_sort(self.tokens[chooser.first - 1], open_ended=True) is None:
            return None
        floor = self.document.sentences[verb.sentence].first
        comma = next((i for i in range(chooser.first - 1, floor, -1) if self.tokens[i].text == ","), floor)
        chosen = self.references.at(comma - 1) if comma > floor else None
        return chosen if chosen is not None and chosen.actor.kind is ActorKind.PERSON else None

    def _office(self, token: Token, office: Token, nouns: list[Token]) -> Iterator[RoleFact]:
        """ "his role as chairman", "Marsh's time as mayor"."""
        if office.lemma in self.words.takings_up:
            yield from self._taken_up(token, office, nouns)
        if office.lemma not in self.words.offices | self.words.past_offices:
            return
        owner = next((r for t in self.kids(office.index, "poss") if (r := self.person(t.index)) is not None), None)
        if owner is not None:
            for head in nouns:
                yield from self.fact(owner, head, token, over=office.lemma in self.words.past_offices)

    def _taken_up(self, token: Token, office: Token, nouns: list[Token]) -> Iterator[RoleFact]:
        """ "Harrow Bank announced the appointment of Marsh as director": where, when who announces it is a body."""
        owners = [n for of in self.kids(office.index, "prep") if of.lower == "of" for n in self.kids(of.index, "pobj")]
        person = next((r for n in owners if (r := self.person(n.index)) is not None), None)
        verb = self.tokens[office.head]
        body = next((self.references.at(t.index) for t in self.kids(verb.index, "nsubj")), None)
        known = body is not None and body.actor.kind is ActorKind.ORGANIZATION and verb.lemma in ("announce", "confirm")
        where = holder(body.actor) if known and body is not None else None
        for fact in (f for head in nouns if person is not None for f in self.fact(person, head, token, over=False)):
            yield fact if fact.organisation is not None else fact._replace(organisation=where)

    def _will(self, verb: Token) -> bool:
        return all(
            t.lower in ("will", "’ll", "'ll") or t.lower not in UNREAL for t in self.kids(verb.index, "aux", "neg")
        )

    def _opens_sentence(self, token: Token) -> bool:
        return self.document.sentences[token.sentence].first == token.index
