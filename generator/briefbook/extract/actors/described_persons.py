"""Resolve descriptions of persons: by age, by post, as somebody's counterpart."""

from __future__ import annotations

import re

from briefbook.analysis import Token
from briefbook.extract.actors.describing import LEAVES, Described, Speech, vocabulary
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.people import genders
from briefbook.extract.actors.words import words
from briefbook.model import Actor, ActorKind, Role

AGED = re.compile(r"(\d{1,3})-year-old")
SMALL = frozenset({"the", "of", "a", "an", "at", "for", "s"})
SOON = 3
"""Sentences within which a description is followed by the name it stands for."""


class PersonReader(Speech):
    """Resolves descriptions of persons."""

    def resolve(self, token: Token) -> Described | None:
        """The person meant, or None."""
        return self._aged(token) or self._counterpart(token) or self._post(token)

    def _aged(self, token: Token) -> Described | None:
        tokens, index = self.references.document.tokens, token.index
        if token.lower not in ("year", "old", "year-old"):
            return None
        first = index
        while first > 0 and tokens[first - 1].start == tokens[first].start - len(tokens[first - 1].text):
            first -= 1
        last = index + 1
        while (
            last < len(tokens)
            and tokens[last].start == tokens[last - 1].end
            and (tokens[last].text == "-" or tokens[last].lower in ("year", "old"))
        ):
            last += 1
        if token.index != last - 1 or first == 0 or tokens[first - 1].lower != "the":
            return None
        aged = AGED.fullmatch("".join(t.text for t in tokens[first:last]).lower())
        after = tokens[last] if last < len(tokens) else None
        if aged is None or after is not None and after.pos in ("NOUN", "PROPN", "ADJ") and after.dep != "punct":
            return None
        fits = [
            actor for actor in self.references.actors if actor.kind is ActorKind.PERSON and aged[1] in self._ages(actor)
        ]
        if len(fits) != 1:
            return None
        return Described(fits[0].id, first - 1, last, f"{fits[0].name} is given that age")

    def _ages(self, actor: Actor) -> set[str]:
        """Ages written right behind the name (", 51,")."""
        tokens, found = self.references.document.tokens, set()
        for mention in actor.mentions:
            span = self.references.document.token_range(mention.citation)
            if (
                span
                and span[1] + 1 < len(tokens)
                and tokens[span[1]].text in (",", "(")
                and tokens[span[1] + 1].text.isdigit()
            ):
                found.add(tokens[span[1] + 1].text)
        return found

    def _counterpart(self, token: Token) -> Described | None:
        if token.lower != "counterpart":
            return None
        document = self.references.document
        kids = [document.tokens[i] for i in document.children[token.index]]
        owner = next((t for t in kids if t.dep == "poss"), None)
        states = {words().map.adjectives[t.text].code for t in kids if t.text in words().map.adjectives}
        if owner is None or len(states) != 1 or any(t.dep == "appos" for t in kids):
            return None
        code = next(iter(states))
        fits = [
            actor
            for actor in self.references.actors
            if any(not role.former and state_of(role) == code for role in actor.roles)
        ]
        fits = [actor for actor in fits if self._holds_post_like(actor, owner)]
        if len(fits) != 1:
            return None
        return Described(fits[0].id, owner.index, token.index + 1, f"{fits[0].name} holds the like post of that state")

    def _holds_post_like(self, actor: Actor, owner: Token) -> bool:
        reference = self.references.at(owner.index)
        if reference is None:
            return not self._may_own(actor, owner)  # "President Marsh left to meet her Danish counterpart"
        mine = {title_head(role.title) for role in reference.actor.roles if role.title}
        return actor.id != reference.actor.id and (
            not mine or bool(mine & {title_head(role.title) for role in actor.roles if role.title})
        )

    def _may_own(self, actor: Actor, owner: Token) -> bool:
        """Is the actor named in the sentence before a possessive that can mean him or her?"""
        gender = genders(self.references).get(actor.id)
        if gender is not None and gender != {"his": "m", "her": "f"}.get(owner.lower):
            return False
        first = self.references.document.sentences[owner.sentence].first
        named = (self.references.at(i) for i in range(first, owner.index))
        return any(reference is not None and reference.actor.id == actor.id for reference in named)

    def _post(self, token: Token) -> Described | None:
        document = self.references.document
        if token.lower not in vocabulary().posts or token.dep in LEAVES or not self.definite(token):
            return None
        first, last = self.phrase(token)
        if self.names_somebody(token, last):
            return None
        said = {part for part in parts(document.text(first, last)) if part not in SMALL}
        head = _head_class(token.lower)
        doer = self._who_does_it(token)
        fits = [
            actor
            for actor in self.references.actors
            if actor.kind is ActorKind.PERSON
            and actor.id != doer
            and any(_role_fits(role, head, said, self.of(role)) and self._told_by(role, token) for role in actor.roles)
        ]
        actor = self._the_one(fits, token)
        if actor is None:
            return None
        role = next(role for role in actor.roles if _role_fits(role, head, said, self.of(role)))
        where = f" of {role.organization_name}" if role.organization_name else ""
        return Described(actor.id, first, last, f"{actor.name} is {role.title}{where}")

    def _who_does_it(self, token: Token) -> str | None:
        """Who does to the one described what the sentence tells ("Marsh urged the president to go"): somebody else."""
        document = self.references.document
        verb = document.tokens[token.head]
        if token.dep not in ("dobj", "dative") and not self._is_bidden(token):
            return None
        verb = verb if token.dep in ("dobj", "dative") else document.tokens[verb.head]
        found = (self.references.at(t.index) for t in document.dependents(verb.index, "nsubj"))
        return next((r.actor.id for r in found if r is not None and r.actor.kind is ActorKind.PERSON), None)

    def _is_bidden(self, token: Token) -> bool:
        """The subject of an infinitive that hangs on a verb ("asked the president to go")."""
        verb = self.references.document.tokens[token.head]
        to = self.references.document.dependents(verb.index, "aux")
        return token.dep == "nsubj" and verb.dep in ("ccomp", "xcomp") and any(t.tag == "TO" for t in to)

    def _told_by(self, role: Role, token: Token) -> bool:
        """Does the article state the post before the description, or soon after?  One told much later is somebody else's."""
        document = self.references.document
        spans = (document.token_range(citation) for citation in role.citations)
        stated = [document.tokens[span[0]].sentence for span in spans if span is not None]
        return not stated or min(stated) <= token.sentence + SOON

    def of(self, role: Role) -> frozenset[str]:
        """All words by which the role's organisation or state is named, its state's adjective included."""
        found = set(parts(role.organization_name or ""))
        actor = self.references.by_id.get(role.organization or "")
        for name in (actor.name, *actor.aliases) if actor else ():
            found.update(parts(name))
        names: list[str] = [role.organization_name or "", *(actor.aliases if actor else ())]
        for name in names:
            state = words().map.states.get(name)
            if state:
                found.update(part for word in (state.name, *state.aliases, *state.adjectives) for part in parts(word))
        for word in list(found):
            found.update(vocabulary().kinds.get(word, ()))
        return frozenset(found)

    def phrase(self, token: Token) -> tuple[int, int]:
        """First token and end of a description, a short "of" phrase right behind it included."""
        document = self.references.document
        first = min(
            [
                i
                for i in document.children[token.index]
                if i < token.index and document.tokens[i].dep in ("det", "amod", "compound", "nmod", "poss")
            ],
            default=token.index,
        )
        last = token.index + 1
        for child in document.children[token.index]:
            if child == last and document.tokens[child].lower in ("of", "at", "for"):
                last = document.subtree(child)[1]
        if last - token.index > 9 or document.tokens[last - 1].sentence != token.sentence:
            last = token.index + 1
        return first, last

    def names_somebody(self, token: Token, last: int) -> bool:
        """Does the phrase go on into a name ("the president, Lena Marsh"), or hold one that is a person?"""
        document = self.references.document
        if (
            last < len(document.tokens)
            and document.tokens[last].sentence == token.sentence
            and document.tokens[last].pos == "PROPN"
        ):
            return True
        after = [self.references.at(i) for i in range(token.index + 1, min(last + 2, len(document.tokens)))]
        if any(
            r is not None and r.actor.kind is ActorKind.PERSON and document.tokens[r.first].sentence == token.sentence
            for r in after
        ):
            return True
        return any(document.tokens[i].dep == "appos" for i in document.children[token.index])

    def _the_one(self, fits: list[Actor], token: Token) -> Actor | None:
        before = [actor for actor in fits if self.first_token(actor) < token.index]
        if len(before) == 1 and len(fits) == 1:
            return before[0]
        if len(fits) == 1:
            return fits[0] if token.sentence else None
        near = self.spoken_of(token)
        close = [actor for actor in before if actor.id in near]
        return close[0] if len(close) == 1 else None


def title_head(title: str | None) -> str:
    """The noun of a title: "Deputy Foreign Minister" -> "minister", "Secretary of State" -> "secretary"."""
    plain = re.split(r"\b(?:of|for|at|to|in)\b|,", (title or "").lower())[0].split()
    return plain[-1] if plain else ""


def _head_class(word: str) -> frozenset[str]:
    return vocabulary().heads if word in vocabulary().heads else frozenset({word})


def _role_fits(role: Role, head: frozenset[str], said: set[str], of: frozenset[str]) -> bool:
    """Is the role the one described: the same noun (or another for who leads), and everything else said fits it?"""
    if role.former or not role.title:
        return False
    noun = title_head(role.title)
    alike = noun in head
    exact = noun in said
    if "shadow" in parts(role.title) and "shadow" not in said:
        return False
    rest = said - {noun} - set(head) - set(parts(role.title)) if alike else said
    if not alike or rest and not rest <= of:
        return False
    return exact or bool(rest)


def state_of(role: Role) -> str | None:
    """The ISO 3166-1 code of the state that a role is held in, or None."""
    known = words().map
    name = role.organization_name or ""
    state = known.states.get(name) or known.adjectives.get(name.split(" ")[0])
    return state.code if state else None
