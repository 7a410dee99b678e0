"""Which verb's event a time expression dates."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.timeline.firmness import lemmas


def governor(document: AnalysedDocument, span: tuple[int, int], verbs: set[int]) -> tuple[int | None, int]:
    """The verb whose event the expression dates, and how many other words govern it first; None when it dates none."""
    here = top = _top(document, span)
    bare = top.dep in (
        "npadvmod",
        "advmod",
    )  # "to officials next week": no noun is dated by a time without preposition
    between = 0
    for _ in range(12):
        if here.index in verbs:
            return here.index, between
        if here.head == here.index:
            return None, between
        above = document.tokens[here.head]
        if here.pos in ("NOUN", "PROPN", "ADJ") and here.dep != "acomp" and not span[0] <= here.index < span[1]:
            between += 1
            if not bare and (between > 1 or not _tells_for_verb(document, here, span)):
                return None, between
        here = above
    return None, between


def _top(document: AnalysedDocument, span: tuple[int, int]) -> Token:
    """The token of the expression whose head lies outside it; not the article of "the summer festival"."""
    outer = [t for t in document.tokens[span[0] : span[1]] if not span[0] <= t.head < span[1] or t.head == t.index]
    return next((t for t in outer if t.dep != "det"), document.tokens[span[0]])


def _tells_for_verb(document: AnalysedDocument, noun: Token, span: tuple[int, int]) -> bool:
    """Is a noun's time that of the verb: "ended a call in May", "Friday's talks failed", not "spoke about a May call"?"""
    top = _top(document, span)
    within = top.dep in ("compound", "poss", "nmod", "nummod", "amod")
    if noun.dep == "pobj":
        return _is_occasion(document, noun)
    if noun.dep in ("nsubj", "nsubjpass", "attr"):
        return not within or noun.lemma in lemmas("event-nouns") | lemmas("plans") or noun.lemma.endswith("ing")
    if top.dep in ("compound", "nmod", "amod") and top.pos == "NOUN":
        return False  # "opened the summer festival"
    return noun.dep == "dobj" and (not within or document.tokens[noun.head].lemma in lemmas("light"))


def _is_occasion(document: AnalysedDocument, noun: Token) -> bool:
    """ "Unveiled at a ceremony in Brest on May 3": the day of the occasion is that of what was done at it."""
    preposition = document.tokens[noun.head]
    above = document.tokens[preposition.head]
    told = preposition.lower in OCCASION and above.pos == "VERB"
    if told and above.lemma in lemmas("speech") | lemmas("announcing"):
        return noun.lemma in lemmas("said-in") | lemmas("event-nouns")
    set_for = preposition.lower == "for" and above.lemma in lemmas("planning") | lemmas("foretelling") | {"set"}
    return (told or set_for) and (noun.lemma in lemmas("event-nouns") | lemmas("plans") or noun.lemma.endswith("ing"))


OCCASION = frozenset({"at", "during", "in"})


def is_compared(document: AnalysedDocument, span: tuple[int, int]) -> bool:
    """ "Rose to 48 million from 43 million a year earlier": the time of what the new figure is compared with."""
    here = document.tokens[span[0]]
    for _ in range(6):
        if here.lower in COMPARING and here.dep == "prep":
            objects = [i for i in document.children[here.index] if document.tokens[i].dep == "pobj"]
            return any(not span[0] <= i < span[1] and _is_amount(document, document.tokens[i]) for i in objects)
        if here.head == here.index:
            break
        here = document.tokens[here.head]
    return False


COMPARING = frozenset({"from", "against", "versus", "than", "with", "to"})


def _is_amount(document: AnalysedDocument, token: Token) -> bool:
    return token.pos == "NUM" or any(document.tokens[i].dep == "nummod" for i in document.children[token.index])
