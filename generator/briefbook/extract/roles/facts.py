"""What the patterns hand over: one stated role of one person, with the tokens that state it."""

from __future__ import annotations

from typing import NamedTuple

from briefbook.extract.roles.owners import Organisation
from briefbook.extract.roles.titles import Sort
from briefbook.model import Actor


class RoleFact(NamedTuple):
    """One statement of a role.

    Attributes:
        person: Whose role.
        title: The title as written, or None for a bare affiliation.
        organisation: Where, or None.
        former: It is over.
        first: First token of the slice that states it.
        last: One past the last.
        sort: Of the title; of a bare affiliation `POST` when it tells where a post before the name is, else None.
        possessor: The person it is held under, or None.
        described: Read from a description that means the person ("the envoy"), not from beside the name.
        reason: Why the organisation is this one, when the article does not say it beside the title.
    """

    person: Actor
    title: str | None
    organisation: Organisation | None
    former: bool
    first: int
    last: int
    sort: Sort | None = None
    possessor: Actor | None = None
    described: bool = False
    reason: str | None = None
