"""What stands in a page's body without being the article: links to other articles, prompts, notes on authors.

First by structure (a paragraph or heading that is one link and no sentence leads elsewhere), then by the words that
pasted text is cleaned with.  Nothing is lost: what is taken out goes to `Article.omitted`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.bylines import people
from briefbook.sources.html.body import BodyText
from briefbook.sources.html.tree import text_begins, text_of
from briefbook.sources.pasted.instants import is_date_line
from briefbook.sources.pasted.lines import read_lines
from briefbook.sources.pasted.trail import is_trail
from briefbook.sources.pasted.words import page_words

LINK_BLOCKS = ("p", "li", "h2", "h3", "h4")
MAX_LINK, MAX_PIECES = 200, 40
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
TAIL = 0.6
"""Share of the text after which a heading like "More from us" ends the article."""

HEAD = 6
"""Blocks from the top among which bylines and date lines stand."""
MAX_HEAD_MATTER = 110
MAX_NOTE = 400
"""Characters of a note on an author; a longer paragraph with such words is the article's."""


class Cleaned(NamedTuple):
    """The article's own blocks, and the texts taken out."""

    body: list[BodyText]
    omitted: list[str]


def take_link_blocks(tree: HtmlElement) -> list[str]:
    """Take paragraphs and headings that are one link, and no sentence, out of the tree; their texts."""
    found = [(element, text) for element in tree.iter(*LINK_BLOCKS) if (text := _link_text(element))]
    for element, _ in found:
        element.drop_tree()
    return [text for _, text in found]


def _link_text(element: HtmlElement) -> str:
    """The text of an element that is one link, and no sentence; else ""."""
    if len(element) == 0 or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return ""
    link = element[0] if element[0].tag == "a" else next(element.iter("a"), None)
    if link is None or not link.get("href") or not _is_short(link):
        return ""
    text = text_of(element)
    alone = len(element) == 1 and link is element[0]
    is_link = len(text) <= MAX_LINK and not SENTENCE_END.search(text) and (alone or text == text_of(link))
    return text if is_link else ""


def _is_short(link: HtmlElement) -> bool:
    """May the link be a title, as far as its text shows without looking closely?"""
    return 0 < len(text_begins(link, MAX_PIECES).strip()) <= 4 * MAX_LINK


def clean(body: list[BodyText], authors: tuple[str, ...] = ()) -> Cleaned:
    """Part a body from page furniture, and from bylines, date lines and breadcrumbs above its text; `authors` are those stated."""
    end = _end(body)
    kept: list[BodyText] = []
    omitted: list[str] = []
    for number, item in enumerate(body[:end]):
        if _is_furniture(item, last=number >= end - 3) or (number < HEAD and _is_head_matter(item.text, authors)):
            omitted.append(item.text)
        else:
            kept.append(item)
    while len(kept) > 1 and kept[-1].kind is BlockKind.SUBHEAD:
        omitted.append(kept.pop().text)
    return Cleaned(kept, [*omitted, *(item.text for item in body[end:])])


def _end(body: list[BodyText]) -> int:
    """Where the last heading above links to other articles stands, late in the text; else the length of the body.

    Not the first: boxes of links stand between paragraphs too, and those before the last are dropped by their words.
    """
    words = page_words()
    total, seen, end = sum(len(item.text) for item in body), 0, len(body)
    for number, item in enumerate(body):
        if seen >= TAIL * total and item.kind is BlockKind.SUBHEAD and words.is_furniture(item.text):
            end = number
        seen += len(item.text)
    return end


def _is_head_matter(text: str, authors: tuple[str, ...]) -> bool:
    """Does a block say who wrote the article, or when, or where in the site it stands, and nothing else?"""
    if len(text) > MAX_HEAD_MATTER or SENTENCE_END.search(text):
        return False
    if page_words().byline.match(text) and people([text]):
        return True
    names = people([text]) if authors else ()
    line = read_lines(text)[0]
    return bool(names and set(names) <= set(authors)) or is_date_line(line) or is_trail(line)


def _is_furniture(item: BodyText, *, last: bool) -> bool:
    words = page_words()
    if words.is_furniture(item.text):
        return True
    return last and len(item.text) <= MAX_NOTE and bool(words.bio.search(item.text))
