"""Feeds of a hosted book, newest article first: Atom (RFC 4287) and JSON Feed 1.1.

A feed needs addresses, so there is none without the setting `site_url`.  Nothing in it comes from a clock: an article
without a publication date bears the day of the book.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree

from briefbook.model import Article, Book, Briefing

ATOM = "http://www.w3.org/2005/Atom"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def feeds(book: Book, site_url: str, day: date, pages: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The feeds as (file name, text).

    Args:
        site_url: Address of the hosted book.
        day: The day the book bears.
        pages: Address of an article's page, relative to the site, by the article's id.
    """
    base = site_url.rstrip("/")
    ordered = sorted(book.briefings, key=lambda b: (_instant(b.article, day), b.article.id), reverse=True)
    items = [(briefing, f"{base}/{pages[briefing.article.id]}") for briefing in ordered]
    yield "feed.atom.xml", _atom(book, base, items, day)
    yield "feed.json", _json_feed(book, base, items, day)


def _instant(article: Article, day: date) -> str:
    """RFC 3339; a bare day is its first moment in UTC."""
    stated = article.date_published or day.isoformat()
    return stated if len(stated) > 10 else f"{stated}T00:00:00Z"


def _summary(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.summary)


def _atom(book: Book, base: str, items: list[tuple[Briefing, str]], day: date) -> str:
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    newest = max((_instant(briefing.article, day) for briefing, _ in items), default=f"{day.isoformat()}T00:00:00Z")
    for name, text in (("title", book.title), ("id", f"{base}/"), ("updated", newest), ("generator", "Briefbook")):
        _child(root, name, text)
    _child(root, "link", None, href=f"{base}/feed.atom.xml", rel="self")
    _child(root, "link", None, href=f"{base}/")
    for briefing, address in items:
        entry = _child(root, "entry", None)
        _child(entry, "title", briefing.article.headline or briefing.article.id)
        _child(entry, "id", address)
        _child(entry, "link", None, href=address)
        _child(entry, "updated", _instant(briefing.article, day))
        author = _child(entry, "author", None)
        _child(author, "name", ", ".join(briefing.article.authors) or briefing.article.publisher or book.title)
        _child(entry, "summary", _summary(briefing))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _child(parent: ElementTree.Element, name: str, text: str | None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", {k: CONTROL.sub("", v) for k, v in attributes.items()})
    child.text = CONTROL.sub("", text) if text is not None else None
    return child


def _json_feed(book: Book, base: str, items: list[tuple[Briefing, str]], day: date) -> str:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": book.title,
        "home_page_url": f"{base}/",
        "feed_url": f"{base}/feed.json",
        "items": [_json_item(briefing, address, day) for briefing, address in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(briefing: Briefing, address: str, day: date) -> dict[str, Any]:
    article = briefing.article
    return {
        "id": address,
        "url": address,
        "title": article.headline or article.id,
        "content_text": _summary(briefing),
        "date_published": _instant(article, day),
        "authors": [{"name": name} for name in article.authors],
    }
