"""Resolve descriptions to actors: "the president", "the head of the agency", "the 51-year-old", "the group".

A description is resolved only when one actor of the article fits: by a role it is given elsewhere (with the state or
organisation, when the description names one), by its age, or by a word of its name ("the ministry").  Where several fit,
one that was spoken of in the two sentences before is taken if it is alone there; else none.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import References
from briefbook.extract.actors.described_alike import AlikeReader
from briefbook.extract.actors.described_bodies import BodyReader
from briefbook.extract.actors.described_former import FormerReader
from briefbook.extract.actors.described_persons import PersonReader
from briefbook.extract.actors.describing import Described, vocabulary
from briefbook.model import Mention, MentionForm


def resolve_descriptions(references: References) -> Iterator[Described]:
    """All descriptions that can be resolved: those of the present in order, then those by a former post."""
    persons, bodies = PersonReader(references), BodyReader(references)
    taken: set[int] = set()
    spoken = vocabulary().posts | vocabulary().bodies | {"counterpart", "year", "old", "year-old"}
    for token in references.document.tokens:
        if (
            token.lower not in spoken
            or token.pos not in ("NOUN", "PROPN", "ADJ")
            or references.at(token.index) is not None
        ):
            continue
        found = persons.resolve(token) or bodies.resolve(token)
        if found is not None:
            taken.update(range(found.first, found.last))
            yield found
    for former in FormerReader(references, persons).resolve():
        taken.update(range(former.first, former.last))
        yield former
    yield from AlikeReader(references).resolve(frozenset(taken))


def description_mention(references: References, found: Described) -> Mention:
    """The mention that a resolved description adds."""
    citation = references.document.cite(found.first, found.last)
    return Mention(citation=citation, form=MentionForm.NOMINAL, reason=found.reason)
