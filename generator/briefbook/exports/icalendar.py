"""Dated meetings as iCalendar (RFC 5545): one file for the book, one for each meeting.

A meeting is an event of whole days: held and current ones are CONFIRMED, planned, invited and proposed ones
TENTATIVE, cancelled ones CANCELLED; denied ones, which nobody says will or did take place, are left out, as are
meetings without a known day.  The bytes depend on nothing but the briefings: no clock is read, DTSTAMP is the newest
publication day of the book, or 1980-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from icalendar import Calendar, Event

from briefbook.exports.shown import may_quote
from briefbook.model import Briefing, Meeting, MeetingStatus
from briefbook.model.naming import distinct

STATUS = {
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.UNDER_WAY: "CONFIRMED",
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.INVITED: "TENTATIVE",
    MeetingStatus.PROPOSED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}
"""RFC 5545 STATUS of an event; a status that is not here gives no event."""

KIND = {
    MeetingStatus.HELD: "Meeting",
    MeetingStatus.UNDER_WAY: "Meeting under way",
    MeetingStatus.PLANNED: "Planned meeting",
    MeetingStatus.INVITED: "Invitation to a meeting",
    MeetingStatus.PROPOSED: "Proposed meeting",
    MeetingStatus.CANCELLED: "Cancelled meeting",
    MeetingStatus.DENIED: "Denied meeting",
}
"""What a calendar calls an event: many show nothing of it but this, and none may read as held that was not."""

NO_DATE = date(1980, 1, 1)
"""Stamp of a book in which no article states when it was published."""

PRODUCT = "-//Briefbook//briefing book//EN"


class CalendarFile(NamedTuple):
    """A calendar file: `name` without folder ("meetings.ics"), and its bytes (UTF-8, CRLF)."""

    name: str
    content: bytes


def book_calendar(briefings: Iterable[Briefing], *, name: str = "Meetings", source_text: str = "cited") -> CalendarFile:
    """All dated meetings of a book, in the order of the briefings, then of time.

    Args:
        source_text: The book's setting; where it, or an article's own, is `none`, no sentence is quoted.
    """
    found = list(briefings)
    events = [event for briefing in found for event in _events(briefing, stamp(found), source_text)]
    return CalendarFile("meetings.ics", _calendar(name, events))


def meeting_calendars(briefings: Iterable[Briefing], *, source_text: str = "cited") -> Iterator[CalendarFile]:
    """One file for each dated meeting; `source_text` as for `book_calendar`."""
    found = list(briefings)
    names = calendar_names(found)
    dated = {(briefing.article.id, meeting.id): (briefing, meeting) for briefing, meeting in _dated(found)}
    for key, (briefing, meeting) in dated.items():
        yield CalendarFile(names[key], _one_meeting(briefing, meeting, source_text))


def calendar_names(briefings: Iterable[Briefing]) -> dict[tuple[str, str], str]:
    """The file of each dated meeting ("ARTICLE-MEETING.ics"), by article id and meeting id; no two are the same."""
    keys = {
        (briefing.article.id, meeting.id): f"{briefing.article.id}\n{meeting.id}"
        for briefing, meeting in _dated(briefings)
    }
    names = distinct(keys.values(), fallback="meeting")
    return {key: f"{names[both]}.ics" for key, both in keys.items()}


def _dated(briefings: Iterable[Briefing]) -> Iterator[tuple[Briefing, Meeting]]:
    for briefing in briefings:
        yield from ((briefing, meeting) for meeting in briefing.meetings if has_day(meeting))


def _one_meeting(briefing: Briefing, meeting: Meeting, source_text: str) -> bytes:
    return _calendar(summary(meeting), [_event(briefing, meeting, stamp([briefing]), source_text)])


def safe(identifier: str) -> str:
    """An id as part of a file name: article objects may bring any text as theirs ("../../x")."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", identifier).strip("-") or "article"


def _lasting(identifier: str) -> str:
    """An id as part of a UID, the same in every book: what `safe` had to change is told apart by a digest."""
    plain = safe(identifier)
    return plain if plain == identifier else f"{plain}-{sha256(identifier.encode()).hexdigest()[:8]}"


def has_day(meeting: Meeting) -> bool:
    """Can the meeting stand in a calendar?"""
    return meeting.status in STATUS and meeting.time is not None and meeting.time.start is not None


def stamp(briefings: Iterable[Briefing]) -> date:
    """The newest publication day, or 1980-01-01."""
    days = (briefing.article.publication_day for briefing in briefings)
    return max((day for day in days if day is not None), default=NO_DATE)


def summary(meeting: Meeting) -> str:
    """What is on, and who meets: "Meeting: A, B and C", "Planned meeting: A and B"; only a held one has no status."""
    names = [participant.name for participant in meeting.participants]
    listed = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    return f"{KIND[meeting.status]}: {listed}" if listed else KIND[meeting.status]


def _events(briefing: Briefing, day: date, source_text: str) -> list[Event]:
    dated = [meeting for meeting in briefing.meetings if has_day(meeting)]
    dated.sort(key=lambda m: (m.time.start if m.time and m.time.start else date.max, m.id))
    return [_event(briefing, meeting, day, source_text) for meeting in dated]


def _calendar(name: str, events: list[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(briefing: Briefing, meeting: Meeting, day: date, source_text: str) -> Event:
    """The meeting as an event of whole days; DTEND is the day after the last, as RFC 5545 wants it."""
    start, end = _days(meeting)
    event = Event()
    event.add("UID", f"{_lasting(briefing.article.id)}/{_lasting(meeting.id)}@briefbook")
    event.add("DTSTAMP", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("DTSTART", start)
    event.add("DTEND", end + timedelta(days=1))
    event.add("SUMMARY", summary(meeting))
    event.add("STATUS", STATUS[meeting.status])
    event.add("TRANSP", "TRANSPARENT")
    if meeting.place is not None:
        event.add("LOCATION", meeting.place.name)
    event.add("DESCRIPTION", description(briefing, meeting, source_text))
    if briefing.article.url and briefing.article.url.startswith(("https://", "http://")):
        event.add("URL", briefing.article.url)
    return event


def _days(meeting: Meeting) -> tuple[date, date]:
    if meeting.time is None or meeting.time.start is None:
        raise ValueError(f"meeting {meeting.id} has no day")
    return meeting.time.start, meeting.time.end or meeting.time.start


def description(briefing: Briefing, meeting: Meeting, source_text: str) -> str:
    """The status, the words that give the time with their reading, and the sentences that report the meeting.

    Where the article's text may not be shown (`none`), only what is said in words of ours.
    """
    lines = [f"Reported as {meeting.status.value.replace('_', ' ')}."]
    if may_quote(briefing, source_text):
        if meeting.time is not None:
            lines.append(meeting.time.basis or f"Time in the article: “{meeting.time.text}”.")
        lines += [f"“{citation.exact}”" for citation in meeting.citations]
    if briefing.article.headline:
        lines.append(f"From: {briefing.article.headline}")
    return "\n".join(lines)
