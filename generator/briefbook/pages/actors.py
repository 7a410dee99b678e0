"""The actors: a table of all, and a profile each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from briefbook.model import Actor, ActorKind, BookActor, Citation, Mention, Page, Role, Statement
from briefbook.pages import linked_data, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Gathering, actor_page
from briefbook.pages.markup import NOT_STATED, highlighted, span
from briefbook.pages.meetings import timed
from briefbook.pages.names import written
from briefbook.pages.neighbours import around
from briefbook.pages.notes import source_target
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.relation_web import neighbourhood, web
from briefbook.pages.relations import Link, related, relations
from briefbook.pages.sentences import whereabouts
from briefbook.pages.sheet import Sheet
from briefbook.pages.statements import said

INDEX = "actors/index.md"
_FEW = 3
"""How many meetings and roles the table names for an actor."""
_SHOWN = 2
"""How many reports of a meeting a profile cites; the meeting's own page cites all."""

KIND_WORDS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANIZATION: "organisation",
    ActorKind.GEOPOLITICAL: "state or territory",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: Md
    kind: str
    roles: Md
    part: Md


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One place where an article refers to the actor; `context` is its sentence where that may be shown."""

    words: Md
    where: Md
    context: Md | None
    reason: str | None


def pages(index: BookIndex) -> Iterator[Page]:
    """The table, page by page, and the profiles."""
    yield from _tables(index)
    for number, actor in enumerate(index.book.actors):
        yield from _profile(index, number, actor)


def _tables(index: BookIndex) -> Iterator[Page]:
    for number, part, total in chunks(index.book.actors, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Actors", (("Home", "index.md"),))
        yield sheet.page(
            "actors.md.j2",
            description="The people, organisations and states of this book: who they are and what they do.",
            listing=True,
            rows=[_row(sheet, actor) for actor in part],
            web=web(sheet) if number == 1 else None,
            pager=links(sheet, INDEX, number, total),
        )


def _row(sheet: Sheet, actor: BookActor) -> Row:
    return Row(
        name=sheet.link(actor.name, actor_page(actor)),
        kind=KIND_WORDS[actor.kind],
        roles=_roles_in_short(sheet, actor),
        part=_part(sheet, actor),
    )


def _roles_in_short(sheet: Sheet, actor: BookActor) -> Md:
    """The roles a person has; the people who have one in an organisation or state."""
    own = _distinct_roles(list(sheet.index.appearances(actor)))
    holders = {holder.name: (entry, holder, role) for entry, holder, role in reversed(sheet.index.staff(actor))}
    if not own and not holders:
        return NOT_STATED if actor.kind is ActorKind.PERSON else Md("")
    lines = [_role(sheet, *item) for item in own[:_FEW]]
    lines += [_holder(sheet, *item) for item in list(reversed(holders.values()))[: _FEW - len(lines)]]
    return joined(lines, Md("<br>"))


def _role_key(role: Role) -> str:
    return f"{role.title} {role.organization_name} {role.former}".casefold()


def _role(sheet: Sheet, entry: Entry, role: Role) -> Md:
    return joined([role_words(sheet, entry, role), sheet.mark(entry, role.citations)])


def _explained(sheet: Sheet, entry: Entry, role: Role) -> Md:
    """A role, and why it is held there where the article leaves it to its reader."""
    parts = [_role(sheet, entry, role)]
    return joined([*parts, span(role.reason, "detail")] if role.reason else parts, Md(" "))


def _holder(sheet: Sheet, entry: Entry, holder: Actor, role: Role) -> Md:
    """Somebody with a role here: `Lena Marsh, Director`."""
    former = "former " if role.former else ""
    title = [Md(f", {former}"), sheet.words(entry, role.title)] if role.title else []
    return joined([sheet.actor(entry, holder.id, holder.name), *title, sheet.mark(entry, role.citations)])


def role_words(sheet: Sheet, entry: Entry, role: Role) -> Md:
    """A role in words: `Director, Harbour Office`, with `former` where the article says so."""
    parts: list[Md | str] = [sheet.words(entry, role.title)] if role.title else []
    if role.organization_name:
        parts.append(sheet.actor(entry, role.organization, role.organization_name))
    return joined([*([Md("former ")] if role.former else []), joined(parts, Md(", "))])


def _part(sheet: Sheet, actor: BookActor) -> Md:
    """What an actor does in the book: whom they meet, how often they speak and are named."""
    meetings, statements = sheet.index.meetings_of(actor), sheet.index.statements_of(actor)
    lines = [sheet.meeting_of(gathering, id_) for gathering, id_ in meetings[:_FEW]]
    mentions = sum(len(found.mentions) for _, found in sheet.index.appearances(actor))
    counts = [wording.count(len(meetings) - _FEW, "more meeting")] if len(meetings) > _FEW else []
    counts += [wording.count(len(statements), "statement")] if statements else []
    return joined([*lines, ", ".join([*counts, wording.count(mentions, "mention")])], Md("<br>"))


def _profile(index: BookIndex, number: int, actor: BookActor) -> Iterator[Page]:
    """The profile; where any section is long, page n holds the n-th part of each."""
    told = _Told.of(index, actor)
    size, path = index.options.page_size, actor_page(actor)
    total = max(1, -(-max(map(len, told)) // size))
    names, typed = written(found for _, found in index.appearances(actor))
    for part in range(total):
        sheet = Sheet(index, numbered(path, part + 1), actor.name, (("Home", "index.md"), ("Actors", INDEX)))
        _turn(sheet, index, number)
        sheet.kicker, sheet.boost = KIND_WORDS[actor.kind].capitalize(), 2
        yield sheet.page(
            "actor.md.j2",
            description=_description(index, actor),
            linked=linked_data.actor(actor) if not part else None,
            figure=neighbourhood(sheet, actor, list(told.relations)) if not part else None,
            names=names if not part else [],
            typed=typed if not part else [],
            several=len(actor.appearances) > 1,
            pager=links(sheet, path, part + 1, total),
            **_sections(sheet, told.part(part * size, (part + 1) * size)),
        )


class _Told(NamedTuple):
    """All that a book tells of an actor, by section."""

    roles: Sequence[tuple[Entry, Role]]
    staff: Sequence[tuple[Entry, Actor, Role]]
    meetings: Sequence[tuple[Gathering, str]]
    relations: Sequence[Link]
    statements: Sequence[tuple[Entry, Statement]]
    mentions: Sequence[tuple[Entry, Mention]]

    @classmethod
    def of(cls, index: BookIndex, actor: BookActor) -> _Told:
        appearances = list(index.appearances(actor))
        return cls(
            roles=_distinct_roles(appearances),
            staff=index.staff(actor),
            meetings=index.meetings_of(actor),
            relations=relations(index, actor),
            statements=index.statements_of(actor),
            mentions=[(entry, mention) for entry, found in appearances for mention in found.mentions],
        )

    def part(self, start: int, end: int) -> _Told:
        """The same range of each section."""
        cut = slice(start, end)
        return _Told(
            self.roles[cut],
            self.staff[cut],
            self.meetings[cut],
            self.relations[cut],
            self.statements[cut],
            self.mentions[cut],
        )


def _sections(sheet: Sheet, told: _Told) -> dict[str, Any]:
    return {
        "roles": [_explained(sheet, *item) for item in told.roles],
        "staff": [_holder(sheet, *item) for item in told.staff],
        "meetings": [_meeting(sheet, *item) for item in told.meetings],
        "relations": [related(sheet, item) for item in told.relations],
        "statements": [said(sheet, *item) for item in told.statements],
        "mentions": _by_article(sheet, told.mentions),
    }


def _distinct_roles(appearances: list[tuple[Entry, Actor]]) -> list[tuple[Entry, Role]]:
    """The roles, each once, as the first article gives it."""
    roles = [(entry, role) for entry, found in appearances for role in found.roles]
    return list(reversed({_role_key(role): (entry, role) for entry, role in reversed(roles)}.values()))


def _turn(sheet: Sheet, index: BookIndex, number: int) -> None:
    near = around(index.book.actors, number)
    sheet.turn(*((actor.name, actor_page(actor)) if actor else None for actor in near))


def _description(index: BookIndex, actor: BookActor) -> str:
    roles = [role for _, found in index.appearances(actor) for role in found.roles]
    posts = "; ".join(dict.fromkeys(", ".join(filter(None, (role.title, role.organization_name))) for role in roles))
    return f"{actor.name}: {posts or KIND_WORDS[actor.kind]}. Meetings, statements and mentions, each with its source."


def _meeting(sheet: Sheet, gathering: Gathering, actor: str) -> Md:
    marks = sheet.mark(gathering.entry, gathering.meeting.citations[:_SHOWN])
    return joined([sheet.meeting_of(gathering, actor), marks, timed(sheet, gathering)])


def _by_article(sheet: Sheet, mentions: Sequence[tuple[Entry, Mention]]) -> list[tuple[Md, list[MentionRow]]]:
    groups = groupby(mentions, key=lambda item: item[0].page)
    return [_group(sheet, list(items)) for _, items in groups]


def _group(sheet: Sheet, items: list[tuple[Entry, Mention]]) -> tuple[Md, list[MentionRow]]:
    return sheet.article(items[0][0]), [_mention(sheet, entry, mention) for entry, mention in items]


def _mention(sheet: Sheet, entry: Entry, mention: Mention) -> MentionRow:
    """A mention with its sentence, where that may be shown; a mere mention does not make it so."""
    citation = mention.citation
    sentence = next(iter(entry.sentences.covering(citation)), None)
    target = source_target(entry, sentence)
    return MentionRow(
        words=sheet.words(entry, citation.exact),
        where=sheet.link(whereabouts(entry.briefing.article, citation), target),
        context=_context(sheet, entry, sentence.citation, citation) if sentence and "#" in target else None,
        reason=mention.reason,
    )


def _context(sheet: Sheet, entry: Entry, sentence: Citation, mention: Citation) -> Md:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    language = entry.briefing.article.language
    return highlighted(sentence.exact, max(0, start), end, language, sheet.index.options.language)
