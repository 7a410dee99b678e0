"""Whom people of an office stand for: the states or bodies they come for, or the persons whom the article names as such."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import PartyClass, party_nouns, words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.phrases import Phrases
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind


class Representatives(Phrases):
    """Reads plural officials of one document."""

    def represented(self, token: Token, party: Party) -> list[Party]:
        """ "leaders of Hamas and Fatah", "U.S. and Chinese officials": those they come for, when two or more are named."""
        if token.tag != "NNS":
            return []
        for child in self.document.children[token.index]:
            if self.tokens[child].dep != "prep" or self.tokens[child].lower not in ("of", "from", "for"):
                continue
            for below in self.document.children[child]:
                states = [*self.document.conjuncts(below), *self.misplaced(token, below)]
                if len(states) >= 2 and all(self.is_body(i) for i in states):
                    return [self.standing_for(token, party, i) for i in states]
        return self.by_nation(token, party)

    def standing_for(self, token: Token, party: Party, index: int) -> Party:
        """The person named who holds the post there, else the state or organisation that those described come for."""
        reference = self.references.at(index)
        first, last = self.extent(index)
        name = reference.actor.name if reference is not None else self.document.text(first, last)
        title = self.document.text(self.title_start(token), token.index + 1)
        actor = reference.actor if reference is not None else None
        sent_by = replace(
            party,
            key=actor.id if actor is not None else name.lower(),
            actor=actor,
            name=name,
            form=Form.NAMED if actor is not None else Form.DESCRIBED,
            reason=f"“{party.as_written}” stand for {name}",
            person=False,
            first=first,
            last=last,
        )
        several = title.lower() in MANY or (title.lower().endswith("leaders") and not self.is_state(name, actor))
        holder = None if several else self.holder(title, name)  # a party has many leaders, a state has one
        return sent_by if holder is None else replace(named_for(party, holder, first, last), behalf=sent_by)

    @staticmethod
    def is_state(name: str, actor: Actor | None) -> bool:
        """Is a body a state?"""
        return name in gazetteer().states or actor is not None and actor.kind is ActorKind.GEOPOLITICAL

    def by_nation(self, token: Token, party: Party) -> list[Party]:
        """ "U.S. and Chinese officials": those of each nation by itself."""
        nations = self.nations(token)
        if len(nations) < 2 or party_nouns().get(token.lemma.lower()) is not PartyClass.PERSON:
            return []
        title = self.document.text(max(nations) + 1, token.index + 1)
        found = []
        for index in nations:
            word = self.tokens[index].text
            state = gazetteer().adjectives.get(word) or gazetteer().states.get(word)
            holder = self.holder(title, state.name) if state is not None else None
            found.append(
                named_for(party, holder, index, index + 1)
                if holder is not None
                else replace(party, key=f"{word} {title}".lower(), name=f"{word} {title}")
            )
        return found

    def nations(self, token: Token) -> list[int]:
        """The adjectives or names of states coordinated before a noun ("U.S. and Chinese", "Norwegian, Peruvian")."""
        known = gazetteer()
        found: list[int] = []
        for index in range(token.index - 1, max(token.index - 10, -1), -1):
            here = self.tokens[index]
            if here.text in known.adjectives or here.text in known.states:
                found.append(index)
            elif here.lower not in ("and", ",") if found else here.pos not in ("ADJ", "NOUN", "PROPN"):
                break
        return found[::-1] if found and any(self.tokens[i].lower == "and" for i in range(found[-1], found[0])) else []

    def title_start(self, token: Token) -> int:
        """Where the title in front of a plural noun begins ("foreign ministers")."""
        first = token.index
        while first > 0 and self.tokens[first - 1].head == token.index and self.tokens[first - 1].dep in TITLE_PARTS:
            first -= 1
        return first

    def holder(self, title: str, state: str) -> Actor | None:
        """The one person whom the article calls that of the state or body ("foreign ministers": "Foreign Minister")."""
        single = title.lower().removesuffix("s")
        if single in words("heads") and single not in ("president", "leader"):
            return None
        posts = words("leaders") if single == "leader" else {single}
        found = [
            actor
            for actor in self.references.actors
            if actor.kind is ActorKind.PERSON
            and any(
                (role.title or "").lower() in posts and role.organization_name == state and not role.former
                for role in actor.roles
            )
        ]
        return found[0] if len(found) == 1 else None


MANY = frozenset(
    {"negotiators", "envoys", "representatives", "officials", "delegates", "lawyers", "diplomats", "members"}
)
"""Posts that several hold: one whom the article names is not all of them."""
TITLE_PARTS = frozenset({"amod", "compound", "nmod"})


def named_for(party: Party, actor: Actor, first: int, last: int) -> Party:
    """The person meant by a plural of office."""
    return replace(
        party,
        key=actor.id,
        actor=actor,
        name=actor.name,
        form=Form.NAMED,
        reason=f"“{party.as_written}” is taken for {actor.name}, whom the article names as such",
        several=False,
        person=True,
        official=True,
        first=first,
        last=last,
    )
