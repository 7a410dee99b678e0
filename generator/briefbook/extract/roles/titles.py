"""Which nouns are posts, professions and ranks.

The vocabulary is data (`lexicons/data/en/titles.yaml`).  It is open: an unknown noun that ends like one who does
something ("beekeeper") counts as a profession where only a title can stand.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from briefbook.analysis import Token
from briefbook.lexicons import load, words


class Sort(Enum):
    """What a title word is."""

    POST = "post"
    PROFESSION = "profession"
    RANK = "rank"


class TitleWords(NamedTuple):
    """The word sets, lower case."""

    posts: frozenset[str]
    professions: frozenset[str]
    ranks: frozenset[str]
    honorifics: frozenset[str]
    excluded: frozenset[str]
    former: frozenset[str]
    status: frozenset[str]
    kept: frozenset[str]
    envoys: frozenset[str]
    field_heads: frozenset[str]
    servants: frozenset[str]
    offices_of: frozenset[str]
    stances: frozenset[str]


@lru_cache(maxsize=1)
def title_words() -> TitleWords:
    """The English title vocabulary, read once."""
    lexicon = load("titles")
    names = (
        "posts",
        "professions",
        "ranks",
        "honorifics",
        "not-roles",
        "former",
        "status",
        "kept",
        "envoys",
        "field-heads",
        "servants",
        "offices-of",
        "stances",
    )
    return TitleWords(*(lexicon.words(name) for name in names))


def head_sort(token: Token, *, open_ended: bool = False, apposed: bool = False) -> Sort | None:
    """What sort of title this token can head, or None.

    Args:
        token: A noun.
        open_ended: Stand in a place where an unknown agentive noun is a profession too.
        apposed: Stand behind a name and "a", where every noun for one who does something is.
    """
    known = title_words()
    noun = token.pos in ("NOUN", "PROPN")
    for form in (token.lower, token.lemma.lower()) if noun else (token.lower,):
        if form in known.posts:
            return Sort.POST
        if form in known.professions:
            return Sort.PROFESSION
        if form in known.excluded or form in known.honorifics:
            return None
    single = singular(token.lower)
    if single in known.posts:
        return Sort.POST
    if single in known.professions:
        return Sort.PROFESSION
    if token.lower in known.ranks:
        return Sort.RANK
    if open_ended and token.pos == "NOUN" and token.tag == "NN" and single not in known.excluded:
        return Sort.PROFESSION if len(single) > 5 and single.endswith(_endings(apposed)) else None
    return None


@cache
def _endings(apposed: bool) -> tuple[str, ...]:
    """Endings of nouns for professions; more of them right behind a name, where nothing else can stand."""
    more = ("profession-ending-after-name",) if apposed else ()
    return tuple(sorted(words("title_forms", "profession-ending", *more)))


def is_plural(token: Token) -> bool:
    """A plural title ("presidents")."""
    return token.tag in ("NNS", "NNPS") or (token.lower.endswith("s") and singular(token.lower) in title_words().posts)


def singular(word: str) -> str:
    """The singular of a regular plural."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
