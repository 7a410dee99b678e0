"""The timeline: what happened and what will, dated entries first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.model import Page, TimelineEntry
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import badge
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "timeline.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry as shown; `when` is in our words, `stated` in the article's."""

    when: str
    stated: Md | None
    words: Md
    meeting: Md | None
    background: bool
    article: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """All entries, dated ones in order of their days, then the undated in order of the text."""
    everything = [(entry, event) for entry in index.entries for event in entry.briefing.timeline]
    everything.sort(key=lambda item: _order(item[1]))
    for number, part, total in chunks(everything, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Timeline", (("Home", "index.md"),))
        yield sheet.page(
            "timeline.md.j2",
            description="What happened and what is to come, in order of time, each entry with its source.",
            listing=True,
            events=[_event(sheet, entry, event) for entry, event in part],
            pager=links(sheet, INDEX, number, total),
            several=len(index.entries) > 1,
        )


def _order(event: TimelineEntry) -> tuple[bool, date, date]:
    """Dated before undated; sorting is stable, so undated entries keep the order of the text."""
    possible = event.possible
    start = event.start or event.end or (possible and (possible.start or possible.end))
    return (start is None, start or date.max, event.end or start or date.max)


def _event(sheet: Sheet, entry: Entry, event: TimelineEntry) -> Event:
    gathering = sheet.index.meeting_by_id.get((entry.name, event.meeting or ""))
    words = joined([sheet.words(entry, event.label.exact), sheet.mark(entry, event.citations)])
    return Event(
        when=when(event),
        stated=sheet.words(entry, event.time_text) if event.time_text else None,
        words=words,
        meeting=joined([badge(gathering.meeting.status), Md(" "), sheet.link("the meeting", gathering.page)])
        if gathering
        else None,
        background=event.background,
        article=sheet.article(entry),
    )


def when(event: TimelineEntry) -> str:
    """The days of an entry in words: exact, possible, or not known."""
    exact = wording.span(event.start, event.end)
    if exact is not None:
        return exact
    possible = wording.possible(event.possible.start, event.possible.end) if event.possible else None
    return possible[:1].upper() + possible[1:] if possible else "Day not stated"
