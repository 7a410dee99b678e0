"""Expressions that stand together and share a tense: "September 5 and 6", "on Monday, Wednesday and Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.verbs import Reading
from briefbook.grammar.calendar import Found, Point

WEEKDAYS = frozenset({"weekday", "pair-weekdays"})


class Place(NamedTuple):
    """An expression of the prose, where it stands, and the tense there."""

    block: int
    found: Found
    first: int
    last: int
    sentence: int
    reading: Reading


def with_shared_tense(document: AnalysedDocument, found: tuple[Place, ...]) -> Iterator[Place]:
    """The second end of a pair is read like its first ("September 5 and 6"), and so is what is listed with it."""
    before: Place | None = None
    for place, after in zip_longest(found, found[1:]):
        if before is not None and (_is_pair(before, place) or is_listed(document, before, place)):
            place = place._replace(reading=before.reading)
        elif before is not None and _is_beside(document, before, place) and not place.reading.direct:
            place = place._replace(reading=before.reading)
        elif after is not None and _is_pair(place, after) and after.reading.direct and not place.reading.direct:
            place = place._replace(reading=after.reading)  # "from 23 to 27 December": 23 hangs on 27
        yield place
        before = place


def _is_pair(first: Place, second: Place) -> bool:
    """Are they the two ends that one shape read?"""
    rule = first.found.rule
    return rule.startswith("pair") and rule == second.found.rule and second.first - first.last <= 1


def _is_beside(document: AnalysedDocument, before: Place, place: Place) -> bool:
    """ "The Tuesday after Easter"."""
    link = document.tokens[before.last].lower if before.last < place.first else ""
    return link in ("after", "before") and place.first - before.last <= 2 and before.found.rule in WEEKDAYS


def is_listed(document: AnalysedDocument, before: Place, place: Place) -> bool:
    """ "On Monday, Wednesday and Friday": weekdays with nothing but a comma or "and" between."""
    if not {before.found.rule, place.found.rule} <= WEEKDAYS or place.first - before.last not in (1, 2):
        return False
    return document.tokens[place.first - 1].lower in ("and", ",", "or")


def listed_year(document: AnalysedDocument, place: Place, after: Iterable[Place]) -> int | None:
    """ "In March, April and May 2021": the year that stands behind the last of a list of months or days."""
    here, own = place, place.found.expression
    for other in after:
        point = other.found.expression
        joints = [t.lower for t in document.tokens[here.last : other.first]]
        if not (isinstance(own, Point) and isinstance(point, Point)) or joints not in LISTING:
            return None
        bare = Point(month=point.month, day=point.day)
        if not own.month or not point.month or own != Point(month=own.month, day=own.day):
            return None
        if bool(own.day) != bool(point.day) or point not in (bare, replace(bare, year=point.year)):
            return None
        if own.month > point.month:
            return None  # "in December, January and February 2021"
        if point.year:
            return point.year
        here, own = other, point
    return None


LISTING = ([","], ["and"], ["or"], [",", "and"])
