"""What a page says about itself: headline, standfirst, authors, publisher, publication time, language, address.

Order of trust per field: JSON-LD (written by the newsroom's system for search engines, seldom stale), then Open Graph
and other `meta` elements, then `time` elements, then the visible page.  The headline is the exception in one point:
when the page shows a headline that the metadata only decorates (" | Site name"), the visible one is taken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from briefbook import lexicons
from briefbook.sources.html.structured import StructuredData
from briefbook.sources.html.tree import class_pattern, text_of
from briefbook.sources.instants import most_precise

TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "title")
AUTHOR_KEYS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
)
DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publisheddate",
    "prism.publicationdate",
    "dc.date",
    "date",
)
STANDFIRST_KEYS = ("og:description", "description", "twitter:description", "dc.description")
SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " : ", "-", "|")
BY = re.compile(r"^(?:written\s+)?(?:by|von|par|por|di|door|av|af|од|от)[:\s]+", re.IGNORECASE)
FROM_PLACE = re.compile(r"(?<=\w)\s+in\s+[A-Z][\w .'’-]*$")
"""Where the author wrote from ("Ann Able in Lisbon")."""

LIST = re.compile(r"\s*(?:,|;|\||\band\b|\bund\b|\bet\b|&|\by\b)\s*")
NOT_A_PERSON = re.compile(
    r"https?://|@|\d|\b(?:staff|newsroom|editors?|editorial|desk|team|agenc(?:y|ies)|correspondents?|reporters?|redaktion|"
    r"redacci[oó]n|r[eé]daction|redazione|associated press|reuters|wire services?|online|news|press|media|magazine|contributors?|admin)\b",
    re.IGNORECASE,
)
MAX_NAME_WORDS = 6
BYLINES = (
    '//*[@rel="author" or contains(@itemprop, "author") or contains(@class, "author") or contains(@class, "byline")]'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the page states; every field None or empty when it does not."""

    headline: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date_published: str | None
    language: str | None
    url: str | None


