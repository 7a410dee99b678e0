"""The state of a post that is given without one ("Economy Minister Marsh"), where the article leaves no doubt.

A newspaper leaves out the state that its reader knows.  It is filled in when another post of the same person names it, or
when of the states the article speaks of only one can be meant: the others have no such post, or somebody else holds it
there.  The reason is kept with the role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import DATELINE, References
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.governments import Office, governments, plain_title, states_spoken_of
from briefbook.extract.roles.organisations import OrganisationFinder
from briefbook.extract.roles.owners import POSSESSIVES, Organisation
from briefbook.extract.roles.titles import title_words
from briefbook.grammar.gazetteer import gazetteer

LEAST_MENTIONS = 2
"""How often the article must speak of a state before a post is taken to be one of its own."""
LEAD = 5
"""How many times as often as of the next state that could be meant."""
OPENING = 9
"""Tokens from the opening of a sentence to the title that "In Norway," stands before."""
LONGEST_TOWN = 3
"""Words of a town in a dateline."""
OWN_STATE = "US"
"""The state that papers written in English most often leave out; where it can be meant, no other is taken."""


class Holder(NamedTuple):
    """Who is said to hold an office where: plain title, state's code, person's id."""

    title: str
    state: str
    person: str


class ImpliedStates:
    """Fills in the states that an article leaves to its reader."""

    def __init__(self, references: References, organisations: OrganisationFinder) -> None:
        self.references = references
        self.organisations = organisations
        self.document = references.document
        self.tokens = references.document.tokens
        self.codes = {name: state.code for name, state in gazetteer().states.items()}

    @cached_property
    def spoken_of(self) -> dict[str, list[tuple[int, int]]]:
        """Where the article speaks of its states, those most spoken of first."""
        return dict(sorted(states_spoken_of(self.document).items(), key=lambda item: (-len(item[1]), item[0])))

    @cached_property
    def _sent_by_others(self) -> bool:
        """Does the article speak of a body that sends envoys of its own?"""
        senders = governments().senders
        return any(n.lower() in senders for a in self.references.actors for n in (a.name, *a.aliases))

    def fill(self, grouped: Mapping[str, list[RoleFact]]) -> None:
        """Put the state into those facts that lack it, in place."""
        holders: tuple[Holder, ...] | None = None
        for facts in grouped.values():
            for number, fact in enumerate(facts):
                office = governments().office(fact.title) if self._open(fact, facts) else None
                if office is None:
                    continue
                if holders is None:
                    holders = tuple(self._holders(grouped.values()))
                if (found := self._state(fact, office, facts, holders)) is not None:
                    facts[number] = found

    def _open(self, fact: RoleFact, facts: list[RoleFact]) -> bool:
        """Is it a bare title, of which no other statement says where it is held?"""
        if fact.organisation is not None or fact.possessor is not None or fact.title is None:
            return False
        words = set(plain_title(fact.title).split())
        same = [f for f in facts if f.title is not None and words <= set(plain_title(f.title).split())]
        return all(self._unowned(f) and (f.organisation is None or f.reason is not None) for f in same)

    def _unowned(self, fact: RoleFact) -> bool:
        """ "the university's president" has an owner, though an unknown one."""
        words = title_words()
        for index in range(fact.first, fact.last):
            token = self.tokens[index]
            if token.lower == plain_title(fact.title or "").split()[0]:
                return governments().office(fact.title) is not None
            if token.text in POSSESSIVES or token.tag == "PRP$" or token.pos in ("NOUN", "PROPN"):
                return token.lower in words.status or token.lower in words.former
        return True

    def _holders(self, groups: Iterable[list[RoleFact]]) -> Iterable[Holder]:
        """The posts whose states are stated, of people still in office."""
        for fact in (f for facts in groups for f in facts):
            code = self._code(fact.organisation)
            if code is not None and fact.title is not None and not fact.former:
                yield Holder(plain_title(fact.title), code, fact.person.id)

    def _code(self, where: Organisation | None) -> str | None:
        if where is None or not where.state:
            return None
        if where.name in self.codes:
            return self.codes[where.name]
        actor = self.references.by_id.get(where.actor or "")
        return next((self.codes[name] for name in actor.aliases if name in self.codes), None) if actor else None

    def _state(
        self, fact: RoleFact, office: Office, facts: list[RoleFact], holders: tuple[Holder, ...]
    ) -> RoleFact | None:
        own = {self._code(f.organisation) for f in facts if governments().office(f.title) is not None} - {None}
        if len(own) == 1:
            (code,) = own
            return self._with(fact, code, "another post of the same person is in {state}") if code else None
        if OWN_STATE not in self.spoken_of and self._is_of_own_state(fact):
            return None
        if code := self._filed_from(fact, office, holders):
            return self._with(fact, code, "the article was filed from {state}")
        if code := self._only_one(fact, office, holders):
            return self._with(fact, code, "of the states in the article only {state} can be meant")
        code = self._just_spoken_of(fact, office, holders)
        return self._with(fact, code, "{state} is what the words before speak of") if code else None

    def _is_of_own_state(self, fact: RoleFact) -> bool:
        """Does every reader know the person as one of the state that papers leave out?"""
        return not lexicons.words("role_phrases", "of-own-state").isdisjoint(fact.person.name.split())

    def _just_spoken_of(self, fact: RoleFact, office: Office, holders: tuple[Holder, ...]) -> str | None:
        """ "France offered to help. ... Foreign Minister NAME said": the only state so far in the paragraph, which did something."""
        begin = self.document.block_sentences[self.tokens[fact.first].block][0].first
        if code := self._opened_with(fact, office):
            return code
        near = {
            code: [span for span in spans if begin <= span[0] < fact.first] for code, spans in self.spoken_of.items()
        }
        near = {code: spans for code, spans in near.items() if spans}
        own = OWN_STATE in self.spoken_of and office.exists_in(OWN_STATE) and OWN_STATE not in near
        if len(near) != 1 or own or fact.former or self.tokens[fact.last - 1].dep not in SUBJECTS:
            return None
        ((code, spans),), title = near.items(), plain_title(fact.title or "")
        taken = {h.state for h in holders if h.title == title and h.person != fact.person.id} if office.sole else set()
        acts = any(self.tokens[span[1] - 1].dep in SUBJECTS for span in spans)
        return code if acts and office.exists_in(code) and code not in taken else None

    @cached_property
    def _filed(self) -> str | None:
        """The state in whose capital a dateline says the article was written, when the article names it."""
        words = [t.text for t in self.tokens if t.dep == DATELINE and t.text[:1].isupper()][:LONGEST_TOWN]
        towns = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        named = (gazetteer().capitals.get(t) or gazetteer().capitals.get(t.title()) for t in towns)
        state = next((state for state in named if state is not None), None)
        return state.code if state is not None and len(self.spoken_of.get(state.code, ())) >= LEAST_MENTIONS else None

    def _filed_from(self, fact: RoleFact, office: Office, holders: tuple[Holder, ...]) -> str | None:
        """A minister whose state is not given is of the state the article was filed from, where no other was just spoken of."""
        code, title = self._filed, plain_title(fact.title or "")
        known = not lexicons.words("names", "well-known-persons").isdisjoint(fact.person.name.split())
        if code is None or OWN_STATE in self.spoken_of or known or fact.former or not office.exists_in(code):
            return None
        begin = self.document.block_sentences[self.tokens[fact.first].block][0].first
        here = {c for c, spans in self.spoken_of.items() if any(begin <= span[0] < fact.first for span in spans)}
        taken = office.sole and any(
            h.title == title and h.state == code and h.person != fact.person.id for h in holders
        )
        return code if here <= {code} and not taken and not self._sent_to(fact) else None

    def _opened_with(self, fact: RoleFact, office: Office) -> str | None:
        """ "In Norway, Justice Minister NAME said": the state that opens the sentence."""
        first = self.document.sentences[self.tokens[fact.first].sentence].first
        opened = self.tokens[first].text == "In" and fact.first - first < OPENING
        codes = [code for code, spans in self.spoken_of.items() if any(span[0] == first + 1 for span in spans)]
        return codes[0] if opened and codes and office.exists_in(codes[0]) else None

    def _only_one(self, fact: RoleFact, office: Office, holders: tuple[Holder, ...]) -> str | None:
        """The state that remains, or is spoken of far more often than the others that do."""
        title = plain_title(fact.title or "")
        if self._sent_by_others and title.split()[-1] in title_words().envoys:
            return None
        taken = {h.state for h in holders if h.title == title and h.person != fact.person.id} if office.sole else set()
        away = self._sent_to(fact)
        left = [
            (code, len(spans))
            for code, spans in self.spoken_of.items()
            if office.exists_in(code)
            and (fact.former or code not in taken)
            and code not in away
            and not all(self._is_abroad(*span) for span in spans)
        ]
        if not left:
            return None
        (code, count), others = left[0], dict(left[1:])
        clear = OWN_STATE not in others and all(count >= LEAD * other for other in others.values())
        known = code == OWN_STATE or self._named_before(code, fact)
        return code if clear and known and count >= LEAST_MENTIONS else None

    def _is_abroad(self, first: int, last: int) -> bool:
        """Is it where somebody goes ("her trip to Lisbon"), or the state of another ("her Portuguese counterpart")?"""
        behind = self.tokens[last].lower if last < len(self.tokens) else ""
        if behind in ("counterpart", "counterparts"):
            return True
        to = next((t for t in self.tokens[max(0, first - 2) : first] if t.lower in ("to", "for")), None)
        return to is not None and self.tokens[to.head].lemma.lower() in lexicons.words("role_phrases", "journeys")

    def _named_before(self, code: str, fact: RoleFact) -> bool:
        """Has the reader heard of the state by the end of the sentence?"""
        return min(self.spoken_of[code])[0] < self.document.sentences[self.tokens[fact.first].sentence].last

    def _sent_to(self, fact: RoleFact) -> set[str]:
        """The states that a title names as where it leads ("envoy to Norland")."""
        words = (fact.title or "").replace("-", " ").split(" to ")[1:]
        known = {**gazetteer().states, **gazetteer().adjectives}
        return {state.code for part in words for name, state in known.items() if name in part}

    def _with(self, fact: RoleFact, code: str, reason: str) -> RoleFact | None:
        name = next(state.name for state in gazetteer().states.values() if state.code == code)
        where = self.organisations.spoken_of(name, sorted(self.spoken_of.get(code, [])))
        if where is None:
            return None
        return fact._replace(organisation=where, reason=reason.format(state=where.name))
