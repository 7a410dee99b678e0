"""Feeds of a hosted book, newest first: Atom (RFC 4287) and JSON Feed 1.1, an entry for each article and each meeting.

A feed needs addresses, so there is none without the setting `site_url`, and none in the offline bundle.  Nothing in it
comes from a clock: an entry bears the time its article was published, else the last day on which its text allows it to have
been, else the day of the book.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from xml.etree import ElementTree

from briefbook.exports.icalendar import description, summary
from briefbook.exports.shown import may_quote
from briefbook.model import BinaryFile, Book, Briefing, Feed

ATOM_FILE = "feed.atom"
JSON_FILE = "feed.json"
FEEDS = (
    Feed(file=ATOM_FILE, type="application/atom+xml", name="Atom feed"),
    Feed(file=JSON_FILE, type="application/feed+json", name="JSON feed"),
)
"""What a hosted page says of its feeds."""

MOST_ENTRIES = 200
"""Entries of a feed: whoever wants all reads the data files."""

_ATOM = "http://www.w3.org/2005/Atom"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class _Entry(NamedTuple):
    """An entry: `stated` says whether `moment` is the article's own time of publication."""

    address: str
    title: str
    text: str
    authors: tuple[str, ...]
    moment: datetime
    stated: bool


def feed_files(
    book: Book,
    site_url: str,
    articles: Mapping[str, str],
    meetings: Mapping[tuple[str, str], str],
    *,
    day: date,
    source_text: str,
) -> Iterator[BinaryFile]:
    """The feeds, below the root of the hosted site.

    Args:
        site_url: Address of the hosted book.
        articles: Address of an article's page, relative to the site, by the article's id.
        meetings: The same of a meeting, by the article's id and the meeting's.
        day: The day the book bears.
        source_text: The book's setting; where it, or an article's own, is `none`, no sentence is quoted.
    """
    base = site_url.rstrip("/")
    found = [
        entry
        for briefing in book.briefings
        for entry in _entries(briefing, base, articles, meetings, day=day, source_text=source_text)
    ]
    found.sort(key=lambda entry: entry.address)
    found.sort(key=lambda entry: entry.moment, reverse=True)
    yield BinaryFile(path=ATOM_FILE, data=_atom(book.title, base, found[:MOST_ENTRIES], day).encode())
    yield BinaryFile(path=JSON_FILE, data=_json_feed(book.title, base, found[:MOST_ENTRIES]).encode("utf-8", "replace"))


def _entries(
    briefing: Briefing,
    base: str,
    articles: Mapping[str, str],
    meetings: Mapping[tuple[str, str], str],
    *,
    day: date,
    source_text: str,
) -> Iterator[_Entry]:
    article = briefing.article
    latest = briefing.date_bounds.latest if briefing.date_bounds else None
    moment = _moment(article.date_published or (latest or day).isoformat())
    authors = article.authors or ((article.publisher,) if article.publisher else ())
    told: list[tuple[str, str, str]] = [
        (articles[article.id], article.headline or article.id, _gist(briefing, source_text)),
        *(
            (meetings[article.id, meeting.id], summary(meeting), description(briefing, meeting, source_text))
            for meeting in briefing.meetings
        ),
    ]
    for address, title, text in told:
        yield _Entry(f"{base}/{address}", title, text, authors, moment, article.date_published is not None)


def _moment(stated: str) -> datetime:
    """A publication date as a moment: a bare day is its first one in UTC."""
    found = datetime.fromisoformat(stated)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _gist(briefing: Briefing, source_text: str) -> str:
    """The summary; where the text may not be quoted, what the briefing holds, counted."""
    if briefing.summary and may_quote(briefing, source_text):
        return " ".join(sentence.text for sentence in briefing.summary)
    held: Iterable[tuple[int, str]] = (
        (len(briefing.actors), "people and organisations"),
        (len(briefing.meetings), "meetings"),
        (len(briefing.statements), "statements"),
    )
    return f"A briefing: {', '.join(f'{name}: {number}' for number, name in held)}."


def _atom(title: str, base: str, entries: list[_Entry], day: date) -> str:
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    newest = max((entry.moment for entry in entries), default=_moment(day.isoformat()))
    for name, text in (("title", title), ("id", f"{base}/"), ("updated", _rfc3339(newest)), ("generator", "Briefbook")):
        _child(root, name, text)
    _child(root, "link", None, href=f"{base}/{ATOM_FILE}", rel="self")
    _child(root, "link", None, href=f"{base}/")
    for entry in entries:
        _atom_entry(root, entry, title)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _atom_entry(root: ElementTree.Element, entry: _Entry, title: str) -> None:
    node = _child(root, "entry", None)
    _child(node, "title", entry.title)
    _child(node, "id", entry.address)
    _child(node, "link", None, href=entry.address)
    _child(node, "updated", _rfc3339(entry.moment))
    if entry.stated:
        _child(node, "published", _rfc3339(entry.moment))
    for name in entry.authors or (title,):
        _child(_child(node, "author", None), "name", name)
    _child(node, "summary", entry.text)


def _child(parent: ElementTree.Element, name: str, text: str | None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(
        parent, f"{{{_ATOM}}}{name}", {k: _CONTROL.sub("", v) for k, v in attributes.items()}
    )
    child.text = _CONTROL.sub("", text) if text is not None else None
    return child


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _json_feed(title: str, base: str, entries: list[_Entry]) -> str:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": f"{base}/",
        "feed_url": f"{base}/{JSON_FILE}",
        "items": [_json_item(entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: _Entry) -> dict[str, Any]:
    item = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": _rfc3339(entry.moment) if entry.stated else None,
        "authors": [{"name": name} for name in entry.authors],
    }
    return {key: value for key, value in item.items() if value}
