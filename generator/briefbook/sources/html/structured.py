"""JSON-LD of a page: the schema.org article object and who it refers to.

Pages break the format in many ways (trailing commas, HTML entities in strings, several graphs), so whatever can't be
read is passed over: the visible page is always there as a fallback.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

OWN = ("og:url", "og:title")
MOST_TITLES = 8
MAX_NODES = 20_000
"""More nodes than any page has; a hostile one stops here."""


@dataclass(frozen=True, kw_only=True)
class StructuredData:
    """The article object of a page (empty when it has none) and all objects by `@id`."""

    article: dict[str, Any] = field(default_factory=dict)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)

    def text(self, key: str) -> str | None:
        """A property of the article as plain text, entities resolved, or None."""
        value = self.article.get(key)
        value = value[0] if isinstance(value, list) and value else value
        return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None

    def objects(self, key: str) -> list[Any]:
        """The values of a property of the article: objects with `@id` references followed, or plain strings."""
        value = self.article.get(key)
        values = value if isinstance(value, list) else [value] if value else []
        return [self._follow(item) for item in values]

    def _follow(self, item: Any) -> Any:
        if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
            return self.by_id.get(item["@id"], item)
        return item


def read_structured(tree: HtmlElement) -> StructuredData:
    """Read all JSON-LD scripts of a page."""
    nodes = [node for script in tree.iter("script") if _is_json_ld(script) for node in _nodes(script.text or "")]
    by_id: dict[str, dict[str, Any]] = {}
    for node in nodes:
        if isinstance(node.get("@id"), str):
            by_id.setdefault(node["@id"], {}).update(node)
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if "WebPage" in _types(node) and node.get("datePublished")]
    about = _said_of(tree)
    best = max(articles, key=lambda node: (_is_about(node, about), len(node)), default=None) or next(iter(pages), {})
    return StructuredData(article=best, by_id=by_id)


def _said_of(tree: HtmlElement) -> frozenset[str]:
    """By what the page's own article is known among several: its address, its title and its visible headlines."""
    links = [link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"]
    titles = [element.text_content() for element in islice(tree.iter("h1", "title"), MOST_TITLES)]
    meta = [element.get("content") or "" for element in tree.iter("meta") if element.get("property") in OWN]
    return frozenset(" ".join(text.split()).casefold() for text in (*links, *titles, *meta) if text.strip())


def _is_about(node: dict[str, Any], about: frozenset[str]) -> int:
    """How many of an article object's address and headline are the page's own."""
    page = node.get("mainEntityOfPage")
    addresses = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    named = [value.split("#")[0].casefold() for value in addresses if isinstance(value, str)]
    headline = node.get("headline")
    title = " ".join(html.unescape(headline).split()).casefold() if isinstance(headline, str) else ""
    return any(address in about for address in named) + any(title and text.startswith(title) for text in about)


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "")


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    try:
        value = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    todo, seen = [value], 0
    while todo and seen < MAX_NODES:
        item, seen = todo.pop(0), seen + 1
        if isinstance(item, list):
            todo.extend(item)
        elif isinstance(item, dict):
            yield item
            todo.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(item.get(key), dict | list)
            )


def _types(node: dict[str, Any]) -> list[str]:
    value = node.get("@type")
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = _types(node)
    return any(
        kind.endswith("Article") or kind in ("BlogPosting", "LiveBlogPosting", "Report") for kind in kinds
    ) and bool(node.get("headline") or node.get("name") or node.get("datePublished"))
