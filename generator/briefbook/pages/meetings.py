"""The meetings: a table of all, and a page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.model import Channel, Citation, DateRange, Meeting, MeetingStatus, MeetingTime, Page, Participant
from briefbook.pages import linked_data, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Gathering
from briefbook.pages.locator import of_meeting
from briefbook.pages.markup import NOT_STATED, STATUS_WORDS, badge, moment, span
from briefbook.pages.neighbours import around
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "meetings/index.md"
_RELATED = 6
"""How many other meetings of the same people a meeting's page names."""

CHANNEL_WORDS = {
    Channel.IN_PERSON: "in person",
    Channel.PHONE: "by phone",
    Channel.VIDEO: "by video",
}

STATUS_MEANING = {
    MeetingStatus.HELD: "The article reports that this meeting took place.",
    MeetingStatus.UNDER_WAY: "The article reports that this meeting is going on.",
    MeetingStatus.PLANNED: "The article reports a plan. It does not say that this meeting took place.",
    MeetingStatus.INVITED: "The article reports an invitation. It does not say that this meeting took place.",
    MeetingStatus.PROPOSED: "The article reports a proposal. It does not say that this meeting took place.",
    MeetingStatus.CANCELLED: "The article reports that this meeting was called off.",
    MeetingStatus.DENIED: "The article reports a denial: somebody says that this meeting does not or did not take place.",
}
"""What a status does and does not claim, for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    status: Md
    who: Md
    where: Md
    when: Md
    about: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """The table, page by page, and the meetings."""
    yield from _tables(index)
    for number, gathering in enumerate(index.meetings):
        yield _profile(index, number, gathering)


def _tables(index: BookIndex) -> Iterator[Page]:
    for number, part, total in chunks(index.meetings, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Meetings", (("Home", "index.md"),))
        yield sheet.page(
            "meetings.md.j2",
            description=f"{wording.count(len(index.meetings), 'meeting')} with status, participants, place and time.",
            listing=True,
            rows=[_row(sheet, gathering) for gathering in part],
            statuses=[(badge(status), STATUS_MEANING[status]) for status in STATUS_WORDS if _has(index, status)],
            pager=links(sheet, INDEX, number, total),
            several=len(index.entries) > 1,
        )


def _has(index: BookIndex, status: MeetingStatus) -> bool:
    return any(gathering.meeting.status is status for gathering in index.meetings)


def _row(sheet: Sheet, gathering: Gathering) -> Row:
    meeting, entry = gathering.meeting, gathering.entry
    return Row(
        status=badge(meeting.status),
        who=joined(
            [sheet.link(sheet.words(entry, gathering.who), gathering.page), sheet.mark(entry, meeting.citations[:1])]
        ),
        where=sheet.words(entry, meeting.place.name) if meeting.place else NOT_STATED,
        when=when(sheet, entry, meeting.time),
        about=sheet.words(entry, meeting.topic.exact) if meeting.topic else NOT_STATED,
    )


def when(sheet: Sheet, entry: Entry, time: MeetingTime | None) -> Md:
    """The time as stated, and as resolved where that says more."""
    if time is None:
        return NOT_STATED
    stated = sheet.words(entry, time.text)
    resolved = wording.span(time.start, time.end)
    if resolved is None and time.possible:
        resolved = wording.possible(time.possible.start, time.possible.end)
    if resolved is None:
        return stated
    reach = time.possible or DateRange()
    first = time.start or time.end or reach.start or reach.end
    if wording.tells_all_of(resolved, time.text):
        return moment(resolved, first, "day")
    if wording.tells_all_of(time.text, resolved):
        return moment(time.text, first, "day")
    return joined([stated, moment(resolved, first)], Md(", "))


def timed(sheet: Sheet, gathering: Gathering) -> Md:
    """The time of a meeting after its title: `, on Tuesday`; or that it is not stated."""
    time = gathering.meeting.time
    words = when(sheet, gathering.entry, time) if time else span("time not stated", "unstated")
    return joined([Md(", "), span(words, "when")])


def _profile(index: BookIndex, number: int, gathering: Gathering) -> Page:
    sheet = Sheet(index, gathering.page, gathering.title, (("Home", "index.md"), ("Meetings", INDEX)))
    entry, meeting = gathering.entry, gathering.meeting
    sheet.turn(*((near.title, near.page) if near else None for near in around(index.meetings, number)))
    sheet.kicker = f"Meeting ({STATUS_WORDS[meeting.status]})"
    return sheet.page(
        "meeting.md.j2",
        description=f"{STATUS_WORDS[meeting.status]}: {gathering.title}. {meeting.citations[0].exact}",
        linked=linked_data.event(meeting, gathering.title),
        badge=badge(meeting.status),
        meaning=STATUS_MEANING[meeting.status],
        facts=list(_facts(sheet, entry, meeting)),
        located=of_meeting(sheet, gathering),
        evidence=[
            (sheet.words(entry, citation.exact), sheet.mark(entry, [citation])) for citation in meeting.citations
        ],
        reasons=[wording.typeset(reason) for reason in meeting.reasons],
        article=sheet.article(entry),
        others=[sheet.meeting(other) for other in _others(index, gathering)],
    )


def _facts(sheet: Sheet, entry: Entry, meeting: Meeting) -> Iterator[tuple[str, list[Md]]]:
    yield "Who", [_participant(sheet, entry, p) for p in meeting.participants] or [NOT_STATED]
    place = meeting.place
    yield "Where", [_marked(sheet, entry, sheet.words(entry, place.name), place.citations) if place else NOT_STATED]
    yield "When", [*_time(sheet, entry, meeting.time), *_calendar(sheet, entry, meeting)]
    yield "How", [Md(CHANNEL_WORDS[meeting.channel]) if meeting.channel in CHANNEL_WORDS else NOT_STATED]
    for label, part in (("About", meeting.topic), ("Outcome", meeting.outcome)):
        yield label, [_marked(sheet, entry, sheet.words(entry, part.exact), (part,)) if part else NOT_STATED]


def _marked(sheet: Sheet, entry: Entry, words: Md, citations: tuple[Citation, ...]) -> Md:
    return joined([words, sheet.mark(entry, citations)])


def _participant(sheet: Sheet, entry: Entry, participant: Participant) -> Md:
    """The name, linked; the words of the article and why they mean this actor, where they differ from the name."""
    parts = [_marked(sheet, entry, sheet.actor(entry, participant.actor, participant.name), participant.citations)]
    if participant.as_written != participant.name:
        parts.append(span(joined([Md("as “"), sheet.words(entry, participant.as_written), Md("”")]), "detail"))
    if participant.reason:
        parts.append(span(wording.typeset(participant.reason), "detail"))
    return joined(parts, Md(" "))


def _time(sheet: Sheet, entry: Entry, time: MeetingTime | None) -> Iterator[Md]:
    if time is None:
        yield NOT_STATED
        return
    yield _marked(sheet, entry, when(sheet, entry, time), time.citations)
    if time.basis:
        yield span(time.basis, "detail")


def _calendar(sheet: Sheet, entry: Entry, meeting: Meeting) -> Iterator[Md]:
    """The way into the reader's own calendar, when the day is known."""
    file = sheet.index.options.calendars.get((entry.briefing.article.id, meeting.id))
    if file is not None:
        yield sheet.link("Add to calendar", file)


def _others(index: BookIndex, gathering: Gathering) -> list[Gathering]:
    """Other meetings that share a participant, at most a handful."""
    known = (index.actor(gathering.entry, p.actor) for p in gathering.meeting.participants)
    near = (other for actor in known if actor for other, _ in index.meetings_of(actor))
    return list({other.page: other for other in near if other.page != gathering.page}.values())[:_RELATED]
