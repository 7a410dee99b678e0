"""What the grammar around a name tells of its kind: a person noun it stands in apposition to, "led by", an "Its" behind."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

EITHER = frozenset(
    {"owner", "winner", "champion", "rival", "predecessor", "successor", "builder", "partner", "founder"}
)
"""Nouns for persons that companies, clubs and states are called too."""
CLOSERS = frozenset({",", ".", ";", ")", "?", "!", "—", "–"})
POST_REACH = 4
""" "Its", and within so many words a post ("Its new managing director")."""


def grammar_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """Evidence of one mention from the grammar of its sentence and the opening of the next."""
    votes = Votes()
    if _apposed_to_person(document, candidate):
        votes[Kind.PERSON] += 3
    if _leads(document, candidate):
        votes[Kind.PERSON] += 2
    if _has_posts(document, candidate):
        votes[Kind.ORGANISATION] += 4
    return votes


def _is_full(document: AnalysedDocument, candidate: Candidate) -> bool:
    """Two words or more, which the map does not know."""
    return candidate.last - candidate.first > 1 and not words().map.knows(candidate.text)


def _apposed_to_person(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "A ministry spokesman, NAME, said": a noun for persons, a comma, and a name that closes the apposition."""
    tokens, first = document.tokens, candidate.first
    if not _is_full(document, candidate) or first < document.sentences[tokens[first].sentence].first + 2:
        return False
    noun, comma = tokens[first - 2 : first]
    closed = candidate.last == len(tokens) or tokens[candidate.last].text in CLOSERS
    apposed = tokens[candidate.last - 1].dep == "appos" or tokens[candidate.last - 1].head == noun.index
    human = noun.text.islower() and noun.lower in words().person_nouns - EITHER
    return comma.text == "," and closed and apposed and human


def _leads(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "a team led by NAME"."""
    tokens, first = document.tokens, candidate.first
    if not _is_full(document, candidate) or first < document.sentences[tokens[first].sentence].first + 2:
        return False
    verb, by = tokens[first - 2 : first]
    return by.lower == "by" and verb.tag == "VBN" and verb.lemma in ("lead", "head", "chair", "captain", "coach")


def _has_posts(document: AnalysedDocument, candidate: Candidate) -> bool:
    """The subject of a sentence that is followed by "Its chief executive ..." is no person."""
    tokens = document.tokens
    sentence = document.sentences[tokens[candidate.first].sentence]
    if sentence.last >= len(tokens) or tokens[sentence.last].text != "Its":
        return False
    last = tokens[candidate.last - 1]
    subject = tokens[last.head] if last.dep == "appos" else last
    ahead = tokens[sentence.last : sentence.last + POST_REACH + 1]
    return (
        subject.dep in ("nsubj", "nsubjpass")
        and tokens[subject.head].head == subject.head
        and tokens[sentence.last].block == last.block
        and any(token.text.islower() and token.lower in words().person_nouns for token in ahead)
    )
