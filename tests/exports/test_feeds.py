"""Feeds, read back with a feed reader: what is in them, in which order, and that no clock decides anything."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from briefbook.exports import FEEDS, feed_files
from briefbook.exports.feeds import MOST_ENTRIES
from briefbook.model import Book, DateBounds, MeetingStatus, SummarySentence

from tests.exports.test_icalendar import CITATION, SENTENCE, briefing, meeting

DAY = date(2023, 2, 10)
SITE = "https://book.example/talks/"


def made(*briefings, source_text="cited", title="Talks", day=DAY, site=SITE):
    """The two feeds of a book, as read by a program: Atom by feedparser, JSON by json; and the Atom text."""
    articles = {one.article.id: f"articles/{one.article.id}/" for one in briefings}
    meetings = {(one.article.id, m.id): f"meetings/{one.article.id}/{m.id}/" for one in briefings for m in one.meetings}
    book = Book(title=title, briefings=briefings, actors=())
    files = {f.path: f.data for f in feed_files(book, site, articles, meetings, day=day, source_text=source_text)}
    assert set(files) == {feed.file for feed in FEEDS}
    return feedparser.parse(files["feed.atom"]), json.loads(files["feed.json"]), files["feed.atom"].decode()


def with_summary(found):
    return replace(found, summary=(SummarySentence(text=SENTENCE, citations=(CITATION,)),))


def test_an_article_and_its_meetings_are_entries():
    atom, plain, _ = made(with_summary(briefing(meeting(), meeting(id="m2", status=MeetingStatus.PLANNED))))

    assert not atom.bozo
    assert atom.version == "atom10"
    assert (atom.feed.title, atom.feed.id, atom.feed.updated) == ("Talks", SITE, "2023-02-10T00:00:00Z")
    assert [(entry.title, entry.link) for entry in atom.entries] == [
        ("Talks in Oslo", f"{SITE}articles/a1/"),
        ("Meeting: Mira Holt and Jan Brek", f"{SITE}meetings/a1/m1/"),
        ("Planned meeting: Mira Holt and Jan Brek", f"{SITE}meetings/a1/m2/"),
    ]
    assert atom.entries[0].summary == SENTENCE
    assert SENTENCE in atom.entries[1].summary
    assert [item["url"] for item in plain["items"]] == [entry.link for entry in atom.entries]
    assert plain["version"] == "https://jsonfeed.org/version/1.1"
    assert plain["feed_url"] == f"{SITE}feed.json"


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_only_a_held_meeting_reads_as_held(status):
    atom, _, _ = made(briefing(meeting(status=status)))
    entry = atom.entries[1]

    assert entry.summary.startswith(f"Reported as {status.value.replace('_', ' ')}.")
    assert (entry.title == "Meeting: Mira Holt and Jan Brek") == (status is MeetingStatus.HELD)


def test_newest_comes_first_whatever_the_time_zone():
    early = briefing(id="early", published="2023-02-05T23:30:00+05:00")
    late = briefing(id="late", published="2023-02-05T19:00:00+00:00")
    day = briefing(id="day", published="2023-02-06")

    atom, plain, _ = made(early, day, late)

    assert [entry.link.split("/")[-2] for entry in atom.entries] == ["day", "late", "early"]
    assert plain["items"][2]["date_published"] == "2023-02-05T23:30:00+05:00"
    assert atom.feed.updated == "2023-02-06T00:00:00Z"


def test_an_undated_article_claims_no_day_of_publication():
    bounds = DateBounds(earliest=date(2023, 1, 1), latest=date(2023, 1, 9), reasons=())
    bounded = replace(briefing(id="bounded", published=None), date_bounds=bounds)

    atom, plain, _ = made(bounded, briefing(id="open", published=None))

    assert [entry.updated for entry in atom.entries] == ["2023-02-10T00:00:00Z", "2023-01-09T00:00:00Z"]
    assert not any("published" in entry for entry in atom.entries)
    assert not any("date_published" in item for item in plain["items"])


def test_without_consent_nothing_is_quoted():
    atom, plain, text = made(with_summary(briefing(meeting())), source_text="none")

    assert "Mira Holt met" not in text
    assert "on Tuesday" not in text
    assert atom.entries[0].summary.startswith("A briefing: people and organisations: 0, meetings: 1")
    assert plain["items"][1]["content_text"] == "Reported as held.\nFrom: Talks in Oslo"


@pytest.mark.parametrize(("own", "book", "quoted"), [("none", "full", False), ("cited", "none", True)])
def test_an_article_has_its_own_say(own, book, quoted):
    _, _, text = made(with_summary(briefing(meeting(), source_text=own)), source_text=book)

    assert (SENTENCE in text) == quoted


def test_authors_else_the_publisher_else_the_book():
    both = made(briefing(id="a", authors=("Ann Able", "Bo Baker"), publisher="The Sorn"))[0].entries[0]
    house = made(briefing(id="a", publisher="The Sorn"))[0].entries[0]
    none = made(briefing(id="a"))[0].entries[0]

    assert [author.name for author in both.authors] == ["Ann Able", "Bo Baker"]
    assert [house.author, none.author] == ["The Sorn", "Talks"]


def test_hostile_text_stays_text():
    title = '<script>alert(1)</script> & "x" \x08 ]]>'
    atom, plain, text = made(briefing(headline=title), title="A & <b>")

    assert not atom.bozo
    assert "<script>" not in text
    assert "\x08" not in text
    assert plain["items"][0]["title"] == title
    assert plain["title"] == "A & <b>"


def test_a_book_without_articles_is_a_valid_feed():
    atom, plain, _ = made()

    assert not atom.bozo
    assert atom.feed.updated == "2023-02-10T00:00:00Z"
    assert plain["items"] == []


def test_a_large_book_gives_its_newest_entries():
    many = [briefing(id=f"a{n:04}", published=f"2023-01-{n % 28 + 1:02}") for n in range(MOST_ENTRIES + 50)]

    atom, plain, _ = made(*many)

    assert len(atom.entries) == len(plain["items"]) == MOST_ENTRIES
    assert atom.entries[0].updated == "2023-01-28T00:00:00Z"


def test_addresses_hold_with_and_without_a_slash_at_the_end():
    with_slash = made(briefing())[2]

    assert made(briefing(), site=SITE.rstrip("/"))[2] == with_slash


def test_the_same_book_gives_the_same_bytes():
    book = (briefing(meeting(), id="b"), briefing(meeting(), id="a"))

    assert made(*book)[2] == made(*reversed(book))[2]
