"""A book -> everything that is written: below `docs/`, and on the hosted site alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefbook import exports, pages, publish
from briefbook.config import Settings
from briefbook.errors import SourceError
from briefbook.model import Article, BinaryFile, Book, Hosted, ImageRecord, OutputFile


def make_pages(settings: Settings, book: Book) -> tuple[OutputFile, ...]:
    """Everything that is generated below `docs/`: pages, pictures, styles, scripts, and files of other projects."""
    options = _page_options(settings, book)
    return (
        *pages.render(book, options),
        *(
            BinaryFile(path=path, data=_picture(settings.root, briefing.article, image))
            for path, briefing, image in pages.pictures(book, options)
        ),
        *exports.data_files(book, settings.source_text),
        *pages.assets(),
        *publish.vendored_files(),
    )


def _page_options(settings: Settings, book: Book) -> pages.PageOptions:
    chosen = pages.PageOptions(
        source_text=pages.SourceText(settings.source_text),
        language=settings.language,
        contact=settings.contact,
        site_url=settings.site_url,
        calendars=exports.calendar_paths(book),
    )
    return chosen if settings.page_size is None else replace(chosen, page_size=settings.page_size)


def make_hosted(settings: Settings, book: Book) -> Hosted:
    """What only the hosted site has: the feeds, when the settings say where the book is published."""
    if settings.site_url is None:
        return Hosted()
    known = pages.addresses(book, _page_options(settings, book))
    found = exports.feed_files(
        book,
        settings.site_url,
        known.articles,
        known.meetings,
        day=newest_day(book),
        source_text=settings.source_text,
    )
    return Hosted(files=tuple(found), feeds=exports.FEEDS)


def _picture(root: Path, article: Article, image: ImageRecord) -> bytes:
    path = root / Path(article.source.path).parent / (image.file or "")
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"the picture can't be read any more ({error.strerror})", path=path) from error


def newest_day(book: Book) -> date:
    """The day the book bears: that of its newest article, 1980-01-01 when none states one."""
    days = (briefing.article.publication_day for briefing in book.briefings)
    return publish.bundle_day([day for day in days if day is not None])
