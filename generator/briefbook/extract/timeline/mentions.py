"""Sentences that speak of an event told before: "the deal" after a firm bought a mill, "the killing" after one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.timeline.choice import in_quotation
from briefbook.extract.timeline.event import Event
from briefbook.extract.timeline.firmness import lemmas
from briefbook.extract.timeline.sameness import stem, told_event, verbs_of

POINTING = frozenset({"the", "this", "that", "these", "those"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
OTHERWISE = frozenset({"amod", "nummod", "compound", "nmod", "poss", "relcl", "acl"})
"""A noun with such a word beside it may be another one ("the earlier deal", "the deal struck in 2019")."""

LEAD_EVENTS = 6
NEAR_EVENTS = 6
MOST = 10
"""An event is looked for among so many first ones and so many told just before; so many more sentences it can have."""


def with_mentions(document: AnalysedDocument, found: list[Event]) -> list[Event]:
    """The events, in order of text, with the sentences added that take them up by a noun with "the" or "this"."""
    told = [told_event(document, event.clause) for event in found]
    more: dict[int, list[int]] = {}
    for token in _taking_up(document):
        index = _meant(found, told, token)
        if index is not None:
            more.setdefault(index, []).append(token.sentence)
    return [_with(document, event, more.get(index, [])) for index, event in enumerate(found)]


def _taking_up(document: AnalysedDocument) -> Iterator[Token]:
    """The nouns that speak of an event as known."""
    nouns = verbs_of().keys() | lemmas("event-nouns")
    for token in document.tokens:
        if token.pos != "NOUN" or token.lemma not in nouns or token.dep not in ARGUMENTS:
            continue
        if in_quotation(document, token):
            continue
        beside = document.dependents(token.index)
        if any(t.lower in POINTING for t in beside) and not any(t.dep in OTHERWISE for t in beside):
            yield token


def _meant(found: list[Event], told: list[frozenset[str]], noun: Token) -> int | None:
    """The event told before the noun that it speaks of, the nearest first, else one of the news."""
    before = [i for i, event in enumerate(found) if event.sentences[0].index < noun.sentence]
    names = {stem(noun.lemma)} | {stem(verb) for verb in verbs_of().get(noun.lemma, ())}
    near = [*reversed(before[-NEAR_EVENTS:]), *before[:LEAD_EVENTS]]
    return next((i for i in near if names & {stem(word) for word in told[i]}), None)


def _with(document: AnalysedDocument, event: Event, sentences: list[int]) -> Event:
    known = {sentence.index for sentence in event.sentences}
    new = [index for index in dict.fromkeys(sentences) if index not in known][:MOST]
    return replace(event, sentences=(*event.sentences, *(document.sentences[index] for index in new)))
