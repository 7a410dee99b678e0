"""Who spoke, and who has spoken so far in an article: what pronouns and "the statement" go back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

STILL_HEARD = 5
"""Sentences over which "they" may reach for who spoke."""


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
    joint: tuple[int, tuple[Speaker, ...]] | None = None
    issuer: Speaker | None = None
    document: tuple[int, Speaker] | None = None
    body_at: int = 0
    several_at: int = 0
    by_noun: dict[str, Speaker] = field(default_factory=dict)

    def together(self, sentence: int) -> tuple[Speaker, ...]:
        """All those whom "they" means right after they spoke together by name."""
        near = self.joint is not None and 0 <= sentence - self.joint[0] <= 1
        found = self.joint[1] if near and self.joint is not None else ()
        return tuple(
            Speaker(s.actor, s.name, f"“they” are those who spoke together, {s.name} among them") for s in found
        )

    def plural(self, sentence: int) -> Speaker | None:
        """Whom "they" can mean: those who spoke together, else the organisation that spoke, both not long ago."""
        if self.several is not None and sentence - self.several_at <= STILL_HEARD:
            return self.several
        return self.body if self.body is not None and sentence - self.body_at <= STILL_HEARD else None
