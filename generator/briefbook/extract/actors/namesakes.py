"""Tell people of one surname apart by their honorifics: "Lady Starmer" is not "Sir Keir Starmer".

A bare surname behind an honorific of the other gender than the person of that surname is somebody else: the honorific
becomes part of the name ("Lady Starmer"), unless the article names somebody of that surname and gender in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import folded, parts
from briefbook.extract.actors.people import gender_words
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.words import words

ROMAN = {"I": 1, "V": 5, "X": 10}
Gender = str
"""`m` or `f`."""


def with_honorifics(document: AnalysedDocument, found: list[Candidate]) -> list[Candidate]:
    """The candidates; a surname behind an honorific that can't be its only bearer's takes the honorific in."""
    bearers = _bearers(document, found)
    return [_honoured(document, candidate, bearers) for candidate in found]


def full_name_of(text: str, others: Iterable[str]) -> str | None:
    """The one full name that "Lady Starmer" can stand for: of that surname and gender; None when there is none or several."""
    honorific, _, surname = text.partition(" ")
    gender = _of_honorific(honorific)
    if gender is None or not surname or " " in surname:
        return None
    known = {other: _of_given(other) for other in others if parts(other)[1:][-1:] == parts(surname)}
    fits = [other for other, sort in known.items() if sort == gender] or [
        o for o, sort in known.items() if sort is None
    ]
    return fits[0] if len(fits) == 1 else None


def is_honoured(name: str) -> bool:
    """Is it a surname known by its honorific alone ("Lady Starmer"), which nobody else is called by?"""
    return _of_honorific(name.partition(" ")[0]) is not None


def last_of_name(names: Sequence[str]) -> str | None:
    """Of popes or kings of one name the last, whom "Leo" means where the article speaks of Leo XIII too; else None."""
    numbers = [name.split()[-1] for name in names]
    if not all(number in words().generational and set(number) <= ROMAN.keys() for number in numbers):
        return None
    return max(zip(map(_arabic, numbers), names, strict=True))[1]


def _arabic(number: str) -> int:
    """The value of a Roman number."""
    values = [ROMAN[letter] for letter in number]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _honoured(document: AnalysedDocument, candidate: Candidate, bearers: dict[str, set[Gender]]) -> Candidate:
    gender = _honorific_gender(document, candidate)
    if gender is None or candidate.last - candidate.first > 1:
        return candidate
    others = bearers.get(candidate.text, set()) - {gender}
    if not others:
        return candidate
    first = candidate.first - 1
    text = document.cased_text(first, candidate.last)
    return replace(candidate, first=first, text=text, after_post=True, model="PERSON")


def _bearers(document: AnalysedDocument, found: list[Candidate]) -> dict[str, set[Gender]]:
    """Surname -> the genders of those who are named with it in full."""
    genders: dict[str, set[Gender]] = defaultdict(set)
    for candidate in found:
        if candidate.last - candidate.first > 1:
            genders[document.tokens[candidate.last - 1].cased].update(_genders(document, candidate))
    return genders


def _genders(document: AnalysedDocument, candidate: Candidate) -> Iterator[Gender]:
    """What honorific and given name tell; the honorific is surer."""
    gender = _honorific_gender(document, candidate) or _of_given(candidate.text)
    if gender is not None:
        yield gender


def _honorific_gender(document: AnalysedDocument, candidate: Candidate) -> Gender | None:
    """Of the honorific right before the name, in the same sentence."""
    before = document.tokens[candidate.first - 1] if candidate.first else None
    if before is None or before.sentence != document.tokens[candidate.first].sentence:
        return None
    return _of_honorific(before.cased)


def _of_honorific(word: str) -> Gender | None:
    male, female = _honorifics()
    return "m" if word in male else "f" if word in female else None


def _of_given(name: str) -> Gender | None:
    first = name.split()[0]
    given = words().given.get(first) or words().given.get(folded(first).title())
    return given if given in ("m", "f") else None


@lru_cache(maxsize=1)
def _honorifics() -> tuple[frozenset[str], frozenset[str]]:
    """The honorifics that only men, and only women, bear."""
    male, female = gender_words()
    every = words().honorifics
    return frozenset(h for h in every if h.lower() in male), frozenset(h for h in every if h.lower() in female)
