"""The actors: a table of all, and a profile each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefbook.model import Actor, ActorKind, BookActor, Citation, Mention, Page, Relation, RelationType, Role
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Gathering, actor_page
from briefbook.pages.markup import NOT_STATED, highlighted
from briefbook.pages.meetings import timed
from briefbook.pages.names import written
from briefbook.pages.notes import source_target
from briefbook.pages.paging import around, chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sentences import whereabouts
from briefbook.pages.sheet import Sheet
from briefbook.pages.statements import said

INDEX = "actors/index.md"
_FEW = 3
"""How many meetings the table names for an actor."""

KIND_WORDS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANIZATION: "organisation",
    ActorKind.GEOPOLITICAL: "state or territory",
}

RELATION_WORDS = {
    RelationType.LEADS: "leads",
    RelationType.SPOKESPERSON_OF: "speaks for",
    RelationType.MEMBER_OF: "belongs to",
    RelationType.PART_OF: "is part of",
    RelationType.ACCOMPANIED: "accompanied",
    RelationType.ACCOMPANIED_BY: "was accompanied by",
    RelationType.SUCCEEDED: "succeeded",
    RelationType.RELATIVE_OF: "is a relative of",
    RelationType.MET: "met",
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
    roles = [(entry, role) for entry, found in sheet.index.appearances(actor) for role in found.roles]
    own = {_role_key(role): (entry, role) for entry, role in reversed(roles)}
    holders = {holder.name: (entry, holder, role) for entry, holder, role in reversed(sheet.index.staff(actor))}
    if not own and not holders:
        return NOT_STATED if actor.kind is ActorKind.PERSON else Md("")
    lines = [_role(sheet, *item) for item in list(reversed(own.values()))[:_FEW]]
    lines += [_holder(sheet, *item) for item in list(reversed(holders.values()))[: _FEW - len(lines)]]
    return joined(lines, Md("<br>"))


def _role_key(role: Role) -> str:
    return f"{role.title} {role.organization_name} {role.former}".casefold()


def _role(sheet: Sheet, entry: Entry, role: Role) -> Md:
    return joined([role_words(sheet, entry, role), sheet.mark(entry, role.citations)])


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
    mentions = [(entry, mention) for entry, found in index.appearances(actor) for mention in found.mentions]
    path = actor_page(actor)
    for part_number, part, total in chunks(mentions, index.options.page_size):
        sheet = Sheet(index, numbered(path, part_number), actor.name, (("Home", "index.md"), ("Actors", INDEX)))
        _turn(sheet, index, number)
        sheet.kicker = KIND_WORDS[actor.kind].capitalize()
        first = part_number == 1
        yield sheet.page(
            "actor.md.j2",
            description=_description(index, actor),
            listing=not first,
            first=first,
            names=written([found for _, found in index.appearances(actor)]) if first else [],
            roles=_roles(sheet, actor) if first else [],
            meetings=[_meeting(sheet, *item) for item in index.meetings_of(actor)] if first else [],
            staff=[_holder(sheet, *item) for item in index.staff(actor)] if first else [],
            statements=[said(sheet, entry, s) for entry, s in index.statements_of(actor)] if first else [],
            relations=_relations(sheet, actor) if first else [],
            mentions=_by_article(sheet, part),
            several=len(actor.appearances) > 1,
            pager=links(sheet, path, part_number, total),
        )


def _turn(sheet: Sheet, index: BookIndex, number: int) -> None:
    near = around(index.book.actors, number)
    sheet.turn(*((actor.name, actor_page(actor)) if actor else None for actor in near))


def _description(index: BookIndex, actor: BookActor) -> str:
    roles = [role for _, found in index.appearances(actor) for role in found.roles]
    posts = "; ".join(dict.fromkeys(", ".join(filter(None, (role.title, role.organization_name))) for role in roles))
    return f"{actor.name}: {posts or KIND_WORDS[actor.kind]}. Meetings, statements and mentions, each with its source."


def _roles(sheet: Sheet, actor: BookActor) -> list[Md]:
    appearances = sheet.index.appearances(actor)
    return [_role(sheet, entry, role) for entry, found in appearances for role in found.roles]


def _meeting(sheet: Sheet, gathering: Gathering, actor: str) -> Md:
    marks = sheet.mark(gathering.entry, gathering.meeting.citations)
    return joined([sheet.meeting_of(gathering, actor), marks, timed(sheet, gathering)])


def _relations(sheet: Sheet, actor: BookActor) -> list[Md]:
    return [
        joined(
            [
                Md(f"{RELATION_WORDS[relation.type]} "),
                _other(sheet, entry, relation),
                sheet.mark(entry, relation.citations),
            ]
        )
        for entry, found in sheet.index.appearances(actor)
        for relation in found.relations
    ]


def _other(sheet: Sheet, entry: Entry, relation: Relation) -> Md:
    names = {actor.id: actor.name for actor in entry.briefing.actors}
    return sheet.actor(entry, relation.actor, names.get(relation.actor, relation.actor))


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
