"""Briefing -> data files, one module a format."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from importlib.resources import files as resources

from briefbook.exports.briefing_json import line_of
from briefbook.exports.entities import entity_lines
from briefbook.exports.feeds import FEEDS, feed_files
from briefbook.exports.icalendar import book_calendar, calendar_names, meeting_calendars
from briefbook.exports.network import graph_files
from briefbook.exports.references import bibtex, csl_json
from briefbook.exports.shown import shown_dict
from briefbook.exports.tables import COLUMNS, tables
from briefbook.model import BinaryFile, Book, OutputFile, Page

__all__ = ["COLUMNS", "FEEDS", "FOLDER", "calendar_paths", "data_files", "feed_files"]

FOLDER = "data"
"""Where the data files lie, below `docs/`."""


def data_files(book: Book, source_text: str) -> Iterator[OutputFile]:
    """All data files of a book, in a fixed order, with no more of the articles' text than `source_text` allows."""
    lines = (line_of(shown_dict(briefing, source_text)) for briefing in book.briefings)
    yield _text("briefings.jsonl", "".join(f"{line}\n" for line in lines))
    yield _text("briefing.schema.json", (resources(__name__) / "briefing.schema.json").read_text(encoding="utf-8"))
    for name, table in tables(book):  # the mark tells spreadsheets that they are UTF-8
        yield BinaryFile(path=f"{FOLDER}/{name}.csv", data=BOM_UTF8 + table.encode("utf-8", "replace"))
    calendar = book_calendar(book.briefings, name=book.title, source_text=source_text)
    yield BinaryFile(path=f"{FOLDER}/{calendar.name}", data=calendar.content)
    for meeting in meeting_calendars(book.briefings, source_text=source_text):
        yield BinaryFile(path=f"{FOLDER}/calendar/{meeting.name}", data=meeting.content)
    for name, graph in graph_files(book):
        yield _text(name, graph)
    yield _text("entities.ftm.jsonl", entity_lines(book))
    yield _text("references.bib", bibtex(book))
    yield _text("references.csl.json", csl_json(book))


def calendar_paths(book: Book) -> dict[tuple[str, str], str]:
    """Where the calendar file of each meeting is whose day is known, by article id and meeting id."""
    return {key: f"{FOLDER}/calendar/{name}" for key, name in calendar_names(book.briefings).items()}


def _text(name: str, content: str) -> Page:
    return Page(path=f"{FOLDER}/{name}", content=content)
