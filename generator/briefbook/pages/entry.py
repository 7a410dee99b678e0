"""One article of the book with its places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefbook.model import Briefing
from briefbook.model.evidence import Sentences
from briefbook.pages.options import SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of the book with its places: `name` is its slug."""

    briefing: Briefing
    name: str
    sentences: Sentences
    source_text: SourceText

    @property
    def page(self) -> str:
        """Path of its briefing page."""
        return f"articles/{self.name}.md"

    @property
    def source_page(self) -> str:
        """Path of its source page."""
        return f"sources/{self.name}.md"

    @property
    def headline(self) -> str:
        """Its headline, or its id when it has none."""
        return self.briefing.article.headline or self.briefing.article.id

    @property
    def unread(self) -> bool:
        """Is it in a language that the program does not read, so that nothing was found in it?"""
        return any(finding.code == "language-not-supported" for finding in self.briefing.findings)

    @property
    def reported(self) -> date | None:
        """The day it was published, or the last day on which the text allows it to have been."""
        bounds = self.briefing.date_bounds
        return self.briefing.article.publication_day or (bounds.latest if bounds else None)
