"""What the book's owner may choose about the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SourceText(StrEnum):
    """How much of an article's text its source page shows."""

    FULL = "full"
    CITED = "cited"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """Settings of the pages.

    Attributes:
        source_text: How much of an article's text is shown; an article's own setting goes before it.
        language: BCP 47 tag of the book; passages in another language are marked as such.
        page_size: Most entries on one page of a list, and of each kind on one page of a profile.
        contact: Where a reader reports an error: an e-mail address or an http(s) address, in which `{page}` stands for the
            page's own address, or None for no such link.
        site_url: Where the book is published, or None; only used to fill in a page's address in a report.
        corrected: Ids of articles whose briefing a person has corrected.
        calendars: The calendar files of meetings: path below `docs/` by article id and meeting id.
    """

    source_text: SourceText = SourceText.CITED
    language: str = "en"
    page_size: int = 100
    contact: str | None = None
    site_url: str | None = None
    corrected: frozenset[str] = frozenset()
    calendars: Mapping[tuple[str, str], str] = field(default_factory=dict)
