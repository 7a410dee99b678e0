"""The few pieces of Markdown and HTML that pages are made of, built only from safe parts."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from briefbook.model import MeetingStatus
from briefbook.pages.escape import Md, text, web_address

STATUS_WORDS: dict[MeetingStatus, str] = {
    MeetingStatus.UNDER_WAY: "under way",
    MeetingStatus.PLANNED: "planned",
    MeetingStatus.INVITED: "invited",
    MeetingStatus.PROPOSED: "proposed",
    MeetingStatus.HELD: "held",
    MeetingStatus.CANCELLED: "cancelled",
    MeetingStatus.DENIED: "denied",
}
"""Every status with its word, in the order in which lists show them."""

_TURNS = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
"""Letters written from right to left: Hebrew to Arabic Extended, and the presentation forms."""

NOT_STATED = Md('<span class="bb-unstated">not stated</span>')
"""How every page says that the article does not tell."""


def shown(label: Md | str) -> Md:
    """A label as safe Markdown: raw strings go through the door."""
    return label if isinstance(label, Md) else text(label)


def link(label: Md | str, target: str) -> Md:
    """A link within the book; `target` is a relative path that `paths` made."""
    return Md(f"[{shown(label)}]({target})")


def external(label: Md | str, address: str | None) -> Md | None:
    """A link out of the book, or None when the address is not http or https."""
    safe = web_address(address)
    if safe is None:
        return None
    return Md(f'[{shown(label)}](<{safe}>){{ rel="noopener nofollow external" }}')


def image(alternative: str, target: str, width: int, height: int) -> Md:
    """A picture of the book with its size, so that the page does not jump, and its text alternative."""
    return Md(f'![{text(alternative)}]({target}){{ width="{width}" height="{height}" loading="lazy" }}')


def badge(status: MeetingStatus) -> Md:
    """A status as word, shape and colour."""
    return Md(f'<span class="bb-status bb-status--{status.value}">{STATUS_WORDS[status]}</span>')


def span(inner: Md | str, kind: str) -> Md:
    """Inline text of one of our own classes."""
    return Md(f'<span class="bb-{kind}">{shown(inner)}</span>')


def moment(words: str, day: date | None, kind: str = "resolved") -> Md:
    """Days in our words, with the first of them for programs to sort by."""
    if day is None:
        return span(words, kind)
    return Md(f'<time class="bb-{kind}" datetime="{day.isoformat()}">{text(words)}</time>')


def anchor(name: str) -> Md:
    """A place to link to; `name` is one that `paths` made."""
    return Md(f'<span class="bb-anchor" id="{name}"></span>')


@lru_cache(maxsize=16384)
def passage(words: str, language: str | None, book_language: str) -> Md:
    """Words of an article, marked with their language and direction where these are not the book's."""
    return _in_language(text(words), words, language, book_language)


def highlighted(words: str, start: int, end: int, language: str | None, book_language: str) -> Md:
    """Words of an article with the range [start, end) marked."""
    before, marked, after = words[:start], words[start:end], words[end:]
    inner = Md(f"{_spaced(before)}<mark>{text(marked)}</mark>{_spaced(after)}")
    return _in_language(inner, words, language, book_language)


def _spaced(part: str) -> str:
    """Part of a sentence, with the space that divides it from the next part."""
    before = " " if part[:1].isspace() else ""
    return f"{before}{text(part)}{' ' if part[-1:].isspace() and part.strip() else ''}"


def _in_language(inner: Md, words: str, language: str | None, book_language: str) -> Md:
    if language is not None and not _same_language(language, book_language) and _is_tag(language):
        return Md(f'<span lang="{language}" dir="auto">{inner}</span>')
    return Md(f"<bdi>{inner}</bdi>") if _TURNS.search(words) else inner


def _same_language(one: str, other: str) -> bool:
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def _is_tag(language: str) -> bool:
    """Is it shaped like a BCP 47 tag, so that it may stand in an attribute?"""
    return language.isascii() and language.replace("-", "").isalnum()
