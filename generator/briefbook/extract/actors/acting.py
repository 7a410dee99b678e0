"""Say where a state or city is spoken of as an actor, and where it is only a location."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.words import words

ACTOR_PREPOSITIONS = frozenset({"by", "with", "against", "between", "among", "for"})


WILL = frozenset(
    {
        "stop",
        "recognise",
        "recognize",
        "sanction",
        "retaliate",
        "negotiate",
        "expel",
        "recall",
        "veto",
        "oppose",
        "back",
        "support",
        "ban",
    }
)
"""What governments do, besides saying."""


def acts(document: AnalysedDocument, mention: Candidate) -> bool:
    """Is the state spoken of as one who acts: subject, agent, partner or possessor, not a location?"""
    token = _head(document, mention)
    while token.dep == "conj":
        token = document.tokens[token.head]
    governor = document.tokens[token.head]
    if token.dep in ("nsubj", "agent"):
        return governor.pos in ("VERB", "AUX")
    if token.dep == "pobj":
        if governor.lower == "of":
            return document.tokens[governor.head].lower in (
                "government",
                "governments",
                "leaders",
                "leader",
                "behalf",
                "part",
                "representatives",
            )
        return governor.lower in ACTOR_PREPOSITIONS
    if token.dep == "dobj":
        return governor.lemma not in ("visit", "leave", "reach", "enter", "tour", "cross", "flee", "hit")
    return (
        token.dep in ("nsubjpass", "dative")
        or token.dep == "poss"
        and governor.lower not in ("capital", "border", "north", "south", "east", "west", "coast")
    )


def is_government(document: AnalysedDocument, mention: Candidate) -> bool:
    """Does a capital stand for its government ("Beijing said")?  Only as the subject of a verb of speech or will."""
    token = _head(document, mention)
    while token.dep == "conj":
        token = document.tokens[token.head]
    governor = document.tokens[token.head]
    kids = document.dependents(governor.index, "aux")
    bidden = any(kid.lower in ("should", "must") for kid in kids)
    return token.dep == "nsubj" and (governor.lemma in words().speech | WILL or bidden)


def _head(document: AnalysedDocument, mention: Candidate) -> Token:
    """The token of the mention that is governed from outside."""
    for i in range(mention.first, mention.last):
        token = document.tokens[i]
        if not mention.first <= token.head < mention.last or token.head == i:
            return token
    return document.tokens[mention.last - 1]
