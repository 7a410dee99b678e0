"""Captions and credits that no class names: in the attributes of a picture, or in the words right beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.grammar.credits import looks_like_credit, names_maker, read_credit, split_caption
from briefbook.grammar.credits.tokens import tokenize
from briefbook.grammar.credits.words import credit_words
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

NO_CAPTION = ("blockquote", "table", "video", "audio", "iframe", "ul", "ol", "form", *HEADINGS)
"""What makes a figure without a marked caption something else than a picture with words."""
APART = frozenset({"span", "small", "div", "p", "cite", "footer", "figcaption"})
"""Elements that a page sets apart; others stress words of the caption."""
STRESSED = frozenset({"em", "i", "strong", "b"})
PICTURED = re.compile(r"(?i)image|photo|picture|figure|media|img|foto|bild|thumb|caption")
MAX_MAKER = 120
"""Characters of a name set apart."""
MOST_INSIDE = 120
"""Elements in a figure that is looked at so closely; one with more is no picture but a page of its own."""
FUNCTION_END = re.compile(
    r"(?:^|\s)(?:by|and|with|of|for|from|to|in|at|the|von|und|mit|de|y|con|par|et|avec|di|e|per|do|da)\Z"
)


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
            elif DATA_CAPTION.match(name) or (name == "title" and element is picture and _is_told(text)):
                caption = caption or text
    return Attributes(caption, credit) if caption or credit else None


def is_own_caption(figure: HtmlElement, credits: Sequence[HtmlElement]) -> bool:
    """Are the words in a figure (beside its marked credits) its caption, although nothing marks them so?"""
    if _holds(figure, 1, "figure") or _holds(figure, MOST_INSIDE) or _holds(figure, 0, *NO_CAPTION):
        return False
    if not _holds(figure, 0, "img", "amp-img", "noscript"):
        return False
    words = text_of(figure, set(credits))
    linked = sum(len(text_of(link)) for link in figure.iter("a"))
    return 0 < len(words) <= MAX_WORDS and linked <= MAX_LINKED * len(words) and any(map(str.isspace, words))


def _holds(figure: HtmlElement, more_than: int, *tags: str) -> bool:
    """Are there more than so many elements of these tags (of any, when none is named), itself counted?"""
    return next(islice(figure.iter(*tags), more_than, None), None) is not None


def maker_in(captions: Sequence[HtmlElement], figure: HtmlElement) -> HtmlElement | None:
    """The element that holds nothing but the name of who made the picture, after the caption's words or beside them."""
    if _holds(figure, MOST_INSIDE):
        return None
    for caption in captions:
        for element in reversed([*caption.iterdescendants(*APART, *STRESSED)]):
            if _is_last(element, caption) and _is_maker(element, text_of(caption, {element})):
                return element
    outside = (element for element in figure.iterdescendants(*APART) if not _holds_any(element, captions))
    return next((element for element in outside if captions and _is_maker(element, "")), None)


def _is_last(element: HtmlElement, caption: HtmlElement) -> bool:
    """Do no words of the caption follow on the element?"""
    while element is not caption and element is not None:
        if (element.tail or "").strip(" .)]") or any(text_of(after) for after in element.itersiblings()):
            return False
        element = element.getparent()
    return True


def _is_maker(element: HtmlElement, before: str) -> bool:
    text = text_of(element)
    if not 2 < len(text) <= MAX_MAKER or FUNCTION_END.search(before) or next(element.iter("img"), None) is not None:
        return False
    if page_words().is_furniture(text) or any(map(str.isdigit, text)):
        return looks_like_credit(text) and not page_words().is_furniture(text)
    return looks_like_credit(text) if element.tag in STRESSED else names_maker(text)


def _holds_any(element: HtmlElement, captions: Sequence[HtmlElement]) -> bool:
    """Is the element in a caption, or around one?"""
    return any(
        element is caption or caption in element.iterancestors() or element in caption.iterancestors()
        for caption in captions
    )


def labels_in(captions: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Elements in captions that only announce the caption ("Caption:"), mostly for screen readers."""
    opener = credit_words().caption_opener
    return [
        element
        for caption in captions
        for element in caption.iterdescendants("span", "b", "strong", "div")
        if len(element) == 0 and opener.fullmatch(f"{text_of(element).rstrip(':')}:")
    ]


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
    pictured = bool(credit.photographers) and PICTURED.search(element.get("class") or "") is not None
    sure = bool((credit.agencies and credit.photographers) or credit.handout or pictured)
    return tokenize(parts.credit_line or "").labels > 0 or bool(parts.caption and sure)


def _is_told(title: str) -> bool:
    """Is the title of a picture a caption with its credit?"""
    parts = split_caption(title)
    return parts.caption is not None and parts.credit_line is not None
