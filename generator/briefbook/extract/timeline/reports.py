"""Join the reports of one event: the headline and the lead, "the flight" after a first flight, a clause in a clause."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import AnalysedDocument
from briefbook.extract.timeline.dating import UNDATED
from briefbook.extract.timeline.event import Event, is_headline, opening_sentence, words_of
from briefbook.extract.timeline.firmness import lemmas
from briefbook.extract.timeline.news_days import is_recent
from briefbook.extract.timeline.sameness import named_event, same, told_event, verbs_of
from briefbook.model import EventStatus

LEAD_EVENTS = 10
NEAR_EVENTS = 40
"""A report is looked for among so many first events, which are the news, and so many before it."""


def without_shorter(document: AnalysedDocument, found: list[Event]) -> list[Event]:
    """Leave out what a longer clause of the same sentence tells with the same day ("struck" in "struck and returned")."""
    done: list[Event] = []
    for event in found:
        near = range(max(0, len(done) - NEAR_EVENTS), len(done))
        around = next((n for n in near if _nested(event, done[n])), None)
        if around is None:
            done.append(event)
            continue
        if _same_words(event, done[around]):
            done[around] = _once(document, done[around], event)
            continue
        first, second = sorted((done[around], event), key=lambda e: e.clause.last - e.clause.first)
        actors = tuple(dict.fromkeys((*first.actors, *second.actors)))
        done[around] = replace(second, when=first.when if first.when.own else second.when, actors=actors)
    return done


def _same_words(event: Event, other: Event) -> bool:
    """Would both stand in the timeline with the same words?"""
    spans = {(e.clause.first, e.clause.last) for e in (event, other)}
    return len(spans) == 1 and event.sentences == other.sentences


def _once(document: AnalysedDocument, first: Event, later: Event) -> Event:
    """One entry of two with the same words: the finite verb's, with the participle's time where it has none itself."""
    if later.clause.main and not first.clause.main:
        first, later = later, first
    label = document.text(first.clause.first, first.clause.last)
    bound = later.when.text is not None and any(f"{word} {later.when.text}" in label for word in ("by", "until"))
    apart = bound or later.status is not first.status  # "announced cuts, closing a plant next year"
    when = later.when if later.when.own and not (first.when.own or apart) else first.when
    return replace(first, when=when, actors=tuple(dict.fromkeys((*first.actors, *later.actors))))


def _nested(event: Event, other: Event) -> bool:
    """Does one clause lie in the other, with the same days or no words of time of its own?"""
    if _same_words(event, other):
        return True
    a, b = sorted((event.clause, other.clause), key=lambda c: c.last - c.first)
    if not (b.first <= a.first and a.last <= b.last) or event.sentences != other.sentences:
        return False
    return (event.when.start, event.when.end) == (other.when.start, other.when.end)


def joined(document: AnalysedDocument, found: list[Event], leading: frozenset[int]) -> list[Event]:
    """Join later reports of an event to its first: "the flight took four hours" after a first flight."""
    done: list[Event] = []
    for event in found:
        known = named_event(document, event.clause)
        near = (
            *range(min(LEAD_EVENTS, len(done))),
            *range(max(LEAD_EVENTS, len(done) - NEAR_EVENTS), len(done)),
        )
        index = next(
            (i for i in near if _is_report(document, done[i], event, known, leading)),
            None,
        )
        if index is None:
            done.append(event)
        else:
            done[index] = _join(document, done[index], event)
    return done


def _is_report(
    document: AnalysedDocument,
    first: Event,
    later: Event,
    known: frozenset[str],
    leading: frozenset[int],
) -> bool:
    """Does a later clause tell the first event again: as "the flight", or as the lead tells the headline?"""
    if first.sentences[0].index == later.sentences[0].index:
        return False
    if first.when.own and later.when.own and (first.when.start, first.when.end) != (later.when.start, later.when.end):
        return False
    told = told_event(document, first.clause)
    undated = later.when.own and not first.when.own  # the later report would date the first
    if undated and not is_recent(document, later):
        return False
    if known and (same(known, told) or _only_names(document, first, later, known)):
        return True
    if not is_headline(document, first.sentences[0]) or later.sentences[0].index not in leading:
        return False
    if first.status is EventStatus.PLANNED and document.tokens[later.clause.verb].lemma in lemmas("announcing"):
        return False  # "Clinic to close": the announcing is done, not the closing
    if _says_so(document, first) and first.status is not later.status:
        return False
    return later.clause.main and (
        same(told_event(document, later.clause), told) or _takes_up(document, first, later, leading)
    )


def _only_names(document: AnalysedDocument, first: Event, later: Event, known: frozenset[str]) -> bool:
    """ "The deal was announced at a fair": after a firm bought a mill it tells nothing more than that."""
    verb = document.tokens[later.clause.verb].lemma
    if later.when.own or later.status is not first.status or verb not in lemmas("announcing") | lemmas("light"):
        return False
    verbs = frozenset(word for noun in known for word in verbs_of().get(noun, ()))
    return same(verbs, told_event(document, first.clause))


def _says_so(document: AnalysedDocument, headline: Event) -> bool:
    """Has the headline a finite verb ("Boards agree to …"), which tells what happened, not "heading to", "to close"?"""
    return document.tokens[headline.clause.verb].tag in ("VBZ", "VBP", "VBD")


def _takes_up(document: AnalysedDocument, first: Event, later: Event, leading: frozenset[int]) -> bool:
    """Does the first sentence of the text hold most words of the headline: "Council backs bridge", "has voted to build"?"""
    here = later.sentences[0]
    opening = opening_sentence(document, leading)
    words = words_of(document, first.sentences[0])
    return here.index == opening and 2 * len(words & words_of(document, here)) > len(words)


def _join(document: AnalysedDocument, first: Event, later: Event) -> Event:
    """One event of two reports; a headline's grammar says less about what became of it than the text's."""
    sentences = dict.fromkeys((*first.sentences, *later.sentences))
    when = later.when if later.when.own and not first.when.own else first.when
    actors = tuple(dict.fromkeys((*first.actors, *later.actors)))
    became = later.status if is_headline(document, first.sentences[0]) else first.status
    if became is EventStatus.PLANNED and not when.own:
        when = UNDATED  # the day of the news is not that of what it announces
    return replace(first, sentences=tuple(sentences), when=when, actors=actors, status=became)
