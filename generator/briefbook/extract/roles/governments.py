"""Which states an article speaks of, and which posts each of them has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Token
from briefbook.grammar.gazetteer import Gazetteer, State, gazetteer
from briefbook.lexicons import load

SHOUTED = 4
"""Capital letters that make a place of a dateline ("OSLO"), and no abbreviation."""


SPEAKING_OF_PLACES = frozenset({"GPE", "LOC", "ORG", "FAC", "NORP"})
"""Labels of the names that may be a state's, a place's or a house's."""


class Office(NamedTuple):
    """A post of a state's government: the only states (ISO 3166-1) that have it, or those that do not."""

    having: frozenset[str]
    lacking: frozenset[str]
    sole: bool

    def exists_in(self, code: str) -> bool:
        """May this state have the post?"""
        return code not in self.lacking and (not self.having or code in self.having)


@dataclass(frozen=True, slots=True, kw_only=True)
class Governments:
    """Offices by title, the states whose government a house or party stands for, and bodies that send envoys of their own.

    Names are in small letters.
    """

    offices: dict[str, Office]
    houses: dict[str, str]
    senders: frozenset[str]

    def office(self, title: str | None) -> Office | None:
        """The office that a title names; what an envoy is sent to is left out."""
        return self.offices.get(plain_title(title)) if title else None


def plain_title(title: str) -> str:
    """A title in small letters, without where it leads ("special envoy to Norland" is "special envoy")."""
    words = title.lower().replace("-", " ")
    return words.split(" to ")[0].split(" for ")[0].strip()


@lru_cache(maxsize=1)
def governments() -> Governments:
    """The English lists, read once."""
    lexicon = load("governments")
    several = lexicon.words("many-at-once")
    offices: dict[str, Office] = {}
    houses: dict[str, str] = {}
    for entry in lexicon.entries:
        if entry.id.startswith("house-"):
            houses |= dict.fromkeys(entry.words, entry.fields["state"])
        elif entry.id not in ("many-at-once", "senders"):
            having = frozenset(entry.fields.get("having", ()))
            lacking = frozenset(entry.fields.get("lacking", ()))
            offices |= {word: Office(having, lacking, word not in several) for word in entry.words}
    return Governments(offices=offices, houses=houses, senders=lexicon.words("senders"))


def states_spoken_of(document: AnalysedDocument) -> dict[str, list[tuple[int, int]]]:
    """Where an article speaks of each state, by code, as token ranges: by its name, adjective, places or houses."""
    places, houses = gazetteer(), governments().houses
    found: dict[str, list[tuple[int, int]]] = {}
    for token in document.tokens:
        state = _state_at(places, document.tokens, token) if token.text[:1].isupper() else None
        if state is not None:
            found.setdefault(state.code, []).append((token.index, token.index + 1))
    for name in document.names:
        if name.label not in SPEAKING_OF_PLACES:
            continue
        text = document.cased_text(name.first, name.last).removeprefix("the ").removeprefix("The ")
        text = text.title() if text.isupper() and len(text) >= SHOUTED else text
        code = houses.get(text.lower()) or _place(places, text)
        if code is not None and text not in places.adjectives and not (text in places.states and " " not in text):
            found.setdefault(code, []).append((name.first, name.last))
    return found


def _state_at(places: Gazetteer, tokens: tuple[Token, ...], token: Token) -> State | None:
    """The state that one word names or is an adjective of; "Jordan" inside a person's name is none."""
    state = places.states.get(token.text) if token.pos == "PROPN" else None
    beside = tokens[max(0, token.index - 1)], tokens[min(token.index + 1, len(tokens) - 1)]
    person = token.entity == "PERSON" and any(t.pos == "PROPN" and t is not token for t in beside)
    return places.adjectives.get(token.text) or (None if person else state)


def _place(places: Gazetteer, text: str) -> str | None:
    """The state that a state, capital, region or city of this name is or lies in."""
    state: State | None = places.states.get(text) or places.capitals.get(text)
    if state is not None:
        return state.code
    if (region := places.regions.get(text)) is not None:
        return region.country
    cities = places.cities(text)
    return cities[0].country if cities else None
