"""Words of page furniture, bylines and datelines, read from the lexicon once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons
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

    def is_furniture(self, text: str) -> bool:
        """Is a line furniture by its words alone?"""
        key = fold_line(text)
        bare = key.strip(" .:;>»›·|•-–—+#!?…\"'[]()")
        if bare in self.whole or bare in self.openers or not any(char.isalpha() for char in key):
            return True
        return bool(self.prefix.match(key)) or (len(key) < MAX_PHRASE and bool(self.phrases.search(key)))


@lru_cache(maxsize=1)
def page_words() -> PageWords:
    """All words of page furniture."""
    lexicon = lexicons.load("page_furniture", "any")

    def either(*ids: str) -> str:
        words = sorted({fold_line(word) for word in lexicon.words(*ids)}, key=lambda word: (-len(word), word))
        return "|".join(re.escape(word) for word in words)

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
    )
