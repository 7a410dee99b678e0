"""When is one of ours the same as one of theirs: sentences, names, titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from briefbook.lexicons import load

SILENT = frozenset("the of and a an s mr mrs ms dr his her their its other some to for in on".split())
ALIKE = 0.6
"""Share of common words (Dice) from which two sentences count as the same."""


def words(text: str) -> list[str]:
    """Lower-case words; dotted abbreviations are one word."""
    dotted = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda found: found[0].replace(".", ""), text)
    return re.findall(r"[^\W_]+", dotted.casefold())


def same_sentence(ours: str, gold: str) -> bool:
    """Is ours the gold sentence, a passage that holds it, or a substantial part of it?"""
    mine, theirs = words(ours), words(gold)
    if not mine or not theirs:
        return False
    if _holds(mine, theirs) or (len(mine) > 3 and _holds(theirs, mine)):
        return True
    common = sum((Counter(mine) & Counter(theirs)).values())
    return 2 * common / (len(mine) + len(theirs)) >= ALIKE


def same_name(ours: Iterable[str], gold: Iterable[str]) -> bool:
    """Do some form of ours and some gold form share all telling words of the shorter one?"""
    theirs = [telling(name) for name in gold]
    return any(a and b and (a <= b or b <= a) for a in map(telling, ours) for b in theirs)


def telling(name: str) -> frozenset[str]:
    """The words of a name or title that tell it from others."""
    return frozenset(words(name)) - SILENT


def titled(title: str) -> frozenset[str]:
    """The telling words of a title; a post that the text tells by a verb ("chairs", "headed") counts as its noun, too."""
    found = telling(title)
    return found | {_nouns_of_verbs()[word] for word in found if word in _nouns_of_verbs()}


@cache
def _nouns_of_verbs() -> dict[str, str]:
    """By form of a verb of leading, the noun for who does it."""
    nouns: dict[str, str] = load("role_phrases").entry("lead").fields["titles"]
    regular = {verb + end: noun for verb, noun in nouns.items() for end in ("s", "ed", "d")}
    return regular | {"led": nouns["lead"], "ran": nouns["run"], "speaks": "spokesperson", "spoke": "spokesperson"}


def _holds(outer: list[str], inner: list[str]) -> bool:
    return f" {' '.join(inner)} " in f" {' '.join(outer)} "
