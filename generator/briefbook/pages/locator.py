"""Locator maps of a book, an article and a meeting: which places they show and what is known to have been there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import MeetingStatus, Place
from briefbook.pages import figures_map, paths
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md
from briefbook.pages.figures_map import Spot
from briefbook.pages.figures_timeline import Standing
from briefbook.pages.gazetteer import Spot as Named
from briefbook.pages.index import Gathering
from briefbook.pages.relations import TOOK_PLACE
from briefbook.pages.sheet import Sheet

_MOST = 40
"""Most places of one map: those named most often."""
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED})


class Located(NamedTuple):
    """A map, and how many places it leaves out because nobody knows where they are."""

    drawing: Md
    unknown: int


def of_book(sheet: Sheet) -> Located | None:
    """The places of all articles."""
    return _located(sheet, "places-map", "Places of this book", sheet.index.gazetteer.all)


def of_article(sheet: Sheet, entry: Entry) -> Located | None:
    """The places that one article names."""
    ranked = sorted(entry.briefing.places, key=lambda place: -len(place.mentions))
    return _located(sheet, "places-map", "Places of this article", [[(entry, place)] for place in ranked])


def of_meeting(sheet: Sheet, gathering: Gathering) -> Located | None:
    """The place of a meeting, when the article knows it as one."""
    where = gathering.meeting.place
    place = next((p for p in gathering.entry.briefing.places if where and p.id == where.place), None)
    if place is None:
        return None
    return _located(sheet, "place-map", f"Where {place.name} is", [[(gathering.entry, place)]])


def _located(sheet: Sheet, name: str, title: str, groups: Iterable[list[Named]]) -> Located | None:
    """The map of some places, each as all articles have it; None where it would tell nothing."""
    spots: list[Spot] = []
    unknown = 0
    for named in groups:
        spot = _spot(sheet, named)
        if spot is not None:
            spots.append(spot)
        else:
            unknown += 1
    if not figures_map.drawable(spots):
        return None
    return Located(figures_map.locator(name, title, spots[:_MOST]), unknown)


def _spot(sheet: Sheet, named: list[Named]) -> Spot | None:
    place = named[0][1]
    if place.latitude is None or place.longitude is None:
        return None
    return Spot(
        name=place.name,
        longitude=place.longitude,
        latitude=place.latitude,
        standing=_standing(meetings_at(sheet, named)),
        target=paths.relative(sheet.index.gazetteer.target(place), sheet.path),
        area=_is_area(place),
        state=place.country if is_state(place) else None,
    )


def is_state(place: Place) -> bool:
    """Is it a whole state or territory, which a sign on a map would put in the wrong place?"""
    state = gazetteer().states.get(place.name)
    return state is not None and state.code == place.country


def _is_area(place: Place) -> bool:
    """Is it a state, or a region whose centre is all that is known?"""
    region = gazetteer().regions.get(place.name)
    same = region is not None and (region.latitude, region.longitude) == (place.latitude, place.longitude)
    return same or is_state(place)


def meetings_at(sheet: Sheet, named: Iterable[Named]) -> Iterator[Gathering]:
    """The meetings at a place, article by article."""
    known = dict.fromkeys((entry.name, place.id) for entry, place in named)
    for name in dict.fromkeys(name for name, _ in known):
        for gathering in sheet.index.meetings_in(name):
            if gathering.meeting.place and (name, gathering.meeting.place.place) in known:
                yield gathering


def _standing(meetings: Iterable[Gathering]) -> Standing:
    """The firmest thing that is told of meetings at a place."""
    statuses = {gathering.meeting.status for gathering in meetings}
    if statuses & TOOK_PLACE:
        return Standing.HELD
    if statuses - _OFF:
        return Standing.AHEAD
    return Standing.OFF if statuses else Standing.OTHER
