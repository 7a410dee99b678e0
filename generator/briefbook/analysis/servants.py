"""Somebody's unnamed spokesman, lawyer or aide as the one whom a sentence is about."""

from __future__ import annotations

from functools import lru_cache

from briefbook.analysis.document import Token
from briefbook.analysis.references import References
from briefbook.lexicons import load


@lru_cache(maxsize=1)
def _servants() -> frozenset[str]:
    return load("titles").words("servants")


def servant_spoken_of(references: References, sentence: int, pronoun: Token) -> int | None:
    """The noun in "Asked about it, his spokesman laughed.", where "he" can mean him; none that an actor is known by."""
    document = references.document
    inside = document.sentences[sentence]
    for token in document.tokens[inside.first : inside.last]:
        if token.dep != "nsubj" or token.tag != "NN" or token.lower not in _servants():
            continue
        kids = [document.tokens[i] for i in document.children[token.index]]
        verb = document.tokens[token.head]
        owned = any(t.dep == "poss" for t in kids) and all(t.dep != "appos" for t in kids)
        other = "man" if pronoun.lower in ("she", "her") else "woman"
        gendered = token.lower.endswith(other) and (other == "woman" or not token.lower.endswith("woman"))
        if owned and verb.head == verb.index and references.at(token.index) is None and not gendered:
            return token.index
    return None
