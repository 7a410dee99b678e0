"""Patterns of a lexicon that are tried only where a text holds one of a few strings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.lexicons import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """A pattern that is tried only where the text in lower case holds one of `gate`: most sentences hold none."""

    gate: tuple[str, ...]
    pattern: re.Pattern[str]

    def found(self, text: str, lowered: str) -> bool:
        """Does the pattern match somewhere in `text`, whose lower-case form is `lowered`?"""
        for word in self.gate:
            if word in lowered:
                return self.pattern.search(text) is not None
        return False

    def narrowed(self, lowered: str) -> Gated:
        """The same pattern for parts of a text, tried only for those words of the gate that the whole text holds."""
        return Gated(gate=tuple(word for word in self.gate if word in lowered), pattern=self.pattern)


def gated(entry: Entry) -> Gated:
    """The pattern of an entry with its gate."""
    return Gated(gate=tuple(entry.fields["gate"]), pattern=re.compile(entry.pattern or ""))
