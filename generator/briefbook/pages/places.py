"""The places: what is named where, and which meetings are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.model import Citation, Page, Place
from briefbook.pages import wording
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, Entry
from briefbook.pages.markup import NOT_STATED, anchor
from briefbook.pages.names import folded
from briefbook.pages.notes import source_target
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered, slug
from briefbook.pages.sentences import whereabouts
from briefbook.pages.sheet import Sheet

INDEX = "places.md"
_FEW = 12
"""How many mentions the table links to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place: `names` are its other forms, typed forms included."""

    name: Md
    names: list[str]
    country: str
    meetings: Md
    mentions: Md


def pages(index: BookIndex) -> Iterator[Page]:
    """All places by number of mentions, page by page; the same name in the same country is one place."""
    groups: dict[tuple[str, str], list[tuple[Entry, Place]]] = {}
    for entry in index.entries:
        for place in entry.briefing.places:
            groups.setdefault((folded(place.name).casefold(), place.country or ""), []).append((entry, place))
    ranked = sorted(groups.values(), key=lambda items: (-sum(len(p.mentions) for _, p in items), items[0][1].name))
    for number, part, total in chunks(ranked, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Places", (("Home", "index.md"),))
        yield sheet.page(
            "places.md.j2",
            description=f"{wording.count(len(ranked), 'place')} named in the articles, with the meetings there.",
            rows=[_row(sheet, items) for items in part],
            unstated=NOT_STATED,
            none_there=Md("–"),
            pager=links(sheet, INDEX, number, total),
        )


def place_anchor(place: Place) -> str:
    """Anchor of a place on the places page."""
    return f"place-{slug(place.name, fallback='place')}-{(place.country or 'xx').lower()[:2]}"


def _row(sheet: Sheet, items: list[tuple[Entry, Place]]) -> Row:
    entry, first = items[0]
    forms = dict.fromkeys(
        form for _, place in items for name in (place.name, *place.aliases) for form in (name, folded(name))
    )
    return Row(
        name=joined([anchor(place_anchor(first)), sheet.words(entry, first.name)]),
        names=[form for form in forms if form != first.name],
        country=first.country or "",
        meetings=joined(_meetings(sheet, items), Md("<br>")),
        mentions=_mentions(sheet, items),
    )


def _meetings(sheet: Sheet, items: list[tuple[Entry, Place]]) -> list[Md]:
    known = {(entry.name, place.id) for entry, place in items}
    return [
        sheet.meeting(gathering)
        for entry in dict.fromkeys(entry.name for entry, _ in items)
        for gathering in sheet.index.meetings_in(entry)
        if gathering.meeting.place and (entry, gathering.meeting.place.place) in known
    ]


def _mentions(sheet: Sheet, items: list[tuple[Entry, Place]]) -> Md:
    found = [(entry, citation) for entry, place in items for citation in place.mentions]
    shown = [_way(sheet, entry, citation) for entry, citation in found[:_FEW]]
    more = [f"{len(found) - _FEW} more"] if len(found) > _FEW else []
    return joined([*dict.fromkeys(shown), *more], Md(", "))


def _way(sheet: Sheet, entry: Entry, citation: Citation) -> Md:
    sentences = entry.sentences.covering(citation)
    return sheet.link(
        whereabouts(entry.briefing.article, citation), source_target(entry, sentences[0] if sentences else None)
    )
