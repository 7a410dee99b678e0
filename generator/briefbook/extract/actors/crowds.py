"""Find groups that have no name, only a description, and that the article is about: "asylum seekers", "the rebels".

A group is an actor only where a reader would look it up: it is brought in by the first sentences, spoken of again, and
does something itself.  Armed opponents ("pro-Norland separatists") need no place in the first sentences.  Officials,
residents, voters, supporters and the like are never actors: they speak for others, or for nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import FINITE
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

LEAD = 3
"""Sentences with a finite verb, the headline among them, that say what the article is about."""
MODIFIERS = frozenset({"compound", "amod", "nmod", "punct"})
QUANTITIES = frozenset(
    {"many", "several", "few", "some", "various", "numerous", "countless", "most", "such", "certain"}
)
SELDOM = 4
"""A description that fewer than one in so many mentions bears is not the name of a group."""
WHICH = 3
"""Most words before the noun that say which group it is."""


@dataclass(slots=True)
class Crowd:
    """All mentions by one noun; `full` are the descriptions that say which, in order of appearance."""

    mentions: list[Candidate] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    acting: bool = False


def find_crowds(document: AnalysedDocument, entities: Iterable[Entity]) -> list[Entity]:
    """One entity for each group that matters, with all its mentions; none that overlaps another actor."""
    named = [entity for entity in entities if entity.kind is not Kind.PEOPLE]
    taken = {i for entity in named for mention in entity.mentions for i in range(mention.first, mention.last)}
    found: dict[str, Crowd] = defaultdict(Crowd)
    nouns = words().crowds | words().armed_opponents
    for token in document.tokens:
        if token.lower in nouns and token.pos == "NOUN" and token.dep != "compound":
            first = _first(document, token)
            if taken.isdisjoint(range(first, token.index + 1)):  # "Alderco miners" are Alderco's
                _add(document, found[token.lower], first, token)
    lead = _lead(document)
    return [_entity(crowd) for noun, crowd in found.items() if _matters(crowd, noun in words().armed_opponents, lead)]


def _lead(document: AnalysedDocument) -> int:
    """The first token behind the sentences that say what the article is about; bylines and captions don't count."""
    told = 0
    for sentence in document.sentences:
        told += any(token.tag in FINITE for token in document.tokens[sentence.first : sentence.last])
        if told == LEAD:
            return sentence.last
    return len(document.tokens)


def _acts(document: AnalysedDocument, token: Token) -> bool:
    """Subject, also of a passive, or agent."""
    return token.dep in ("nsubj", "nsubjpass") or document.tokens[token.head].dep == "agent"


def _add(document: AnalysedDocument, crowd: Crowd, first: int, token: Token) -> None:
    text = document.cased_text(first, token.index + 1)
    crowd.mentions.append(Candidate(first, token.index + 1, text))
    if first < token.index and text.lower() not in (full.lower() for full in crowd.full):
        crowd.full.append(text)
    crowd.acting |= _acts(document, token)


def _first(document: AnalysedDocument, token: Token) -> int:
    """Where the words begin that say which group it is; numbers, quantities and participles say nothing."""
    tokens, first = document.tokens, token.index
    while token.index - first < WHICH and first > 0:
        before = tokens[first - 1]
        if before.sentence != token.sentence or before.dep not in MODIFIERS or before.head > token.index:
            break
        if before.pos not in ("NOUN", "ADJ", "PROPN", "PUNCT") or before.lower in words().not_which:
            break
        if before.tag in ("JJR", "JJS", "RBR") or before.lower in QUANTITIES:
            break  # "Later rebels fled"
        first -= 1
    while first < token.index and tokens[first].pos == "PUNCT":
        first += 1
    if first and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        return token.index  # "third-party developers"
    return first


def _matters(crowd: Crowd, armed: bool, lead: int) -> bool:
    """Is it spoken of more than once, does it act, and is the article about it?"""
    if len(crowd.mentions) < 2 or len(crowd.full) > 1 and not armed:
        return False
    early = crowd.mentions[0].first < lead
    return bool(crowd.full) and (crowd.acting or early) if armed else crowd.acting and early


def _entity(crowd: Crowd) -> Entity:
    """The group by the first description that says which it is, else by the noun alone."""
    forms: dict[str, Form] = {}
    for mention in crowd.mentions:
        key = mention.text.lower()
        forms.setdefault(key, Form(key, mention.text, Votes(), kind=Kind.ORGANISATION)).mentions.append(mention)
    name = crowd.full[0].lower() if crowd.full else ""
    if name and SELDOM * len(forms[name].mentions) < len(crowd.mentions) and crowd.mentions[-1].text.lower() != name:
        name = name.split()[-1]  # "white police" once among many is "police"
    ordered = sorted(forms.values(), key=lambda form: (form.key != name, form.mentions[0].first))
    return Entity(Kind.ORGANISATION, ordered, described=True, crowd=True)
