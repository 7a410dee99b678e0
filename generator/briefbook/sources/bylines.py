"""Who wrote an article: the names of people in bylines, of saved pages, pasted texts and news formats alike.

A byline is cut at what parts names, and freed of what stands around them: "by", posts, places, times, addresses.  What
is left is a person's name unless its form or words say that it is a desk, a site, a job or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefbook import lexicons
from briefbook.grammar.credits.words import credit_words
from briefbook.grammar.gazetteer import gazetteer

MAX_BYLINE = 1_000
"""Characters of a byline that are read."""
MAX_NAME_WORDS = 6
MAX_NAME = 60
PARTED = re.compile(r"\s*(?:[,;|•·()\[\]\n،、，；]|/|\s[-–—]\s|\S*@\S+|\bhttps?:\S+)\s*")
JOINED = re.compile(
    r"\s+(?:and|und|et|with|mit|avec|con|och|og|ve|dan|και|и|та|і|&|\+|&amp;)\s+|\s+و\s?(?=\S)|\s*&\s*", re.I
)
SHORT_JOINT = re.compile(r"(?<=\w\w)\s+(?:y|e|i|en)\s+(?=\w\w)")
"""Joints that stand inside names too ("Ortega y Gasset"): they part only two names of two words each."""
EDGES = " .,:;–—-•*\"“”„'’«»"
PLACE_JOINTS = frozenset({"à", "in", "en", "aus", "from", "at", "i", "w", "v", "te"})
"""Words before the place of writing; no name begins with one of them."""
INITIAL_END = re.compile(r"(?:^|\s)(?:[^\W\d_]\.|Jr\.|Sr\.)\Z")


def split_names(text: str) -> Iterator[str]:
    """The parts of a byline that are names: "By A. One, B. Two and C. Three | Site" gives three names and the site."""
    text = " ".join(text[:MAX_BYLINE].split())
    if _pattern("other-work").match(text):
        text = text.partition(";")[2].strip()
    for part in _parts(_without_opener(text)):
        if not _pattern("other-work").match(part.strip()) and (name := _bare(part)):
            yield name


def people(texts: Iterable[str], publisher: str | None = None) -> tuple[str, ...]:
    """The people that bylines name, each once, in printed order; a desk, a site, a job or a place is no author."""
    found: dict[str, str] = {}
    for text in texts:
        for name in split_names(text):
            name = without_agency(name)
            beside = found and (gazetteer().knows(name) or _all_ordinary(name.split()))
            if not beside and _is_person(name, publisher):
                found.setdefault(fold(name), name)
    return tuple(found.values())


def signed(text: str) -> tuple[str, ...]:
    """The people that a line names when it is nothing but a byline without "by" ("Ana Roe, Coast Post", "Ana Roe | Lisbon").

    It begins with a known given name, and all else in it is a person, a job, a desk or medium, a place or a time.
    """
    parts = [part.strip() for part in _parts(" ".join(text[:MAX_BYLINE].split())) if part.strip()]
    names = people([text])
    told = bool(parts) and bool(names) and parts[0].startswith(names[0]) and fold(names[0].split()[0]) in _given_names()
    return names if told and all(map(_beside_name, parts[1:])) else ()


def _beside_name(part: str) -> bool:
    """May a part of a line stand beside the writer's name?"""
    return (
        bool(_pattern("post").search(part) or _pattern("desk").search(part))
        or fold(part) in _news_agencies()
        or gazetteer().knows(part)
        or any(character.isdigit() for character in part)
        or (fold(part.split()[0]) in _given_names() and _is_person(part, None))
    )


def agencies(texts: Iterable[str], publisher: str | None = None) -> tuple[str, ...]:
    """The news agencies that bylines name, but for the publisher itself."""
    names = (name for text in texts for name in split_names(text))
    return tuple(name for name in names if fold(name) in _news_agencies() and fold(name) != fold(publisher or ""))


def fold(text: str) -> str:
    """A name for comparison: case, apostrophes and white space folded."""
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


def without_agency(name: str) -> str:
    """A name without the agency that stands before or behind it ("Rosa Diaz Reuters")."""
    words = name.split()
    for size in (1, 2, 3):
        if len(words) - size < 2:
            break
        if fold(" ".join(words[-size:])) in _news_agencies():
            return " ".join(words[:-size])
        if fold(" ".join(words[:size])) in _news_agencies():
            return " ".join(words[size:])
    return name


