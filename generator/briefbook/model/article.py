"""What was published, verbatim: headline, paragraphs, captions, and what the source says about itself.

Names follow schema.org NewsArticle (`headline`, `date_published`) and IPTC Photo Metadata (credit line).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefbook.model.citation import Citation


class BlockKind(StrEnum):
    """The part a block plays on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


PROSE = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH})
"""Kinds whose text is the journalist's running text; captions are read apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph-like unit of the article; `number` is its index in `Article.blocks`."""

    number: int
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A picture that lies beside the article, with what is embedded in it (IPTC Photo Metadata; None: not stated).

    Attributes:
        width: In pixels.
        height: In pixels.
        creator: Who made it.
        credit_line: Credit line.
        copyright_notice: Copyright notice.
        rights_url: Web statement of rights.
        date: Day it was taken.
    """

    width: int
    height: int
    creator: str | None = None
    credit_line: str | None = None
    copyright_notice: str | None = None
    rights_url: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRecord:
    """One picture as printed: what was written under and about it.

    Attributes:
        caption: Caption without the credit; None when only a credit was printed.
        caption_block: Number of the caption block (the text as printed, credit included), or None.
        credit_line: The credit exactly as printed, label included, outer brackets not; None when there is none.
        alt_text: The text alternative the page gave, when it says more than nothing.
        url: Where the picture was; never loaded by our pages.
        file: Path of a local copy, "/"-separated, relative to the folder of the article's file, or None.
        picture: What that copy is, or None.
    """

    caption: str | None = None
    caption_block: int | None = None
    credit_line: str | None = None
    alt_text: str | None = None
    url: str | None = None
    file: str | None = None
    picture: PictureFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file an article was read from: `path` relative to the working folder, `sha256` of its bytes (hex)."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as published.  Only `Briefing` holds what we inferred.

    Attributes:
        id: Stable name of the article, safe in a URL: lower-case letters, digits and hyphens for files;
            as given for article objects.
        date_published: ISO date, or ISO date-time with zone, as precisely as the source states it; or None.
        language: BCP 47 tag, or None when neither stated nor recognised.
        omitted: Lines of the source taken for boilerplate, pull quotes or embeds, verbatim.
        rights: What the sidecar or page says about the right to reuse, verbatim.
        visible_headline: The headline a saved page shows, where its metadata states another one (`headline`).
        source_text: How much of the text may be shown (`full`, `cited`, `none`); None follows the book's setting.
    """

    id: str
    source: Source
    blocks: tuple[Block, ...]
    headline: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date_published: str | None = None
    language: str | None = None
    url: str | None = None
    rights: str | None = None
    images: tuple[ImageRecord, ...] = ()
    omitted: tuple[str, ...] = ()
    source_text: str | None = None
    visible_headline: str | None = None

    @property
    def publication_day(self) -> date | None:
        """The calendar day of publication in the zone the source states, or None."""
        return date.fromisoformat(self.date_published[:10]) if self.date_published else None

    def cite(self, block: int, start: int, end: int) -> Citation:
        """A citation of the half-open range [start, end) of a block's text."""
        return Citation(block=block, start=start, end=end, exact=self.blocks[block].text[start:end])

    def holds(self, citation: Citation) -> bool:
        """Does the citation equal the slice it points to, and end where that ends?"""
        if not 0 <= citation.block < len(self.blocks):
            return False
        text = self.blocks[citation.block].text
        inside = 0 <= citation.start <= citation.end <= len(text)
        return inside and text[citation.start : citation.end] == citation.exact
