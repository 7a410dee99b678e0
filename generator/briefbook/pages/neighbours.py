"""What stands before and after something in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def around(items: Sequence[T], number: int) -> tuple[T | None, T | None]:
    """The items before and after the one at an index."""
    before = items[number - 1] if number else None
    return before, items[number + 1] if number + 1 < len(items) else None
