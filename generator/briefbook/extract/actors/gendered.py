"""What "his", "her", "he" and "its" near a name tell of its kind: "Lindqvist announced her candidacy" names a person."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

HUMAN = frozenset({"he", "she", "his", "her", "hers", "him", "himself", "herself"})
THING = frozenset({"its", "itself"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»"})
REACH = 14
"""Tokens behind the name in which the pronoun may stand."""
OPENING = 6
"""Tokens in which a pronoun that looks ahead ("During his term, NAME ...") opens its sentence."""


def pronoun_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """Evidence from a pronoun that the subject's own sentence, or the opening of the next, ties to it."""
    votes, tokens = Votes(), document.tokens
    head = tokens[candidate.last - 1]
    if candidate.last - candidate.first > 3 or head.dep not in SUBJECTS:
        return votes
    sentence = document.sentences[head.sentence]
    pronoun = _bound(document, candidate, sentence.last)
    if pronoun in HUMAN:
        votes[Kind.PERSON] += 2.5
    elif pronoun in THING:
        votes[Kind.PERSON] -= 1.5
    if pronoun is None and _looks_ahead(document, candidate, sentence.first):
        votes[Kind.PERSON] += 1.5
    if pronoun is None and _goes_on(document, head, sentence.last):
        votes[Kind.PERSON] += 1.5
    return votes


def _bound(document: AnalysedDocument, candidate: Candidate, last: int) -> str | None:
    """The first pronoun behind the name, with no other name, subject or quotation between."""
    for token in document.tokens[candidate.last : min(last, candidate.last + REACH)]:
        if token.lower in HUMAN or token.lower in THING:
            return token.lower
        if token.pos == "PROPN" and token.entity in ("PERSON", "ORG", "GPE", "NORP") or token.text in QUOTES:
            return None
        if token.dep in SUBJECTS and token.lower not in ("who", "which", "that"):
            return None
    return None


def _looks_ahead(document: AnalysedDocument, candidate: Candidate, first: int) -> bool:
    """ "During his term, NAME ...": a possessive in the opening phrase, and no other name before this one."""
    before = document.tokens[first : candidate.first]
    return (
        0 < len(before) <= OPENING + 6
        and before[0].pos in ("ADP", "SCONJ")
        and any(token.lower in ("his", "her") for token in before[:OPENING])
        and not any(token.pos == "PROPN" or token.dep in SUBJECTS for token in before)
    )


def _goes_on(document: AnalysedDocument, head: Token, last: int) -> bool:
    """Does "He" or "She" open the next sentence as its subject, and was this the main subject of its own?"""
    tokens = document.tokens
    if last + 1 >= len(tokens) or tokens[last].block != head.block:
        return False
    governor = tokens[head.head]
    return governor.dep == "ROOT" and tokens[last].lower in ("he", "she") and _alone(document, head)


def _alone(document: AnalysedDocument, head: Token) -> bool:
    """Is it the only name of its sentence that can be a person?"""
    sentence = document.sentences[head.sentence]
    return not any(
        token.entity == "PERSON" or token.cased in words().posts
        for token in document.tokens[sentence.first : sentence.last]
        if token.index != head.index and token.pos == "PROPN"
    )
