"""The words of the calendar lexicon by class, and the alphabet that shapes are matched in.

Every token is reduced to the set of classes it can have ("second" is a unit and an ordinal); every such set is one
letter of an alphabet.  A text becomes a short string over it, so that the shapes of calendar_shapes.yaml can be
matched by regular expressions that run over tokens instead of characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons

Value = int | float | str | None

FIRST_LETTER = 0xE000
"""Start of Unicode's private use area: no letter of the alphabet means anything in a regular expression."""

PUNCTUATION = {
    ",": "COMMA", "-": "HYPHEN", "‑": "HYPHEN", "–": "HYPHEN", "(": "LPAR", ")": "RPAR", "/": "SLASH", "+": "SIGN",
    ".": "STOP", ";": "STOP", ":": "STOP", "!": "STOP", "?": "STOP",
}  # fmt: skip

NUMBER_KINDS: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            {"NUM", "HOUR"},
            {"NUM", "HOUR", "DAYNUM", "ZERO"},
            {"NUM", "HOUR", "DAYNUM"},
            {"NUM", "DAYNUM"},
            {"NUM", "YY"},
            {"NUM"},
            {"NUMYEAR", "YEAR"},
            {"NUM", "OLDYEAR"},
            {"HOURMIN"},
            {"MILITARY"},
            {"ISODATE"},
            {"ISOWEEK"},
            {"NUMDATE"},
            {"DECADE"},
            {"SHORTYEAR"},
            {"ORDINAL", "DAYORD"},
            {"ORDINAL"},
            {"YEAR"},
            {"QUARTERNAME"},
            {"HALFNAME"},
            {"FYEAR"},
            {"POSS"},
            {"FRACTION"},
        ),
    )
)
"""Every set of classes a number can have; tokens.py chooses among them."""


def sign_classes(kind: str) -> tuple[str, ...]:
    """The classes of a sign: a hyphen, dash or slash also links the two ends of a range ("May 3-5", "2011/12")."""
    return (kind, "LINK") if kind in ("HYPHEN", "SLASH") else (kind,)


@dataclass(frozen=True, slots=True)
class Word:
    """What a word can be: its value by class, and whether it must begin with a capital to be it."""

    values: Mapping[str, Value]
    capital: bool


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Word]:
    """Every word of the lexicon in lower case, literal words of the shapes included (class `=word`)."""
    found: dict[str, dict[str, Value]] = {}
    capital: dict[str, bool] = {}
    for name in ("calendar_words", "calendar_feasts"):
        for entry in lexicons.load(name).entries:
            kind = entry.fields.get("class", "FEAST")
            value = entry.fields.get("value") if kind != "FEAST" else entry.id
            for word in entry.words:
                if " " not in word:
                    found.setdefault(word.lower().replace("’", "'"), {})[kind] = value
                    capital[word.lower()] = capital.get(word.lower(), True) and bool(entry.fields.get("capital"))
    for literal in literals():
        found.setdefault(literal, {})["=" + literal] = None
        capital.setdefault(literal, False)
    return {word: Word(values, capital[word]) for word, values in found.items()}


@lru_cache(maxsize=1)
def literals() -> frozenset[str]:
    """Words that stand in shapes as themselves: everything in lower case that is no operator."""
    shapes = (entry.fields["shape"] for entry in lexicons.load("calendar_shapes").entries)
    return frozenset(word for shape in shapes for word in re.findall(r"(?<![\w<])[a-z]+(?![\w>])", shape))


WEAK_KINDS = frozenset(
    {"DET", "A", "NUM", "NUMBER", "HOUR", "DAYNUM", "DAYORD", "ZERO", "YY", "ORDINAL", "VAGUE", "COUPLE", "HALF", "EACH", "THIS", "THAT"}
    | {"LAST", "NEXT", "FOLLOWING", "PRECEDING", "LATEST", "MOD", "MODREL", "MODNOUN", "LINK", "POSS", "ZONE", "NUMYEAR", "FRACTION", "FISCAL", "BETWEEN", "MEASURED"}
    | set(PUNCTUATION.values())
)  # fmt: skip
"""Classes that tell no time on their own: a run of words without any other class is not looked at."""

WEAK_LITERALS = frozenset(
    "of in on at by until till from after before about the and to or it he she they when that within over through during "
    "since for around between as how too most not same more other whole full long end early late later earlier good new".split()
)
"""Words of the shapes that are too common to look at without a stronger one beside them."""


def is_strong(kinds: frozenset[str]) -> bool:
    """Can a word of these classes carry a time expression?"""
    return any(kind not in WEAK_KINDS and (kind[0] != "=" or kind[1:] not in WEAK_LITERALS) for kind in kinds)


@lru_cache(maxsize=1)
def strong_letters() -> frozenset[str]:
    """The letters of all sets of classes that can carry a time expression."""
    return frozenset(letter for kinds, letter in alphabet().items() if is_strong(kinds))


@lru_cache(maxsize=1)
def alphabet() -> dict[frozenset[str], str]:
    """One letter for each set of classes; the empty set is any other word."""
    sets = {frozenset(word.values) for word in vocabulary().values()}
    sets |= {frozenset(c for c in word.values if c.startswith("=")) for word in vocabulary().values()}
    sets |= {frozenset(sign_classes(kind)) for kind in PUNCTUATION.values()} | set(NUMBER_KINDS) | {frozenset()}
    return {found: chr(FIRST_LETTER + n) for n, found in enumerate(sorted(sets, key=sorted))}


def letters(kind: str) -> str:
    """The letters of all sets that hold a class, as a regular expression's character class."""
    found = "".join(letter for classes, letter in alphabet().items() if kind in classes)
    if not found:
        raise ValueError(f"calendar shapes use the class {kind}, which no word has")
    return f"[{found}]"
