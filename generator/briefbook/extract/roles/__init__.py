"""Find the posts, affiliations and relations of actors.

A role is a post or affiliation that the article states of a person: beside the name (`before`, `after`), told by a verb
(`told`), or in a description that means the person.  What another person holds never leaks: a title goes to the name it
stands at, and a possessor ("Marsh's lawyer") is a relation, not a role of the possessor.  Words are data:
`lexicons/data/en/titles.yaml` and `role_phrases.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefbook import lexicons
from briefbook.analysis import Reference, References
from briefbook.extract.roles.after import PARTY, AfterNames
from briefbook.extract.roles.before import BeforeNames
from briefbook.extract.roles.counterparts import CounterpartRoles
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.holders import holders
from briefbook.extract.roles.implied import ImpliedStates
from briefbook.extract.roles.implied_bodies import ImpliedBodies
from briefbook.extract.roles.listed import ListedRoles
from briefbook.extract.roles.merge import merge
from briefbook.extract.roles.owners import Organisation
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.relations import relate
from briefbook.extract.roles.succeeded import SuccessionRoles
from briefbook.extract.roles.titles import Sort, head_sort
from briefbook.extract.roles.told import ToldRoles
from briefbook.model import Actor, ActorKind, MentionForm, Role


def extract(references: References) -> tuple[Actor, ...]:
    """The same actors, in the same order, with `roles` and `relations` filled.

    A state, region or city that only shows in the title of a post ("Norland's governor") is added at the end, so that the
    role links to it.
    """
    reader = PhraseReader(references)
    facts = list(_facts(references, reader))
    facts += list(CounterpartRoles(references, reader).facts(facts))
    facts += list(SuccessionRoles(references, reader).facts_after(facts))
    grouped: dict[str, list[RoleFact]] = {}
    for fact in facts:
        grouped.setdefault(fact.person.id, []).append(fact)
    under = {
        id: next((f.organisation for f in found if f.organisation and f.organisation.state), None)
        for id, found in grouped.items()
    }
    for found in grouped.values():
        found[:] = [_under(fact, under) for fact in found]
    ImpliedStates(references, reader.organisations).fill(grouped)
    ImpliedBodies(references, reader.organisations).fill(grouped)
    added = holders(references, reader.organisations.unlisted, (f for found in grouped.values() for f in found))
    for found in grouped.values():
        found[:] = [_linked(fact, added) for fact in found]
    roles: dict[str, tuple[Role, ...]] = {id: merge(found, references.document) for id, found in grouped.items()}
    relations = relate(references, reader, grouped)
    known = tuple(replace(a, roles=roles.get(a.id, ()), relations=relations.get(a.id, ())) for a in references.actors)
    return (*known, *added.values())


def _under(fact: RoleFact, states: Mapping[str, Organisation | None]) -> RoleFact:
    """ "Marsh's foreign minister" holds the post in the state that Marsh holds one in."""
    if fact.organisation is not None or fact.possessor is None or fact.title is None:
        return fact
    served = not lexicons.words("title_forms", "given-by-leaders").isdisjoint(fact.title.lower().split())
    return fact._replace(organisation=states.get(fact.possessor.id)) if served else fact


def _linked(fact: RoleFact, added: dict[str, Actor]) -> RoleFact:
    where = fact.organisation
    if where is None or not where.state or where.actor is not None or where.name not in added:
        return fact
    actor = added[where.name]
    return fact._replace(organisation=where._replace(actor=actor.id, name=actor.name))


def _head(references: References, mention: Reference) -> int:
    """The noun that a description turns on ("the rector of the university")."""
    tokens, inside = references.document.tokens, range(mention.first, mention.last)
    return next((i for i in inside if tokens[i].head not in inside), mention.last - 1)


def _facts(references: References, reader: PhraseReader) -> Iterator[RoleFact]:
    before, after = BeforeNames(references, reader), AfterNames(references, reader)
    for mention in references.all:
        if mention.actor.kind is not ActorKind.PERSON or PARTY.fullmatch(mention.actor.name):
            continue
        if mention.mention.form is MentionForm.NAMED:
            yield from before.facts(mention)
            yield from after.facts(mention)
        elif mention.mention.form is MentionForm.NOMINAL:
            head = _head(references, mention)
            if head_sort(references.document.tokens[head]) is Sort.POST and (phrase := reader.read(head)) is not None:
                yield reader.fact(mention, phrase)._replace(described=True)
    yield from ToldRoles(references, reader).facts()
    yield from ListedRoles(references, reader).facts()
