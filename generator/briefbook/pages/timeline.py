"""The timeline: what happened and what will, dated entries first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefbook.model import EventStatus, MeetingStatus, Page, TimelineEntry
from briefbook.pages import figures_timeline, paths, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.figures_timeline import Mark, Standing
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import badge
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.relations import TOOK_PLACE
from briefbook.pages.sheet import Sheet

INDEX = "timeline.md"
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry as shown; `when` is in our words, `stated` in the article's, `became` names what did not (yet) happen."""

    when: str
    stated: Md | None
    words: Md
    meeting: Md | None
    background: bool
    became: str | None
    article: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """All entries, dated ones in order of their days, then the undated in order of the text."""
    everything = [(entry, event) for entry in index.entries for event in entry.briefing.timeline]
    everything.sort(key=lambda item: _order(item[1]))
    for number, part, total in chunks(everything, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Timeline", (("Home", "index.md"),))
        marks = list(_marks(sheet, part))
        yield sheet.page(
            "timeline.md.j2",
            description="What happened and what is to come, in order of time, each entry with its source.",
            listing=True,
            figure=figures_timeline.timeline(marks) if len(marks) > 1 else None,
            caption=_caption(len(marks)),
            events=[_event(sheet, entry, event) for entry, event in part],
            pager=links(sheet, INDEX, number, total),
            several=len(index.entries) > 1,
        )


def _order(event: TimelineEntry) -> tuple[bool, date, date]:
    """Dated before undated; sorting is stable, so undated entries keep the order of the text."""
    possible = event.possible
    start = event.start or event.end or (possible and (possible.start or possible.end))
    return (start is None, start or date.max, event.end or start or date.max)


def _marks(sheet: Sheet, part: Sequence[tuple[Entry, TimelineEntry]]) -> Iterator[Mark]:
    """The dated entries of this page, for its picture; one alone needs none."""
    for number, (entry, event) in enumerate(part, start=1):
        if mark := _mark(sheet, entry, event, number):
            yield mark


def _caption(dated: int) -> str:
    """What the figure shows of the page's dated entries."""
    most = figures_timeline.MOST
    shown = "Long" if dated <= most else f"The first {most} of {dated} dated entries; long"
    return f"{shown} gaps are shortened. The list below has every entry with its source."


def _mark(sheet: Sheet, entry: Entry, event: TimelineEntry, number: int) -> Mark | None:
    days = event if event.start or event.end else event.possible
    if days is None or not (days.start or days.end):
        return None
    return Mark(
        start=days.start,
        end=days.end,
        bounded=days is not event,
        standing=_standing(sheet, entry, event),
        background=event.background,
        when=when(event),
        words=event.label.exact,
        target=paths.relative(f"{sheet.path}#event-{number}", sheet.path),
    )


def to_come(sheet: Sheet, entries: Sequence[Entry], today: date | None, most: int) -> list[Md]:
    """Dated entries after a day, soonest first, that no meeting tells already; none when the day is not known."""
    if today is None:
        return []
    found = [
        (event.start, entry, event)
        for entry in entries
        for event in entry.briefing.timeline
        if event.start is not None and event.start > today and not event.background and not _met(entry, event)
        if event.status is not EventStatus.CANCELLED
    ]
    soonest = sorted(found, key=lambda item: item[0])[:most]
    return [_coming(sheet, entry, event) for _, entry, event in soonest]


def _met(entry: Entry, event: TimelineEntry) -> bool:
    """Is it a meeting, or told in a sentence that reports one?"""
    told = {(c.block, c.start) for meeting in entry.briefing.meetings for c in meeting.citations}
    return event.meeting is not None or any((c.block, c.start) in told for c in event.citations)


def _coming(sheet: Sheet, entry: Entry, event: TimelineEntry) -> Md:
    told = sheet.words(entry, event.label.exact)
    return joined([Md("<strong>"), when(event), Md("</strong> "), told, sheet.mark(entry, event.citations)])


def _standing(sheet: Sheet, entry: Entry, event: TimelineEntry) -> Standing:
    """What its meeting's status says; without a meeting, a day after the article's own is still to come."""
    gathering = sheet.index.meeting_by_id.get((entry.name, event.meeting or ""))
    if gathering is None:
        later = event.start is not None and entry.reported is not None and event.start > entry.reported
        if event.status is EventStatus.CANCELLED:
            return Standing.OFF
        return Standing.AHEAD if later or event.status is EventStatus.PLANNED else Standing.OTHER
    status = gathering.meeting.status
    if status in _OFF:
        return Standing.OFF
    return Standing.HELD if status in TOOK_PLACE else Standing.AHEAD


def _event(sheet: Sheet, entry: Entry, event: TimelineEntry) -> Event:
    gathering = sheet.index.meeting_by_id.get((entry.name, event.meeting or ""))
    words = joined([sheet.words(entry, event.label.exact), sheet.mark(entry, event.citations)])
    return Event(
        when=when(event),
        stated=_stated(sheet, entry, event),
        words=words,
        meeting=joined([badge(gathering.meeting.status), Md(" "), sheet.link("the meeting", gathering.page)])
        if gathering
        else None,
        background=event.background,
        became=event.status.value if gathering is None and event.status is not EventStatus.HAPPENED else None,
        article=sheet.article(entry),
    )


def _stated(sheet: Sheet, entry: Entry, event: TimelineEntry) -> Md | None:
    """The article's words for the time, where the days do not repeat them: `last week`, not `March 22`."""
    told = event.time_text
    return sheet.words(entry, told) if told and not wording.tells_all_of(when(event), told) else None


def when(event: TimelineEntry) -> str:
    """The days of an entry in words: exact, possible, or not known."""
    exact = wording.span(event.start, event.end)
    if exact is not None:
        return exact
    possible = wording.possible(event.possible.start, event.possible.end) if event.possible else None
    return possible[:1].upper() + possible[1:] if possible else "Day not stated"
