"""What the text proves about its own publication date, when the article states none.

* A day that a picture was taken, or that the text tells of in the past, is not after publication: `earliest`.
* A day that the text tells of as still to come is not before publication: `latest`, that day itself included, since an
  article may come out on the very day and still say "begins today".

Only days that the words fix in full count: with a year, or as a feast together with the day it begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.find import places
from briefbook.extract.dates.reasons import day_words
from briefbook.extract.dates.resolve import resolve
from briefbook.extract.dates.setting import Setting
from briefbook.extract.dates.together import Place
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import Found, Point, scan
from briefbook.grammar.calendar.days import Days, day_or_none
from briefbook.grammar.calendar.feasts import near
from briefbook.model import Article, BlockKind, BoundReason, Citation, DateBounds

FEAST_YEARS = 3
"""How many years after the earliest possible publication a feast is looked for."""


class Proof(NamedTuple):
    """A day that publication can't precede (or follow), and what says so."""

    day: date
    text: str
    citation: Citation


def bound_publication(document: AnalysedDocument) -> DateBounds | None:
    """What prose and captions prove about the publication date; None when the article states it or nothing is proved.

    Both days are inclusive: the article came out on `earliest`, on `latest`, or between them.
    """
    article = document.article
    if article.date_published is not None:
        return None
    found = places(document)
    earliest = max([*_pictures(article), *_past(article, found)], key=lambda p: p.day, default=None)
    latest = min(_coming(article, found, earliest), key=lambda p: p.day, default=None)
    if earliest and latest and latest.day < earliest.day:
        latest = None
    if earliest is None and latest is None:
        return None
    reasons = tuple(BoundReason(text=p.text, citation=p.citation) for p in (earliest, latest) if p)
    return DateBounds(earliest=earliest and earliest.day, latest=latest and latest.day, reasons=reasons)


def _full_days(found: Found) -> Days | None:
    """The days of an expression that names its year."""
    point = found.expression
    if not isinstance(point, Point) or point.year is None or point.fiscal:
        return None
    resolution = resolve(point, Setting(publication=None))
    return resolution.days if resolution else None


def _pictures(article: Article) -> Iterator[Proof]:
    """Days on which the pictures were taken."""
    for block in article.blocks:
        if block.kind is not BlockKind.CAPTION:
            continue
        for found in scan(block.text):
            days = _full_days(found)
            if days is not None and isinstance(found.expression, Point) and found.expression.day:
                words = f"A picture of {day_words(days.start)} is printed with it, so it came out on that day or later."
                yield Proof(days.start, words, article.cite(block.number, found.start, found.end))


def _past(article: Article, found: tuple[Place, ...]) -> Iterator[Proof]:
    """Days told of in the past tense."""
    for place in found:
        days = _full_days(place.found)
        if days is not None and place.reading.tense is Tense.PAST:
            words = f"It tells of {day_words(days.start)} in the past tense, so it came out on that day or later."
            yield Proof(days.start, words, article.cite(place.block, place.found.start, place.found.end))


def _coming(article: Article, found: tuple[Place, ...], earliest: Proof | None) -> Iterator[Proof]:
    """Days told of as still to come."""
    for index, place in enumerate(found):
        if place.reading.tense not in (Tense.FUTURE, Tense.PRESENT):
            continue
        days = _full_days(place.found)
        citation = article.cite(place.block, place.found.start, place.found.end)
        if days is not None and place.reading.tense is Tense.FUTURE and _is_will(place):
            yield Proof(
                days.end,
                f"It speaks of {citation.exact} as still to come, so it came out by {day_words(days.end)}.",
                citation,
            )
        feast = _feast_before(found, index)
        day = earliest and feast and _feast_day(feast, place, earliest.day)
        if day:
            name = article.blocks[place.block].text[feast.found.start : feast.found.end] if feast else ""
            text = f"It says that {name} begins on {citation.exact} as of a day to come, so it came out by {day_words(day)}."
            yield Proof(day, text, citation)


def _is_will(place: Place) -> bool:
    return "will" in place.reading.cue.split() or "'ll" in place.reading.cue.split()


def _feast_before(found: tuple[Place, ...], index: int) -> Place | None:
    """The feast named just before in the same sentence, or None."""
    place = found[index]
    before = found[index - 1] if index else None
    if before is None or before.sentence != place.sentence or place.first - before.last > 6:
        return None
    named = before.found.expression
    return before if isinstance(named, Point) and named.feast and named.year is None else None


def _feast_day(feast: Place, place: Place, earliest: date) -> date | None:
    """The first day on or after `earliest` that bears the month and day told and begins the feast named."""
    named, told = feast.found.expression, place.found.expression
    if not isinstance(named, Point) or not isinstance(told, Point) or not named.feast or not told.month or not told.day:
        return None
    if told.year is not None:
        return None
    for year in range(earliest.year, earliest.year + FEAST_YEARS):
        day = day_or_none(year, told.month, told.day)
        if day is not None and day >= earliest and near(named.feast, year, day):
            return day
    return None
