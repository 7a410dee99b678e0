"""Kinds of names, and the evidence for them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a name stands for; `OTHER` covers events, works, peoples and mere capitals."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "other"


class Votes(dict[Kind, float]):
    """Evidence by kind; a kind without evidence has none (0)."""

    def __missing__(self, kind: Kind) -> float:
        return 0.0

    def add(self, others: Mapping[Kind, float]) -> None:
        """Add further evidence."""
        for kind, weight in others.items():
            self[kind] += weight
