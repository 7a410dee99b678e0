"""Who spoke, and who has spoken so far in an article: what pronouns and "the statement" go back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Speaker(NamedTuple):
    """Whoever speaks: actor id or None, name or description, and why, when it was not named."""

    actor: str | None
    name: str
    reason: str | None = None


@dataclass
class Memory:
    """What was said by whom so far."""

    last: tuple[int, Speaker] | None = None
    person: tuple[int, Speaker] | None = None
    described: tuple[int, Speaker] | None = None
    body: Speaker | None = None
    several: Speaker | None = None
    issuer: Speaker | None = None
    by_noun: dict[str, Speaker] = field(default_factory=dict)
