"""The headline of a page: the one its metadata states, and the one a reader sees where that is another.

Newsrooms write a second headline for search engines, so both are kept.  When the metadata only decorates the visible
one (" | Site name"), the visible one is the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.sources.bylines import fold
from briefbook.sources.html.structured import StructuredData
from briefbook.sources.html.tree import is_classed, text_of

TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "title")
SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " : ", "-", "|")
OUTSIDE = frozenset({"header", "nav", "aside", "footer"})
"""Elements whose `h1` may be the site's name, a section's or a box's."""
MIN_LETTERS = 12
"""Characters of a visible headline; shorter ones name a section or site."""
WORD = re.compile(r"[^\W\d_]{3,}|\d+")


class Headlines(NamedTuple):
    """The headline of the article (None when the page has none), and the visible one where it is another."""

    chosen: str | None
    visible: str | None


def read_headlines(
    tree: HtmlElement, structured: StructuredData, meta: dict[str, str], publisher: str | None
) -> Headlines:
    """The headlines of a page."""
    stated = next(filter(None, (structured.text("headline"), *(meta.get(key) for key in TITLE_KEYS))), None)
    if stated is None:
        stated = next((text_of(element) for element in tree.iter("title")), "") or None
    shown = [text for text in map(text_of, tree.iter("h1")) if text]
    if stated is None:
        return Headlines(shown[0] if shown else None, None)
    for text in (*shown, meta.get("og:title", "")):
        if len(text) > MIN_LETTERS and _decorates(stated, text):
            return Headlines(_undecorated(text, meta.get("og:site_name")), None)
    chosen = _undecorated(stated, meta.get("og:site_name"))
    return Headlines(chosen, _visible(tree, chosen, publisher))


def _visible(tree: HtmlElement, chosen: str, publisher: str | None) -> str | None:
    """The visible headline that is not the chosen one: of the article's `h1` the one that shares most words with it."""
    texts = [text for text in _candidates(tree) if len(text) > MIN_LETTERS and fold(text) != fold(publisher or "")]
    words = set(WORD.findall(fold(chosen)))
    best = max(texts, key=lambda text: len(words & set(WORD.findall(fold(text)))), default=None)
    return best if best is not None and letters(best) != letters(chosen) else None


def _candidates(tree: HtmlElement) -> Iterator[str]:
    """Headings of first rank that stand in the article, or at least in no part of the page's frame."""
    for heading in tree.iter("h1"):
        above = list(heading.iterancestors())
        framed = any(element.tag in OUTSIDE or is_classed(element.get("class"), "aside-class") for element in above)
        if any(element.tag in ("article", "main") for element in above) or not framed:
            yield text_of(heading)


def _decorates(stated: str, shown: str) -> bool:
    """Is the stated headline the shown one, perhaps with a site name after it?"""
    a, b = fold(stated), fold(shown)
    return a == b or (a.startswith(b) and a[len(b) :].lstrip()[:1] in "|-–—·:")


def _undecorated(stated: str, site: str | None) -> str:
    for separator in SEPARATORS:
        head, found, tail = stated.rpartition(separator)
        if found and site and fold(tail) == fold(site):
            return head.strip()
    return stated


def letters(text: str) -> str:
    """Letters and digits alone: pages set the same headline with and without its punctuation."""
    return "".join(character for character in text.casefold() if character.isalnum())
