"""The profile of an actor: who it is, what it did and said in the articles, with whom, and where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from briefbook.model import (
    Actor,
    ActorKind,
    BookActor,
    Citation,
    Mention,
    Page,
    RelationType,
    Role,
    SourceSentence,
    Statement,
)
from briefbook.pages import linked_data, tally, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Gathering, actor_page
from briefbook.pages.markup import NOT_STATED, highlighted
from briefbook.pages.meetings import timed
from briefbook.pages.names import written
from briefbook.pages.neighbours import around
from briefbook.pages.notes import source_target
from briefbook.pages.paging import links
from briefbook.pages.paths import numbered
from briefbook.pages.posts import KIND_WORDS, distinct, explained, holder
from briefbook.pages.relation_web import neighbourhood
from briefbook.pages.relations import BACKWARD, FORWARD, Link, related, relations
from briefbook.pages.sentences import whereabouts
from briefbook.pages.sheet import Sheet
from briefbook.pages.statements import by_article

INDEX = "actors/index.md"
_POSTS = frozenset(
    BACKWARD[kind] for kind in (RelationType.LEADS, RelationType.SPOKESPERSON_OF, RelationType.MEMBER_OF)
)
"""Relations that follow from somebody's post in an organisation or state."""
_FEW = 6
"""How many of those whom an actor met the facts name; the relations name all."""
_SHOWN = 2
"""How many reports of a meeting a profile cites; the meeting's own page cites all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One sentence in which an article refers to the actor; `context` is the sentence where that may be shown."""

    words: Md
    where: Md
    context: Md | None
    reason: str | None


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
            roles=distinct(appearances),
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


