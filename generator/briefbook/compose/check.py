"""Every citation of a briefing must equal the slice it points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from briefbook.errors import CitationError
from briefbook.model import Article, Block, Briefing, Citation


def citations_of(value: Any) -> Iterator[Citation]:
    """Every citation held anywhere in a model value."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations_of(item)
    elif is_dataclass(value) and not isinstance(value, Article | Block):
        for field in fields(value):
            yield from citations_of(getattr(value, field.name))


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
