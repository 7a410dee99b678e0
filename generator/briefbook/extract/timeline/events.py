"""Choose the events of an article: dated clauses, and the undated ones that carry the news."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefbook.analysis import AnalysedDocument, References, Sentence
from briefbook.extract.timeline.choice import tells_event
from briefbook.extract.timeline.clauses import Clause, clauses, lemmas, whole
from briefbook.extract.timeline.dating import UNDATED, When, habitual_times, own_times
from briefbook.extract.timeline.roles import participants
from briefbook.extract.timeline.sameness import named_event, same, told_event
from briefbook.extract.timeline.standing import moved, status
from briefbook.model import BlockKind, EventStatus, Timex

LEAD_SENTENCES = 2
"""So many sentences of the first full paragraph tell the day's news."""

LEAD_WORDS = 8
"""A paragraph with fewer words is a date line or a byline."""

SHORTEST = 3
"""Fewest words of an undated event: "She conceded" tells nothing by itself."""

HEADLINE_WORDS = 3
"""A shorter line is a heading, not news."""

LEAD_EVENTS = 10
NEAR_EVENTS = 40
"""A report is looked for among so many first events, which are the news, and so many before it."""

NEWS_DAYS = 14
"""A day further back than this is not that of the news."""

BACKGROUND_DAYS = 60
"""What happened longer ago than this is told as history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event: its clause, the sentences that tell of it (the first is the clause's), when, who, whether it took place
    and whether it is history."""

    clause: Clause
    sentences: tuple[Sentence, ...]
    when: When
    actors: tuple[str, ...]
    status: EventStatus = EventStatus.HAPPENED
    background: bool = False


def events(references: References, dates: tuple[Timex, ...]) -> list[Event]:
    """The events of an article in order of text, reports of one event joined."""
    document = references.document
    by_sentence = _by_sentence(document, dates)
    found: list[Event] = []
    leading = lead_sentences(document)
    for sentence in document.sentences:
        found.extend(_of_sentence(references, sentence, by_sentence.get(sentence.index, ()), leading))
    dated = joined(document, without_shorter(with_days(document, found, leading)), leading)
    return [replace(event, background=event.background or _is_history(document, event)) for event in dated]


def _is_history(document: AnalysedDocument, event: Event) -> bool:
    """Told as what went before the news: in the pluperfect, or of a day long before publication."""
    published, end = document.article.publication_day, event.when.end
    if published is not None and end is not None:
        return (published - end).days > BACKGROUND_DAYS
    return event.clause.tense == "pluperfect"


def _by_sentence(document: AnalysedDocument, dates: tuple[Timex, ...]) -> dict[int, tuple[Timex, ...]]:
    found: dict[int, list[Timex]] = {}
    for timex in dates:
        index = document.token_starts.get((timex.citation.block, timex.citation.start))
        if index is not None:
            found.setdefault(document.tokens[index].sentence, []).append(timex)
    return {sentence: tuple(items) for sentence, items in found.items()}


def _of_sentence(
    references: References, sentence: Sentence, dates: tuple[Timex, ...], leading: frozenset[int]
) -> list[Event]:
    document = references.document
    parts = clauses(document, sentence)
    times = own_times(document, parts, dates) if dates else {}
    if is_headline(document, sentence):
        return _headline(references, sentence, parts, times)
    habits = habitual_times(document, parts, dates) if dates else frozenset()
    found = (
        _event(references, sentence, clause, times.get(clause.verb, UNDATED), history=clause.verb in habits)
        for clause in parts
        if tells_event(document, clause, times)
    )
    kept = (event for event in found if event is not None)
    return [event for event in kept if sentence.index in leading or _matters(document, event)]


def _event(references: References, sentence: Sentence, clause: Clause, when: When, *, history: bool) -> Event | None:
    """The event of a clause, or None when the text denies it."""
    document = references.document
    when = moved(document, clause, when) or when
    became = status(document, clause, when)
    if became is None or (not when.own and clause.last - clause.first < SHORTEST):
        return None
    return Event(
        clause=clause,
        sentences=(sentence,),
        when=when,
        actors=participants(references, clause),
        status=became,
        background=history,
    )


def _matters(document: AnalysedDocument, event: Event) -> bool:
    """Beyond the lead an event counts that has a time or an actor of the article, is off, or goes on with one told before."""
    if event.status is EventStatus.CANCELLED:
        return True
    return event.when.own or bool(event.actors) or bool(named_event(document, event.clause))


def _headline(
    references: References, sentence: Sentence, parts: tuple[Clause, ...], times: dict[int, When]
) -> list[Event]:
    """A headline is one event: all of it tells the news, unless it says what might be."""
    document = references.document
    main = next((c for c in parts if c.main), None)
    if (main is not None and main.hedged) or sentence.last - sentence.first < HEADLINE_WORDS:
        return []
    if document.article.blocks[sentence.block].kind is BlockKind.SUBHEAD:
        return []
    actors = tuple(dict.fromkeys(r.actor.id for r in references.between(sentence.first, sentence.last)))
    when = next(iter(times.values()), UNDATED)
    clause = whole(document, sentence, main)
    became = EventStatus.HAPPENED if main is None else status(document, main, when)
    if became is None:
        return []
    return [Event(clause=clause, sentences=(sentence,), when=when, actors=actors, status=became)]


