"""Say where the named places are: country and coordinates, or nothing where it is unknown or disputed.

Of several cities with one name the likeliest in this article is taken: one in a country that the article names, else
the most populous by far.  Disputed places (Jerusalem, the West Bank's cities, Crimea's) get coordinates and no country;
they are listed in `lexicons/data/en/regions.tsv` (country "-") and `disputed.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from briefbook import lexicons
from briefbook.grammar.gazetteer import Spot, gazetteer
from briefbook.model import Citation, Place

Named = tuple[str, tuple[str, ...], tuple[Citation, ...]]


def extract(names: Iterable[Named]) -> tuple[Place, ...]:
    """Places with country and coordinates where known, from (name, aliases, mentions)."""
    named = list(names)
    countries = frozenset(
        filter(None, (_plain_country(form) for name, aliases, _ in named for form in (name, *aliases)))
    )
    taken: dict[str, int] = {}
    return tuple(_place(name, aliases, mentions, countries, taken) for name, aliases, mentions in named)


def _place(
    name: str,
    aliases: tuple[str, ...],
    mentions: tuple[Citation, ...],
    countries: frozenset[str],
    taken: dict[str, int],
) -> Place:
    spot = next(filter(None, (locate(form, countries) for form in (name, *aliases))), None)
    return Place(
        id=_id(name, taken),
        name=name,
        aliases=aliases,
        country=spot.country if spot else None,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        mentions=mentions,
    )


def locate(name: str, countries: frozenset[str] = frozenset()) -> Spot | None:
    """The likeliest place of this name, given the codes of the countries that the article names; None when unknown."""
    known = gazetteer()
    for form in dict.fromkeys((name, name.title() if name.isupper() else name)):
        if state := known.states.get(form):
            return Spot(state.name, state.code, state.latitude, state.longitude, 0)
        if region := known.regions.get(form):
            return region
        if cities := known.cities(form):
            return _undisputed(_likeliest(cities, countries))
    return None


def _likeliest(cities: tuple[Spot, ...], countries: frozenset[str]) -> Spot:
    """The largest in a country the article names, unless one elsewhere is larger by far; else the largest."""
    largest = max(cities, key=lambda spot: spot.population)
    near = [spot for spot in cities if spot.country in countries]
    if not near:
        return largest
    nearest = max(near, key=lambda spot: spot.population)
    return nearest if nearest.population * 50 >= largest.population else largest


@lru_cache(maxsize=1)
def _disputed() -> frozenset[str]:
    return frozenset(lexicons.lines("disputed.tsv"))


def _undisputed(spot: Spot) -> Spot:
    """The spot without a country where sovereignty over it is disputed."""
    return (
        spot._replace(country=None) if f"{spot.name}\t{spot.country}" in _disputed() or spot.country == "PS" else spot
    )


def _plain_country(name: str) -> str | None:
    known = gazetteer()
    if state := known.states.get(name):
        return state.code
    region = known.regions.get(name)
    return region.country if region else None


def _id(name: str, taken: dict[str, int]) -> str:
    """A name for links: letters, digits and hyphens, numbered when taken."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "place"
    taken[stem] = taken.get(stem, 0) + 1
    return stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
