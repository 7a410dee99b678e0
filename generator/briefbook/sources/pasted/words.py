"""Words of page furniture, bylines and datelines, read from the lexicon once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons
from briefbook.lexicons.alternation import alternation
from briefbook.sources.pasted.lines import fold_line

MAX_PHRASE = 150
"""Characters of a line in which a phrase of furniture settles what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Patterns and sets over folded lines (see `fold_line`), `byline`, `dateline` and `media_end` over lines as pasted.

    Attributes:
        whole: Lines that are furniture word for word.
        phrases: Words that only furniture holds, wherever they stand in a line.
        prefix: What links to other articles begin with.
        openers: Whole lines above lists of other articles.
        byline: What a byline begins with.
        bio: What notes about an author say.
    """

    whole: frozenset[str]
    openers: frozenset[str]
    phrases: re.Pattern[str]
    prefix: re.Pattern[str]
    byline: re.Pattern[str]
    bio: re.Pattern[str]
    embed: re.Pattern[str]
    embed_end: re.Pattern[str]
    dateline: re.Pattern[str]
    media_end: re.Pattern[str]
    time_words: re.Pattern[str]
    posts: re.Pattern[str]
    interruption: re.Pattern[str]
    glued: re.Pattern[str]

    def is_interruption(self, text: str) -> bool:
        """Is a line a button or mark that stands anywhere and says nothing about the lines around it?"""
        bare = _bare(fold_line(text[:MAX_PHRASE]))
        return bare in self.whole or not any(char.isalnum() for char in bare) or bool(self.interruption.search(bare))

    def is_opener(self, text: str) -> bool:
        """Is a line a heading above other articles ("Related")?"""
        return _bare(fold_line(text[:MAX_PHRASE])) in self.openers

    def is_furniture(self, text: str) -> bool:
        """Is a line furniture by its words alone?"""
        key = fold_line(text)
        bare = _bare(key)
        if (
            self.is_interruption(text)
            or bare in self.whole
            or bare in self.openers
            or not any(char.isalpha() for char in key)
        ):
            return True
        return bool(self.prefix.match(key) or self.glued.match(text)) or (
            len(key) < MAX_PHRASE and bool(self.phrases.search(key))
        )


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
        whole=frozenset(fold_line(word) for word in lexicon.words("button", "section")),
        openers=frozenset(fold_line(word) for word in lexicon.words("opener")),
        phrases=re.compile(rf"(?<!\w)(?:{either('phrase')})(?!\w)|{lexicon.entry('phrase-form').pattern}"),
        prefix=re.compile(rf"(?:{either('link-prefix')})\s?[:：|>»–—-]|{lexicon.entry('link-form').pattern}"),
        byline=pattern("byline"),
        bio=pattern("bio"),
        embed=pattern("embed"),
        embed_end=pattern("embed-end"),
        dateline=pattern("dateline"),
        media_end=pattern("media-end"),
        time_words=pattern("time-words"),
        posts=pattern("posts"),
        interruption=pattern("interruption"),
        glued=re.compile(lexicon.entry("glued-link").pattern or ""),
    )
