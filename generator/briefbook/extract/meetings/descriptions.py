"""Parties that no mention of an actor names: descriptions, states after officials, names inside compounds."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import PartyClass, meeting_nouns, official_nouns, party_nouns
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.phrases import ends_like_people
from briefbook.extract.meetings.representatives import Representatives
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind

BARE = frozenset({"charity", "church", "court", "society", "community"})
"""Nouns of bodies that, with no word before them, say what goes on ("a dinner for charity", "met at church")."""


class Descriptions(Representatives):
    """Reads descriptions of one document."""

    def described(self, token: Token, first: int, last: int, written: str) -> list[Party]:
        """A description: officials, delegations, families; or a name that is no actor of the article."""
        kind = party_nouns().get(token.lemma.lower())
        if kind is PartyClass.NEVER and token.pos != "PROPN":
            return []
        if token.lower in BARE and not self.document.children[token.index]:
            return []
        if token.lemma.lower() == "figure" and self.counts_something(token):
            return []
        if kind is None and not self.namelike(token) and not ends_like_people(token):
            return []
        site = kind is None and token.pos == "PROPN" and gazetteer().knows(token.text)
        person = not site and (
            kind is None
            and token.pos == "NOUN"
            or kind is PartyClass.PERSON
            or kind is PartyClass.AUDIENCE
            or token.entity == "PERSON"
        )
        name, reason = self.owned(token, first, last, written)
        party = Party(
            key=name.lower(),
            actor=None,
            name=name,
            as_written=written,
            first=first,
            last=last,
            form=Form.DESCRIBED,
            several=token.tag in ("NNS", "NNPS")
            or kind is PartyClass.BODY
            or token.entity in ("ORG", "GPE", "NORP")
            or token.lower == "people",
            official=token.lemma.lower() in official_nouns()
            or kind is PartyClass.BODY
            or token.lemma.lower() not in meeting_nouns(),
            person=person,
            listeners=kind is PartyClass.AUDIENCE,
            reason=reason,
        )
        return self.represented(token, party) or [party]

    def owned(self, token: Token, first: int, last: int, written: str) -> tuple[str, str | None]:
        """A description without its pronoun, and why: "its chairman" is "Norvia's chairman"."""
        if token.text[:1].isupper() and token.index > first and not self.tokens[first].text[:1].isupper():
            begin = next((i for i in range(first, token.index + 1) if self.tokens[i].text[:1].isupper()), token.index)
            return self.document.text(begin, token.index + 1), None  # "its rival Portmoor" is Portmoor
        owner = self.pronouns.owner(token.index)
        if owner is None or owner[0].index != first or first + 1 >= last:
            return written, None
        pronoun, whose = owner
        ending = "'" if whose.actor.name.endswith("s") else "'s"
        name = f"{whose.actor.name}{ending} {self.document.text(first + 1, last)}"
        return name, f"“{pronoun.text}” is taken for that of {whose.actor.name}"

    def counts_something(self, token: Token) -> bool:
        """ "Job figures", "sales figures"; not "opposition figures"."""
        before = [self.tokens[c] for c in self.document.children[token.index] if self.tokens[c].dep == "compound"]
        return any(t.pos == "NOUN" and t.lemma.lower() not in party_nouns() for t in before)

    def by_surname(self, token: Token) -> list[Party]:
        """The only person of that last name, for names inside compounds ("the Brandt-Lunde talks")."""
        people = [
            a for a in self.references.actors if a.kind is ActorKind.PERSON and a.name.rsplit(" ", 1)[-1] == token.text
        ]
        people = [a for a in people if " " in a.name] or people
        if len(people) != 1 or not token.text[:1].isupper():
            return []
        return [Party.named(people[0], token.text, token.index, token.index + 1)]

    def by_name(self, token: Token) -> list[Party]:
        """A state or body inside a compound: the actor of that name, or the name itself ("the Norway-Peru talks")."""
        actor = next(
            (
                a
                for a in self.references.actors
                if a.kind is not ActorKind.PERSON and token.text in (a.name, *a.aliases)
            ),
            None,
        )
        if actor is not None:
            return [Party.named(actor, token.text, token.index, token.index + 1)]
        if token.pos != "PROPN" or not gazetteer().knows(token.text):
            return []
        return [
            Party(
                key=token.lower,
                actor=None,
                name=token.text,
                as_written=token.text,
                first=token.index,
                last=token.index + 1,
                form=Form.DESCRIBED,
                several=True,
                official=True,
            )
        ]

    def unknown(self, token: Token, form: Form) -> Party:
        """A party that the sentence mentions but nothing resolves."""
        several = token.lower in ("they", "them", "we", "us", "their", "our", "both", "two")
        return Party(
            key=f"?{token.lower}",
            actor=None,
            name=token.text,
            as_written=token.text,
            first=token.index,
            last=token.index + 1,
            form=form,
            several=several,
            official=True,
            person=token.lower not in ("it", "its"),
        )
