"""What is known of the persons of an article when a pronoun is to be resolved: their gender, by name and by title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.actors.forms import folded
from briefbook.extract.actors.words import words
from briefbook.model import Actor, ActorKind


def genders(references: References) -> dict[str, str]:
    """Actor id -> "m" or "f", for the persons whose titles, honorifics or given names tell."""
    found = {}
    for actor in references.actors:
        if actor.kind is ActorKind.PERSON and (gender := _by_title(references, actor) or _by_name(actor)):
            found[actor.id] = gender
    return found


def _by_title(references: References, actor: Actor) -> str | None:
    """By the words before the name and in the roles."""
    seen = Counter[str]()
    for role in actor.roles:
        seen.update(_gendered((role.title or "").lower().split()))
    for mention in actor.mentions:
        span = references.document.token_range(mention.citation)
        if span is not None:
            seen.update(_gendered(_beside(references.document, *span)))
    return max(sorted(seen), key=lambda gender: seen[gender]) if seen else None


def _beside(document: AnalysedDocument, first: int, last: int) -> Iterator[str]:
    """The word before a name, and the nouns set beside it by a comma ("Laine's wife, Sari,", "Sari, his wife,")."""
    block = document.tokens[first].block
    before = [t for t in document.tokens[max(0, first - 2) : first] if t.block == block]
    if before:
        yield before[-1].lower
    head = document.tokens[last - 1]
    while head.dep == "appos" and head.head < head.index:
        head = document.tokens[head.head]
        yield head.lower  # "Laine's wife, Sari,", "her husband, the engineer Obi Holt,"
    after = document.tokens[last : last + BESIDE]
    if after and after[0].text == ",":
        stop = next((n for n, t in enumerate(after[1:], 1) if t.text == "," or t.pos in ("VERB", "AUX")), 0)
        if stop > 1 and after[stop - 1].pos == "NOUN" and after[stop - 1].block == block:
            yield after[stop - 1].lower


BESIDE = 6
"""Tokens behind a name in which its description may stand, commas and all."""


def _gendered(spoken: Iterable[str]) -> list[str]:
    male, female = gender_words()
    return ["m" if word in male else "f" for word in spoken if word in male or word in female]


@lru_cache(maxsize=1)
def gender_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words for men and for women, in small letters."""
    of = lexicons.load("descriptions").words
    return of("male-words"), of("female-words")


def _by_name(actor: Actor) -> str | None:
    """By the given name; a surname alone tells nothing."""
    names = [name for name in (actor.name, *actor.aliases) if len(name.split()) > 1]
    if not names:
        return None
    first = _plain(names[0].split()[0])
    gender = words().given.get(first) or words().given.get(first.partition("-")[0])
    return gender if gender in ("m", "f") else None


def _plain(word: str) -> str:
    return (
        folded(word).capitalize()
        if "-" not in word
        else "-".join(part.capitalize() for part in folded(word).split("-"))
    )
