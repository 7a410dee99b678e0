"""Does the sentence speak of the past or of the future where a time expression stands?

News without a year or week ("on Friday", "in March") is read by the verb that governs the time: past tense looks
back, a modal, a plan or a present tense with a day looks ahead.  The verb is found by walking up the parse.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Token


class Tense(StrEnum):
    """Where the governing clause looks."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Reading(NamedTuple):
    """A tense and the words that show it ("will open"), or ""."""

    tense: Tense
    cue: str


UNKNOWN = Reading(Tense.UNKNOWN, "")


@lru_cache(maxsize=8)
def _words(id: str) -> frozenset[str]:
    return lexicons.load("calendar_tense").words(id)


def tense_at(document: AnalysedDocument, first: int, last: int) -> Reading:
    """The tense that governs tokens [first, last)."""
    top = _top(document, first, last)
    before = document.tokens[first - 1] if first > document.sentences[top.sentence].first else None
    if before is not None and before.lower in _words("past-prepositions"):
        return Reading(Tense.PAST, before.lower)
    reading = _climb(document, top)
    ahead = before is not None and _looks_ahead(document, before)
    if ahead and before is not None and not _only_then(document, before, reading):
        return Reading(Tense.FUTURE, before.lower)
    return reading


def _top(document: AnalysedDocument, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    for index in range(first, last):
        token = document.tokens[index]
        if not first <= token.head < last or token.head == index:
            return token
    return document.tokens[first]


def _looks_ahead(document: AnalysedDocument, before: Token) -> bool:
    """"until", "by", "ahead of" before the expression."""
    word = before.lower
    if word == "of" and before.index:
        word = document.tokens[before.index - 1].lower
    return word in _words("future-prepositions") and before.dep not in ("agent",)


def _only_then(document: AnalysedDocument, before: Token, reading: Reading) -> bool:
    """"not until Friday" and "had filed by Friday" tell of the past all the same."""
    if before.lower == "by":
        return reading.tense is Tense.PAST
    if before.lower in ("until", "till") and reading.tense is Tense.PAST:
        return any(t.dep == "neg" or t.lower == "only" for t in document.tokens[max(0, before.index - 4) : before.index])
    return False


def _climb(document: AnalysedDocument, token: Token) -> Reading:
    """The tense of the nearest verb above that has one."""
    weak = UNKNOWN
    for step, above in enumerate([token, *document.ancestors(token.index)]):
        if step > 12:
            break
        if above.lemma in _words("future-heads") and step and (above.tag in ("VBN", "JJ") or above.pos == "ADJ"):
            if above.tag != "VBN" or not _is_active(document, above):
                return Reading(Tense.FUTURE, above.lower)
        if above.pos in ("VERB", "AUX"):
            reading = verb_tense(document, above)
            if reading.tense is not Tense.UNKNOWN:
                return reading
    return weak


def _is_active(document: AnalysedDocument, verb: Token) -> bool:
    """A perfect ("had planned") rather than a passive ("is planned")."""
    children = [document.tokens[i] for i in document.children[verb.index]]
    return any(c.lemma == "have" and c.dep == "aux" for c in children) and not any(c.dep == "auxpass" for c in children)


def verb_tense(document: AnalysedDocument, verb: Token) -> Reading:
    """The tense of a verb with its auxiliaries; unknown for a participle or infinitive that a higher verb decides."""
    helpers = [t for t in (document.tokens[i] for i in document.children[verb.index]) if t.dep in ("aux", "auxpass")]
    cue = " ".join(t.lower for t in sorted([*helpers, verb]))
    for helper in helpers:
        if helper.lower in _words("future-modals") and helper.tag == "MD":
            return _modal(helpers, helper, cue)
    if any(h.tag == "VBD" for h in helpers) or verb.tag == "VBD":
        return Reading(Tense.PAST, cue)
    if any(h.lemma == "have" and h.tag in ("VBP", "VBZ") for h in helpers):
        return Reading(Tense.PAST, cue)
    if any(h.lower == "to" for h in helpers) and verb.tag == "VB":
        return _infinitive(document, verb, cue)
    if verb.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers):
        return Reading(Tense.PRESENT, cue)
    return UNKNOWN


def _modal(helpers: list[Token], modal: Token, cue: str) -> Reading:
    """"will open" looks ahead; "may have opened" and "could not find" look back."""
    if any(h.lemma == "have" and h.index > modal.index for h in helpers):
        return Reading(Tense.PAST, cue)
    return Reading(Tense.PAST if modal.lower == "could" else Tense.FUTURE, cue)


def _infinitive(document: AnalysedDocument, verb: Token, cue: str) -> Reading:
    """"to open": ahead, unless a verb like "managed" says that it happened."""
    above = document.tokens[verb.head]
    if verb.dep in ("xcomp", "ccomp", "advcl") and above.lemma in _words("past-implicatives"):
        return verb_tense(document, above)
    return Reading(Tense.FUTURE, cue)
