"""Captions and credits that no class names: in the attributes of a picture, or in the words right beside it."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.grammar.credits import read_credit, split_caption
from briefbook.sources.html.tree import text_of
from briefbook.sources.instants import written_instant
from briefbook.sources.pasted.words import page_words

DATA_CAPTION = re.compile(r"data-(?:[a-z]+-)*(?:caption|legend|description)\Z")
DATA_CREDIT = re.compile(r"data-(?:[a-z]+-)*(?:credits?|copyright|photographer|byline|attribution)\Z")
TAG = re.compile(r"<[^>]{0,200}>")
HOLDERS = frozenset({"figure", "picture", "a", "div", "span", "p"})
HEADINGS = ("h1", "h2", "h3", "h4")
WHOLE_PAGE = frozenset({"body", "main", "html", "head"})
CLIMB_ATTRIBUTES, CLIMB_WORDS = 2, 5
"""Levels from a picture up to what carries its attributes, and to what holds its words."""
MAX_WORDS = 400
"""Characters of an unmarked caption with its credit."""
MAX_LINKED = 0.3
"""Share of an unmarked caption that may be linked; a teaser is mostly one link."""


class Attributes(NamedTuple):
    """What the attributes of a picture, or of what wraps it, say about it."""

    caption: str | None
    credit: str | None


def attributes_of(picture: HtmlElement) -> Attributes | None:
    """Caption and credit in `data-` attributes, or None when there are none."""
    caption = credit = None
    for element in (picture, *islice(picture.iterancestors(), CLIMB_ATTRIBUTES)):
        if element is not picture and (element.tag not in HOLDERS or len(element.findall(".//img")) > 1):
            break
        for name, value in element.attrib.items():
            text = " ".join(TAG.sub(" ", value).split())
            if not any(map(str.isalpha, text)):
                continue
            if DATA_CREDIT.match(name):
                credit = credit or text
            elif DATA_CAPTION.match(name):
                caption = caption or text
    return Attributes(caption, credit) if caption or credit else None


def words_beside(picture: HtmlElement) -> HtmlElement | None:
    """The element whose words are the picture's unmarked caption: short, unlinked, and ending in a credit."""
    previous = picture
    for element in islice(picture.iterancestors(), CLIMB_WORDS):
        if element.tag in WHOLE_PAGE:
            return None
        text = text_of(element)
        if len(text) > MAX_WORDS:
            below = previous.getnext()
            alone = below is not None and not text_of(previous) and _is_caption(below)
            return below if alone else None
        if text:
            return element if _is_caption(element) else None
        previous = element
    return None


def _is_caption(element: HtmlElement) -> bool:
    text = text_of(element)
    if not 0 < len(text) <= MAX_WORDS or any(True for _ in element.iter(*HEADINGS)):
        return False
    if sum(len(text_of(link)) for link in element.iter("a")) > MAX_LINKED * len(text):
        return False
    parts = split_caption(text)
    line = (parts.credit_line or "").casefold()
    if not line or written_instant(line) or page_words().byline.match(text):
        return False
    credit = read_credit(parts.credit_line or "")
    labelled = any(sign in line for sign in (":", "©", "photo by", "foto"))
    return labelled or bool(parts.caption and ((credit.agencies and credit.photographers) or credit.handout))
