"""Find organisations that have no name here, only a description that says which: "the town council", "the port authority".

They are actors only where they act (subject of a verb of saying, deciding and the like, or agent of a passive), so that
"the council chamber" and "a committee" are none.  A later plain "the council" is resolved by `descriptions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "punct"})


def find_unnamed(document: AnalysedDocument, entities: list[Entity]) -> list[Entity]:
    """One entity for each such description, with all its mentions; none that overlaps a name."""
    taken = {i for entity in entities for mention in entity.mentions for i in range(mention.first, mention.last)}
    known = {form.text.lower() for entity in entities for form in entity.forms}
    found: dict[str, Entity] = {}
    acting: set[str] = set()
    bodies = words().bodies
    for token in document.tokens:
        is_body = token.lower in bodies or token.lower == "office" and _of_post(document, token)
        if not is_body or token.tag != "NN" or token.index in taken:
            continue
        first = _first(document, token)
        if first is None or not taken.isdisjoint(range(first, token.index + 1)):
            continue
        if _is_owned_by_place(document.tokens[first : token.index]):
            continue
        text = document.cased_text(first, token.index + 1)
        if text.lower() in known:
            continue
        entity = found.setdefault(text.lower(), Entity(Kind.ORGANISATION, [], described=True))
        if not entity.forms:
            entity.forms.append(Form(text.lower(), text, Votes(), kind=Kind.ORGANISATION))
        entity.forms[0].mentions.append(Candidate(first, token.index + 1, text))
        if _acts(document, token):
            acting.add(text.lower())
    return [entity for key, entity in found.items() if key in acting]


def _of_post(document: AnalysedDocument, token: Token) -> bool:
    """ "the mayor's office", "the prosecutor general's office"."""
    mark = document.tokens[token.index - 1]
    owner = document.tokens[token.index - 2]
    post = owner.lower in words().person_nouns and owner.text.islower()
    return mark.text in ("'s", "’s") and mark.sentence == token.sentence and post


def _is_owned_by_place(before: Sequence[Token]) -> bool:
    """ "the city's police department" does not say which; "the prosecutor's office" does."""
    return any(
        mark.text in ("'s", "’s") and owner.lower not in words().person_nouns for owner, mark in pairwise(before)
    )


def _first(document: AnalysedDocument, token: Token) -> int | None:
    """Where the description begins, without its article; None when it does not say which or is indefinite."""
    first = token.index
    while (
        first > 0
        and document.tokens[first - 1].sentence == token.sentence
        and _modifies(document.tokens[first - 1], token)
    ):
        first -= 1
    before = document.tokens[first - 1] if first else None
    definite = before is not None and before.sentence == token.sentence and before.lower == "the"
    return first if first < token.index and definite and token.index - first <= 3 else None


def _modifies(before: Token, token: Token) -> bool:
    if before.dep not in MODIFIERS or before.pos not in ("NOUN", "ADJ", "PROPN", "PART", "PUNCT"):
        return False
    return before.lower not in words().not_which and before.head <= token.index


def _acts(document: AnalysedDocument, token: Token) -> bool:
    """Subject of a verb of saying or will, agent of a passive, one who is told, or one whom somebody speaks for."""
    governor = document.tokens[token.head]
    if token.dep == "nsubj":
        return governor.lemma in words().speech or governor.lemma in words().acts
    if token.dep in ("dobj", "dative"):
        return governor.lemma in ("tell", "ask", "urge", "accuse", "inform", "sue")
    if token.dep != "pobj":
        return False
    return (
        governor.dep == "agent" or governor.lower in ("for", "of", "at") and _speaks_for(document.tokens[governor.head])
    )


def _speaks_for(token: Token) -> bool:
    return token.lower in words().person_nouns
