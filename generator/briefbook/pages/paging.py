"""Long lists in pages of a bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from briefbook.pages.escape import Md
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

T = TypeVar("T")


def chunks(items: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T], int]]:
    """The list in parts of at most `size`, as (1-based number, part, number of parts); an empty list is one part."""
    total = max(1, -(-len(items) // size))
    for number in range(total):
        yield number + 1, items[number * size : (number + 1) * size], total


def links(sheet: Sheet, path: str, number: int, total: int) -> list[Md]:
    """Links to all pages of a list, the current one as plain text; none when there is only one page."""
    if total == 1:
        return []
    return [
        Md(f'<span aria-current="page">{n}</span>') if n == number else sheet.link(str(n), numbered(path, n))
        for n in range(1, total + 1)
    ]
