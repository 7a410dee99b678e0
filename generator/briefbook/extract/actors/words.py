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
    aimed: frozenset[str]
    place_nouns: frozenset[str]
    of_places: frozenset[str]
    organisation_nouns: frozenset[str]
    person_nouns: frozenset[str]
    place_heads_of: frozenset[str]
    well_known: frozenset[str]
    companies: frozenset[str]
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
    bodies_abroad: frozenset[str]
    people_who_join: frozenset[str]
    no_actors_alone: frozenset[str]
    vessels: frozenset[str]
    district_bodies: frozenset[str]
    openers: frozenset[str]
    crowds: frozenset[str]
    armed_opponents: frozenset[str]
    adjective_tails: frozenset[str]
    venues: frozenset[str]
    paired_lands: frozenset[str]
    branch_lands: frozenset[str]
    bodies_in_lands: frozenset[str]
    club_openers: frozenset[str]
    of_bodies: frozenset[str]
    alone: frozenset[str]
    measures: frozenset[str]
    well_known_persons: frozenset[str]
    nicknames: dict[str, str]
    club_nouns: frozenset[str]
    company_belongings: frozenset[str]
    company_shares: frozenset[str]
    company_deals: frozenset[str]
    share_moves: frozenset[str]
    led_bodies: frozenset[str]
    apposed_trades: frozenset[str]
    seats: frozenset[str]
    partisans: frozenset[str]
    field_offices: frozenset[str]
    posts_of: frozenset[str]
    houses_of_saints: frozenset[str]
    saints: frozenset[str]
    opens_names: frozenset[str]
    held_in: frozenset[str]
    schools: frozenset[str]
    firms_go_on: frozenset[str]
    illnesses: frozenset[str]
    posts_of_places: frozenset[str]
    company_tails: frozenset[str]
    vague_openers: frozenset[str]
    generic_tails: frozenset[str]
    business_tails: frozenset[str]
    party_adjectives: frozenset[str]
    party_tails: frozenset[str]
    post_nominals: frozenset[str]
    daily_openers: frozenset[str]
    made_things: frozenset[str]
    second_syllables: frozenset[str]
    national_openers: frozenset[str]
    makers_of_no_goods: frozenset[str]
    ways_between_clubs: frozenset[str]
    post_adjectives: frozenset[str]
    trade_tails: frozenset[str]
    run_places: frozenset[str]
    names_too: frozenset[str]
    money_rounds: frozenset[str]
    district_authorities: frozenset[str]
    planets: frozenset[str]
    of_the_sky: frozenset[str]
    dailies_abroad: frozenset[str]
    articles_abroad: frozenset[str]
    short_forms: dict[str, str]
    common: frozenset[str]
    given: dict[str, str]
    surnames: frozenset[str]
    map: Gazetteer


ENTRIES = {
    "belief": "people-of-belief",
    "parties": "parties-by-people",
    "speech": "speech-verbs",
    "human": "human-verbs",
    "well_known": "well-known-organisations",
    "indices": "market-indices",
}
"""Entries of the lexicon whose ids are not the field's name with hyphens."""


@lru_cache(maxsize=1)
def words() -> Words:
    """All sets, read once."""
    return Words._make(_read(field) for field in Words._fields)


def _read(field: str) -> object:
    """The value of one field."""
    lexicon = lexicons.load("names")
    match field:
        case "person_nouns":
            trades = lexicons.words("titles", "professions") - lexicons.words("names", "trades-of-firms")
            return lexicon.words("person-nouns") | trades
        case "short_forms":
            return lexicon.entry("short-forms").fields["full"]
        case "nicknames":
            return lexicon.entry("nicknames").fields["full"]
        case "common":
            return frozenset(lexicons.lines("common-words.txt"))
        case "given":
            return dict(line.split("\t") for line in lexicons.lines("given-names.txt", "any"))
        case "surnames":
            return frozenset(lexicons.lines("surnames.txt", "any"))
        case "companies":
            return frozenset(lexicons.lines("companies.txt", "any"))
        case "of_places":
            return lexicon.words("place-nouns") | lexicon.words("of-places")
        case "map":
            return gazetteer()
    return lexicon.words(ENTRIES.get(field, field.replace("_", "-")))
