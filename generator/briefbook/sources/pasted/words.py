"""Words of page furniture, bylines and datelines, read from the lexicon once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.lexicons.alternation import alternation
from briefbook.sources.pasted.lines import fold_line

MAX_PHRASE = 149
"""Characters of a line in which a phrase of furniture settles what it is."""
MAX_LINK = MAX_PHRASE + 1
"""Characters of a longer line that are looked at for how links begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Patterns and sets over folded lines (see `fold_line`), `byline`, `dateline` and `media_end` over lines as pasted.

    Attributes:
        whole: Lines that are furniture word for word.
        sections: Those of them that name a part of a site.
        phrases: Words that only furniture holds, wherever they stand in a line.
        prefix: What links to other articles begin with.
        openers: Whole lines above lists of other articles.
        byline: What a byline begins with.
        bio: What notes about an author say.
    """

    whole: frozenset[str]
    sections: frozenset[str]
    openers: frozenset[str]
    phrases: re.Pattern[str]
    prefix: re.Pattern[str]
    byline: re.Pattern[str]
    bare_opener: re.Pattern[str]
    bare_joint: re.Pattern[str]
    bio: re.Pattern[str]
    embed: re.Pattern[str]
    embed_end: re.Pattern[str]
    embed_tail: re.Pattern[str]
    caption_words: re.Pattern[str]
    dateline: re.Pattern[str]
    media_end: re.Pattern[str]
    time_words: re.Pattern[str]
    updated: re.Pattern[str]
    published: re.Pattern[str]
    posts: re.Pattern[str]
    interruption: re.Pattern[str]
    glued: re.Pattern[str]

    def is_interruption(self, text: str) -> bool:
        """Is a line a button or mark that stands anywhere and says nothing about the lines around it?"""
        return len(text) <= MAX_PHRASE and _judge(text).interruption

    def is_opener(self, text: str) -> bool:
        """Is a line a heading above other articles ("Related")?"""
        return _bare(fold_line(text[:MAX_PHRASE])) in self.openers

    def is_furniture(self, text: str) -> bool:
        """Is a line furniture by its words alone?"""
        return _judge(text if len(text) <= MAX_PHRASE else text[:MAX_LINK]).furniture


class _Judgement(NamedTuple):
    """What the words of a line settle."""

    interruption: bool
    furniture: bool


@lru_cache(maxsize=16_384)
def _judge(text: str) -> _Judgement:
    """Judge a line (or the beginning of a long one) by its words."""
    words = page_words()
    key = fold_line(text)
    bare = _bare(key)
    if bare in words.whole or not any(map(str.isalnum, bare)) or words.interruption.search(bare):
        return _Judgement(interruption=True, furniture=True)
    link = bool(words.prefix.match(key) or words.glued.match(text))
    said = bare in words.openers or (len(text) < MAX_LINK and words.phrases.search(key) is not None)
    return _Judgement(interruption=link and not said, furniture=link or said)


def _bare(key: str) -> str:
    return key.strip(" .:;>»›·|•-–—+#!?…\"'[]()")


@lru_cache(maxsize=1)
def page_words() -> PageWords:
    """All words of page furniture."""
    lexicon = lexicons.load("page_furniture", "any")

    def either(*ids: str) -> str:
        return alternation(fold_line(word) for word in lexicon.words(*ids))

    def pattern(name: str) -> re.Pattern[str]:
        return re.compile(lexicon.entry(name).pattern or "", re.I)

    return PageWords(
        sections=frozenset(fold_line(word) for word in lexicon.words("section")),
        whole=frozenset(fold_line(word) for word in lexicon.words("button", "section")),
        openers=frozenset(fold_line(word) for word in lexicon.words("opener")),
        phrases=re.compile(rf"(?<!\w)(?:{either('phrase')})(?!\w)|{lexicon.entry('phrase-form').pattern}"),
        prefix=re.compile(rf"(?:{either('link-prefix')})\s?[:：|>»–—-]|{lexicon.entry('link-form').pattern}"),
        byline=pattern("byline"),
        bare_opener=pattern("bare-opener"),
        bare_joint=pattern("bare-joint"),
        bio=pattern("bio"),
        embed=pattern("embed"),
        embed_end=pattern("embed-end"),
        embed_tail=pattern("embed-tail"),
        caption_words=pattern("caption-words"),
        dateline=pattern("dateline"),
        media_end=pattern("media-end"),
        time_words=pattern("time-words"),
        updated=pattern("updated"),
        published=pattern("published"),
        posts=pattern("posts"),
        interruption=pattern("interruption"),
        glued=re.compile(lexicon.entry("glued-link").pattern or ""),
    )
