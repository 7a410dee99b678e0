"""A party of a meeting as one sentence gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.model import Actor


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
