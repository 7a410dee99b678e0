"""What a relative expression could mean when the publication date is only bounded.

Read it once as if the article had come out on the first day possible and once as if on the last: a later publication
never means an earlier day, so all days it could mean lie between the two.  Where both readings agree, the day is
proved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.find import Narration
from briefbook.extract.dates.reasons import day_words, days_words, unplaced
from briefbook.extract.dates.setting import Resolution
from briefbook.extract.dates.together import Place
from briefbook.model import DateBounds, DateRange, Timex, TimexType


def possible_days(
    document: AnalysedDocument, found: tuple[Place, ...], timexes: tuple[Timex, ...], bounds: DateBounds
) -> tuple[Timex, ...]:
    """The expressions with `possible` filled in, or resolved where the bounds leave one reading."""
    first = _readings(document, found, bounds.earliest)
    last = _readings(document, found, bounds.latest)
    return tuple(_bounded(timex, first, last, bounds) for timex in timexes)


Readings = dict[tuple[int, int], Resolution]


def _readings(document: AnalysedDocument, found: tuple[Place, ...], day: date | None) -> Readings:
    if day is None:
        return {}
    return {(place.block, place.found.start): item for place, _, item in Narration(document, day).run(found)}


def _bounded(timex: Timex, first: Readings, last: Readings, bounds: DateBounds) -> Timex:
    if timex.start is not None or timex.type is TimexType.DURATION:
        return timex
    key = (timex.citation.block, timex.citation.start)
    early, late = first.get(key), last.get(key)
    if early is not None and late is not None and early == late and early.days is not None:
        return _proved(timex, early, bounds)
    start = early.days.start if early and early.days else None
    end = late.days.end if late and late.days else None
    if start is None and end is None:
        return timex
    return replace(timex, possible=DateRange(start=start, end=end), reason=unplaced(timex.citation.exact, start, end))


def _proved(timex: Timex, found: Resolution, bounds: DateBounds) -> Timex:
    if found.days is None or bounds.earliest is None or bounds.latest is None:
        return timex
    span = f"between {day_words(bounds.earliest)} and {day_words(bounds.latest)}"
    text = f"“{timex.citation.exact}” is read as {days_words(found.days)}, because the article came out {span}."
    return replace(timex, value=found.value, start=found.days.start, end=found.days.end, reason=text)
