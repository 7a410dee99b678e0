"""What the grammar around a name tells of its kind: a person noun it stands in apposition to, "led by", an "Its" behind."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

EITHER = frozenset(
    {"owner", "winner", "champion", "rival", "predecessor", "successor", "builder", "partner", "founder"}
)
"""Nouns for persons that companies, clubs and states are called too."""
SEVERAL = frozenset({"two", "three", "both"})
CLOSERS = frozenset({",", ".", ";", ")", "?", "!", "—", "–"})
NOUN_REACH = 5
"""Words behind "NAME, a" in which the noun stands that says what it is."""
POST_REACH = 4
""" "Its", and within so many words a post ("Its new managing director")."""


def grammar_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """Evidence of one mention from the grammar of its sentence and the opening of the next."""
    votes = Votes()
    if _apposed_to_person(document, candidate):
        votes[Kind.PERSON] += 3
    if _leads(document, candidate):
        votes[Kind.PERSON] += 2
    if _leads_round(document, candidate):
        votes[Kind.ORGANISATION] += 4
    if _has_posts(document, candidate):
        votes[Kind.ORGANISATION] += 4
    votes.add(_described_behind(document, candidate))
    return votes


def _described_behind(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """ "NAME, a Berlin start-up,", "NAME, a farmer,", "NAME, a village near Orsa,"."""
    tokens, at = document.tokens, candidate.last
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower not in ("a", "an", "the", *SEVERAL):
        return Votes()
    ahead = tokens[at + 2 : at + 2 + NOUN_REACH]
    noun, lexicon = _head_noun(list(ahead)), words()
    noun = noun.removesuffix("s") if tokens[at + 1].lower in SEVERAL else noun
    if noun in lexicon.apposed_bodies or noun in lexicon.apposed_trades:
        return Votes({Kind.ORGANISATION: 4.0})
    if noun in lexicon.place_nouns:
        return Votes({Kind.PLACE: 4.0})
    return Votes({Kind.PERSON: 3.0}) if noun in lexicon.person_nouns - EITHER else Votes()


def _head_noun(ahead: list[Token]) -> str:
    """The noun that ends the noun phrase, or "" where a verb or preposition comes first."""
    for token, after in zip(ahead, [*ahead[1:], None], strict=True):
        if token.pos in ("VERB", "AUX", "ADP") and token.dep != "amod":
            return ""
        if token.pos == "NOUN" and after is not None and after.text == "-" and token.lower == "start":
            return "start-up"
        if token.pos == "NOUN" and (after is None or after.text == "," or after.pos not in ("NOUN", "PUNCT", "PROPN")):
            return token.lower
    return ""


def _is_full(candidate: Candidate) -> bool:
    """Two words or more, which the map does not know."""
    return candidate.last - candidate.first > 1 and not words().map.knows(candidate.text)


def _apposed_to_person(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "A ministry spokesman, NAME, said": a noun for persons, a comma, and a name that closes the apposition."""
    tokens, first = document.tokens, candidate.first
    if not _is_full(candidate) or first < document.sentences[tokens[first].sentence].first + 2:
        return False
    noun, comma = tokens[first - 2 : first]
    closed = candidate.last == len(tokens) or tokens[candidate.last].text in CLOSERS
    apposed = tokens[candidate.last - 1].dep == "appos" or tokens[candidate.last - 1].head == noun.index
    human = noun.text.islower() and noun.lower in words().person_nouns - EITHER
    return comma.text == "," and closed and apposed and human


def _leads(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "a team led by NAME"."""
    tokens, first = document.tokens, candidate.first
    if not _is_full(candidate) or first < document.sentences[tokens[first].sentence].first + 2:
        return False
    verb, by = tokens[first - 2 : first]
    if tokens[first - 3].lower in words().money_rounds:
        return False
    return by.lower == "by" and verb.tag == "VBN" and verb.lemma in ("lead", "head", "chair", "captain", "coach")


def _leads_round(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "a funding round led by NAME"."""
    before = document.tokens[max(0, candidate.first - 3) : candidate.first]
    spoken = [token.lower for token in before]
    return len(spoken) == 3 and spoken[1:] == ["led", "by"] and spoken[0] in words().money_rounds


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
