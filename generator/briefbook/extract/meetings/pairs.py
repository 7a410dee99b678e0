"""Who "the two men" or "both leaders" are, where no meeting told of before names them: the two named last."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from briefbook.analysis import Reference, References
from briefbook.extract.meetings.counted import NUMBERS
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.party import Form, Party
from briefbook.model import ActorKind, MentionForm

REACH = 3
"""Sentences before it in which the two must be named."""


TWO = frozenset({"two", "both", "pair", "duo", "sides", "either", "neither"})
LISTED = frozenset({"two", "both", "and", "rival", "warring"})
"""Words of a description that holds two sides ("the rival camps", "management and unions")."""

TITLES = frozenset({"president", "premier", "chancellor", "minister", "ambassador", "king", "mayor"})
"""What "the three presidents" must be, where the article gives their posts."""


def taken_for(two: Party, party: Party, reason: str) -> Party:
    """The party as the words for both of them mean it."""
    return replace(party, as_written=two.as_written, first=two.first, last=two.last, reason=reason)


def counted(two: Party) -> int:
    """How many a phrase counts: "both leaders" two, "the three ministers" three, "the ministers" 0."""
    written = set(two.as_written.lower().split())
    return 2 if written & TWO else next((NUMBERS[w] for w in NUMBERS if w in written), 0)


def can_be(two: Party, parties: list[Party]) -> bool:
    """Can a phrase for the participants mean these: as many as it counts, or people listed in one description?"""
    if two.as_written.lower() == "each":
        return False  # "met each of them": several meetings, of people told of in any way
    number = counted(two)
    if len(parties) == 1:
        listed = LISTED & set(parties[0].name.lower().split())
        return parties[0].several and bool(listed or not number)
    noun = two.as_written.lower().split()[-1]
    private = any(p.person and p.actor is None and not p.official for p in parties)
    if private and noun in words("two-bodies") and noun != "parties":
        return False  # "the two governments" are not a mayor and some farmers
    title = noun.removesuffix("s")
    held = {w for p in parties if p.actor for r in p.actor.roles for w in (r.title or "").lower().split()}
    fits = title not in TITLES or title in held or not any(p.person and p.actor is not None for p in parties)
    return fits and (not number or number <= len(parties) <= number + (number == 2))


def named_last(references: References, two: Party, others: Collection[str]) -> tuple[Party, ...]:
    """The parties for whom a phrase stands; empty where the article leaves them open.

    Args:
        others: Keys of those who take part beside them ("Berg will host both leaders").
    """
    pair = _pair_before(references, two, others)
    names = " and ".join(reference.actor.name for reference in pair)
    return tuple(
        replace(
            two,
            key=reference.actor.id,
            actor=reference.actor,
            name=reference.actor.name,
            form=Form.NAMED,
            several=reference.actor.kind is not ActorKind.PERSON,
            official=True,
            person=reference.actor.kind is ActorKind.PERSON,
            reason=f"“{two.as_written}” are {names}, named last before it",
        )
        for reference in pair
    )


def _pair_before(references: References, two: Party, others: Collection[str]) -> tuple[Reference, ...]:
    """The two persons, or the two states or bodies, as its noun says, named last before it; empty unless there are two."""
    written = two.as_written.lower().split()
    document, first, noun = references.document, two.first, written[-1]
    counted = {"two", "both", "pair", "duo"} & {*written, document.tokens[first - 1].lower if first else ""}
    if not counted:
        return ()
    found = dict[str, Reference]()
    sentence = document.sentences[document.tokens[first].sentence]
    for number in range(sentence.index, max(-1, sentence.index - REACH - 1), -1):
        here = document.sentences[number]
        for index in range(here.first, min(here.last, first)):
            reference = references.at(index)
            if reference is None or reference.actor.id in others:
                continue
            if reference.mention.form is MentionForm.NAMED and _fits(reference, noun):
                found.setdefault(reference.actor.id, reference)
        if len(found) > 1:
            break
    return tuple(found.values()) if len(found) == 2 else ()


def _fits(reference: Reference, noun: str) -> bool:
    if reference.actor.kind is ActorKind.PERSON:
        return noun in words("two-people")
    return noun in words("two-bodies")
