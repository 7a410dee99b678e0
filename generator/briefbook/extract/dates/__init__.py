"""Find time expressions (TIMEX3) and what the text proves about its publication date.

Words become expressions in grammar/calendar; here they get their days.  The anchor is the publication day, the rule
TimeML gives for news; "that day" and "two days later" count from the time the text last spoke of; a weekday, month or
day without a year looks back or ahead with the tense of its verb.  Without a publication day the value stays symbolic
(`XXXX-WXX-6`), and where the text bounds that day, `possible` holds the days the words could mean.
"""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.bounds import bound_publication
from briefbook.extract.dates.find import Narration, places
from briefbook.extract.dates.possible import possible_days
from briefbook.extract.dates.reasons import reason
from briefbook.extract.dates.setting import Resolution, Setting
from briefbook.extract.dates.together import Place
from briefbook.model import DateBounds, DateRange, Timex, TimexType

__all__ = ["bound_publication", "extract"]


def extract(document: AnalysedDocument, bounds: DateBounds | None = None) -> tuple[Timex, ...]:
    """All time expressions of the prose, in order, resolved against the publication date (or its bounds)."""
    publication = document.article.publication_day
    found = places(document)
    resolved = list(Narration(document, publication).run(found))
    timexes = tuple(_timex(document, *item) for item in resolved)
    if publication is None and bounds is not None:
        timexes = possible_days(document, found, timexes, bounds)
    return _ranges(timexes, [place for place, _, _ in resolved])


def _timex(document: AnalysedDocument, place: Place, setting: Setting, found: Resolution) -> Timex:
    citation = document.article.cite(place.block, place.found.start, place.found.end)
    return Timex(
        type=TimexType(found.type),
        value=found.value,
        citation=citation,
        start=found.days.start if found.days else None,
        end=found.days.end if found.days else None,
        mod=getattr(place.found.expression, "mod", None),
        reason=reason(citation.exact, found, setting),
    )


def _ranges(timexes: tuple[Timex, ...], found: list[Place]) -> tuple[Timex, ...]:
    """Give the two ends of a range ("May 3 to 5") the whole of it."""
    done = list(timexes)
    for index in range(len(done) - 1):
        first, second = done[index], done[index + 1]
        if found[index].found.partner == 1 and found[index + 1].found.partner == -1 and first.start and second.end:
            if first.start <= second.end:
                whole = DateRange(start=first.start, end=second.end)
                done[index], done[index + 1] = replace(first, whole=whole), replace(second, whole=whole)
    return tuple(done)
