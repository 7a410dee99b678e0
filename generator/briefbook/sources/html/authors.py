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
from briefbook.sources.pasted.words import page_words

KEYS = ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
MARKS = (
    *(f'contains(@class, "{part}")' for part in ("uthor", "yline", "utor", "firma", "signature", "writer")),
    *(
        f'contains(@{name}, "{part}")'
        for name in ("data-testid", "data-component", "data-qa")
        for part in ("yline", "uthor")
    ),
)
BYLINES = f'//*[@rel="author" or contains(@itemprop, "author") or {" or ".join(MARKS)}]'
BELOW_HEADLINE = (
    "(//h1)[1]/following::*[self::p or self::div or self::span or self::strong or self::h6][position() <= 30]"
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
    for texts in chain((stated, [meta[key] for key in KEYS if key in meta]), _visible(tree), _said(tree)):
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


def _visible(tree: HtmlElement) -> Iterator[list[str]]:
    """Texts of the first elements that are marked as a byline, the innermost of nested ones; those of a list together."""
    marked = [element for element in tree.xpath(BYLINES)[:MOST_MARKED] if _is_byline(element)]
    inner = [element for element in marked if not any(element in other.iterancestors() for other in marked)]
    for element in inner:
        listed = [other for other in inner if other is element or _are_listed(element, other)]
        texts = [text for text in map(text_of, listed) if MIN_BYLINE <= len(text) < MAX_BYLINE]
        if texts:
            yield texts


def _are_listed(one: HtmlElement, other: HtmlElement) -> bool:
    """Do two bylines of one form stand in one list, each in an item of its own or not?"""
    if one.tag != other.tag or one.get("class") != other.get("class"):
        return False
    lists = [element for element in (one.getparent(), other.getparent()) if element is not None]
    return len(lists) == 2 and (
        lists[0] is lists[1] or (lists[0].tag == "li" and lists[0].getparent() is lists[1].getparent())
    )


def _is_byline(element: HtmlElement) -> bool:
    named = element.get("rel") == "author" or element.get("itemprop")
    attributes = any(name.startswith("data-") and "yline" in value for name, value in element.attrib.items())
    return bool(named or attributes or is_classed(element.get("class"), "author-class"))


def _said(tree: HtmlElement) -> Iterator[list[str]]:
    """Short texts right below the headline that say "by", though nothing marks them."""
    for element in tree.xpath(BELOW_HEADLINE):
        text = text_of(element)
        if MIN_BYLINE <= len(text) < MAX_BYLINE and page_words().byline.match(text) and text[-1] not in ".!?":
            yield [text]
