"""The cue lexicon in the form the room asks it: rules by verb lemma, and sets of nouns."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefbook.lexicons import Entry, load

VERB_CLASSES = frozenset({"open", "clause", "thing", "name", "quote", "comment"})


class Rule(NamedTuple):
    """What one verb needs to be a cue.

    Attributes:
        kind: `open`, `clause`, `thing`, `name`, `quote` or `comment` (see the lexicon's `about`).
        particles: One of these must hang on the verb; empty when none is needed.
        objects: The object must be one of these; empty when any will do.
        adjectives: One of these must complement the verb ("make clear").
        denial: The verb itself denies.
        person: Only persons and bodies can be its subject, no document or finding.
        that: The clause must open with "that".
        matter: The object must be a matter, no people ("dismissed the claim", not "dismissed 40 officials").
    """

    kind: str
    particles: frozenset[str]
    objects: frozenset[str]
    adjectives: frozenset[str]
    denial: bool
    person: bool
    that: bool
    matter: bool


class SpeechLexicon(NamedTuple):
    """Rules by verb lemma, and the noun sets."""

    rules: dict[str, tuple[Rule, ...]]
    human: frozenset[str]
    documents: frozenset[str]
    releases: frozenset[str]
    not_according: frozenset[str]
    trying: frozenset[str]
    nothing: frozenset[str]
    message_nouns: frozenset[str]
    viewpoints: frozenset[str]
    media: frozenset[str]
    addressing: frozenset[str]
    disputing: frozenset[str]
    bare: frozenset[str]


@lru_cache(maxsize=1)
def speech() -> SpeechLexicon:
    """The English cue lexicon, read once."""
    lexicon = load("speech")
    rules: dict[str, list[Rule]] = {}
    for entry in lexicon.entries:
        if entry.fields.get("class") in VERB_CLASSES:
            for word in entry.words:
                rules.setdefault(word, []).append(_rule(entry))
    return SpeechLexicon(
        rules={word: tuple(found) for word, found in rules.items()},
        human=lexicon.words("human-nouns"),
        documents=lexicon.words("documents"),
        releases=lexicon.words("releases"),
        not_according=lexicon.words("not-according"),
        trying=lexicon.words("stand-ins"),
        nothing=lexicon.words("nothing-said"),
        message_nouns=lexicon.words("messages"),
        viewpoints=lexicon.words("viewpoints"),
        media=lexicon.words("media-nouns"),
        addressing=lexicon.words("addressing"),
        disputing=lexicon.words("disputing"),
        bare=lexicon.words("bare-complements"),
    )


def _rule(entry: Entry) -> Rule:
    fields = entry.fields
    return Rule(
        kind=fields["class"],
        particles=frozenset(fields.get("with", ())),
        objects=frozenset(fields.get("objects", ())),
        adjectives=frozenset(fields.get("adjectives", ())),
        denial=bool(fields.get("denial", False)),
        person=fields.get("subject") == "person",
        that=bool(fields.get("that", False)),
        matter=fields.get("object") == "matter",
    )


@lru_cache(maxsize=1)
def organisation_nouns() -> frozenset[str]:
    """Nouns that describe an organisation ("the agency")."""
    return load("titles").words("organisation-nouns")


@lru_cache(maxsize=1)
def businesses() -> frozenset[str]:
    """Nouns for organisations that fit no public body ("airline")."""
    return load("descriptions").words("businesses")


@lru_cache(maxsize=1)
def public_heads() -> frozenset[str]:
    """Words in the names of public bodies ("authority")."""
    return load("descriptions").words("public-heads")


@lru_cache(maxsize=1)
def people_endings() -> tuple[str, ...]:
    """Endings of nouns for people who do something ("welder")."""
    return tuple(sorted(load("speakers").words("people-endings")))


@lru_cache(maxsize=1)
def parts() -> frozenset[str]:
    """Nouns for a part of an organisation ("unit")."""
    return load("role_phrases").words("part-of")
