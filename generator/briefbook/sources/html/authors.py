"""Who wrote a page's article: JSON-LD, then `meta` elements, then the visible byline; the first that names people."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

from briefbook.sources.bylines import agencies, people
from briefbook.sources.html.structured import StructuredData
from briefbook.sources.html.tree import is_classed, text_of

KEYS = ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
BYLINES = (
    '//*[@rel="author" or contains(@itemprop, "author") or contains(@class, "author") or contains(@class, "byline")]'
)
MOST_MARKED = 20
MIN_BYLINE, MAX_BYLINE = 4, 120
"""Characters of a visible byline."""


def read_authors(
    tree: HtmlElement, structured: StructuredData, meta: dict[str, str], publisher: str | None
) -> tuple[str, ...]:
    """Names of people; where no one is named, the news agency whose report it is.  A desk or a site is no author."""
    stated = [name for item in structured.objects("author") for name in _stated(item)]
    wire: tuple[str, ...] = ()
    for texts in chain((stated, [meta[key] for key in KEYS if key in meta]), ([text] for text in _visible(tree))):
        if found := people(texts, publisher):
            return found
        wire = wire or agencies(texts, publisher)
    return wire[:1]


def _stated(item: Any) -> Iterator[str]:
    """Names in one `author` value: a string or an object."""
    if isinstance(item, str):
        yield html.unescape(item)
    elif isinstance(item, dict):
        name = item.get("name")
        for value in name if isinstance(name, list) else [name]:
            if isinstance(value, str):
                yield html.unescape(value)


def _visible(tree: HtmlElement) -> Iterator[str]:
    """Text of the first elements that are marked as a byline, the innermost of nested ones."""
    marked = [element for element in tree.xpath(BYLINES)[:MOST_MARKED] if _is_byline(element)]
    for element in marked:
        text = text_of(element)
        if MIN_BYLINE <= len(text) < MAX_BYLINE and not any(element in other.iterancestors() for other in marked):
            yield text


def _is_byline(element: HtmlElement) -> bool:
    named = element.get("rel") == "author" or element.get("itemprop")
    return bool(named or is_classed(element.get("class"), "author-class"))
