"""RSS and Atom feeds that carry whole articles, read with feedparser; Media RSS credits included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder, slug
from briefbook.sources.bylines import people
from briefbook.sources.html.fragment import add_fragment
from briefbook.sources.instants import parse_instant
from briefbook.sources.xml_tree import parse_xml


def read_feed(path: Path, data: bytes) -> Iterator[Article]:
    """Read every entry that has text, one article each, in the order of the feed.

    Raises:
        SourceError: It is no feed, or no entry has text.
    """
    import feedparser  # heavy: only feeds pay for it

    parse_xml(data, path)  # refuses entities before another parser sees them
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise SourceError("is no RSS or Atom feed", path=path)
    found = 0
    for number, entry in enumerate(feed.entries, start=1):
        article = _entry(entry, feed.feed, path, data)
        if article is not None:
            found += 1
            yield replace(article, id=f"{article.id}-{number}-{slug(article.headline or '')[:60].strip('-')}")
    if not found:
        raise SourceError("no entry of this feed holds an article's text", path=path)


def _entry(entry: Any, feed: Any, path: Path, data: bytes) -> Article | None:
    builder = ArticleBuilder(path, data, language=entry.get("language") or feed.get("language"))
    builder.add(BlockKind.HEADLINE, " ".join((entry.get("title") or "").split()))
    contents = entry.get("content") or [{"value": entry.get("summary") or ""}]
    add_fragment(builder, max((item.get("value") or "" for item in contents), key=len))
    if builder.is_empty:
        return None
    _add_media(builder, entry)
    authors = [author.get("name") or "" for author in entry.get("authors") or []]
    stated = entry.get("published") or entry.get("updated")
    return builder.build(
        authors=people(authors),
        publisher=(feed.get("title") or None),
        date_published=parse_instant(stated) if stated else None,
        url=entry.get("link") if str(entry.get("link", "")).startswith(("http://", "https://")) else None,
        rights=entry.get("rights") or feed.get("rights"),
    )


def _add_media(builder: ArticleBuilder, entry: Any) -> None:
    """Media RSS: feedparser gathers the item's credits, descriptions and contents in document order."""
    credits = [item.get("content") for item in entry.get("media_credit") or [] if item.get("content")]
    pictures = [item for item in entry.get("media_content") or [] if _is_picture(item)]
    caption = entry.get("media_description") or entry.get("media_title") or _nested_description(entry)
    for number, picture in enumerate(pictures):
        builder.add_image(
            caption if number == 0 else None,
            credit_line=credits[number] if number < len(credits) else None,
            url=picture.get("url"),
        )


def _nested_description(entry: Any) -> str | None:
    """A description inside `media:content`, which feedparser files under `summary`, beside the article's own text."""
    content, summary = entry.get("content"), entry.get("summary")
    apart = content and summary and "<" not in summary and summary[:60] not in content[0].get("value", "")
    return str(summary) if apart else None


def _is_picture(item: Any) -> bool:
    return item.get("medium") == "image" or str(item.get("type", "")).startswith("image/")
