"""What the map knows: states with their adjectives, peoples and capitals, regions, and cities.

Pure look-up over the lists in `lexicons/data`; which of several places a name means, and whether it is a place at
all in a sentence, is decided in `extract`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons

LONGEST_ADJECTIVE = 3
"""Words of the longest adjective of a state ("Papua New Guinean")."""


class State(NamedTuple):
    """A state or territory: ISO 3166-1 code, name, other names, adjectives, people, capitals; rough centre in degrees."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    latitude: float | None
    longitude: float | None


class Spot(NamedTuple):
    """A region or city: ISO 3166-1 code or None where it spans several or is disputed; degrees; inhabitants (0 unknown)."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The look-up tables, each from the name as written."""

    states: dict[str, State]
    adjectives: dict[str, State]
    people: dict[str, State]
    capitals: dict[str, State]
    regions: dict[str, Spot]
    city_lines: dict[str, str]

    def knows(self, name: str) -> bool:
        """Is it a state, region or city?"""
        return name in self.states or name in self.regions or name in self.city_lines

    def adjective(self, *words: str) -> tuple[State, int] | None:
        """The state whose adjective opens these words, and how many of them it takes ("South Korean" is two)."""
        for length in range(min(len(words), LONGEST_ADJECTIVE), 0, -1):
            state = self.adjectives.get(" ".join(words[:length]))
            if state is not None:
                return state, length
        return None

    def cities(self, name: str) -> tuple[Spot, ...]:
        """The cities of this name, most populous first; lines are read when asked for, since few ever are."""
        line = self.city_lines.get(name)
        return tuple(_city(name, part) for part in line.split("|")) if line else ()

    def population(self, name: str) -> int:
        """Inhabitants of the largest city of this name, 0 when there is none."""
        return max((spot.population for spot in self.cities(name)), default=0)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    states = [_state(line) for line in lexicons.lines("states.tsv")]
    return Gazetteer(
        states={name: state for state in states for name in (state.name, *state.aliases)},
        adjectives=_by(states, "adjectives"),
        people=_by(states, "people"),
        capitals=_by(states, "capitals"),
        regions={spot.name: spot for spot in map(_region, lexicons.lines("regions.tsv"))},
        city_lines=dict(line.split("\t", 1) for line in lexicons.lines("cities.tsv", "any")),
    )


def _by(states: list[State], field: str) -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states:
        for name in getattr(state, field):
            found.setdefault(name, state)
    return found


def _state(line: str) -> State:
    code, name, aliases, adjectives, people, capitals, latitude, longitude = line.split("\t")
    return State(
        code,
        name,
        _several(aliases),
        _several(adjectives),
        _several(people),
        _several(capitals),
        _degrees(latitude),
        _degrees(longitude),
    )


def _region(line: str) -> Spot:
    name, code, latitude, longitude = line.split("\t")
    return Spot(name, None if code == "-" else code, _degrees(latitude), _degrees(longitude), 0)


def _city(name: str, part: str) -> Spot:
    code, latitude, longitude, population = part.split("\t")
    return Spot(name, code, float(latitude), float(longitude), int(population))


def _several(column: str) -> tuple[str, ...]:
    return tuple(filter(None, column.split(",")))


def _degrees(text: str) -> float | None:
    return float(text) if text else None
