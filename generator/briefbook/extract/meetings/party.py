"""A party of a meeting as one sentence gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.model import Actor, ActorKind


class Form(StrEnum):
    """How a party is referred to."""

    NAMED = "named"
    DESCRIBED = "described"
    TWO = "two"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone in a meeting's frame, written as tokens [first, last).

    Attributes:
        key: Actor id, or the description in lower case: what makes two parties the same.
        several: A plural or a body: it can meet without another party being named.
        official: Named, or described by an office.
        person: One or several people, not a body or state.
        behalf: The state or body for which somebody named takes part ("the foreign ministers of Norway and Peru").
        listeners: Reporters, a crowd: spoken to, not with.
    """

    key: str
    actor: Actor | None
    name: str
    as_written: str
    first: int
    last: int
    form: Form
    several: bool = False
    official: bool = False
    person: bool = False
    listeners: bool = False
    reason: str | None = None
    behalf: Party | None = None

    @classmethod
    def named(cls, actor: Actor, written: str, first: int, last: int, reason: str | None = None) -> Party:
        """An actor of the article, referred to by the words `written`, which are tokens [first, last)."""
        person = actor.kind is ActorKind.PERSON
        return cls(
            key=actor.id,
            actor=actor,
            name=actor.name,
            as_written=written,
            first=first,
            last=last,
            form=Form.NAMED,
            several=not person,
            official=True,
            person=person,
            reason=reason,
        )
