"""The tense of one verb with its auxiliaries: what it looks back to, ahead to, or leaves open."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import is_unmarked_past


class Tense(StrEnum):
    """Where the governing clause looks."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Reading(NamedTuple):
    """A tense and the words that show it ("will open"), or "".

    `direct` when no noun stands between verb and time; `perfect` for "has announced", which goes with no past time;
    `open` for what was planned and called off ("the march planned for Friday was banned"): it can look either way.
    """

    tense: Tense
    cue: str
    direct: bool = True
    perfect: bool = False
    open: bool = False


UNKNOWN = Reading(Tense.UNKNOWN, "")


@lru_cache(maxsize=16)
def tense_words(id: str) -> frozenset[str]:
    """The words of one entry of the lexicon of tenses."""
    return lexicons.load("calendar_tense").words(id)


def is_active(document: AnalysedDocument, verb: Token) -> bool:
    """A perfect ("had planned") rather than a passive ("is planned")."""
    children = [document.tokens[i] for i in document.children[verb.index]]
    return any(c.lemma == "have" and c.dep == "aux" for c in children) and not any(c.dep == "auxpass" for c in children)


def verb_tense(document: AnalysedDocument, verb: Token) -> Reading:
    """The tense of a verb with its auxiliaries; unknown for a participle or infinitive that a higher verb decides."""
    helpers = [t for t in (document.tokens[i] for i in document.children[verb.index]) if t.dep in ("aux", "auxpass")]
    helpers += [
        document.tokens[i] for h in helpers for i in document.children[h.index] if document.tokens[i].dep == "aux"
    ]
    cue = " ".join(t.lower for t in sorted([*helpers, verb]))
    for helper in helpers:
        if helper.lower in tense_words("future-modals") and helper.tag == "MD":
            return _modal(helpers, helper, cue)
    if any(h.tag == "VBD" for h in helpers) or verb.tag == "VBD" or is_unmarked_past(document, verb):
        return Reading(Tense.PAST, cue)
    if any(h.lemma == "have" and h.tag in ("VBP", "VBZ") for h in helpers):
        invites = verb.lemma in tense_words("inviting")
        return Reading(Tense.FUTURE, cue) if invites else Reading(Tense.PAST, cue, perfect=True)
    if verb.tag == "VBN" and {"to", "have"} <= {h.lower for h in helpers}:
        return _perfect_infinitive(document, verb, cue)
    passive = verb.tag == "VBN" and any(h.tag == "VB" and h.lemma == "be" for h in helpers)
    if any(h.lower == "to" for h in helpers) and (verb.tag == "VB" or passive):
        return _infinitive(document, verb, cue)
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "advcl") and not helpers:
        return Reading(Tense.PAST, cue)
    if verb.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers):
        return Reading(Tense.PRESENT, cue)
    subject = any(document.tokens[i].dep == "nsubj" and i < verb.index for i in document.children[verb.index])
    if verb.tag == "VB" and verb.dep == "ROOT" and subject and not helpers:
        return Reading(Tense.PRESENT, cue)  # "the ministers meet", taken for an infinitive
    return UNKNOWN


def _perfect_infinitive(document: AnalysedDocument, verb: Token, cue: str) -> Reading:
    """ "Is said to have met him" looks back, "hopes to have met him" ahead; "was to have met him" did not come to it."""
    above = document.tokens[verb.head]
    due = above.lemma == "be" or above.lemma in tense_words("future-heads")
    words = [above, *document.dependents(above.index, "aux", "auxpass"), document.tokens[above.head]]
    past = any(t.lower in ("was", "were", "been") for t in words)
    return (
        Reading(Tense.PAST, f"was … {cue}" if due else cue, open=due) if past or not due else Reading(Tense.FUTURE, cue)
    )


def _modal(helpers: list[Token], modal: Token, cue: str) -> Reading:
    """ "will open" looks ahead; "may have opened" and "could not find" look back."""
    if any(h.lemma == "have" and h.index > modal.index for h in helpers):
        return Reading(Tense.PAST, cue)
    return Reading(Tense.PAST if modal.lower == "could" else Tense.FUTURE, cue)


def _infinitive(document: AnalysedDocument, verb: Token, cue: str) -> Reading:
    """ "to open": ahead, unless a verb like "managed" says that it happened; after other verbs in the past, open."""
    above = document.tokens[verb.head]
    if verb.dep in ("xcomp", "ccomp", "advcl") and above.lemma in tense_words("past-implicatives"):
        return verb_tense(document, above)
    if any(
        document.tokens[i].lower == "had"
        for up in islice(document.ancestors(verb.index), 2)
        for i in document.children[up.index]
    ):
        if above.lemma in tense_words("agreeing"):
            return Reading(Tense.PRESENT, cue, direct=False)  # "had agreed to meet on Friday": it can look either way
        due = above.lemma in tense_words("future-heads") and (above.pos == "ADJ" or not is_active(document, above))
        return Reading(Tense.PAST, f"had … {cue}", open=due)
    if above.pos == "ADJ" and above.lemma in tense_words("future-heads") and document.tokens[above.head].tag == "VBD":
        return Reading(Tense.PRESENT, cue, direct=False)  # "was due to start": whether it has started is not told
    if verb.dep == "acl" and above.lemma in tense_words("attempts"):
        return verb_tense(document, document.tokens[above.head])  # "launched a bid to retake it on Sunday"
    past = above.pos == "VERB" and above.index != verb.index and verb_tense(document, above).tense is Tense.PAST
    return Reading(Tense.PRESENT, cue, direct=False) if past else Reading(Tense.FUTURE, cue)
