"""NewsML-G2 (IPTC, 2.x) and NITF (IPTC, 3.x), which often travels inside it.

A news message may hold several items: every text item is an article, and picture items become its images.  The
sample captions of agencies repeat the credit that `creditline` gives apart; both are read, the caption loses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.bylines import people
from briefbook.sources.feed import read_feed
from briefbook.sources.html.fragment import add_fragment
from briefbook.sources.instants import parse_instant
from briefbook.sources.xml_tree import descendants, first_text, folded_text, local_name, parse_xml

Element = etree._Element
ROOTS = frozenset({"newsMessage", "newsItem", "packageItem", "nitf"})
FEEDS = frozenset({"rss", "feed", "RDF"})
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_xml(path: Path, data: bytes) -> Iterator[Article]:
    """Read an XML file by its root: a feed, or news XML.

    Raises:
        SourceError: It is none of them.
    """
    root = local_name(parse_xml(data, path))
    yield from read_feed(path, data) if root in FEEDS else read_news_xml(path, data)


def read_news_xml(path: Path, data: bytes) -> Iterator[Article]:
    """Read the text items of a NewsML-G2 or NITF file.

    Raises:
        SourceError: It is neither, or holds no text.
    """
    root = parse_xml(data, path)
    if local_name(root) not in ROOTS:
        raise SourceError(f"is XML with the root '{local_name(root)}': expected NewsML-G2 or NITF", path=path)
    found = 0
    for article in _nitf_file(root, path, data) if local_name(root) == "nitf" else _message(root, path, data):
        found += 1
        yield article
    if not found:
        raise SourceError("holds no text item", path=path)


def _nitf_file(root: Element, path: Path, data: bytes) -> Iterator[Article]:
    builder = ArticleBuilder(path, data, language=root.get(LANGUAGE))
    _add_nitf(builder, root)
    if not builder.is_empty:
        yield builder.build(**_nitf_metadata(root))


def _message(root: Element, path: Path, data: bytes) -> Iterator[Article]:
    items = list(descendants(root, "newsItem"))
    pictures = [item for item in items if _item_class(item) == "picture"]
    texts = [item for item in items if _item_class(item) != "picture"]
    for item in texts:
        builder = ArticleBuilder(path, data, language=_language(item))
        _add_text(builder, item)
        for picture in pictures if len(texts) == 1 else ():
            _add_picture(builder, picture)
        if not builder.is_empty:
            yield builder.build(**_item_metadata(item))


def _item_class(item: Element) -> str:
    return next((element.get("qcode", "").rsplit(":", 1)[-1] for element in descendants(item, "itemClass")), "text")


def _language(item: Element) -> str | None:
    stated = next((element.get("tag") for element in descendants(item, "language") if element.get("tag")), None)
    return stated or item.get(LANGUAGE)


def _add_text(builder: ArticleBuilder, item: Element) -> None:
    nitf = next(descendants(item, "nitf"), None)
    if nitf is not None:
        _add_nitf(builder, nitf, headline=_meta_text(item, "headline"))
        return
    builder.add(BlockKind.HEADLINE, _meta_text(item, "headline"))
    builder.add(BlockKind.STANDFIRST, _described(item, "summary"))
    for content in descendants(item, "inlineXML", "inlineData"):
        body = next(descendants(content, "body"), content)
        for child in list(body) or [body]:
            add_fragment(builder, etree.tostring(child, encoding="unicode", method="html", with_tail=False))
        break


def _meta_text(item: Element, name: str) -> str | None:
    meta = next(descendants(item, "contentMeta"), None)
    return first_text(meta, name) if meta is not None else None


def _described(item: Element, role: str) -> str | None:
    for element in descendants(item, "description"):
        if element.get("role", "").rsplit(":", 1)[-1] == role:
            return folded_text(element) or None
    return None


def _item_metadata(item: Element) -> dict[str, object]:
    issued = first_text(item, "firstCreated", "versionCreated")
    by = _meta_text(item, "by")
    holder = next(
        (first_text(element, "name") or element.get("literal") for element in descendants(item, "provider")), None
    )
    return {
        "authors": people([by or ""]),
        "publisher": holder or next((e.get("literal") for e in descendants(item, "provider")), None),
        "date_published": parse_instant(issued) if issued else None,
        "rights": first_text(item, "usageTerms", "copyrightNotice"),
    }


def _add_picture(builder: ArticleBuilder, item: Element) -> None:
    caption = _described(item, "caption") or _meta_text(item, "description")
    credit = _meta_text(item, "creditline")
    remote = next((element.get("href") for element in descendants(item, "remoteContent") if element.get("href")), None)
    if credit and caption and credit in caption:
        credit = None
    builder.add_image(caption, credit_line=credit, url=remote)


def _add_nitf(builder: ArticleBuilder, root: Element, headline: str | None = None) -> None:
    builder.add(BlockKind.HEADLINE, first_text(root, "hl1", "headline") or headline or first_text(root, "title"))
    builder.add(BlockKind.STANDFIRST, first_text(root, "abstract"))
    content = next(descendants(root, "body.content"), None)
    for element in content.iter() if content is not None else ():
        name = local_name(element)
        if name == "media":
            _add_media(builder, element)
        elif name in ("hl2", "p", "li") and not any(
            local_name(parent) == "media" for parent in element.iterancestors()
        ):
            kind = BlockKind.SUBHEAD if name == "hl2" else BlockKind.PARAGRAPH
            builder.add(kind, folded_text(element))


def _add_media(builder: ArticleBuilder, media: Element) -> None:
    reference = next(descendants(media, "media-reference"), None)
    builder.add_image(
        first_text(media, "media-caption"),
        credit_line=first_text(media, "media-producer"),
        alt_text=reference.get("alternate-text") if reference is not None else None,
        url=reference.get("source") if reference is not None else None,
    )


def _nitf_metadata(root: Element) -> dict[str, object]:
    stated = (element.get("norm") for element in descendants(root, "date.issue", "date.release", "story.date"))
    dates = (parse_instant(_spread(value)) for value in stated if value)
    bylines = [folded_text(element) for element in descendants(root, "byline")]
    return {
        "authors": people(bylines),
        "publisher": next((e.get("holder") for e in descendants(root, "doc.copyright") if e.get("holder")), None),
        "date_published": next((date for date in dates if date), None),
    }


def _spread(norm: str) -> str:
    """ISO 8601 basic form ("20240917T064500Z") as the extended form."""
    if len(norm) >= 15 and norm[8:9] == "T" and norm[:8].isdigit():
        return f"{norm[:4]}-{norm[4:6]}-{norm[6:8]}T{norm[9:11]}:{norm[11:13]}:{norm[13:15]}{norm[15:]}"
    return norm
