"""A line that shows how far the work is, on standard error and only when a person watches it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def watched(items: Iterable[Item], label: str, *, total: int | None = None) -> Iterator[Item]:
    """Yield the items, counting them on the terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # only a terminal pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=label)
