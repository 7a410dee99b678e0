"""The word sets that naming reads, built once from the lexicons."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.grammar.gazetteer import Gazetteer, gazetteer


class Words(NamedTuple):
    """Word sets by what they tell; words as written unless said otherwise."""

    honorifics: frozenset[str]
    posts: frozenset[str]
    post_modifiers: frozenset[str]
    particles: frozenset[str]
    generational: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_heads_of: frozenset[str]
    organisation_suffixes: frozenset[str]
    place_heads: frozenset[str]
    place_heads_before: frozenset[str]
    not_actors: frozenset[str]
    not_names: frozenset[str]
    belief: frozenset[str]
    parties: frozenset[str]
    speech: frozenset[str]
    human: frozenset[str]
    place_prepositions: frozenset[str]
    place_nouns: frozenset[str]
    of_places: frozenset[str]
    organisation_nouns: frozenset[str]
    person_nouns: frozenset[str]
    place_heads_of: frozenset[str]
    well_known: frozenset[str]
    indices: frozenset[str]
    institutions: frozenset[str]
    relatives: frozenset[str]
    name_articles: frozenset[str]
    months_as_names: frozenset[str]
    family_business: frozenset[str]
    possessive_firms: frozenset[str]
    possessive_plurals: frozenset[str]
    on_bodies: frozenset[str]
    suffixes_inside: frozenset[str]
    vague_adjectives: frozenset[str]
    institutions_of_persons: frozenset[str]
    armed_forces: frozenset[str]
    governments: frozenset[str]
    bodies: frozenset[str]
    not_which: frozenset[str]
    acts: frozenset[str]
    event_words: frozenset[str]
    ground: frozenset[str]
    sites: frozenset[str]
    apposed_bodies: frozenset[str]
    short_forms: dict[str, str]
    common: frozenset[str]
    given: dict[str, str]
    surnames: frozenset[str]
    map: Gazetteer


@lru_cache(maxsize=1)
def words() -> Words:
    """All sets, read once."""
    of = lexicons.load("names").words
    short: dict[str, str] = lexicons.load("names").entry("short-forms").fields["full"]
    given = dict(line.split("\t") for line in lexicons.lines("given-names.txt", "any"))
    return Words(
        honorifics=of("honorifics"),
        posts=of("posts"),
        post_modifiers=of("post-modifiers"),
        particles=of("particles"),
        generational=of("generational"),
        organisation_heads=of("organisation-heads"),
        organisation_heads_of=of("organisation-heads-of"),
        organisation_suffixes=of("organisation-suffixes"),
        place_heads=of("place-heads"),
        place_heads_before=of("place-heads-before"),
        not_actors=of("not-actors"),
        not_names=of("not-names"),
        belief=of("people-of-belief"),
        parties=of("parties-by-people"),
        speech=of("speech-verbs"),
        human=of("human-verbs"),
        place_prepositions=of("place-prepositions"),
        place_nouns=of("place-nouns"),
        of_places=of("place-nouns") | of("of-places"),
        organisation_nouns=of("organisation-nouns"),
        person_nouns=of("person-nouns"),
        place_heads_of=of("place-heads-of"),
        well_known=of("well-known-organisations"),
        indices=of("market-indices"),
        institutions=of("institutions"),
        relatives=of("relatives"),
        name_articles=of("name-articles"),
        months_as_names=of("months-as-names"),
        family_business=of("family-business"),
        possessive_firms=of("possessive-firms"),
        possessive_plurals=of("possessive-plurals"),
        on_bodies=of("on-bodies"),
        suffixes_inside=of("suffixes-inside"),
        vague_adjectives=of("vague-adjectives"),
        institutions_of_persons=of("institutions-of-persons"),
        armed_forces=of("armed-forces"),
        governments=of("governments"),
        bodies=of("bodies"),
        not_which=of("not-which"),
        acts=of("acts"),
        event_words=of("event-words"),
        ground=of("ground"),
        sites=of("sites"),
        apposed_bodies=of("apposed-bodies"),
        short_forms=short,
        common=frozenset(lexicons.lines("common-words.txt")),
        given=given,
        surnames=frozenset(lexicons.lines("surnames.txt", "any")),
        map=gazetteer(),
    )
