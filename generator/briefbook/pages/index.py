"""The book laid out: where each article, actor and meeting has its page, and who is who.

Built once for all pages, in time linear in the size of the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.model import Actor, Book, BookActor, Briefing, Meeting, MeetingStatus, Statement
from briefbook.pages import paths, wording
from briefbook.pages.options import PageOptions, SourceText
from briefbook.pages.sentences import Sentences

AHEAD = frozenset({MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.PROPOSED})
"""Statuses of meetings that may still take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of the book with its places: `name` is its slug."""

    briefing: Briefing
    name: str
    sentences: Sentences
    source_text: SourceText

    @property
    def page(self) -> str:
        """Path of its briefing page."""
        return f"articles/{self.name}.md"

    @property
    def source_page(self) -> str:
        """Path of its source page."""
        return f"sources/{self.name}.md"

    @property
    def headline(self) -> str:
        """Its headline, or its id when it has none."""
        return self.briefing.article.headline or self.briefing.article.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One meeting with its page and its title."""

    entry: Entry
    meeting: Meeting
    page: str

    @property
    def who(self) -> str:
        """Who meets: `Lena Marsh and Omar Vale`; the word that tells of the meeting when nobody is named."""
        names = list(dict.fromkeys(p.name for p in self.meeting.participants))
        return wording.listed(names) if names else self.meeting.trigger.exact

    @property
    def title(self) -> str:
        """Who meets, and where: `Lena Marsh and Omar Vale, Geneva`."""
        return f"{self.who}, {self.meeting.place.name}" if self.meeting.place else self.who

    @property
    def order(self) -> tuple[int, int, str]:
        """What may still come first, soonest first; then held, newest first; then what does not take place."""
        status = self.meeting.status
        group = 0 if status in AHEAD else 1 if status is MeetingStatus.HELD else 2
        start = self._start()
        if start is None:
            return (group, 10**7, self.page)
        return (group, start.toordinal() if group == 0 else -start.toordinal(), self.page)

    def _start(self) -> date | None:
        time = self.meeting.time
        if time is None:
            return None
        return time.start or (time.possible.start if time.possible else None)


class BookIndex:
    """Every article, actor and meeting of a book by id, with its page."""

    def __init__(self, book: Book, options: PageOptions) -> None:
        self.book, self.options = book, options
        names = paths.distinct((b.article.id for b in book.briefings), fallback="article")
        self.entries = tuple(self._entry(briefing, names[briefing.article.id]) for briefing in book.briefings)
        self.by_article = {entry.briefing.article.id: entry for entry in self.entries}
        self._actors = {(a.briefing.article.id, a.actor.id): actor for actor in book.actors for a in actor.appearances}
        self.meetings = tuple(sorted(self._gatherings(), key=lambda g: g.order))
        self.meeting_by_id = {(g.entry.briefing.article.id, g.meeting.id): g for g in self.meetings}
        self._by_actor = self._meetings_by_actor()
        self._by_entry: dict[str, list[Gathering]] = {}
        for gathering in self.meetings:
            self._by_entry.setdefault(gathering.entry.name, []).append(gathering)

    def _entry(self, briefing: Briefing, name: str) -> Entry:
        stated = briefing.article.source_text
        shown = SourceText(stated) if stated in set(SourceText) else self.options.source_text
        return Entry(briefing=briefing, name=name, sentences=Sentences(briefing), source_text=shown)

    def _gatherings(self) -> Iterator[Gathering]:
        for entry in self.entries:
            names = paths.distinct((m.id for m in entry.briefing.meetings), fallback="meeting")
            for meeting in entry.briefing.meetings:
                yield Gathering(entry=entry, meeting=meeting, page=f"meetings/{entry.name}/{names[meeting.id]}.md")

    def _meetings_by_actor(self) -> dict[str, list[Gathering]]:
        found: dict[str, list[Gathering]] = {}
        for gathering in self.meetings:
            known = (self.actor(gathering.entry, p.actor) for p in gathering.meeting.participants)
            for name in dict.fromkeys(actor.slug for actor in known if actor):
                found.setdefault(name, []).append(gathering)
        return found

    def actor(self, entry: Entry, actor: str | None) -> BookActor | None:
        """The book's actor for an actor id of an article."""
        return self._actors.get((entry.briefing.article.id, actor)) if actor is not None else None

    def meetings_of(self, actor: BookActor) -> list[Gathering]:
        """The meetings an actor takes part in, in the order of lists."""
        return self._by_actor.get(actor.slug, [])

    def appearances(self, actor: BookActor) -> Iterator[tuple[Entry, Actor]]:
        """The articles an actor is in, with what each says of it."""
        for appearance in actor.appearances:
            yield self.by_article[appearance.briefing.article.id], appearance.actor

    def meetings_in(self, name: str) -> list[Gathering]:
        """The meetings an article reports, in the order of lists; `name` is the article's slug."""
        return self._by_entry.get(name, [])

    def statements_of(self, actor: BookActor) -> list[tuple[Entry, Statement]]:
        """What an actor says, in the order of articles."""
        return [
            (entry, statement)
            for entry, found in self.appearances(actor)
            for statement in entry.briefing.statements
            if statement.speaker == found.id
        ]


def actor_page(actor: BookActor) -> str:
    """Path of an actor's profile."""
    return f"actors/{actor.slug}.md"
