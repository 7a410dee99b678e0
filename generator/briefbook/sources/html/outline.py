"""Paragraphs and headings as the page itself sets them, to mend what the search for the main text loses.

The main text is found by trafilatura.  It joins the paragraphs of short pages and of scripts without spaces into one,
and drops some headings amid the text; both are put right by what stands in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.html.body import BodyText
from briefbook.sources.html.tree import is_classed, text_of

HEADINGS = frozenset({"h2", "h3", "h4"})
BLOCKS = ("p", "h2", "h3", "h4", "li", "blockquote")
PLAIN = HEADINGS | {"p"}
"""Elements whose class makes no box beside the article of them."""
ASIDES = frozenset({"aside", "nav", "footer", "header", "form"})
MIN_PARAGRAPH = 25
"""Characters of a paragraph that says where the article is."""
MAX_HEADING = 150
SHARE = 0.5
"""Share of the text found that the page's own paragraphs must have to replace it."""


class Outline(NamedTuple):
    """The blocks of the page in order, and those of the element that holds most of its paragraphs."""

    blocks: Sequence[BodyText]
    densest: Sequence[BodyText]


def read_outline(tree: HtmlElement) -> Outline:
    """Read the outline of a page, before its main text is searched for."""
    found = [(element, BodyText(_kind(element), text)) for element, text in _texts(tree)]
    weights: dict[HtmlElement, int] = {}
    for element, item in found:
        parent = element.getparent()
        if item.kind is BlockKind.PARAGRAPH and len(item.text) >= MIN_PARAGRAPH and parent is not None:
            weights[parent] = weights.get(parent, 0) + len(item.text)
    best = max(weights, key=lambda parent: weights[parent], default=None)
    densest = [item for element, item in found if best is not None and best in element.iterancestors()]
    return Outline([item for _, item in found], densest)


def _kind(element: HtmlElement) -> BlockKind:
    return BlockKind.SUBHEAD if element.tag in HEADINGS else BlockKind.PARAGRAPH


def _texts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    outside: HtmlElement | None = None
    for element in tree.iter(*BLOCKS, *ASIDES, "div", "section", "ul"):
        if outside is not None and outside in element.iterancestors():
            continue
        outside = None
        if element.tag in ASIDES or (element.tag not in PLAIN and is_classed(element.get("class"), "aside-class")):
            outside = element
        elif element.tag in BLOCKS and (len(element) == 0 or next(element.iter("p", "li"), element) is element):
            if text := text_of(element):
                yield element, text


def mended(body: list[BodyText], outline: Outline) -> list[BodyText]:
    """The body with its paragraphs apart and its headings back."""
    if sum(item.kind is BlockKind.PARAGRAPH for item in body) <= 1 < len(outline.densest):
        length = sum(len(item.text) for item in body)
        if sum(len(item.text) for item in outline.densest) >= SHARE * length:
            return list(outline.densest)
    return list(_with_headings(body, outline))


def _with_headings(body: list[BodyText], outline: Outline) -> Iterator[BodyText]:
    """The body with the headings that stand between two of its paragraphs on the page, right before the second."""
    known = {item.text for item in body}
    above: dict[str, BodyText] = {}
    blocks = outline.blocks
    for before, heading, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if heading.kind is not BlockKind.SUBHEAD or heading.text in known or len(heading.text) > MAX_HEADING:
            continue
        if before.text in known and after.text in known and after.kind is BlockKind.PARAGRAPH:
            above[after.text] = heading
    for item in body:
        if item.text in above:
            yield above.pop(item.text)
        yield item
