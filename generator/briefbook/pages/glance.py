"""Where and when, in a line each: the places and days of the news first, as far as the summary tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefbook.model import Citation, TimelineEntry
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.markup import span
from briefbook.pages.sheet import Sheet

EXACT = timedelta(days=6)
"""Longest time between first and last day by which an event is dated: a month or a year says little of when the news was."""


def where(sheet: Sheet, entry: Entry, most: int) -> Iterator[Md]:
    """At most so many places: those that the summary names, then by the number of mentions."""
    told = _summary(entry)
    ranked = sorted(entry.briefing.places, key=lambda place: (not _shares(place.mentions, told), -len(place.mentions)))
    for place in ranked[:most]:
        yield sheet.link(sheet.words(entry, place.name), sheet.index.gazetteer.target(place))


def when(sheet: Sheet, entry: Entry) -> Iterator[Md]:
    """The days of the news, first and last; the timeline is one click away.

    An article without a day of its own dates few of its events, and those seldom are the news: there all days count.
    """
    events = [event for event in entry.briefing.timeline if not event.background]
    told = _summary(entry)
    news = [event for event in events if _shares(event.citations, told)]
    dated = entry.briefing.article.publication_day is not None
    near = next((found for some in (news, events) if (found := _days(some, EXACT))), []) if dated else []
    days = near or _days(events)
    possible = sorted(day for e in events if e.possible for day in (e.possible.start, e.possible.end) if day)
    if days:
        yield joined([f"Events of {wording.span(days[0], days[-1])}"])
    elif possible:
        yield joined([f"Events {wording.possible(possible[0], possible[-1])}"])
    else:
        yield span("Days not stated", "unstated")
    if entry.briefing.timeline:
        entries = wording.count(len(entry.briefing.timeline), "timeline entry", "timeline entries")
        yield sheet.link(entries, "timeline.md")


def _summary(entry: Entry) -> list[Citation]:
    return [citation for sentence in entry.briefing.summary for citation in sentence.citations]


def _shares(citations: Iterable[Citation], told: list[Citation]) -> bool:
    return any(citation.overlaps(part) for citation in citations for part in told)


def _days(events: list[TimelineEntry], longest: timedelta = timedelta.max) -> list[date]:
    """First and last days of the events that are dated by no more than `longest`, in order."""
    dated = [(event.start, event.end) for event in events if event.start and event.end]
    return sorted(day for start, end in dated if end - start <= longest for day in (start, end))
