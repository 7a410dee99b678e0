"""Clean HTML fragments, as news formats carry them: no page furniture, so every block is the article's."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.html.tree import UNSEEN, part_at_breaks, text_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements inside a line of text."""


def add_fragment(builder: ArticleBuilder, markup: str) -> None:
    """Add the blocks and figures of a fragment (HTML, or plain text with line ends) to an article."""
    if "<" not in markup:
        for line in markup.splitlines():
            builder.add(BlockKind.PARAGRAPH, " ".join(line.split()))
        return
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root = lxml.html.fragment_fromstring(markup.encode("utf-8", "replace"), create_parent="div", parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return
    _add(builder, root)


def _add(builder: ArticleBuilder, root: HtmlElement) -> None:
    """Walk the fragment with an explicit stack, since hostile ones nest deeper than Python may recurse."""
    part_at_breaks(root)
    stack: list[HtmlElement | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            builder.add(BlockKind.PARAGRAPH, item)
        elif item.tag == "figure":
            _add_figure(builder, item)
        elif item.tag in HEADINGS:
            builder.add(BlockKind.SUBHEAD, text_of(item))
        elif item.tag not in UNSEEN:
            stack.extend(reversed(list(_parts(item))))


def _parts(element: HtmlElement) -> Iterator[HtmlElement | str]:
    """The blocks in an element, and as text what stands before, between and behind them: no word is lost."""
    words = [element.text or ""]
    for child in element:
        if child.tag in INLINE and all(below.tag in INLINE for below in child.iter()):
            words.append(" " if child.tag == "br" else "".join(child.itertext()))
        else:
            yield " ".join("".join(words).split())
            yield child
            words = []
        words.append(child.tail or "")
    yield " ".join("".join(words).split())


def _add_figure(builder: ArticleBuilder, figure: HtmlElement) -> None:
    image = next(figure.iter("img"), None)
    caption = next(figure.iter("figcaption"), None)
    builder.add_image(
        text_of(caption) if caption is not None else None,
        alt_text=" ".join((image.get("alt") or "").split()) if image is not None else None,
        url=image.get("src") if image is not None else None,
    )
