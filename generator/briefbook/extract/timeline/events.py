"""Choose the events of an article: dated clauses, and the undated ones that carry the news."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import AnalysedDocument, References, Sentence
from briefbook.analysis.captions import captions
from briefbook.extract.timeline.choice import reports, tells_event
from briefbook.extract.timeline.clauses import Clause, clauses, reached, whole
from briefbook.extract.timeline.dating import UNDATED, When, habitual_times, own_times
from briefbook.extract.timeline.event import Event, is_headline, lead_sentences
from briefbook.extract.timeline.firmness import lemmas
from briefbook.extract.timeline.mentions import with_mentions
from briefbook.extract.timeline.news_days import with_days
from briefbook.extract.timeline.reports import joined, without_shorter
from briefbook.extract.timeline.roles import participants
from briefbook.extract.timeline.sameness import named_event
from briefbook.extract.timeline.standing import contradicts, moved, status
from briefbook.model import BlockKind, EventStatus, Timex

SHORTEST = 3
"""Fewest words of an undated event: "She conceded" tells nothing by itself."""

LASTING_DAYS = 365
"""What has gone on for longer ("banned since 2013") is no news, either."""

HEADLINE_WORDS = 3
"""A shorter line is a heading, not news."""

EXPLAINING = frozenset({"why", "how", "what", "who", "where", "when", "which"})

BACKGROUND_DAYS = 60
"""What happened longer ago than this is told as history."""


def events(references: References, dates: tuple[Timex, ...]) -> list[Event]:
    """The events of an article in order of text, reports of one event joined."""
    document = references.document
    by_sentence = _by_sentence(document, dates)
    found: list[Event] = []
    leading, shown = lead_sentences(document), captions(document)
    for sentence in document.sentences:
        if sentence.index in shown:
            continue  # what a picture shows is of another day, or told again
        found.extend(_of_sentence(references, sentence, by_sentence.get(sentence.index, ()), leading))
    dated = joined(document, without_shorter(document, with_days(document, found, leading)), leading)
    kept = with_mentions(document, [e for e in dated if len(e.sentences) > 1 or _names_event(document, e)])
    return [replace(event, background=event.background or _is_history(document, event, leading)) for event in kept]


def _is_history(document: AnalysedDocument, event: Event, leading: frozenset[int]) -> bool:
    """Told as what went before the news: in the pluperfect, or of a day long before publication."""
    published, when = document.article.publication_day, event.when
    if published is not None and when.start is not None and when.end is not None:
        lasts = when.span and event.status is not EventStatus.PLANNED and event.sentences[0].index not in leading
        return (published - (when.start if lasts else when.end)).days > (LASTING_DAYS if lasts else BACKGROUND_DAYS)
    return event.clause.tense == "pluperfect" and not is_headline(document, event.sentences[0])


def _by_sentence(document: AnalysedDocument, dates: tuple[Timex, ...]) -> dict[int, tuple[Timex, ...]]:
    found: dict[int, list[Timex]] = {}
    for timex in dates:
        index = document.token_starts.get((timex.citation.block, timex.citation.start))
        if index is not None:
            found.setdefault(document.tokens[index].sentence, []).append(timex)
    return {sentence: tuple(items) for sentence, items in found.items()}


def _of_sentence(
    references: References,
    sentence: Sentence,
    dates: tuple[Timex, ...],
    leading: frozenset[int],
) -> list[Event]:
    document = references.document
    parts = clauses(document, sentence)
    times = own_times(document, parts, dates) if dates else {}
    if is_headline(document, sentence):
        return _headline(references, sentence, parts, times)
    habits = habitual_times(document, parts, dates) if dates else frozenset()
    found = (
        _event(
            references,
            sentence,
            clause,
            times.get(clause.verb, UNDATED),
            history=clause.verb in habits,
        )
        for clause in parts
        if tells_event(document, clause, times)
    )
    said = next((times[c.verb] for c in parts if c.verb in times and reports(document, c)), None)
    kept = (replace(event, told=said) for event in found if event is not None)
    return [event for event in kept if sentence.index in leading or _matters(document, event)]


def _event(
    references: References,
    sentence: Sentence,
    clause: Clause,
    when: When,
    *,
    history: bool,
) -> Event | None:
    """The event of a clause, or None when the text denies it."""
    document = references.document
    clause = reached(document, clause)
    when = moved(document, clause, when) or when
    if contradicts(document, clause, when):
        when = replace(UNDATED, own=True)  # it has a day that cannot be read: not that of the news
    became = status(document, clause, when)
    when = _up_to_publication(document, when, became)
    if became is None or (not when.own and clause.last - clause.first < SHORTEST):
        return None
    if not clause.main and document.tokens[clause.first].lower == "to":
        return None  # "to stop by the end of the year": of whom the words don't tell
    return Event(
        clause=clause,
        sentences=(sentence,),
        when=when,
        actors=participants(references, clause),
        status=became,
        background=history,
    )


def _up_to_publication(document: AnalysedDocument, when: When, became: EventStatus | None) -> When:
    """What was done "this week" was done by the day of publication; what will be done is to come from then on."""
    published = document.article.publication_day
    if published is None or when.start is None or when.end is None or not when.start <= published < when.end:
        return when
    if became is EventStatus.PLANNED:
        return replace(when, start=published, basis=_with_reason(when, "It is to come, so not before publication."))
    return replace(when, end=published, basis=_with_reason(when, "It is told as done, so by publication."))


def _with_reason(when: When, reason: str) -> str:
    return f"{when.basis} {reason}" if when.basis else reason


def _matters(document: AnalysedDocument, event: Event) -> bool:
    """Beyond the lead an event counts that has a time or an actor of the article, is off, or goes on with one told before."""
    if event.status is EventStatus.CANCELLED:
        return True
    return event.when.own or bool(event.actors) or bool(named_event(document, event.clause))


def _asks_or_explains(document: AnalysedDocument, sentence: Sentence) -> bool:
    """ "Why the ferrymen are giving up", "Who will lead?": a headline that tells no event."""
    return document.tokens[sentence.first].lower in EXPLAINING or document.tokens[sentence.last - 1].text == "?"


def _names_event(document: AnalysedDocument, event: Event) -> bool:
    """Has it a verb, or, a headline, a noun of an event ("Blast in Lagos"), not only a thing ("A forgotten war hero")?"""
    if not is_headline(document, event.sentences[0]):
        return True
    words = document.sentence_tokens(event.sentences[0])
    return any(
        (t.pos in ("VERB", "AUX") and t.dep not in ("amod", "relcl")) or t.lemma in lemmas("event-nouns") for t in words
    )


def _foretold(document: AnalysedDocument, parts: tuple[Clause, ...]) -> Clause | None:
    """ "Airline to be paid for delays": in a headline without a verb the infinitive tells what will be."""
    ahead = (c for c in parts if any(t.lower == "to" for t in document.dependents(c.verb)))
    first = next(ahead, None)
    return replace(first, tense="future") if first is not None and document.tokens[first.verb].tag != "VBG" else None


def _headline(
    references: References,
    sentence: Sentence,
    parts: tuple[Clause, ...],
    times: dict[int, When],
) -> list[Event]:
    """A headline is one event: all of it tells the news, unless it says what might be."""
    document = references.document
    main = next((c for c in parts if c.main), None) or _foretold(document, parts)
    if (main is not None and main.hedged) or sentence.last - sentence.first < HEADLINE_WORDS:
        return []
    if document.article.blocks[sentence.block].kind is BlockKind.SUBHEAD or _asks_or_explains(document, sentence):
        return []
    actors = tuple(dict.fromkeys(r.actor.id for r in references.between(sentence.first, sentence.last)))
    when = next(iter(times.values()), UNDATED)
    clause = whole(document, sentence, main)
    became = EventStatus.HAPPENED if main is None else status(document, main, when)
    if became is None:
        return []
    return [
        Event(
            clause=clause,
            sentences=(sentence,),
            when=when,
            actors=actors,
            status=became,
        )
    ]
