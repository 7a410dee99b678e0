"""What a governing word does to the event it governs: the lexicon `clauses` laid over the parse."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis.document import AnalysedDocument


class Standing(StrEnum):
    """How real an event is told to be."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    INVITED = "invited"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Effect(StrEnum):
    """What a word does to the event it governs, when the word itself is asserted."""

    OCCURS = "occurs"
    ONGOING = "ongoing"
    ENDED = "ended"
    PLANNED = "planned"
    INVITED = "invited"
    PROPOSED = "proposed"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    HYPOTHETICAL = "hypothetical"


_REAL = (Standing.ACTUAL, Standing.ONGOING)

_ASSERTED = {
    Effect.ONGOING: Standing.ONGOING,
    Effect.ENDED: Standing.ACTUAL,
    Effect.PLANNED: Standing.PLANNED,
    Effect.INVITED: Standing.INVITED,
    Effect.PROPOSED: Standing.PROPOSED,
    Effect.REFUSED: Standing.DENIED,
    Effect.CANCELLED: Standing.CANCELLED,
    Effect.HYPOTHETICAL: Standing.HYPOTHETICAL,
}
"""Effect of a word that is itself told as a fact."""

_DENIED = {
    Effect.REFUSED: Standing.PROPOSED,
    Effect.CANCELLED: Standing.PLANNED,
    Effect.ENDED: Standing.ONGOING,
    Effect.ONGOING: Standing.ACTUAL,
    Effect.HYPOTHETICAL: Standing.HYPOTHETICAL,
}
"""Effect of a word that is itself denied ("did not rule out talks"); else the event is denied too."""

_UNSURE = {Effect.CANCELLED: Standing.PLANNED, Effect.REFUSED: Standing.PLANNED, Effect.ENDED: Standing.ONGOING}
"""Effect of a word that is itself only possible ("may cancel the summit")."""


def compose(governor: Standing, effect: Effect) -> Standing:
    """The standing of an event under a governing word of that standing and effect."""
    if effect is Effect.OCCURS:
        return governor
    if governor in _REAL:
        return _ASSERTED[effect]
    if governor is Standing.DENIED:
        return _DENIED.get(effect, Standing.DENIED)
    if governor in (Standing.PROPOSED, Standing.HYPOTHETICAL):
        return _UNSURE.get(effect, governor)
    if governor is Standing.CANCELLED:
        return Standing.CANCELLED
    future = {Effect.ENDED: Standing.PLANNED}
    return future.get(effect, _ASSERTED[effect])


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Effect]]:
    """Effect by word for verbs (`words`), predicates, modifiers (`adjectives`) and nouns."""
    tables: dict[str, dict[str, Effect]] = {
        "words": {},
        "predicates": {},
        "adjectives": {},
        "nouns": {},
        "reporting": {},
    }
    for entry in lexicons.load("clauses").entries:
        effect = Effect(entry.fields["effect"])
        for word in entry.words:
            tables["words"].setdefault(word, effect)
        if entry.id in ("deny", "doubt", "propose"):
            tables["reporting"].update(dict.fromkeys(entry.words, effect))
        for key in ("predicates", "adjectives", "nouns"):
            for word in entry.fields.get(key, ()):
                tables[key].setdefault(word, effect)
    return tables


def governing_effect(
    document: AnalysedDocument,
    index: int,
    preposition: str | None = None,
    *,
    exact: bool = False,
    reporting: bool = False,
) -> Effect | None:
    """The effect of a verb, its particle and preposition taken into account ("call off", "call for"), or None.

    `exact` accepts only the verb together with `preposition`; `reporting` only verbs that reach into a that-clause.
    """
    words = _tables()["reporting" if reporting else "words"]
    lemma = document.tokens[index].lemma.lower()
    if exact:
        return words.get(f"{lemma} {preposition}")
    for key in _keys(document, index, preposition):
        if key in words:
            return words[key]
    if document.tokens[index].pos == "ADJ" or document.tokens[index].tag in ("VBN", "JJ"):
        return predicate_effect(document, index) if not reporting else None
    return None


_PROGRAMMES = frozenset({"programme", "program", "agenda", "schedule", "diary", "calendar", "itinerary", "timetable"})
"""What a meeting is put on and struck from; the lexicon writes "programme" for them all."""


def _keys(document: AnalysedDocument, index: int, preposition: str | None) -> Iterator[str]:
    """Ways to look a verb up, the most specific first."""
    lemma = document.tokens[index].lemma.lower()
    if preposition:
        yield f"{lemma} {preposition}"
    for child in document.children[index]:
        token = document.tokens[child]
        if (
            token.dep in ("prt", "advmod")
            or (token.dep == "prep" and token.lower == "until")
            or (token.dep == "dobj" and token.lower in ("place", "part"))
        ):
            yield f"{lemma} {token.lower}"
        elif token.dep == "prep" and any(document.tokens[i].lemma in _PROGRAMMES for i in document.children[child]):
            yield f"{lemma} {token.lower} programme"
        elif lemma in ("put", "place") and token.dep == "prep" and token.index + 1 < len(document.tokens):
            yield f"put {token.lower} {document.tokens[token.index + 1].lower}"
    yield lemma


def predicate_effect(document: AnalysedDocument, index: int) -> Effect | None:
    """The effect of a predicate adjective, participle or phrase ("is possible", "are under way")."""
    predicates = _tables()["predicates"]
    phrases = (" ".join(t.lower for t in document.tokens[index : index + size]) for size in (3, 2, 1))
    return next((predicates[phrase] for phrase in phrases if phrase in predicates), None)


def modifier_effect(lemma: str, lower: str) -> Effect | None:
    """The effect of an attributive adjective ("a planned meeting"), or None."""
    adjectives = _tables()["adjectives"]
    return adjectives.get(lower) or adjectives.get(lemma)


def noun_effect(document: AnalysedDocument, index: int) -> Effect | None:
    """The effect of a noun on the event it governs ("a call for talks", "a round of talks"), or None."""
    return _tables()["nouns"].get(document.tokens[index].lemma.lower())
