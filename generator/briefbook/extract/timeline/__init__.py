"""Put what happened and what will in order of time.

An entry is an event that a clause tells: every firm clause with a time of its own, and of the rest those that carry
the news.  Speech is not an event (what was said may be), states and possibilities are not.  A meeting stands with its
id and its own time.
"""

from __future__ import annotations

from datetime import date

from briefbook.analysis import References
from briefbook.extract.timeline.event import Event
from briefbook.extract.timeline.events import events
from briefbook.extract.timeline.meetings import with_meetings
from briefbook.model import Meeting, TimelineEntry, Timex


def extract(
    references: References, dates: tuple[Timex, ...], meetings: tuple[Meeting, ...]
) -> tuple[TimelineEntry, ...]:
    """Events, dated ones in order of time, then undated ones in order of text."""
    entries = [_entry(references, event) for event in events(references, dates)]
    return tuple(sorted(with_meetings(references.document, entries, meetings), key=_order))


def _entry(references: References, event: Event) -> TimelineEntry:
    document = references.document
    return TimelineEntry(
        label=document.cite(event.clause.first, event.clause.last),
        time_text=event.when.text,
        start=event.when.start,
        end=event.when.end,
        possible=event.when.possible,
        status=event.status,
        background=event.background,
        actors=event.actors,
        citations=tuple(document.cite_sentence(sentence) for sentence in event.sentences),
        basis=event.when.basis,
    )


def _order(entry: TimelineEntry) -> tuple[bool, date, date, int, int]:
    start = entry.start or date.max
    return (
        entry.start is None,
        start,
        entry.end or start,
        entry.label.block,
        entry.label.start,
    )
