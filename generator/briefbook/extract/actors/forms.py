"""Forms of names: when two written forms can be the same name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from briefbook.extract.actors.words import words

ALIKE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-"})
WORD = re.compile(r"[^\W_]+(?:[.&](?=[^\W_])[^\W_]+)*", re.UNICODE)
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "des", "s", "al"})

LETTERS = str.maketrans({"q": "k", "c": "k", "w": "v", "y": "i", "j": "i", "z": "s"})
"""Letters that transliterations change for one another."""

FAMILY = frozenset({"and", "sons", "daughters", "brothers", "bros"})
"""What may stand before a company's legal form, and be left out with it ("J. Harrow and Sons Co")."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Lower case, accents and dots of abbreviations dropped, one kind of apostrophe and hyphen."""
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(ALIKE)
    return re.sub(r"\b((?:\w\.){2,})", lambda m: m[1].replace(".", ""), plain).strip()


@lru_cache(maxsize=20_000)
def parts(text: str) -> tuple[str, ...]:
    """The words of a name, folded; hyphens part words, possessive marks go."""
    plain = re.sub(r"'s\b|'(?=\s|$)", "", folded(text))
    return tuple(WORD.findall(plain.replace("'", "")))


def person_matches(short: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a shorter form fits a person's fuller one: 3 surname, 2 same first and last, 1 given name, 0 not."""
    if short == full:
        return 3
    bare = short[1:] if len(short) > 1 and short[0] in ("al", "el", "as", "ar", "an", "ash", "ad") else short
    if len(bare) < len(full) and full[-len(bare) :] == bare:
        return 3
    if len(short) == 1 and len(full) > 1 and same_spelling(short[0], full[-1]):
        return 3
    if len(short) > 1 and len(full) > 1 and _same_ends(short, full):
        return 2
    if len(short) == 1 and full[0] == short[0] and len(full) > 1:
        return 1
    if len(short) == 1 and short[0] in inner_surnames(full):
        return 1
    if len(short) > 1 and len(full) > 3 and any(full[at : at + len(short)] == short for at in range(1, len(full) - 1)):
        return 2  # "Abu Salim" of "Khaled Abu Salim al-Dairi"
    return 2 if 1 < len(short) < len(full) and full[: len(short)] == short else 0


def inner_surnames(full: tuple[str, ...]) -> frozenset[str]:
    """The words inside a name that may stand for it ("Lara" of "Rodrigo Lara Quintero"), not the "Ann" of "Mary Ann Smith"."""
    given, particles = words().given, words().particles
    first = given.get(full[0].title(), "")
    double = full[-2:-1] if len(full) > 3 and particles.isdisjoint(full) else ()  # "Gil" of "José María Gil Robledo"
    return frozenset(double) | frozenset(
        word
        for word in full[1:-1]
        if len(word) > 2
        and word not in particles
        and ((sort := given.get(word.title())) is None or bool(first) and sort != first)
    )


def _same_ends(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Hillary Clinton" and "Hillary Rodham Clinton", "J. Mol" and "Jan Mol", "Zelensky" spelt two ways."""
    if not same_spelling(a[-1], b[-1]):
        return False
    if a[0] == b[0] or (min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0]) or same_spelling(a[0], b[0]):
        return True
    if a[-1] != b[-1]:
        return False
    alike = min(len(a[0]), len(b[0])) > 3 and a[0].translate(LETTERS) == b[0].translate(LETTERS)
    return alike or _in_full(a[0]) == _in_full(b[0])


def _in_full(given: str) -> str:
    """ "michael" for "mike"."""
    return words().nicknames.get(given.title(), given.title())


def same_spelling(a: str, b: str) -> bool:
    """Equal, or one letter (two in a long name) apart: transliterations differ."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter > 5 and a[0] == b[0] and sorted(a) == sorted(b):
        return True  # two letters swapped
    if shorter < 6 or a[:3] != b[:3] or abs(len(a) - len(b)) > 1:
        return False
    return _distance(a, b, 2) <= (2 if shorter >= 8 else 1)


def _distance(a: str, b: str, limit: int) -> int:
    """Edit distance, cut off above `limit`."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def base(text: str) -> tuple[str, ...]:
    """The name, folded, without what only says that it is a company ("Inc", "and Co")."""
    words_of = list(parts(text))
    while len(words_of) > 1 and (words_of[-1] in words().company_tails or words_of[-1] in FAMILY):
        words_of.pop()
    return tuple(words_of)


def has_initials(core: Sequence[str]) -> bool:
    """Is it a founder's initials and surname ("jr harrow")?"""
    return len(core) > 1 and max(len(word) for word in core[:-1]) < 3


def _letters(word: str) -> str:
    """What a word gives to an abbreviation: its first letter, or all when it is one itself (the "US Navy" is no "UN")."""
    return word if word in ("un", "us", "uk", "eu") else word[0]


@lru_cache(maxsize=20_000)
def initials(text: str) -> frozenset[str]:
    """The abbreviations a name can have: with and without its small words."""
    tokens = parts(text)
    if len(tokens) < 2:
        return frozenset()
    every = "".join(_letters(token) for token in tokens)
    large = "".join(_letters(token) for token in tokens if token not in SMALL)
    found = {every, large}
    core = tokens
    while len(core) > 2 and core[-1] in words().company_tails:
        core = core[:-1]
        found.add("".join(_letters(token) for token in core))
    return frozenset(found)


def without_land(words_of: tuple[str, ...]) -> tuple[str, ...]:
    """ "Harrow Power Co" of "Harrow Power Co of Norland"."""
    at = words_of.index("of") if "of" in words_of else 0
    return words_of[:at] if at > 1 and words_of[at - 1] in words().company_tails else words_of


def _is_land(folded_name: str) -> bool:
    return words().map.knows(folded_name.title()) or folded_name in _pairs()


@lru_cache(maxsize=1)
def _pairs() -> frozenset[str]:
    return frozenset(pair.lower() for pair in words().paired_lands)


def organisation_matches(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Can the shorter form stand for the fuller name of an organisation?"""
    if not short or len(short) >= len(full):
        return False
    lexicon = words()
    if len(landless := without_land(full)) > len(short):
        full = landless
    if full[-len(short) :] == short:
        generic = len(short) == 1 and short[0] in lexicon.common and short[0].title() not in lexicon.organisation_heads
        generic &= not short[0].endswith("s")  # "Kestrels" of the "Orsa Bay Kestrels"
        rest = full[: -len(short)]
        return not generic and "of" not in rest and "for" not in rest
    if full[: len(short)] == short:
        rest = full[len(short) :]
        if len(short) > 1 and rest[0] in ("of", "in") and _is_land(" ".join(rest[1:])):
            return True  # "Harvest Party" of "Harvest Party of Norland"
        if rest[-1] in lexicon.company_tails and not (
            lexicon.map.states.get(short[0].title()) or short[0].title() in lexicon.map.regions
        ):
            return True
        vague = (
            short[0].title() in lexicon.post_modifiers
            or short[0].title() in lexicon.map.adjectives
            or short[0] in lexicon.vague_openers
        )
        proper = len(short[0]) > 4 and not vague and short[-1].title() not in lexicon.organisation_heads
        fits = {
            word
            for word in rest
            if word in lexicon.generic_tails or word == "and" or proper and word.title() in lexicon.organisation_heads
        }
        place = lexicon.map.knows(" ".join(short).title())
        firm = len(short) == 1 and set(rest) <= lexicon.business_tails and short[0].title() not in lexicon.map.states
        if short[-1] == "police" and len(short) > 1 and set(rest) <= {"department", "force", "service"}:
            return True
        return fits == set(rest) and (not place or firm)
    return False
