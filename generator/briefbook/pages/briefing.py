"""The briefing of one article: what a reader with thirty seconds needs, and the ways to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefbook.model import ActorKind, BookActor, MeetingStatus, Page
from briefbook.pages import glance, linked_data, locator, markup, posts, tally, timeline, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Gathering, actor_page
from briefbook.pages.markup import NOT_STATED, external, moment, span
from briefbook.pages.meetings import timed
from briefbook.pages.neighbours import around
from briefbook.pages.options import SourceText
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "articles/index.md"
_FEW = 8
"""How many actors and places "at a glance" names."""
_KINDS = (
    (ActorKind.PERSON, "People"),
    (ActorKind.ORGANIZATION, "Organisations"),
    (ActorKind.GEOPOLITICAL, "States and territories"),
)
"""The columns of the home page."""
_SHOWN = 2
"""How many reports of a meeting a list cites; the meeting's own page cites all."""


def pages(index: BookIndex) -> Iterator[Page]:
    """The home page, the list of articles, and a briefing for each article."""
    yield _home(index)
    yield from _tables(index)
    for number, entry in enumerate(index.entries):
        sheet = Sheet(index, entry.page, entry.headline, (("Home", "index.md"), ("Articles", INDEX)))
        sheet.turn(*((near.headline, near.page) if near else None for near in around(index.entries, number)))
        alone = len(index.entries) == 1
        yield sheet.page(
            "article.md.j2",
            description=describe(entry),
            listing=alone,
            linked=linked_data.briefing(entry),
            **briefing(sheet, entry),
        )


def _home(index: BookIndex) -> Page:
    """The briefing itself while there is one article; then the articles, what comes next, and who matters."""
    if len(index.entries) == 1:
        entry = index.entries[0]
        sheet = Sheet(index, "index.md", entry.headline)
        return sheet.page(
            "article.md.j2", description=describe(entry), linked=linked_data.briefing(entry), **briefing(sheet, entry)
        )
    sheet = Sheet(index, "index.md", index.book.title)
    return sheet.page(
        "home.md.j2",
        description=f"A briefing book made from {wording.count(len(index.entries), 'article')}.",
        listing=True,
        count=wording.count(len(index.entries), "article"),
        published=_published_between(index),
        ahead=[meeting_line(sheet, g) for g in index.ahead[:_FEW]],
        coming=timeline.to_come(sheet, index.entries, index.newest_day, _FEW),
        articles=[_item(sheet, entry) for entry in index.newest[:_FEW]],
        all_articles=sheet.link("All articles", INDEX),
        recent=[meeting_line(sheet, g) for g in _held(index)[:_FEW]],
        all_meetings=sheet.link("All meetings", "meetings/index.md"),
        actors=[(words, _prominent(sheet, kind)) for kind, words in _KINDS],
        all_actors=sheet.link("All actors", "actors/index.md"),
        located=locator.of_book(sheet),
        all_places=sheet.link("All places", "places.md"),
    )


def _published_between(index: BookIndex) -> Md:
    """The days of the articles, as far as they state them."""
    days = sorted(day for entry in index.entries if (day := entry.briefing.article.publication_day))
    return joined([wording.span(days[0], days[-1]) or ""]) if days else Md("")


def _item(sheet: Sheet, entry: Entry) -> dict[str, Md]:
    """An article on the home page: headline, where it is from, and the first sentence of its summary."""
    article, summary = entry.briefing.article, entry.briefing.summary[:1]
    origin = [sheet.words(entry, article.publisher)] if article.publisher else []
    unread = [f"in {markup.language_name(article.language)}, not read"] if entry.unread else []
    return {
        "article": sheet.article(entry),
        "origin": joined([*origin, published(entry), *unread], Md(" · ")),
        "first": joined([joined([sheet.words(entry, s.text), sheet.mark(entry, s.citations)]) for s in summary]),
    }


def _prominent(sheet: Sheet, kind: ActorKind) -> list[Md]:
    """The actors of a kind that the book names most often, with their role."""
    found = [actor for actor in sheet.index.book.actors if actor.kind is kind]
    return [_who(sheet, actor) for actor in found[:_FEW]]


def _held(index: BookIndex) -> list[Gathering]:
    """The meetings that were held, newest first."""
    return [gathering for gathering in index.meetings if gathering.meeting.status is MeetingStatus.HELD]


