"""The body of a page: paragraphs and subheads in order, found by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.html.tree import is_classed, text_of

EMBEDS = ("blockquote", "div", "section")
DEAD = ("script", "style", "svg", "iframe", "template")
SUBHEADS = frozenset({"head"})
PARAGRAPHS = frozenset({"p", "item", "quote", "cell", "ab", "code"})


class BodyText(NamedTuple):
    """One block of the body."""

    kind: BlockKind
    text: str


def take_embeds(tree: HtmlElement) -> list[str]:
    """Take embedded posts of other sites out of the tree; their texts."""
    embeds = [element for element in tree.iter(*EMBEDS) if is_classed(element.get("class"), "embed-class")]
    texts = [text_of(element) for element in embeds]
    for element in embeds:
        element.drop_tree()
    return [text for text in texts if text]


def read_body(tree: HtmlElement) -> list[BodyText]:
    """Blocks of the main text; empty when there is none.  Changes the tree."""
    from trafilatura import bare_extraction  # heavy: only pages pay for it

    etree.strip_elements(tree, *DEAD, with_tail=False)  # none is text, and copying them takes time
    found = bare_extraction(tree, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: HtmlElement) -> Iterator[BodyText]:
    """Paragraph-like elements that hold no further ones, in order; loose text between them too."""
    for element in body.iter():
        if element.tag in SUBHEADS:
            kind = BlockKind.SUBHEAD
        elif element.tag in PARAGRAPHS and not _holds_blocks(element):
            kind = BlockKind.PARAGRAPH
        else:
            continue
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield BodyText(kind, text)


def _holds_blocks(element: HtmlElement) -> bool:
    return any(child.tag in PARAGRAPHS | SUBHEADS for child in element.iterdescendants())