def is_headline(document: AnalysedDocument, sentence: Sentence) -> bool:
    """Does the sentence stand in the headline, or as a first line that ends without a stop?"""
    if document.article.blocks[sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
        return True
    return sentence.index == 0 and document.tokens[sentence.last - 1].text not in (".", "!", "?", "”", '"')


# ---------------------------------------------------------------- days


def with_days(document: AnalysedDocument, found: list[Event], leading: frozenset[int]) -> list[Event]:
    """Give undated events the day that the text makes plain: of the news, or of the telling they stand in."""
    lead = next((e for e in found if e.sentences[0].index in leading and _is_news_day(document, e)), None)
    done: list[Event] = []
    for event in found:
        if event.when.own or not _has_happened(event):
            done.append(event)
        elif event.sentences[0].index in leading:
            done.append(_of_news(document, event, lead))
        else:
            done.append(_of_telling(document, event, done))
    return done


def lead_sentences(document: AnalysedDocument) -> frozenset[int]:
    """The sentences that tell the news: headline, standfirst, and the first ones of the first full paragraph."""
    found: set[int] = set()
    for block, sentences in document.block_sentences.items():
        kind = document.article.blocks[block].kind
        words = sentences[-1].last - sentences[0].first
        if kind is BlockKind.SUBHEAD:
            continue
        if kind is BlockKind.PARAGRAPH and words >= LEAD_WORDS and not is_headline(document, sentences[0]):
            return frozenset(found | {s.index for s in sentences[:LEAD_SENTENCES]})
        found |= {s.index for s in sentences}
    return frozenset(found)


def _is_news_day(document: AnalysedDocument, event: Event) -> bool:
    """Has the event a time of its own, in its main clause, that can be the day of the news?"""
    published, when = document.article.publication_day, event.when
    if not when.own or not event.clause.main or not _has_happened(event):
        return False
    if when.start is None or when.end is None or published is None:
        return when.possible is not None
    return (published - when.start).days <= NEWS_DAYS and when.start <= published


def _has_happened(event: Event) -> bool:
    return event.status is not EventStatus.PLANNED and event.clause.tense in ("past", "perfect", "present", "open")


def _of_news(document: AnalysedDocument, event: Event, lead: Event | None) -> Event:
    """The news of headline and lead: the day the lead gives, else that of publication."""
    published = document.article.publication_day
    if lead is not None:
        basis = f"It is the news of the first sentences, which give “{lead.when.text}”."
        return replace(event, when=replace(lead.when, own=False, basis=basis))
    if published is None:
        return event
    return replace(
        event, when=When(start=published, end=published, basis="It is the day's news; no other day is named for it.")
    )


def _of_telling(document: AnalysedDocument, event: Event, before: list[Event]) -> Event:
    """A plain past right after one dated to the day goes on with the same day, in the same paragraph."""
    last = before[-1] if before else None
    if last is None or event.clause.tense != "past" or last.clause.tense != "past" or not last.when.direct:
        return event
    here, there = event.sentences[0], last.sentences[-1]
    if here.block != there.block or here.index - there.index > 1 or last.when.start != last.when.end:
        return event
    if any(document.tokens[i].lower in lemmas("at-other-times") for i in document.children[event.clause.verb]):
        return event
    basis = f"It is told right after an event of “{last.when.text}”."
    return replace(event, when=replace(last.when, own=False, basis=basis))


# ---------------------------------------------------------------- reports of one event


def without_shorter(found: list[Event]) -> list[Event]:
    """Leave out what a longer clause of the same sentence tells with the same day ("struck" in "struck and returned")."""
    done: list[Event] = []
    for event in found:
        near = range(max(0, len(done) - NEAR_EVENTS), len(done))
        around = next((n for n in near if _nested(event, done[n])), None)
        if around is None:
            done.append(event)
            continue
        first, second = sorted((done[around], event), key=lambda e: e.clause.last - e.clause.first)
        actors = tuple(dict.fromkeys((*first.actors, *second.actors)))
        done[around] = replace(second, when=first.when if first.when.own else second.when, actors=actors)
    return done


def _nested(event: Event, other: Event) -> bool:
    """Does one clause lie in the other, with the same days or no words of time of its own?"""
    a, b = sorted((event.clause, other.clause), key=lambda c: c.last - c.first)
    if not (b.first <= a.first and a.last <= b.last) or a.main != b.main or event.sentences != other.sentences:
        return False
    return (event.when.start, event.when.end) == (other.when.start, other.when.end)


def joined(document: AnalysedDocument, found: list[Event], leading: frozenset[int]) -> list[Event]:
    """Join later reports of an event to its first: "the flight took four hours" after a first flight."""
    done: list[Event] = []
    for event in found:
        known = named_event(document, event.clause)
        near = (*range(min(LEAD_EVENTS, len(done))), *range(max(LEAD_EVENTS, len(done) - NEAR_EVENTS), len(done)))
        index = next((i for i in near if _is_report(document, done[i], event, known, leading)), None)
        if index is None:
            done.append(event)
        else:
            done[index] = _join(done[index], event)
    return done


def _is_report(
    document: AnalysedDocument, first: Event, later: Event, known: frozenset[str], leading: frozenset[int]
) -> bool:
    """Does a later clause tell the first event again: as "the flight", or as the lead tells the headline?"""
    if first.sentences[0].index == later.sentences[0].index:
        return False
    if first.when.own and later.when.own and (first.when.start, first.when.end) != (later.when.start, later.when.end):
        return False
    told = told_event(document, first.clause)
    if known and same(known, told):
        return True
    headed = is_headline(document, first.sentences[0]) and later.sentences[0].index in leading
    return headed and later.clause.main and same(told_event(document, later.clause), told)


def _join(first: Event, later: Event) -> Event:
    sentences = dict.fromkeys((*first.sentences, *later.sentences))
    when = later.when if later.when.own and not first.when.own else first.when
    actors = tuple(dict.fromkeys((*first.actors, *later.actors)))
    return replace(first, sentences=tuple(sentences), when=when, actors=actors)
