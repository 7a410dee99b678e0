"""Briefing -> Page: the pages a reader sees, as Markdown, with the styles and scripts that every book needs.

Nothing here touches a disk or knows the site engine.  The pages use these Markdown extensions and no others:
`MARKDOWN_EXTENSIONS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from briefbook.model import Book, Briefing, ImageRecord, Page
from briefbook.pages import actors, briefing, image_credits, meetings, places, provenance, source, statements, timeline
from briefbook.pages.index import BookIndex
from briefbook.pages.options import PageOptions, SourceText
from briefbook.pages.paths import address

__all__ = ["MARKDOWN_EXTENSIONS", "Addresses", "PageOptions", "SourceText", "addresses", "assets", "pictures", "render"]

MARKDOWN_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables", "toc")
"""Extensions of Python-Markdown that the site engine must switch on for these pages."""

_KINDS = (briefing, actors, meetings, timeline, statements, places, image_credits, source, provenance)


def render(book: Book, options: PageOptions) -> tuple[Page, ...]:
    """All generated pages of a book, in a fixed order; paths are relative to `docs/`."""
    index = BookIndex(book, options)
    return tuple(chain.from_iterable(kind.pages(index) for kind in _KINDS))


class Addresses(NamedTuple):
    """Where pages of a hosted book are, relative to the site (`articles/talks/`).

    Attributes:
        articles: By the article's id.
        meetings: By the article's id and the meeting's.
    """

    articles: dict[str, str]
    meetings: dict[tuple[str, str], str]


def addresses(book: Book, options: PageOptions) -> Addresses:
    """The addresses of the articles' and meetings' pages."""
    index = BookIndex(book, options)
    return Addresses(
        articles={entry.briefing.article.id: address(entry.page) for entry in index.entries},
        meetings={(g.entry.briefing.article.id, g.meeting.id): address(g.page) for g in index.meetings},
    )


def pictures(book: Book, options: PageOptions) -> Iterator[tuple[str, Briefing, ImageRecord]]:
    """The local pictures that the pages show: path below `docs/`, the article's briefing, the image's record."""
    for path, entry, image in image_credits.picture_files(BookIndex(book, options)):
        yield path, entry.briefing, image


def assets() -> tuple[Page, ...]:
    """The style sheets and scripts, to be written below `docs/` and named in the site engine's settings."""
    return tuple(_assets())


def _assets() -> Iterator[Page]:
    folder = files("briefbook.pages") / "assets"
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.endswith((".css", ".js")):
            yield Page(path=f"assets/briefbook/{item.name}", content=item.read_text(encoding="utf-8"))
