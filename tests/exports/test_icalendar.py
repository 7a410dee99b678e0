"""Meetings as calendar files: what stands in them, and that nothing but the briefings decides their bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from briefbook.exports.icalendar import book_calendar, calendar_names, meeting_calendars
from briefbook.model import (
    Article,
    Block,
    BlockKind,
    Briefing,
    Channel,
    Citation,
    Meeting,
    MeetingPlace,
    MeetingStatus,
    MeetingTime,
    Participant,
    Provenance,
    Source,
)
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

SENTENCE = "Mira Holt met Jan Brek in Oslo on Tuesday."
CITATION = Citation(block=0, start=0, end=len(SENTENCE), exact=SENTENCE)


def participant(name):
    return Participant(actor=None, name=name, as_written=name, citations=(CITATION,))


def meeting(id="m1", status=MeetingStatus.HELD, start=date(2023, 2, 7), end=None, **more):
    time = MeetingTime(text="on Tuesday", start=start, end=end) if start else None
    return Meeting(
        id=id,
        status=status,
        channel=Channel.IN_PERSON,
        trigger=CITATION,
        participants=(participant("Mira Holt"), participant("Jan Brek")),
        place=MeetingPlace(name="Oslo", place=None, citations=(CITATION,)),
        time=time,
        citations=(CITATION,),
        **more,
    )


def briefing(*meetings, id="a1", published="2023-02-10", **article):
    return Briefing(
        article=Article(
            id=id,
            source=Source(path=f"{id}.txt", sha256="0" * 64),
            blocks=(Block(number=0, kind=BlockKind.PARAGRAPH, text=SENTENCE),),
            date_published=published,
            **{"headline": "Talks in Oslo", **article},
        ),
        date_bounds=None,
        summary=(),
        actors=(),
        places=(),
        dates=(),
        meetings=meetings,
        statements=(),
        timeline=(),
        credits=(),
        findings=(),
        sentences=(),
        provenance=Provenance(generator="0", language_model=None, lexicons_sha256="0" * 64),
    )


def events(content):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_held_meeting_is_a_confirmed_event_of_a_whole_day():
    (event,) = events(book_calendar([briefing(meeting())]).content)

    assert event["SUMMARY"] == "Meeting: Mira Holt and Jan Brek"
    assert event["STATUS"] == "CONFIRMED"
    assert event["LOCATION"] == "Oslo"
    assert event["DTSTART"].dt == date(2023, 2, 7)
    assert event["DTEND"].dt == date(2023, 2, 8)
    assert f"“{SENTENCE}”" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        (MeetingStatus.HELD, "CONFIRMED"),
        (MeetingStatus.UNDER_WAY, "CONFIRMED"),
        (MeetingStatus.PLANNED, "TENTATIVE"),
        (MeetingStatus.INVITED, "TENTATIVE"),
        (MeetingStatus.PROPOSED, "TENTATIVE"),
        (MeetingStatus.CANCELLED, "CANCELLED"),
    ],
)
def test_status(status, wanted):
    (event,) = events(book_calendar([briefing(meeting(status=status))]).content)

    assert event["STATUS"] == wanted


@pytest.mark.parametrize("left_out", [meeting(status=MeetingStatus.DENIED), meeting(start=None)])
def test_denied_and_undated_meetings_are_left_out(left_out):
    book = briefing(left_out)

    assert events(book_calendar([book]).content) == []
    assert list(meeting_calendars([book])) == []
    assert calendar_names([book]) == {}


def test_several_days_end_the_day_after_the_last():
    (event,) = events(book_calendar([briefing(meeting(end=date(2023, 2, 9)))]).content)

    assert event["DTEND"].dt == date(2023, 2, 10)


def test_one_file_a_meeting():
    made = briefing(meeting("m1"), meeting("m2", start=date(2023, 3, 1)), meeting("m3", start=None))
    files = list(meeting_calendars([made]))

    assert calendar_names([made]) == {("a1", "m1"): "a1-m1.ics", ("a1", "m2"): "a1-m2.ics"}
    assert [file.name for file in files] == ["a1-m1.ics", "a1-m2.ics"]
    assert [event["UID"] for file in files for event in events(file.content)] == [
        "a1/m1@briefbook",
        "a1/m2@briefbook",
    ]


def test_no_two_meetings_share_a_file():
    """Ids may hold any text: those that look alike as a file name, or have no Latin letter, keep apart."""
    ids = ("a b", "a-b", "a.b", "اجتماع", "会议")
    names = [file.name for file in meeting_calendars([briefing(meeting(), id=id) for id in ids])]

    assert len(set(names)) == len(names) == len(ids)
    assert all(name.isascii() for name in names)


@pytest.mark.parametrize(
    ("status", "title"),
    [
        (MeetingStatus.UNDER_WAY, "Meeting under way: Mira Holt and Jan Brek"),
        (MeetingStatus.PLANNED, "Planned meeting: Mira Holt and Jan Brek"),
        (MeetingStatus.INVITED, "Invitation to a meeting: Mira Holt and Jan Brek"),
        (MeetingStatus.PROPOSED, "Proposed meeting: Mira Holt and Jan Brek"),
        (MeetingStatus.CANCELLED, "Cancelled meeting: Mira Holt and Jan Brek"),
    ],
)
def test_the_title_says_when_a_meeting_is_not_held(status, title):
    (event,) = events(book_calendar([briefing(meeting(status=status))]).content)

    assert event["SUMMARY"] == title


def test_a_planned_meeting_without_names_is_still_planned():
    (event,) = events(
        book_calendar([briefing(replace(meeting(status=MeetingStatus.PLANNED), participants=()))]).content
    )

    assert event["SUMMARY"] == "Planned meeting"


def test_events_stand_in_order_of_time_and_have_ids_of_their_own():
    book = [briefing(meeting("m1", start=date(2023, 3, 1)), meeting("m2")), briefing(meeting("m1"), id="a2")]

    assert [event["UID"] for event in events(book_calendar(book).content)] == [
        "a1/m2@briefbook",
        "a1/m1@briefbook",
        "a2/m1@briefbook",
    ]


def test_the_stamp_is_the_newest_publication_day():
    book = [briefing(meeting()), briefing(meeting(), id="a2", published="2023-04-01T22:30:00+02:00")]

    assert {event["DTSTAMP"].dt.date() for event in events(book_calendar(book).content)} == {date(2023, 4, 1)}


def test_without_a_publication_day_the_stamp_is_fixed():
    (event,) = events(book_calendar([briefing(meeting(), published=None)]).content)

    assert event["DTSTAMP"].dt.isoformat() == "1980-01-01T00:00:00+00:00"


def test_same_briefings_same_bytes():
    assert book_calendar([briefing(meeting())]).content == book_calendar([briefing(meeting())]).content


def test_an_empty_book_is_still_a_calendar():
    content = book_calendar([]).content

    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert events(content) == []


def test_hostile_text_stays_text():
    bad = "Oslo\r\nEND:VEVENT\r\nBEGIN:VALARM"
    place = MeetingPlace(name=bad, place=None, citations=(CITATION,))
    (event,) = events(book_calendar([briefing(replace(meeting(), place=place), headline=bad)]).content)

    assert "VALARM" not in {component.name for component in event.walk()}
    assert "BEGIN:VALARM" in event["LOCATION"]


def test_names_of_files_stay_in_their_folder():
    (file,) = meeting_calendars([briefing(meeting(), id="../../x y")])

    assert file.name == "x-y-m1.ics"


@pytest.mark.parametrize(("url", "kept"), [("https://example.org/a", True), ("javascript:alert(1)", False)])
def test_only_web_addresses_are_links(url, kept):
    (event,) = events(book_calendar([briefing(meeting(), url=url)]).content)

    assert ("URL" in event) is kept


def test_a_basis_is_told():
    time = MeetingTime(text="on Tuesday", start=date(2023, 2, 7), basis="“Tuesday” is read as 7 February 2023.")
    (event,) = events(book_calendar([briefing(replace(meeting(), time=time))]).content)

    assert "“Tuesday” is read as 7 February 2023." in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("own", "book", "quoted"),
    [
        (None, "none", False),
        (None, "cited", True),
        (None, "full", True),
        ("none", "full", False),
        ("full", "none", True),
    ],
)
def test_a_calendar_quotes_only_what_may_be_shown(own, book, quoted):
    found = briefing(meeting(), source_text=own)
    (single,) = meeting_calendars([found], source_text=book)

    for content in (book_calendar([found], source_text=book).content, single.content):
        (event,) = events(content)
        assert (SENTENCE in event["DESCRIPTION"]) == quoted
        assert ("on Tuesday" in event["DESCRIPTION"]) == quoted
        assert event["DESCRIPTION"].startswith("Reported as held.")
        assert event["DTSTART"].dt == date(2023, 2, 7), "the day is a fact, not a quotation"


IDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SHOWN = st.sampled_from([status for status in MeetingStatus if status is not MeetingStatus.DENIED])


def read(file):
    """The events of a file, read back by a calendar program."""
    return list(Calendar.from_ical(file.content).walk("VEVENT"))


@given(status=SHOWN, start=DAYS, length=st.integers(0, 400), article=IDS, names=st.lists(IDS, max_size=3))
def test_what_is_written_is_read_back(status, start, length, article, names):
    end = start + timedelta(days=length)
    people = tuple(participant(name) for name in names)
    one = replace(meeting(status=status, start=start, end=end), participants=people)

    (event,) = read(book_calendar([briefing(one, id=article)]))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end + timedelta(days=1)), "the end is exclusive"
    assert type(event["DTSTART"].dt) is date, "whole days"
    assert event["STATUS"] == {"held": "CONFIRMED", "under_way": "CONFIRMED", "cancelled": "CANCELLED"}.get(
        status.value, "TENTATIVE"
    )
    assert str(event["UID"]).endswith("@briefbook")
    assert (str(event["SUMMARY"]).startswith("Meeting")) == (status.value in ("held", "under_way"))


@given(first=IDS, second=IDS)
def test_events_of_two_articles_never_share_an_id(first, second):
    events = read(book_calendar([briefing(meeting(), id=first), briefing(meeting(), id=second)]))

    assert (events[0]["UID"] == events[1]["UID"]) == (first == second)


def test_an_event_keeps_its_id_whatever_else_the_book_holds():
    alone = read(book_calendar([briefing(meeting(), id="a b")]))
    among = read(book_calendar([briefing(meeting(), id="a-b"), briefing(meeting(), id="a b")]))

    assert alone[0]["UID"] in {event["UID"] for event in among}
    assert len({event["UID"] for event in among}) == 2


@given(day=DAYS, status=SHOWN)
def test_lines_are_no_longer_than_calendars_read(day, status):
    content = book_calendar([briefing(meeting(status=status, start=day))]).content

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
