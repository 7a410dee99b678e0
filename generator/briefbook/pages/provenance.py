"""The provenance page: made by a program, from which articles, with what, and reviewed by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.model import Page, Severity
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import NOT_STATED
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "provenance.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article with what identifies its file."""

    article: Md
    file: str
    sha256: str
    publisher: Md
    date: str
    reviewed: str


def pages(index: BookIndex) -> Iterator[Page]:
    """The page, continued when there are many articles."""
    for number, part, total in chunks(index.entries, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Provenance", (("Home", "index.md"),))
        yield sheet.page(
            "provenance.md.j2",
            description="How this book was made: by which program and language model, and from which articles.",
            listing=number > 1,
            makers=_makers(index),
            rows=[_row(sheet, entry) for entry in part],
            remarks=[
                _remark(sheet, entry, f.message)
                for entry in part
                for f in entry.briefing.findings
                if f.severity is not Severity.INFO
            ],
            method=sheet.link("How it works and where it fails", "method.md"),
            unstated=NOT_STATED,
            corrected=bool(index.options.corrected),
            pager=links(sheet, INDEX, number, total),
        )


def _makers(index: BookIndex) -> list[tuple[str, str]]:
    """The distinct programs, models and lexicons, with their fingerprints."""
    found: dict[tuple[str, str], None] = {}
    for entry in index.entries:
        made = entry.briefing.provenance
        found[("Program", f"briefbook {made.generator}")] = None
        if made.language_model:
            model = made.language_model
            found[("Language model", f"{model.name} {model.version}, SHA-256 {model.sha256}")] = None
        found[("Lexicons", f"SHA-256 {made.lexicons_sha256}")] = None
    return list(found)


def _row(sheet: Sheet, entry: Entry) -> Row:
    article = entry.briefing.article
    corrected = article.id in sheet.index.options.corrected
    return Row(
        article=sheet.article(entry),
        file=article.source.path.rpartition("/")[2],
        sha256=article.source.sha256,
        publisher=sheet.words(entry, article.publisher) if article.publisher else NOT_STATED,
        date=wording.published(article.date_published) if article.date_published else "",
        reviewed="corrected by a person" if corrected else "not reviewed by a person",
    )


def _remark(sheet: Sheet, entry: Entry, message: str) -> tuple[Md, str]:
    return sheet.article(entry), message
