"""Find the posts, affiliations and relations of actors.

A role is a post or affiliation that the article states of a person: beside the name (`beside`), told by a verb
(`told`), or in a description that means the person.  What another person holds never leaks: a title goes to the name it
stands at, and a possessor ("Marsh's lawyer") is a relation, not a role of the possessor.  Words are data:
`lexicons/data/en/titles.yaml` and `role_phrases.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import References
from briefbook.extract.roles.beside import BesideNames
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.merge import merge
from briefbook.extract.roles.phrases import PhraseReader
from briefbook.extract.roles.relations import relate
from briefbook.extract.roles.titles import Sort, head_sort
from briefbook.extract.roles.told import ToldRoles
from briefbook.model import Actor, ActorKind, MentionForm, Role


def extract(references: References) -> tuple[Actor, ...]:
    """The same actors, in the same order, with `roles` and `relations` filled."""
    reader = PhraseReader(references)
    facts: dict[str, list[RoleFact]] = {}
    for fact in _facts(references, reader):
        facts.setdefault(fact.person.id, []).append(fact)
    roles: dict[str, tuple[Role, ...]] = {id: merge(found, references.document) for id, found in facts.items()}
    relations = relate(references, facts)
    return tuple(replace(a, roles=roles.get(a.id, ()), relations=relations.get(a.id, ())) for a in references.actors)


def _facts(references: References, reader: PhraseReader) -> Iterator[RoleFact]:
    beside = BesideNames(references, reader)
    for mention in references.all:
        if mention.actor.kind is not ActorKind.PERSON:
            continue
        if mention.mention.form is MentionForm.NAMED:
            yield from beside.facts(mention)
        elif mention.mention.form is MentionForm.NOMINAL:
            head = mention.last - 1
            if head_sort(references.document.tokens[head]) is Sort.POST and (phrase := reader.read(head)) is not None:
                yield beside.fact(mention, phrase)
    yield from ToldRoles(references, reader).facts()
