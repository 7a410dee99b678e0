"""The actors: a table of all, and a profile each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.model import ActorKind, BookActor, Page
from briefbook.pages import posts, profile, tally, wording
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, actor_page
from briefbook.pages.markup import NOT_STATED
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.relation_web import web
from briefbook.pages.sheet import Sheet

INDEX = profile.INDEX
_FEW = 3
"""How many meetings and roles the table names for an actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: Md
    kind: str
    roles: Md
    meetings: Md
    often: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """The table, page by page, and the profiles."""
    yield from _tables(index)
    for number, actor in enumerate(index.book.actors):
        yield from profile.pages(index, number, actor)


def _tables(index: BookIndex) -> Iterator[Page]:
    longest = tally.most(tally.of_book(index, actor) for actor in index.book.actors)
    for number, part, total in chunks(index.book.actors, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Actors", (("Home", "index.md"),))
        yield sheet.page(
            "actors.md.j2",
            description="The people, organisations and states of this book: who they are and what they do.",
            listing=True,
            several=len(index.entries) > 1,
            rows=[_row(sheet, actor, longest) for actor in part],
            web=web(sheet) if number == 1 else None,
            below=sheet.link("How they stand to each other", f"{sheet.path}#relations"),
            pager=links(sheet, INDEX, number, total),
        )


def _row(sheet: Sheet, actor: BookActor, longest: int) -> Row:
    return Row(
        name=sheet.link(actor.name, actor_page(actor)),
        kind=posts.KIND_WORDS[actor.kind],
        roles=_roles_in_short(sheet, actor),
        meetings=_meetings(sheet, actor),
        often=tally.shown(sheet, actor, tally.of_book(sheet.index, actor), longest),
    )


def _roles_in_short(sheet: Sheet, actor: BookActor) -> Md:
    """The roles a person has; the people who have one in an organisation or state; the profile cites all reports."""
    own = posts.distinct(list(sheet.index.appearances(actor)))
    holders = {person.name: (entry, person, role) for entry, person, role in reversed(sheet.index.staff(actor))}
    if not own and not holders:
        return NOT_STATED if actor.kind is ActorKind.PERSON else Md("")
    lines = [posts.held(sheet, *item, most=1) for item in own[:_FEW]]
    lines += [posts.holder(sheet, *item, most=1) for item in list(reversed(holders.values()))[: _FEW - len(lines)]]
    return joined(lines, Md("<br>"))


def _meetings(sheet: Sheet, actor: BookActor) -> Md:
    """The first meetings that an actor takes part in, with their status."""
    meetings = sheet.index.meetings_of(actor)
    lines = [sheet.meeting_of(gathering, id_) for gathering, id_ in meetings[:_FEW]]
    more = [wording.count(len(meetings) - _FEW, "more meeting")] if len(meetings) > _FEW else []
    return joined([*lines, *more], Md("<br>"))
