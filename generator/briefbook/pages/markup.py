"""The few pieces of Markdown and HTML that pages are made of, built only from safe parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
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

_RUN = re.compile(f"{_TURNS.pattern}+(?:[ \u200c\u200d'’-]+{_TURNS.pattern}+)*")
"""Words of such letters, with what divides them."""
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left in their usual script (Unicode CLDR)."""
_LANGUAGES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
"""Names of languages that news is often in; others keep their tag."""

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


def bar(kind: str, length: float) -> Md:
    """A bar of a number that stands beside it; `length` in pixels, shown as at least 2."""
    width = f"{max(length, 2):.0f}"
    drawn = f'<rect class="bb-bar-{kind}" width="{width}" height="8"></rect>'
    return Md(f'<svg class="bb-bar" width="{width}" height="8" aria-hidden="true">{drawn}</svg> ')


def anchor(name: str) -> Md:
    """A place to link to; `name` is one that `paths` made."""
    return Md(f'<span class="bb-anchor" id="{name}"></span>')


@lru_cache(maxsize=16384)
def passage(words: str, language: str | None, book_language: str) -> Md:
    """Words of an article, marked with their language and direction where these are not the book's."""
    return _in_language(text(words), words, language, book_language)


def highlighted(words: str, ranges: Iterable[tuple[int, int]], language: str | None, book_language: str) -> Md:
    """Words of an article with the ranges [start, end) marked; of two that overlap, the first."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(ranges):
        if start >= done:
            parts += [_spaced(words[done:start]), f"<mark>{text(words[start:end])}</mark>"]
            done = end
    return _in_language(Md("".join([*parts, _spaced(words[done:])])), words, language, book_language)


def _spaced(part: str) -> str:
    """Part of a sentence, with the space that divides it from the next part."""
    before = " " if part[:1].isspace() else ""
    return f"{before}{text(part)}{' ' if part[-1:].isspace() and part.strip() else ''}"


def _in_language(inner: Md, words: str, language: str | None, book_language: str) -> Md:
    if _foreign(language, book_language):
        return Md(f'<span lang="{language}" dir="auto">{inner}</span>')
    return inner if not turns(words) else Md(_RUN.sub(_isolated, inner))


def _isolated(match: re.Match[str]) -> str:
    """A run of words written from right to left within others: apart, so that it does not pull its neighbours over."""
    return f'<bdi lang="{script(match[0])}">{match[0]}</bdi>'


def turns(words: str) -> bool:
    """Are there letters written from right to left?"""
    return _TURNS.search(words) is not None


def script(words: str) -> str:
    """The script of words that turn the direction of writing, as a language tag: which language it is nobody said."""
    return "und-Hebr" if _HEBREW.search(words) else "und-Arab"


def direction(language: str | None, book_language: str) -> Md:
    """The attributes of a block in an article's language, to follow a tag's name; nothing in the book's own."""
    if not _foreign(language, book_language):
        return Md("")
    way = "rtl" if (language or "").split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
    return Md(f' lang="{language}" dir="{way}"')


def language_name(language: str | None) -> str:
    """A language in words where English has a short one for its tag, else the tag; `not known` without."""
    return _LANGUAGES.get((language or "").split("-")[0].lower(), language or "not known")


def _foreign(language: str | None, book_language: str) -> bool:
    return language is not None and not _same_language(language, book_language) and _is_tag(language)


def _same_language(one: str, other: str) -> bool:
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def _is_tag(language: str) -> bool:
    """Is it shaped like a BCP 47 tag, so that it may stand in an attribute?"""
    return language.isascii() and language.replace("-", "").isalnum()
