"""Dated meetings as iCalendar (RFC 5545): one file for the book, one for each meeting.

A meeting is an event of whole days: held and current ones are CONFIRMED, planned, invited and proposed ones
TENTATIVE, cancelled ones CANCELLED; denied ones, which nobody says will or did take place, are left out, as are
meetings without a known day.  The bytes depend on nothing but the briefings: no clock is read, DTSTAMP is the newest
publication day of the book, or 1980-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event

from briefbook.model import Briefing, Meeting, MeetingStatus

STATUS = {
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.UNDER_WAY: "CONFIRMED",
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.INVITED: "TENTATIVE",
    MeetingStatus.PROPOSED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}
"""RFC 5545 STATUS of an event; a status that is not here gives no event."""

NO_DATE = date(1980, 1, 1)
"""Stamp of a book in which no article states when it was published."""

PRODUCT = "-//Briefbook//briefing book//EN"


class CalendarFile(NamedTuple):
    """A calendar file: `name` without folder ("meetings.ics"), and its bytes (UTF-8, CRLF)."""

    name: str
    content: bytes


def book_calendar(briefings: Iterable[Briefing], *, name: str = "Meetings") -> CalendarFile:
    """All dated meetings of a book, in the order of the briefings, then of time."""
    found = list(briefings)
    events = [event for briefing in found for event in _events(briefing, stamp(found))]
    return CalendarFile("meetings.ics", _calendar(name, events))


def meeting_calendars(briefing: Briefing) -> tuple[CalendarFile, ...]:
    """One file for each dated meeting of an article, named `ARTICLE-MEETING.ics`."""
    day = stamp([briefing])
    dated = (meeting for meeting in briefing.meetings if has_day(meeting))
    return tuple(
        CalendarFile(f"{safe(briefing.article.id)}-{safe(m.id)}.ics", _calendar(summary(m), [_event(briefing, m, day)]))
        for m in dated
    )


def safe(identifier: str) -> str:
    """An id as part of a file name: article objects may bring any text as theirs ("../../x")."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", identifier).strip("-") or "article"


def has_day(meeting: Meeting) -> bool:
    """Can the meeting stand in a calendar?"""
    return meeting.status in STATUS and meeting.time is not None and meeting.time.start is not None


def stamp(briefings: Iterable[Briefing]) -> date:
    """The newest publication day, or 1980-01-01."""
    days = (briefing.article.publication_day for briefing in briefings)
    return max((day for day in days if day is not None), default=NO_DATE)


def summary(meeting: Meeting) -> str:
    """Who meets: "Meeting: A, B and C"."""
    names = [participant.name for participant in meeting.participants]
    listed = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    return f"Meeting: {listed}" if listed else "Meeting"


def _events(briefing: Briefing, day: date) -> list[Event]:
    dated = [meeting for meeting in briefing.meetings if has_day(meeting)]
    dated.sort(key=lambda m: (m.time.start if m.time and m.time.start else date.max, m.id))
    return [_event(briefing, meeting, day) for meeting in dated]


def _calendar(name: str, events: list[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(briefing: Briefing, meeting: Meeting, day: date) -> Event:
    """The meeting as an event of whole days; DTEND is the day after the last, as RFC 5545 wants it."""
    start, end = _days(meeting)
    event = Event()
    event.add("UID", f"{safe(briefing.article.id)}/{safe(meeting.id)}@briefbook")
    event.add("DTSTAMP", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("DTSTART", start)
    event.add("DTEND", end + timedelta(days=1))
    event.add("SUMMARY", summary(meeting))
    event.add("STATUS", STATUS[meeting.status])
    event.add("TRANSP", "TRANSPARENT")
    if meeting.place is not None:
        event.add("LOCATION", meeting.place.name)
    event.add("DESCRIPTION", _description(briefing, meeting))
    if briefing.article.url and briefing.article.url.startswith(("https://", "http://")):
        event.add("URL", briefing.article.url)
    return event


def _days(meeting: Meeting) -> tuple[date, date]:
    if meeting.time is None or meeting.time.start is None:
        raise ValueError(f"meeting {meeting.id} has no day")
    return meeting.time.start, meeting.time.end or meeting.time.start


def _description(briefing: Briefing, meeting: Meeting) -> str:
    """The status, the words that give the time with their reading, and the sentences that report the meeting."""
    lines = [f"Reported as {meeting.status.value.replace('_', ' ')}."]
    if meeting.time is not None:
        lines.append(meeting.time.basis or f"Time in the article: “{meeting.time.text}”.")
    lines += [f"“{citation.exact}”" for citation in meeting.citations]
    if briefing.article.headline:
        lines.append(f"From: {briefing.article.headline}")
    return "\n".join(lines)
