"""Every citation of a briefing must equal the slice it points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from briefbook.errors import CitationError
from briefbook.model import Article, Block, Briefing, Citation

PLAIN = frozenset({"str", "int", "bool", "float", "str | None", "int | None", "bool | None", "float | None"})
"""Types of fields, as written, that hold no citation."""


def citations_of(value: Any) -> Iterator[Citation]:
    """Every citation held anywhere in a model value."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations_of(item)
    else:
        for name in _fields(value.__class__):
            yield from citations_of(getattr(value, name))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a type in which citations can stand."""
    if not is_dataclass(kind) or issubclass(kind, Article | Block):
        return ()
    return tuple(field.name for field in fields(kind) if field.type not in PLAIN)


def check_citations(briefing: Briefing) -> None:
    """Check all citations of a briefing.

    Raises:
        CitationError: One does not equal its slice.
    """
    for citation in citations_of(briefing):
        if not briefing.article.holds(citation):
            raise CitationError(
                f"citation of block {citation.block} [{citation.start}:{citation.end}] does not hold: {citation.exact[:60]!r}",
                path=briefing.article.source.path,
            )
