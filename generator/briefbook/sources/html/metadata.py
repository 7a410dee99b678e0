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
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from briefbook.sources.html.authors import read_authors
from briefbook.sources.html.headlines import read_headlines
from briefbook.sources.html.structured import StructuredData
from briefbook.sources.html.tree import class_pattern, text_of
from briefbook.sources.instants import most_precise

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
MOST_TIMES = 6
MAX_BESIDE = 40
"""Characters before a time that say what happened then."""
STANDFIRST_KEYS = ("og:description", "description", "twitter:description", "dc.description")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the page states; every field None or empty when it does not.

    Attributes:
        visible_headline: The headline that a reader sees, where the metadata gives another one.
    """

    headline: str | None
    visible_headline: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date_published: str | None
    language: str | None
    url: str | None


def read_metadata(tree: HtmlElement, structured: StructuredData) -> PageMetadata:
    """Read all fields of one page."""
    meta = _meta(tree)
    publisher = _publisher(tree, structured, meta)
    headlines = read_headlines(tree, structured, meta, publisher)
    return PageMetadata(
        headline=headlines.chosen,
        visible_headline=headlines.visible,
        standfirst=_first([structured.text("alternativeHeadline"), *(meta.get(key) for key in STANDFIRST_KEYS)]),
        authors=read_authors(tree, structured, meta, publisher),
        publisher=publisher,
        date_published=most_precise(_dates(tree, structured, meta)),
        language=_language(tree, structured, meta),
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


def _publisher(tree: HtmlElement, structured: StructuredData, meta: dict[str, str]) -> str | None:
    for item in structured.objects("publisher"):
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            return html.unescape(name).strip()
    marked = tree.xpath('(//*[@itemprop="publisher"]//*[@itemprop="name"])[1]')
    own = [element.get("content") or text_of(element) for element in marked]
    return _first([meta.get("og:site_name"), *own, meta.get("application-name")])


def _dates(tree: HtmlElement, structured: StructuredData, meta: dict[str, str]) -> Iterator[str]:
    yield from filter(None, [structured.text("datePublished")])
    yield from (meta[key] for key in DATE_KEYS if key in meta)
    times = list(islice(tree.iter("time"), MOST_TIMES))
    for element in [time for time in times if not _is_update(time)][:1] or times[:1]:
        yield from filter(None, [element.get("datetime"), text_of(element)])
    yield from filter(None, [structured.text("dateCreated")])
    for element in tree.xpath(
        '//*[contains(@class, "publi") or contains(@class, "byline") or contains(@class, "date")]'
    )[:8]:
        text = text_of(element)
        if len(text) < 160:
            yield text


def _is_update(time: HtmlElement) -> bool:
    """Does a time, its class or what stands around it say that the article was changed then?"""
    parent = time.getparent()
    before = time.getprevious()
    beside = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    words = [time.get("class"), time.get("itemprop"), beside[-MAX_BESIDE:]]
    return any(word and class_pattern("update-mark").search(word) for word in words)


def _language(tree: HtmlElement, structured: StructuredData, meta: dict[str, str]) -> str | None:
    stated = tree.get("lang") or structured.text("inLanguage") or meta.get("inlanguage") or ""
    return stated.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", stated) else None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses: list[str | None] = [*links, meta.get("og:url")]
    for address in addresses:
        if address and urlsplit(address).scheme in ("http", "https"):
            return address
    return None
