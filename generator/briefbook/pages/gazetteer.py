"""The places of a book: one entry for a name and country, however many articles name it, and where it is listed."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.model import Place
from briefbook.model.naming import digest, folded, slug
from briefbook.pages.entry import Entry
from briefbook.pages.paths import numbered

LIST = "places.md"

Spot = tuple[Entry, Place]
"""A place as one article has it."""


class Gazetteer:
    """The places of all articles, most mentioned first, in lists of at most `page_size`."""

    def __init__(self, entries: Iterable[Entry], page_size: int) -> None:
        groups: dict[tuple[str, str], list[Spot]] = {}
        for entry in entries:
            for place in entry.briefing.places:
                groups.setdefault(_key(place), []).append((entry, place))
        self.all = tuple(sorted(groups.values(), key=_prominence))
        self._pages = {
            _key(spots[0][1]): numbered(LIST, number // page_size + 1) for number, spots in enumerate(self.all)
        }

    def target(self, place: Place) -> str:
        """Where a place stands in the lists: page and anchor."""
        return f"{self._pages[_key(place)]}#{anchor_of(place)}"


def anchor_of(place: Place) -> str:
    """Anchor of a place on its page; places of one name in two countries have two."""
    return f"place-{slug(place.name, fallback='place')}-{digest(place.country or '')}"


def _key(place: Place) -> tuple[str, str]:
    return folded(place.name).casefold(), place.country or ""


def _prominence(spots: list[Spot]) -> tuple[int, str, str]:
    place = spots[0][1]
    return -sum(len(found.mentions) for _, found in spots), place.name, place.country or ""
