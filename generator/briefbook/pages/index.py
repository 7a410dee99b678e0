"""The book laid out: where each article, actor and meeting has its page, and who is who.

Built once for all pages, in time linear in the size of the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from briefbook.model import (
    Actor,
    Book,
    BookActor,
    Briefing,
    DateRange,
    Meeting,
    MeetingStatus,
    Relation,
    Role,
    Statement,
)
from briefbook.model.evidence import Sentences
from briefbook.model.naming import digest, distinct, slug
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.gazetteer import Gazetteer
from briefbook.pages.options import PageOptions, SourceText

AHEAD = frozenset({MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.PROPOSED})
"""Statuses of meetings that may still take place."""
_PLANS_HOLD = timedelta(days=31)
"""How long a plan that names no day counts as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One meeting with its page and its title."""

    entry: Entry
    meeting: Meeting
    page: str

    @property
    def who(self) -> str:
        """Who meets: `Lena Marsh and Omar Vale`; of a party named alone, or nobody, the article's word for it tells."""
        names = list(dict.fromkeys(p.name for p in self.meeting.participants))
        told = self.meeting.trigger.exact
        return wording.listed(names) if len(names) > 1 else f"{names[0]} (“{told}”)" if names else told

    @property
    def title(self) -> str:
        """Who meets, and where: `Lena Marsh and Omar Vale, Geneva`."""
        return wording.begun(f"{self.who}, {self.meeting.place.name}" if self.meeting.place else self.who)

    def title_for(self, entry_actor: str) -> str:
        """Whom one of the participants (actor id) meets, and where: `with Omar Vale, Geneva`."""
        names = list(dict.fromkeys(p.name for p in self.meeting.participants if p.actor != entry_actor))
        who = f"with {wording.listed(names)}" if names else self.who
        return f"{who}, {self.meeting.place.name}" if self.meeting.place else who

    def still_to_come(self, newest: date | None) -> bool:
        """May it still take place, seen from the newest publication day of the book?

        A plan without a day counts for a month after its article; without any date, a plan stays a plan.
        """
        if self.meeting.status not in AHEAD:
            return False
        last = self.days.end or self.days.start
        reported = self.entry.reported
        if last is None and reported is not None:
            last = reported + _PLANS_HOLD
        return newest is None or last is None or last >= newest

    @property
    def days(self) -> DateRange:
        """The days it is on, or could be on; both None when nothing is known."""
        time = self.meeting.time
        if time is None:
            return DateRange()
        if time.start or time.end:
            return DateRange(start=time.start or time.end, end=time.end or time.start)
        return time.possible or DateRange()


