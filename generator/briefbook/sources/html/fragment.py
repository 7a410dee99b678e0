"""Clean HTML fragments, as news formats carry them: no page furniture, so every block is the article's."""

from __future__ import annotations

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.html.tree import text_of

PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "div", "td"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "br", "q", "cite", "sub", "sup", "small", "u", "code", "abbr"}
)


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
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == "figure":
            _add_figure(builder, element)
        elif element.tag in HEADINGS:
            builder.add(BlockKind.SUBHEAD, text_of(element))
        elif element.tag in PARAGRAPHS and all(child.tag in INLINE for child in element):
            builder.add(BlockKind.PARAGRAPH, text_of(element))
        else:
            builder.add(BlockKind.PARAGRAPH, " ".join((element.text or "").split()))
            stack.extend(reversed(element))


def _add_figure(builder: ArticleBuilder, figure: HtmlElement) -> None:
    image = next(figure.iter("img"), None)
    caption = next(figure.iter("figcaption"), None)
    builder.add_image(
        text_of(caption) if caption is not None else None,
        alt_text=" ".join((image.get("alt") or "").split()) if image is not None else None,
        url=image.get("src") if image is not None else None,
    )
