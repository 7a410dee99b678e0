"""The places: what is named where, and which meetings are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons
from briefbook.model import Citation, Page
from briefbook.model.naming import folded
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined, text
from briefbook.pages.gazetteer import LIST, Spot, anchor_of
from briefbook.pages.index import BookIndex, Gathering
from briefbook.pages.locator import meetings_at, of_book
from briefbook.pages.markup import anchor, badge, span
from briefbook.pages.notes import source_target
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sentences import whereabouts
from briefbook.pages.sheet import Sheet

_FEW = 6
"""How many meetings and articles the table names for a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place: `names` are its other forms, typed forms included."""

    name: Md
    names: list[str]
    country: Md
    meetings: Md
    mentions: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """All places by number of mentions, page by page."""
    places = index.gazetteer.all
    for number, part, total in chunks(places, index.options.page_size):
        sheet = Sheet(index, numbered(LIST, number), "Places", (("Home", "index.md"),))
        yield sheet.page(
            "places.md.j2",
            description=f"{wording.count(len(places), 'place')} named in the articles, with the meetings there.",
            rows=[_row(sheet, items) for items in part],
            located=of_book(sheet) if number == 1 else None,
            none_there=Md("–"),
            pager=links(sheet, LIST, number, total),
        )


def _row(sheet: Sheet, items: list[Spot]) -> Row:
    entry, first = items[0]
    forms = dict.fromkeys(
        form for _, place in items for name in (place.name, *place.aliases) for form in (name, folded(name))
    )
    shouted = first.name.upper()
    return Row(
        name=joined([anchor(anchor_of(first)), sheet.words(entry, first.name)]),
        names=[form for form in forms if form not in (first.name, shouted)],
        country=_country(first.country),
        meetings=joined(_meetings(sheet, items), Md("<br>")),
        mentions=_mentions(sheet, items),
    )


def _country(code: str | None) -> Md:
    """A country's name; places over which states quarrel have none, and neither do unknown ones."""
    if code is None:
        return span("unknown or disputed", "unstated")
    return text(_countries().get(code, code))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Names of states and territories by ISO 3166-1 code."""
    rows = (line.split("\t") for line in lexicons.lines("states.tsv"))
    return {code: name for code, name, *_ in rows}


def _meetings(sheet: Sheet, spots: list[Spot]) -> list[Md | str]:
    """The meetings at a place, few where there are many."""
    there = list(meetings_at(sheet, spots))
    more = [wording.count(len(there) - _FEW, "more meeting")] if len(there) > _FEW else []
    return [*(_there(sheet, gathering) for gathering in there[:_FEW]), *more]


def _there(sheet: Sheet, gathering: Gathering) -> Md:
    """A meeting without its place, which the row names already."""
    who = sheet.words(gathering.entry, gathering.who)
    return joined([badge(gathering.meeting.status), sheet.link(who, gathering.page)], Md(" "))


def _mentions(sheet: Sheet, spots: list[Spot]) -> Md:
    """Where a place is named: the paragraphs of a single article, or else the articles."""
    if len(sheet.index.entries) > 1:
        shown = [_article(sheet, entry, place.mentions) for entry, place in spots[:_FEW]]
        more = [f"{len(spots) - _FEW} more"] if len(spots) > _FEW else []
        return joined([*shown, *more], Md("<br>"))
    ways = dict.fromkeys(_way(sheet, entry, citation) for entry, place in spots for citation in place.mentions)
    return joined(ways, Md(", "))


def _article(sheet: Sheet, entry: Entry, mentions: tuple[Citation, ...]) -> Md:
    often = span(wording.count(len(mentions), "mention"), "detail")
    return joined([sheet.article(entry), often], Md(" "))


def _way(sheet: Sheet, entry: Entry, citation: Citation) -> Md:
    sentence = next(iter(entry.sentences.covering(citation)), None)
    return sheet.link(whereabouts(entry.briefing.article, citation), source_target(entry, sentence))