class BookIndex:
    """Every article, actor and meeting of a book by id, with its page."""

    def __init__(self, book: Book, options: PageOptions) -> None:
        self.book, self.options = book, options
        names = _names(book.briefings)
        self.entries = tuple(self._entry(briefing, name) for briefing, name in zip(book.briefings, names, strict=True))
        self._entry_of = {id(entry.briefing): entry for entry in self.entries}
        self.gazetteer = Gazetteer(self.entries, options.page_size)
        self._actors = {
            (entry.name, found.id): actor for actor in book.actors for entry, found in self.appearances(actor)
        }
        days = (briefing.article.publication_day for briefing in book.briefings)
        self.newest_day = max((day for day in days if day), default=None)
        self.meetings = tuple(sorted(self._gatherings(), key=self._order))
        self.ahead = tuple(g for g in self.meetings if g.still_to_come(self.newest_day))
        self.meeting_by_id = {(g.entry.name, g.meeting.id): g for g in self.meetings}
        self._by_actor = self._meetings_by_actor()
        self._staff = self._staff_by_actor()
        self._relations: dict[tuple[str, str], list[tuple[str, Relation]]] = {}
        for entry, found, relation in self._told_relations():
            self._relations.setdefault((entry.name, relation.actor), []).append((found.id, relation))
        self._by_entry: dict[str, list[Gathering]] = {}
        for gathering in self.meetings:
            self._by_entry.setdefault(gathering.entry.name, []).append(gathering)

    def _entry(self, briefing: Briefing, name: str) -> Entry:
        stated = briefing.article.source_text
        shown = SourceText(stated) if stated in set(SourceText) else self.options.source_text
        return Entry(briefing=briefing, name=name, sentences=Sentences(briefing), source_text=shown)

    def _order(self, gathering: Gathering) -> tuple[bool, bool, int, int, str]:
        """What may still come, soonest first; then the rest, newest first; undated ones last in each."""
        past = not gathering.still_to_come(self.newest_day)
        start = gathering.days.start or gathering.days.end
        time = start.toordinal() if start else 0
        rank = list(MeetingStatus).index(gathering.meeting.status)
        return (past, start is None, -time if past else time, rank, gathering.page)

    def _gatherings(self) -> Iterator[Gathering]:
        """The meetings with pages named after who meets and where; a second one of the same adds its id."""
        for entry in self.entries:
            taken: set[str] = set()
            for meeting in entry.briefing.meetings:
                gathering = Gathering(entry=entry, meeting=meeting, page="")
                name = slug(gathering.title, fallback="meeting")
                if name in taken:
                    name = f"{name}-{slug(meeting.id, fallback='meeting')}"
                taken.add(name)
                yield replace(gathering, page=f"meetings/{entry.name}/{name}.md")

    def _meetings_by_actor(self) -> dict[str, list[tuple[Gathering, str]]]:
        found: dict[str, list[tuple[Gathering, str]]] = {}
        for gathering in self.meetings:
            ids = dict.fromkeys(p.actor for p in gathering.meeting.participants if p.actor is not None)
            known = {actor.slug: id_ for id_ in ids if (actor := self.actor(gathering.entry, id_))}
            for name, id_ in known.items():
                found.setdefault(name, []).append((gathering, id_))
        return found

    def _told_relations(self) -> Iterator[tuple[Entry, Actor, Relation]]:
        for entry in self.entries:
            for actor in entry.briefing.actors:
                yield from ((entry, actor, relation) for relation in actor.relations)

    def _staff_by_actor(self) -> dict[str, list[tuple[Entry, Actor, Role]]]:
        found: dict[str, list[tuple[Entry, Actor, Role]]] = {}
        for entry in self.entries:
            for holder in entry.briefing.actors:
                for role in holder.roles:
                    body = self.actor(entry, role.organization)
                    if body is not None:
                        found.setdefault(body.slug, []).append((entry, holder, role))
        return found

    @cached_property
    def newest(self) -> tuple[Entry, ...]:
        """The articles, newest first; undated ones last, in the order of the book."""
        dated = [entry for entry in self.entries if entry.briefing.article.date_published]
        undated = [entry for entry in self.entries if not entry.briefing.article.date_published]
        dated.sort(key=lambda e: (e.briefing.article.date_published or "")[:10], reverse=True)
        return (*dated, *undated)

    def actor(self, entry: Entry, actor: str | None) -> BookActor | None:
        """The book's actor for an actor id of an article."""
        return self._actors.get((entry.name, actor)) if actor is not None else None

    def meetings_of(self, actor: BookActor) -> list[tuple[Gathering, str]]:
        """The meetings an actor takes part in, with the actor's id there, in the order of lists."""
        return self._by_actor.get(actor.slug, [])

    def staff(self, actor: BookActor) -> list[tuple[Entry, Actor, Role]]:
        """The roles that others have in an organisation or state."""
        return self._staff.get(actor.slug, [])

    def appearances(self, actor: BookActor) -> Iterator[tuple[Entry, Actor]]:
        """The articles an actor is in, with what each says of it."""
        for appearance in actor.appearances:
            yield self._entry_of[id(appearance.briefing)], appearance.actor

    def relations_to(self, entry: Entry, actor: str) -> list[tuple[str, Relation]]:
        """The relations in which an article names an actor (id) as the other side, with the id of whom it tells."""
        return self._relations.get((entry.name, actor), [])

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


def _names(briefings: tuple[Briefing, ...]) -> Iterator[str]:
    """A name for each article, from its id; of two with one id (`a.txt` and `a.html`) the later gets a hash."""
    slugs = distinct((briefing.article.id for briefing in briefings), fallback="article")
    taken: set[str] = set()
    for number, briefing in enumerate(briefings):
        name, source = slugs[briefing.article.id], briefing.article.source
        if name in taken:
            name = f"{name}-{digest(f'{source.path} {source.sha256}')}"
        if name in taken:
            name = f"{name}-{number}"
        taken.add(name)
        yield name


def actor_page(actor: BookActor) -> str:
    """Path of an actor's profile."""
    return f"actors/{actor.slug}.md"
