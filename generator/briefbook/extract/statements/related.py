"""Speakers told by whom they belong to: "the beekeeper's wife", "her lawyer", "Marsh's spokesman"."""

from __future__ import annotations

from functools import lru_cache

from briefbook.analysis import Reference, References, Token
from briefbook.lexicons import load
from briefbook.model import Actor, ActorKind, MentionForm, RelationType


@lru_cache(maxsize=1)
def _kinship() -> frozenset[str]:
    return load("role_phrases").words("kinship")


@lru_cache(maxsize=1)
def _servants() -> frozenset[str]:
    return load("titles").words("servants")


class RelatedNamer:
    """Finds who is meant by a noun with an owner."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.tokens = references.document.tokens

    def meant(self, token: Token) -> tuple[Actor, str] | None:
        """The actor and why, when exactly one person of the article stands in that relation to the owner."""
        noun = token.lemma.lower()
        if noun not in _kinship() and noun not in _servants():
            return None
        owner = self._owner(token)
        if owner is None and noun in _kinship() and self._owned(token):
            found = self._introduced_as(noun)
            return (found[0], f"{found[0].name} is the only {noun} told of") if len(found) == 1 else None
        if owner is None or owner.actor.kind is not ActorKind.PERSON:
            return None
        found = self._relatives(owner.actor, noun) if noun in _kinship() else self._servants(owner.actor, noun)
        if len(found) != 1:
            return None
        return found[0], f"{found[0].name} is {owner.actor.name}’s {noun}"

    def _owner(self, token: Token) -> Reference | None:
        kids = (self.tokens[i] for i in self.references.document.children[token.index])
        return next((self.references.at(t.index) for t in kids if t.dep == "poss"), None)

    def _owned(self, token: Token) -> bool:
        """Does a noun that means nobody known own it ("the beekeeper's wife"), no pronoun?"""
        kids = (self.tokens[i] for i in self.references.document.children[token.index])
        return any(t.dep == "poss" and t.pos == "NOUN" for t in kids)

    def _introduced_as(self, noun: str) -> list[Actor]:
        """Those relatives of somebody whose name stands right behind the noun, a comma between or none."""
        found = {}
        for reference in self.references.all:
            before = self.tokens[max(0, reference.first - 2) : reference.first]
            words = [t.lower for t in before if t.text != ","]
            kin = any(r.type is RelationType.RELATIVE_OF for r in reference.actor.relations)
            if kin and reference.mention.form is MentionForm.NAMED and words[-1:] == [noun]:
                found[reference.actor.id] = reference.actor
        return list(found.values())

    def _relatives(self, owner: Actor, noun: str) -> list[Actor]:
        """Those whom a sentence with the same noun makes the owner's relatives."""
        told = (r for r in owner.relations if r.type is RelationType.RELATIVE_OF)
        ids = {
            r.actor for r in told if any(noun in c.exact.lower().split() or f"{noun}," in c.exact for c in r.citations)
        }
        return [actor for actor in self.references.actors if actor.id in ids]

    def _servants(self, owner: Actor, noun: str) -> list[Actor]:
        """The only other person with that title; nobody, when the owner has it too."""
        found = [actor for actor in self.references.actors if _serves(actor, noun)]
        return [] if owner in found else found


def _serves(actor: Actor, noun: str) -> bool:
    """Has the person this title, and not in an organisation?"""
    held = (role for role in actor.roles if role.title is not None and not role.former and not role.organization_name)
    return any((role.title or "").lower().split()[-1] == noun for role in held)
