"""How firmly a verb tells: as done, to come ("is due to open", "is expected to open"), or hedged by what might be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.governors import Effect, governing_effect


@lru_cache(maxsize=64)
def lemmas(id: str) -> frozenset[str]:
    """The lemmas of one entry of the timeline lexicon."""
    return lexicons.load("timeline").words(id)


def due_to(document: AnalysedDocument, verb: Token) -> Token | None:
    """The verb of what is to come, in "is due to open", "are about to sign"."""
    own = (t for due in _due(document, verb) for t in document.dependents(due.index))
    return next((t for t in own if t.dep == "xcomp" and t.pos in ("VERB", "AUX")), None)


def is_foretold(document: AnalysedDocument, verb: Token) -> bool:
    """ "Was due in court on Monday": told of what was to come."""
    return any(True for _ in _due(document, verb))


def _due(document: AnalysedDocument, verb: Token) -> Iterator[Token]:
    own = (t for t in document.dependents(verb.index) if t.dep == "acomp")
    return (t for t in own if governing_effect(document, t.index) is Effect.PLANNED)


def is_forecast(document: AnalysedDocument, verb: Token, helpers: list[Token]) -> bool:
    """ "Is expected to open", "a ruling is expected": no one says it, it is to come."""
    if not any(h.dep == "auxpass" for h in helpers):
        return False
    deps = {child.dep for child in document.dependents(verb.index)}
    return "xcomp" in deps or (verb.lemma in lemmas("foretelling") and "nsubjpass" in deps and "ccomp" not in deps)


def is_hedged(document: AnalysedDocument, verb: Token, helpers: list[Token]) -> bool:
    """Told as possible, denied or on a condition; `helpers` are the verb's auxiliaries and negations."""
    words = {h.lower for h in helpers}
    denied = any(h.dep == "neg" for h in helpers)
    ahead = due_to(document, verb) or verb
    if denied and any(child.lower in ("until", "till") for child in document.dependents(ahead.index)):
        denied = False  # "not due until October", "not due to open until October": in October
    if words & lemmas("hedges") or denied or is_doubted(document, verb):
        return True
    if any(_is_condition(document, t) for t in document.dependents(verb.index)):
        return True
    return _is_inverted(document, verb)


def is_doubted(document: AnalysedDocument, verb: Token) -> bool:
    """ "The two will probably meet", "he allegedly sold it"."""
    return any(t.dep == "advmod" and t.lower in lemmas("doubtful") for t in document.dependents(verb.index))


def _is_condition(document: AnalysedDocument, child: Token) -> bool:
    """ "If" before the verb itself, or before a clause on which it depends ("if it rains, the river will rise")."""
    if child.dep == "mark":
        return child.lower in ("if", "unless", "whether")
    if child.dep != "advcl":
        return False
    marks = (t for t in document.dependents(child.index) if t.dep == "mark" and t.lower in ("if", "unless"))
    return any(document.tokens[t.index - 1].lower not in ("as", "even") for t in marks)


def _is_inverted(document: AnalysedDocument, verb: Token) -> bool:
    """ "Had the dam broken on Sunday, the town would have drowned": a condition without "if"."""
    sentence = document.sentences[verb.sentence]
    opening = document.tokens[sentence.first]
    if opening.lower not in ("had", "were", "should") or opening.index == verb.index:
        return False
    return any(t.tag == "MD" and t.lower in lemmas("hedges") for t in document.sentence_tokens(sentence))