def _tables(index: BookIndex) -> Iterator[Page]:
    for number, part, total in chunks(index.newest, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Articles", (("Home", "index.md"),))
        yield sheet.page(
            "articles.md.j2",
            description=f"{wording.count(len(index.entries), 'article')} of this book, newest first.",
            listing=True,
            rows=[_line(sheet, entry) for entry in part],
            published_by=any(entry.briefing.article.publisher for entry in index.entries),
            pager=links(sheet, INDEX, number, total),
        )


def _line(sheet: Sheet, entry: Entry) -> dict[str, Md]:
    article = entry.briefing.article
    return {
        "article": sheet.article(entry),
        "publisher": sheet.words(entry, article.publisher) if article.publisher else NOT_STATED,
        "date": published(entry),
        "meetings": Md(str(len(entry.briefing.meetings))),
    }


def published(entry: Entry) -> Md:
    """The publication date as stated, or the bounds that the text proves."""
    article, bounds = entry.briefing.article, entry.briefing.date_bounds
    if article.date_published:
        return moment(wording.published(article.date_published), article.publication_day, "day")
    proved = wording.possible(bounds.earliest, bounds.latest) if bounds else None
    if proved is None:
        return NOT_STATED
    return joined([NOT_STATED, span(f"according to the text, {proved}", "resolved")], Md("; "))


def describe(entry: Entry) -> str:
    """A description for search engines: the standfirst, or the summary's first sentence."""
    article, summary = entry.briefing.article, entry.briefing.summary
    return article.standfirst or (summary[0].text if summary else "") or entry.headline


def briefing(sheet: Sheet, entry: Entry) -> dict[str, Any]:
    """What the briefing's template shows."""
    article = entry.briefing.article
    found = sheet.index.meetings_in(entry.name)
    return {
        "text_shown": entry.source_text is SourceText.FULL,
        "unread": markup.language_name(article.language) if entry.unread else None,
        "headline": sheet.words(entry, entry.headline),
        "standfirst": sheet.words(entry, article.standfirst) if article.standfirst else None,
        "origin": list(_origin(sheet, entry)),
        "summary": [
            joined([sheet.words(entry, s.text), sheet.mark(entry, s.citations)]) for s in entry.briefing.summary
        ],
        "who": _leading_with_tally(sheet, entry),
        "where": list(glance.where(sheet, entry, _FEW)),
        "when": list(glance.when(sheet, entry)),
        "located": locator.of_article(sheet, entry),
        "ahead": [meeting_line(sheet, g) for g in found if g.still_to_come(article.publication_day)],
        "coming": timeline.to_come(sheet, [entry], article.publication_day, _FEW),
        "past": [meeting_line(sheet, g) for g in found if not g.still_to_come(article.publication_day)],
        "more": list(_more(sheet, entry)),
    }


def _origin(sheet: Sheet, entry: Entry) -> Iterator[tuple[str, Md]]:
    """Who published the article, who wrote it, when, and where to read it."""
    article = entry.briefing.article
    if article.publisher or article.authors:
        yield "Published by", sheet.words(entry, article.publisher) if article.publisher else NOT_STATED
        names = joined([sheet.words(entry, name) for name in article.authors], Md(", "))
        yield "Written by", names or NOT_STATED
    else:
        yield "Publisher, author", NOT_STATED
    yield "Published", joined([published(entry), *_bounds(sheet, entry)], Md("<br>"))
    ways = (sheet.link("source text", entry.source_page), external("original", article.url), _pictures(sheet, entry))
    yield "Read", joined([way for way in ways if way], Md(" · "))


def _pictures(sheet: Sheet, entry: Entry) -> Md | None:
    number = len(entry.briefing.credits)
    return sheet.link(f"credits of {wording.count(number, 'image')}", "credits.md") if number else None


def _leading(index: BookIndex, entry: Entry) -> list[BookActor]:
    """The article's actors by the number of their mentions."""
    ranked = sorted(entry.briefing.actors, key=lambda actor: -len(actor.mentions))
    known = (index.actor(entry, actor.id) for actor in ranked)
    return [actor for actor in known if actor][:_FEW]


def _leading_with_tally(sheet: Sheet, entry: Entry) -> list[Md]:
    """The article's main actors, each with a bar of how often the article names and quotes it."""
    leading = _leading(sheet.index, entry)
    counted = [tally.of_article(sheet.index, entry, actor) for actor in leading]
    longest = tally.most(counted)
    return [
        joined([_who(sheet, actor), Md("<br>"), tally.shown(sheet, actor, count, longest)])
        for actor, count in zip(leading, counted, strict=True)
    ]


def _who(sheet: Sheet, actor: BookActor) -> Md:
    """An actor with the first role that an article gives."""
    name = sheet.link(actor.name, actor_page(actor))
    for entry, found in sheet.index.appearances(actor):
        for role in found.roles:
            return joined([name, Md(", "), posts.words(sheet, entry, role), sheet.mark(entry, role.citations)])
    return name if actor.kind is not ActorKind.PERSON else joined([name, Md(", role "), NOT_STATED])


def _bounds(sheet: Sheet, entry: Entry) -> Iterator[Md]:
    bounds = entry.briefing.date_bounds
    for reason in bounds.reasons if bounds else ():
        yield joined([reason.text, sheet.mark(entry, [reason.citation])])


def meeting_line(sheet: Sheet, gathering: Gathering) -> Md:
    """A meeting in one line: status, who and where, when."""
    meeting = gathering.meeting
    marks = sheet.mark(gathering.entry, meeting.citations[:_SHOWN])
    return joined([sheet.meeting(gathering), marks, timed(sheet, gathering)])


def _more(sheet: Sheet, entry: Entry) -> Iterator[Md]:
    """The ways to all that the book has of these kinds; what the article has nothing of is left out."""
    found = entry.briefing
    lists = (
        (found.actors, "actor", "actors", "actors/index.md"),
        (found.meetings, "meeting", "meetings", "meetings/index.md"),
        (found.statements, "statement", "statements", "statements.md"),
        (found.timeline, "timeline entry", "timeline entries", "timeline.md"),
        (found.places, "place", "places", "places.md"),
    )
    for items, one, many, page in lists:
        if items:
            yield sheet.link(wording.count(len(items), one, many), page)
    if found.credits:
        yield sheet.link(f"credits of {wording.count(len(found.credits), 'image')}", "credits.md")
