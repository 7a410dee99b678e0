"""Say where the named places are."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.model import Citation, Place


def extract(names: Iterable[tuple[str, tuple[str, ...], tuple[Citation, ...]]]) -> tuple[Place, ...]:
    """Places with country and coordinates where known, from (name, aliases, mentions)."""
    return ()