def read_metadata(tree: HtmlElement, structured: StructuredData) -> PageMetadata:
    """Read all fields of one page."""
    meta = _meta(tree)
    publisher = _publisher(structured, meta)
    headline = _headline(tree, structured, meta)
    return PageMetadata(
        headline=headline,
        standfirst=_first([structured.text("alternativeHeadline"), *(meta.get(key) for key in STANDFIRST_KEYS)]),
        authors=_authors(tree, structured, meta, publisher),
        publisher=publisher,
        date_published=most_precise(_dates(tree, structured, meta)),
        language=_language(tree, structured),
        url=_address(tree, meta),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """`meta` elements by lower-case name; the first of a name wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join(html.unescape(element.get("content") or "").split())
        if key and content:
            found.setdefault(key, content)
    return found


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _headline(tree: HtmlElement, structured: StructuredData, meta: dict[str, str]) -> str | None:
    visible = [text for text in map(text_of, tree.iter("h1")) if text]
    stated = _first([structured.text("headline"), *(meta.get(key) for key in TITLE_KEYS)])
    if stated is None:
        title = next((text_of(element) for element in tree.iter("title")), "")
        stated = title or None
    if stated is None:
        return visible[0] if visible else None
    for shown in (*visible, meta.get("og:title", "")):
        if shown and len(shown) > 12 and _decorates(stated, shown):
            return shown
    return _undecorated(stated, meta.get("og:site_name"))


def _decorates(stated: str, shown: str) -> bool:
    """Is the stated headline the shown one, perhaps with a site name after (or before) it?"""
    a, b = _fold(stated), _fold(shown)
    return a == b or (a.startswith(b) and a[len(b) :].lstrip()[:1] in "|-–—·:")


def _undecorated(stated: str, site: str | None) -> str:
    for separator in SEPARATORS:
        head, found, tail = stated.rpartition(separator)
        if found and site and _fold(tail) == _fold(site):
            return head.strip()
    return stated


def _fold(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


def _authors(
    tree: HtmlElement, structured: StructuredData, meta: dict[str, str], publisher: str | None
) -> tuple[str, ...]:
    """Names of people; where no one is named, the news agency whose report it is.  A desk or a site is no author."""
    stated = [name for item in structured.objects("author") for name in _stated_names(item)]
    bylines = chain((stated, [meta[key] for key in AUTHOR_KEYS if key in meta]), ([t] for t in _visible_authors(tree)))
    agencies: list[str] = []
    for texts in bylines:
        names = [_without_agency(name) for text in texts for name in split_names(text)]
        people = [name for name in names if _is_person(name, publisher)]
        if people:
            return tuple(dict.fromkeys(people))
        agencies += [name for name in names if _is_agency(name, publisher)]
    return tuple(dict.fromkeys(agencies[:1]))


@lru_cache(maxsize=1)
def _news_agencies() -> frozenset[str]:
    """Names of the world's news agencies, folded."""
    return frozenset(_fold(name) for name in lexicons.load("credit_agencies", "any").words("wire"))


def _is_agency(name: str, publisher: str | None) -> bool:
    return _fold(name) in _news_agencies() and (publisher is None or _fold(name) != _fold(publisher))


def _without_agency(name: str) -> str:
    """A name without the agency that stands behind it ("Rosa Diaz Reuters")."""
    words = name.split()
    for size in (1, 2, 3):
        if len(words) - size >= 2 and _fold(" ".join(words[-size:])) in _news_agencies():
            return " ".join(words[:-size])
    return name


def _stated_names(item: Any) -> Iterator[str]:
    """Names in one `author` value: a string or an object."""
    if isinstance(item, str):
        yield html.unescape(item)
    elif isinstance(item, dict):
        name = item.get("name")
        for value in name if isinstance(name, list) else [name]:
            if isinstance(value, str):
                yield html.unescape(value)


def split_names(text: str) -> Iterator[str]:
    """The names in a byline: "By A. One, B. Two and C. Three | Site" gives three names and the site."""
    for part in LIST.split(BY.sub("", " ".join(text.split()))):
        name = FROM_PLACE.sub("", BY.sub("", part)).strip(" .,;:–—-•")
        if name:
            yield name


def _is_person(name: str, publisher: str | None) -> bool:
    words = name.split()
    return (
        len(words) <= MAX_NAME_WORDS
        and len(name) <= 60
        and not NOT_A_PERSON.search(name)
        and (publisher is None or _fold(name) != _fold(publisher))
        and any(character.isalpha() for character in name)
        and (len(words) > 1 or not name.isascii())
    )


def _visible_authors(tree: HtmlElement) -> Iterator[str]:
    """Text of the first elements that are marked as a byline, the innermost of nested ones."""
    marked = [element for element in tree.xpath(BYLINES)[:20] if _is_byline(element)]
    for element in marked:
        text = text_of(element)
        if 3 < len(text) < 120 and not any(element in other.iterancestors() for other in marked):
            yield text


def _is_byline(element: HtmlElement) -> bool:
    named = element.get("rel") == "author" or element.get("itemprop")
    return bool(named or class_pattern("author-class").search(element.get("class") or ""))


def _publisher(structured: StructuredData, meta: dict[str, str]) -> str | None:
    for item in structured.objects("publisher"):
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            return html.unescape(name).strip()
    return _first([meta.get("og:site_name"), meta.get("application-name")])


def _dates(tree: HtmlElement, structured: StructuredData, meta: dict[str, str]) -> Iterator[str]:
    yield from filter(None, [structured.text("datePublished")])
    yield from (meta[key] for key in DATE_KEYS if key in meta)
    for element in tree.iter("time"):
        yield from filter(None, [element.get("datetime"), text_of(element)])
        break
    yield from filter(None, [structured.text("dateCreated")])
    for element in tree.xpath(
        '//*[contains(@class, "publi") or contains(@class, "byline") or contains(@class, "date")]'
    )[:8]:
        text = text_of(element)
        if len(text) < 160:
            yield text


def _language(tree: HtmlElement, structured: StructuredData) -> str | None:
    stated = tree.get("lang") or structured.text("inLanguage") or ""
    return stated.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", stated) else None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses: list[str | None] = [*links, meta.get("og:url")]
    for address in addresses:
        if address and urlsplit(address).scheme in ("http", "https"):
            return address
    return None