def _parts(text: str) -> Iterator[str]:
    for part in PARTED.split(text):
        for name in JOINED.split(part):
            halves = SHORT_JOINT.split(name)
            yield from halves if all(len(half.split()) > 1 for half in halves) else [name]


def _without_opener(text: str) -> str:
    """A byline without "by"; an opener that is the whole byline is none."""
    opener = _pattern("opener").match(text.strip())
    return text.strip()[opener.end() :] if opener else text


def _bare(part: str) -> str:
    """A name without opener, post, place, time and stray punctuation; empty when nothing is left."""
    name = _tail().sub("", f" {_without_opener(part.strip(EDGES.replace('.', '')))}").lstrip()
    digits = re.search(r"\s+\S*\d", name)
    name = _without_medium(_without_post(name[: digits.start()] if digits else name))
    return name.lstrip(EDGES).rstrip(EDGES.replace(".", "") if INITIAL_END.search(name.rstrip()) else EDGES)


def _without_post(name: str) -> str:
    """A name without the job behind it ("Jane Roe Middle East Editor"), or before it ("Reporter Jane Roe")."""
    post = _pattern("post").search(name)
    if post is None:
        return name
    before, after = name[: post.start()].split(), name[post.end() :].split()
    if (
        len(after) > 1
        and not any(map(str.istitle, before[1:]))
        and len(before) < 3
        and (not before or before[-1].islower())
    ):
        return " ".join(after)
    while len(before) > 2 and _is_ordinary(before[-1]):
        before.pop()
    told = len(before) > 1 or bool(before and not before[0].isascii())
    return " ".join(before) if told and not _all_ordinary(before) else name


def _without_medium(name: str) -> str:
    """A name without the medium behind it ("Jane Roe Coast News"): two words, the last of which no person has."""
    words = name.split()
    if len(words) < 4 or not _pattern("desk").fullmatch(words[-1]) or fold(words[0]) not in _given_names():
        return name
    return " ".join(words[:-2])


def _is_person(name: str, publisher: str | None) -> bool:
    words = name.split()
    return (
        0 < len(words) <= MAX_NAME_WORDS
        and len(name) <= MAX_NAME
        and not any(character.isdigit() for character in name)
        and any(character.isalpha() for character in name)
        and fold(name) != fold(publisher or "")
        and (len(words) > 1 or not name.isascii())
        and not _pattern("desk").search(name)
        and not _pattern("post").search(name)
        and fold(name) not in _news_agencies()
        and not (words[0].islower() and (words[-1].islower() or words[0] in PLACE_JOINTS))
        and not _is_organization(words)
    )


def is_ordinary(text: str) -> bool:
    """Is a line made of ordinary words, so that nothing but its form could make it a name ("Heard All Day")?"""
    return _all_ordinary(text.split())


def _all_ordinary(words: list[str]) -> bool:
    """Are all words of a name ordinary English words, the first no given name, the last no surname ("Chief Economist")?"""
    named = bool(words) and (fold(words[0]) in _given_names() or fold(words[-1]) in _surnames())
    return bool(words) and not named and all(map(_is_ordinary, words))


def _is_organization(words: list[str]) -> bool:
    """Has a name a word that only organisations have, and no given name before it?"""
    known = credit_words()
    if known.knows(" ".join(words)) or fold(words[0]) in ("the", "la", "el", "der", "die", "das"):
        return True
    return fold(words[0]) not in _given_names() and any(fold(word) in known.organization for word in words)


def _is_ordinary(word: str) -> bool:
    return word.casefold() in _ordinary_words() or gazetteer().knows(word)


@lru_cache(maxsize=8)
def _pattern(entry: str) -> re.Pattern[str]:
    return re.compile(lexicons.load("bylines", "any").entry(entry).pattern or "", re.I)


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    """With regard to capitals, since a place or medium begins with one; the words before them are in lower case."""
    return re.compile(lexicons.load("bylines", "any").entry("tail").pattern or "")


@lru_cache(maxsize=1)
def _news_agencies() -> frozenset[str]:
    """Names of the world's news agencies, folded."""
    return frozenset(fold(name) for name in lexicons.load("credit_agencies", "any").words("wire", "wire-short"))


def _given_names() -> frozenset[str]:
    return credit_words().given_names


def _surnames() -> frozenset[str]:
    return credit_words().surnames


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    return frozenset(lexicons.lines("common-words.txt"))
