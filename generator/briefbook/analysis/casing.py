"""Give titles and shouted text the small letters of running text, so that the model can read them.

"Marsh Tightens Grip on Norland" and "MARSH TIGHTENS GRIP" both become "Marsh tightens grip on Norland": words that are
ordinary English and that this article does not write with a capital elsewhere lose it.  The length never changes, so
every offset stays true; the article's own text is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons
from briefbook.lexicons import words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
OPENS = re.compile(r"(?:^|[.!?:;—–\"“”‘(\[]\s*|\n\s*)$")
LABEL = re.compile(r"((?:[A-Z][A-Z.'’-]+ ){0,4}[A-Z][A-Z'’-]{2,})(?:, [^:\n]{1,60})?:(?=\s)")
"""Who speaks, in capitals at the start of a block of a transcript: "SEN. LENA MARSH, chair: ..."."""
POSSESSIVES = frozenset({"'s", "'S", "’s", "’S"})


@dataclass(frozen=True, slots=True)
class Habits:
    """How the article's running text writes words: `capital` inside sentences (by lower-case form), and `small` ones."""

    capital: dict[str, str]
    small: frozenset[str]


def habits(texts: Iterable[str]) -> Habits:
    """Learn from an article's blocks how it writes words; titles and shouted blocks teach nothing."""
    capital: dict[str, dict[str, int]] = {}
    small: set[str] = set()
    for text in texts:
        if is_title(text):
            continue
        for word in _label_words(text):
            capital.setdefault(word.lower(), {}).setdefault(word.capitalize(), 1)
        for found in WORD.finditer(text):
            word = _bare(found[0])
            if word in small:
                continue
            if word[0].islower():
                small.add(word)
            elif not OPENS.search(text, max(0, found.start() - 4), found.start()):
                counts = capital.setdefault(word.lower(), {})
                counts[word] = counts.get(word, 0) + 1
    return Habits(
        {low: max(sorted(forms), key=lambda form: forms[form]) for low, forms in capital.items()}, frozenset(small)
    )


def is_title(text: str) -> bool:
    """Is every larger word capitalised, so that capitals tell nothing?"""
    if len(text) > 400:
        return text.isupper()
    found: list[str] = WORD.findall(text)
    if len(found) < 3:
        return False
    larger = [word for word in found if word.lower() not in words("capitals", "small")]
    lower = sum(word[0].islower() for word in larger)
    if lower > 0.4 * len(found):
        return False
    if sum(word.isupper() for word in found if len(word) > 1) > 0.7 * sum(len(word) > 1 for word in found):
        return True
    ordinary = sum(word[0].isupper() and _bare(word).lower() in common_words() for word in larger[1:])
    allowed = 0 if text.rstrip().endswith(".") else len(larger) // 8
    return lower <= allowed and ordinary >= 2


def restored(text: str, learned: Habits) -> str:
    """The text as running text, of the same length; unchanged when it is no title."""
    if not is_title(text):
        return _labelled(text, learned)
    shouted = sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)

    def small(found: re.Match[str]) -> str:
        opens = OPENS.search(text, max(0, found.start() - 3), found.start()) is not None
        word = _restored_word(found[0], learned, shouted, opens)
        return word if len(word) == len(found[0]) else found[0]

    return WORD.sub(small, text)


def _label_words(text: str) -> list[str]:
    """The words of a label of two and more words that can be a person's name; none in "BREAKING NEWS:"."""
    label = LABEL.match(text)
    found: list[str] = WORD.findall(label[1]) if label else []
    named = [
        word for word in found if word.lower() not in common_words() and word not in words("capitals", "abbreviation")
    ]
    return [word for word in found if len(word) > 2] if len(found) > 1 and named else []


def _labelled(text: str, learned: Habits) -> str:
    """Running text whose label has the capitals of a name: "MARSH: I did." becomes "Marsh: I did."."""
    label = LABEL.match(text)
    if label is None or not (_label_words(text) or label[1].lower() in learned.capital):
        return text
    spoken = WORD.sub(
        lambda word: word[0] if word[0] in words("capitals", "abbreviation") else word[0].capitalize(), label[1]
    )
    return spoken + text[len(label[1]) :] if len(spoken) == len(label[1]) else text


def _restored_word(word: str, learned: Habits, shouted: bool, opens: bool) -> str:
    bare = _bare(word)
    low, mark = bare.lower(), word[len(bare) :]
    ending = mark.lower()
    if low in learned.capital and (
        low not in learned.small or low not in words("capitals", "small") and opens is False and not shouted
    ):
        return learned.capital[low] + ending
    if not shouted and bare.isupper() and len(bare) > 1 or bare in words("capitals", "abbreviation"):
        return bare + ending
    if low in learned.small or low in words("capitals", "small") or low in common_words() and low not in _known_names():
        return (low.capitalize() if opens else low) + ending
    if not shouted or not bare.isupper():
        return bare + ending
    return bare.capitalize() + ending


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that English writes small."""
    return frozenset(lexicons.lines("common-words.txt"))


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    """Names of states and capitals that are ordinary words too ("turkey", "china")."""
    found: set[str] = set()
    for line in lexicons.lines("states.tsv"):
        columns = line.split("\t")
        found.update(
            word.lower()
            for column in columns[1:6]
            for name in column.split(",")
            for word in name.split()
            if word[:1].isupper()
        )
    return frozenset(found - words("capitals", "word-of-the-map"))


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in POSSESSIVES else word