def pages(index: BookIndex, number: int, actor: BookActor) -> Iterator[Page]:
    """The profile; where any section is long, page n holds the n-th part of each."""
    told = _Told.of(index, actor)
    size, path = index.options.page_size, actor_page(actor)
    figure = neighbourhood(Sheet(index, path, actor.name), actor, list(told.relations))
    if figure is None:
        told = told._replace(relations=list(_untold(told)))
    total = max(1, -(-max(map(len, told)) // size))
    for part in range(total):
        sheet = Sheet(index, numbered(path, part + 1), actor.name, (("Home", "index.md"), ("Actors", INDEX)))
        near = around(index.book.actors, number)
        sheet.turn(*((other.name, actor_page(other)) if other else None for other in near))
        sheet.kicker, sheet.boost = KIND_WORDS[actor.kind].capitalize(), 2
        yield sheet.page(
            "actor.md.j2",
            description=_description(actor, told),
            linked=linked_data.actor(actor) if not part else None,
            **_sections(
                sheet, told.part(part * size, (part + 1) * size), _facts(sheet, actor, told) if not part else ()
            ),
            figure=figure if not part else None,
            several=len(actor.appearances) > 1,
            pager=links(sheet, path, part + 1, total),
        )


def _untold(told: _Told) -> Iterator[Link]:
    """The relations that the list of people with their posts does not tell already."""
    holders = {person.name for _, person, _ in told.staff}
    return (link for link in told.relations if link.words not in _POSTS or link.name not in holders)


def _sections(sheet: Sheet, told: _Told, facts: Iterable[tuple[str, Md]]) -> dict[str, Any]:
    """The parts of the page in the order in which they stand there, since that numbers the citations."""
    return {
        "roles": [explained(sheet, *item) for item in told.roles],
        "facts": list(facts),
        "staff": [holder(sheet, *item) for item in told.staff],
        "meetings": [_meeting(sheet, *item) for item in told.meetings],
        "relations": [related(sheet, item) for item in told.relations],
        "statements": by_article(sheet, told.statements),
        "mentions": _by_article(sheet, told.mentions),
    }


def _facts(sheet: Sheet, actor: BookActor, told: _Told) -> Iterator[tuple[str, Md]]:
    """What a reader wants to know at once, each only where the articles tell it."""
    if not told.roles and actor.kind is ActorKind.PERSON:
        yield "Role", NOT_STATED
    counted = tally.of_book(sheet.index, actor)
    often = tally.shown(sheet, actor, counted, tally.most([counted]))
    there = [sheet.link(wording.count(len(told.meetings), "meeting"), f"{sheet.path}#meetings")]
    yield "Here", joined([often, *(there if told.meetings else [])], Md(" "))
    if told.mentions:
        yield "Named", _span(sheet, told.mentions)
    met = [item for item in told.relations if item.words == FORWARD[RelationType.MET]]
    if met:
        more = [f"and {len(met) - _FEW} more"] if len(met) > _FEW else []
        yield "Met", joined([*(_other(sheet, item) for item in met[:_FEW]), *more], Md("· "))
    names, typed = written(found for _, found in sheet.index.appearances(actor))
    if names:
        yield "Also written as", joined(names, Md(", "))
    if typed:
        yield "Also typed as", joined(typed, Md(", "))


def _other(sheet: Sheet, link: Link) -> Md:
    """Somebody met, with the first report of it."""
    entry, other, citations = link.reports[0]
    return joined([sheet.actor(entry, other, link.name), sheet.mark(entry, citations[:1])])


def _span(sheet: Sheet, mentions: Sequence[tuple[Entry, Mention]]) -> Md:
    """Where the actor is first named and where last, by the days of the articles where these are known."""
    reported = {entry.page: entry for entry, _ in mentions}
    if len(reported) == 1:
        first, last = mentions[0], mentions[-1]
        entry = first[0]
        places = {whereabouts(entry.briefing.article, mention.citation) for _, mention in (first, last)}
        return _ends([_where(sheet, *first), _where(sheet, *(last if len(places) > 1 else first))])
    days = {page: entry.briefing.article.publication_day for page, entry in reported.items()}
    dated = sorted((day, page) for page, day in days.items() if day is not None)
    if len(dated) < len(days):
        return joined([f"in {len(reported)} articles"])
    articles = [
        joined([sheet.article(reported[page]), Md(" ("), wording.day(day), Md(")")])
        for day, page in (dated[0], dated[-1])
    ]
    return joined([f"in {len(reported)} articles", Md(", "), _ends(articles)])


def _ends(both: list[Md]) -> Md:
    return (
        joined([Md("first in "), both[0], Md(", last in "), both[1]])
        if both[0] != both[1]
        else joined([Md("in "), both[0]])
    )


def _where(sheet: Sheet, entry: Entry, mention: Mention) -> Md:
    target = source_target(entry, _sentence(entry, mention))
    place = whereabouts(entry.briefing.article, mention.citation)
    way = sheet.link(place, target)
    return way if place.startswith("paragraph") else joined([Md("the "), way])


def _description(actor: BookActor, told: _Told) -> str:
    posts = "; ".join(
        dict.fromkeys(", ".join(filter(None, (role.title, role.organization_name))) for _, role in told.roles)
    )
    return f"{actor.name}: {posts or KIND_WORDS[actor.kind]}. Meetings, statements and mentions, each with its source."


def _meeting(sheet: Sheet, gathering: Gathering, actor: str) -> Md:
    marks = sheet.mark(gathering.entry, gathering.meeting.citations[:_SHOWN])
    return joined([sheet.meeting_of(gathering, actor), marks, timed(sheet, gathering)])


def _by_article(sheet: Sheet, mentions: Sequence[tuple[Entry, Mention]]) -> list[tuple[Md, list[MentionRow]]]:
    groups = groupby(mentions, key=lambda item: item[0].page)
    return [_group(sheet, list(items)) for _, items in groups]


def _group(sheet: Sheet, items: list[tuple[Entry, Mention]]) -> tuple[Md, list[MentionRow]]:
    sentences = groupby(items, key=lambda item: _sentence(*item) or item[1].citation)
    return sheet.article(items[0][0]), [_mentions(sheet, list(inside)) for _, inside in sentences]


def _sentence(entry: Entry, mention: Mention) -> SourceSentence | None:
    return next(iter(entry.sentences.covering(mention.citation)), None)


def _mentions(sheet: Sheet, items: list[tuple[Entry, Mention]]) -> MentionRow:
    """The mentions of one sentence, with it where it may be shown; a mere mention does not make it so."""
    entry, first = items[0]
    sentence = _sentence(entry, first)
    target = source_target(entry, sentence)
    reasons = dict.fromkeys(mention.reason for _, mention in items if mention.reason)
    shown = [mention.citation for _, mention in items]
    return MentionRow(
        words=joined([sheet.words(entry, words) for words in dict.fromkeys(c.exact for c in shown)], Md("”, “")),
        where=sheet.link(whereabouts(entry.briefing.article, first.citation), target),
        context=_context(sheet, entry, sentence.citation, shown) if sentence and "#" in target else None,
        reason=wording.typeset("; ".join(reasons)) or None,
    )


def _context(sheet: Sheet, entry: Entry, sentence: Citation, mentions: Iterable[Citation]) -> Md:
    ranges = [(max(0, mention.start - sentence.start), mention.end - sentence.start) for mention in mentions]
    return highlighted(sentence.exact, ranges, entry.briefing.article.language, sheet.index.options.language)
