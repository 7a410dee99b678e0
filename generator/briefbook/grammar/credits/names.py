"""What a name in a credit is: a person's, an agency's, some other organisation's, or a mark that names nobody."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from briefbook.grammar.credits.tokens import EDGES
from briefbook.grammar.credits.words import credit_words, fold
from briefbook.grammar.gazetteer import gazetteer

MAX_PERSON_WORDS = 5
MIN_SURNAME = 4
"""Capitals of a surname after a given name that is not a known one; shorter ones are an organisation's."""
LARGE_CITY = 300_000
"""Inhabitants."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}\Z|[A-ZÀ-Þ]{1,2}\Z")
ADDRESS = re.compile(r"\w\.(?:com|net|org|de|at|ch|fr|es|it|uk|ie|ca|io|info|tv|eu|nl|se|no|dk|ru|ua|pl|au|co)\b", re.I)
GENERIC_ENDS = frozenset({"photo", "photos", "foto", "fotos", "image", "photographer", "picture", "pic", "pix", "bild"})


class NameKind(StrEnum):
    """What a name in a credit is."""

    PERSON = "person"
    LIKELY_PERSON = "likely person"
    AGENCY = "agency"
    COMMUNITY = "community"
    ORGANIZATION = "organization"
    UNKNOWN = "unknown"


class Name(NamedTuple):
    """A name as printed, and its kind."""

    text: str
    kind: NameKind


@lru_cache(maxsize=2_048)
def classify(text: str) -> Name:
    """Say what a name is, by known names first and by its form then."""
    words = credit_words()
    known = known_agency(text)
    if known is not None:
        return Name(known, NameKind.COMMUNITY if fold(known) in words.community else NameKind.AGENCY)
    if text.startswith("@"):
        return Name(text, NameKind.PERSON)
    if maker := words.maker.search(text):
        return Name(text[: maker.start()], NameKind.PERSON)
    if is_organization(text):
        return Name(text, NameKind.ORGANIZATION)
    if is_person_shaped(text):
        return Name(text, NameKind.PERSON if words.is_given(text.split()[0]) else NameKind.LIKELY_PERSON)
    return Name(text, NameKind.UNKNOWN)


def known_agency(text: str) -> str | None:
    """The agency's name without a generic word ("AP Photo" is AP), or None when it is not a known one."""
    words = credit_words()
    if words.knows(text):
        return text
    parts = text.split()
    if not parts:
        return None
    if len(parts) == 1 and words.knows(text.partition("-")[0]):  # a desk of the agency: "dpa-infografik"
        return text
    for shorter in (
        parts[:-1] if fold(parts[-1]) in GENERIC_ENDS else [],
        parts[1:] if fold(parts[0]) in GENERIC_ENDS else [],
    ):
        if shorter and words.knows(" ".join(shorter)):
            return " ".join(shorter)
    return None


def is_organization(text: str) -> bool:
    """Has the name a form that persons' names never have?"""
    words = credit_words()
    parts = [part.strip(EDGES) for part in text.split()]
    folded = [fold(part) for part in parts if part]
    if not folded or ADDRESS.search(text) or any(char.isdigit() for char in text):
        return True
    if folded[0] == "the" or has_organization_word(text):
        return True
    lower = [part for part in parts[1:] if part[:1].islower()]
    if any(fold(part) in words.connectives and fold(part) not in words.particles for part in lower):
        return True
    if len(parts) == 1:
        return is_acronym(parts[0]) or (parts[0][1:] != parts[0][1:].lower() and not parts[0].isupper())
    mixed = not text.isupper()
    if mixed and is_acronym(parts[0]) and (len(parts[0]) > 2 or _names_university(parts)):
        return True
    if mixed and len(parts) <= 3 and parts[0].istitle() and parts[-1].isupper() and _is_surname(parts):
        return False
    return mixed and any(
        part.isupper() and len(part) > 1 and fold(part) not in SUFFIXES for part in parts[1:] if "." not in part
    )


def has_organization_word(text: str) -> bool:
    """Does the name hold a word that only organisations have ("Harbour Board", "Kreispolizei Nordhafen")?"""
    words = credit_words()
    folded = [fold(part.strip(EDGES)) for part in text.split()]
    return any(part in words.organization or part.endswith(words.organization_endings) for part in folded)


def _is_surname(parts: list[str]) -> bool:
    """Is the last word, in capitals, a surname as some agencies print it ("Selma KAYA")?"""
    least = MIN_SURNAME if not credit_words().is_given(parts[0]) else 2
    return (
        len(parts[-1]) >= least
        and parts[-1].replace("-", "").isalpha()
        and not any(part.isupper() for part in parts[1:-1])
    )


def _names_university(parts: list[str]) -> bool:
    """Is it two capitals and a large city, as German universities are called ("TU Dresden")?"""
    city = " ".join(parts[1:])
    return gazetteer().population(city) > LARGE_CITY


def is_acronym(word: str) -> bool:
    """Two to seven capitals, as organisations use; "J.J." is none."""
    return word.isupper() and word.isascii() and 2 <= len(word) <= 7 and word.isalpha()


def is_person_shaped(text: str) -> bool:
    """Two to five words, capitalised but for particles, without digits."""
    words = credit_words()
    parts = text.replace(".", ". ").replace("-", "- ").split()
    parts = [part for part in parts if part not in (".", "-")]
    real = [part for part in parts if part[:1].isupper()]
    if not 2 <= len(text.split()) <= MAX_PERSON_WORDS and not (len(real) >= 2 and "." in text):
        return False
    if not real or not all(_may_be_in_name(part, words.particles) for part in parts):
        return False
    return any(len(part.strip(".,-")) > 1 for part in real) and len(real) >= 2


def _may_be_in_name(part: str, particles: frozenset[str]) -> bool:
    bare = part.strip(".,-'’\"“”")
    if not bare or any(char.isdigit() for char in bare) or "@" in part:
        return False
    return bare[:1].isupper() or fold(bare) in particles or bare[:2].casefold() in ("d'", "d’", "l'", "l’", "o'", "o’")
