"""Making a book again: what is known is not analysed a second time, and nothing comes out differently for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefbook import pipeline
from briefbook.config import Settings
from briefbook.pipeline import Known, make_book, make_hosted, make_pages, newest_day

from tests.conftest import make_article

FIRST = replace(
    make_article(["Envoy Lena Marsh met Omar Haddad in Geneva on Friday."], published="2023-02-05"), id="first"
)
SECOND = replace(make_article(["Minister Ada Quill will visit Oslo next week."], headline="A visit"), id="second")


def fail(problem):
    raise problem


@pytest.fixture
def briefed(monkeypatch):
    """The ids of the articles that were analysed, in order."""
    ids = []
    real = pipeline.brief_all

    def watching(articles, *arguments, **options):
        found = tuple(articles)
        ids.extend(article.id for article in found)
        return real(found, *arguments, **options)

    monkeypatch.setattr(pipeline, "brief_all", watching)
    return ids


def test_only_what_changed_is_analysed(briefed):
    known, settings = Known(), Settings()
    make_book(settings, [FIRST, SECOND], fail, known)
    changed = replace(SECOND, headline="Another visit")

    make_book(settings, [FIRST, changed], fail, known)
    make_book(settings, [FIRST, changed], fail, known)

    assert briefed == ["first", "second", "second"]


def test_the_book_is_the_same_as_one_made_anew():
    known, settings = Known(), Settings()
    make_book(settings, [SECOND], fail, known)

    again = make_book(settings, [FIRST, SECOND], fail, known)

    anew = make_book(settings, [FIRST, SECOND], fail)
    assert [briefing.article.id for briefing in again.briefings] == ["first", "second"]
    assert make_pages(settings, again) == make_pages(settings, anew)


def test_settings_that_decide_a_briefing_make_it_anew(briefed):
    known = Known()
    make_book(Settings(), [FIRST], fail, known)
    make_book(Settings(summary_words=30), [FIRST], fail, known)
    make_book(Settings(summary_words=30, title="Other"), [FIRST], fail, known)

    assert briefed == ["first", "first"]


def test_an_article_that_went_is_forgotten(briefed):
    known, settings = Known(), Settings()
    make_book(settings, [FIRST, SECOND], fail, known)
    make_book(settings, [FIRST], fail, known)

    assert [key[0].id for key in known] == ["first"]
    make_book(settings, [FIRST, SECOND], fail, known)
    assert briefed == ["first", "second", "second"]


def test_an_article_that_fails_is_told_each_time_and_never_known(monkeypatch):
    real, told, known = pipeline.brief, [], Known()

    def failing(document, *arguments, **options):
        if document.article.id == "second":
            raise ValueError("odd")
        return real(document, *arguments, **options)

    monkeypatch.setattr(pipeline, "brief", failing)
    for _ in range(2):
        book = make_book(Settings(), [FIRST, SECOND], told.append, known)

    assert [briefing.article.id for briefing in book.briefings] == ["first"]
    assert [key[0].id for key in known] == ["first"]
    assert len(told) == 2
    assert "'second' can't be briefed, a bug of briefbook (ValueError: odd)" in str(told[0])


def test_a_book_without_an_address_has_no_feeds():
    hosted = make_hosted(Settings(), make_book(Settings(), [FIRST], fail))

    assert (hosted.files, hosted.feeds) == ((), ())


def test_feeds_lead_to_pages_that_are_made():
    settings = Settings(site_url="https://book.example/at")
    book = make_book(settings, [FIRST, SECOND], fail)
    pages = {page.path for page in make_pages(settings, book)}

    hosted = make_hosted(settings, book)

    feed = next(file.data.decode() for file in hosted.files if file.path == "feed.atom")
    links = [part.split('"')[0] for part in feed.split('href="https://book.example/at/')[1:]]
    made = {link.rstrip("/") + ".md" for link in links if link.startswith(("articles/", "meetings/"))}
    assert len(made) >= 3
    assert made <= pages


def test_the_day_is_that_of_the_newest_article():
    assert newest_day(make_book(Settings(), [FIRST, SECOND], fail)).isoformat() == "2023-02-05"
    assert newest_day(make_book(Settings(), [SECOND], fail)).isoformat() == "1980-01-01"
