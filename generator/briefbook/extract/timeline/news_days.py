"""Give undated events the day that the text makes plain: of the news, or of the telling they stand in."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import AnalysedDocument
from briefbook.extract.timeline.dating import When
from briefbook.extract.timeline.event import Event, is_headline, words_of
from briefbook.extract.timeline.firmness import lemmas
from briefbook.model import BlockKind, EventStatus

SHARED = 2
"""So many words of the headline a lead takes up that tells its news."""

NEWS_DAYS = 14
"""A day further back than this is not that of the news."""


def with_days(document: AnalysedDocument, found: list[Event], leading: frozenset[int]) -> list[Event]:
    """Give undated events the day that the text makes plain: of the news, or of the telling they stand in."""
    lead = next(
        (e for e in found if e.sentences[0].index in leading and _is_news_day(document, e)),
        None,
    )
    told = next((e.told for e in found if e.sentences[0].index in leading and _is_past_day(document, e.told)), None)
    done: list[Event] = []
    for event in found:
        if event.when.own or event.background or not _has_happened(event):
            done.append(event)
        elif event.sentences[0].index in leading:
            done.append(_of_news(document, event, lead, told))
        else:
            done.append(_of_telling(document, event, done))
    return done


def _is_news_day(document: AnalysedDocument, event: Event) -> bool:
    """Has the event a time of its own, in its main clause, that can be the day of the news?"""
    published, when = document.article.publication_day, event.when
    if not when.own or not event.clause.main or not _has_happened(event):
        return False
    if when.start is None or when.end is None or published is None:
        return when.possible is not None
    return (published - when.start).days <= NEWS_DAYS and when.start <= published


def is_recent(document: AnalysedDocument, event: Event) -> bool:
    """Can the event be of the news: without a time of its own, to come, or of the last days?"""
    published, start = document.article.publication_day, event.when.start
    if published is None or start is None or not event.when.own:
        return True
    return (published - start).days <= NEWS_DAYS


def _has_happened(event: Event) -> bool:
    return event.status is not EventStatus.PLANNED and event.clause.tense in (
        "past",
        "perfect",
        "present",
        "open",
    )


def _is_past_day(document: AnalysedDocument, told: When | None) -> bool:
    """One day, up to publication."""
    published = document.article.publication_day
    if told is None or told.start is None or published is None or told.start != told.end:
        return False
    return told.start <= published


def _of_news(document: AnalysedDocument, event: Event, lead: Event | None, told: When | None) -> Event:
    """The news of headline and lead: the day the lead gives, else that on which it was told, else that of publication."""
    published = document.article.publication_day
    if lead is not None:
        basis = f"It is the news of the first sentences, which give “{lead.when.text}”."
        return replace(event, when=replace(lead.when, own=False, basis=basis))
    if published is None or not _is_the_news(document, event):
        return event
    if told is not None:
        return replace(event, when=replace(told, own=False, basis=f"It was told as news on “{told.text}”."))
    return replace(
        event,
        when=When(
            start=published,
            end=published,
            basis="It is the day's news; no other day is named for it.",
        ),
    )


def _is_the_news(document: AnalysedDocument, event: Event) -> bool:
    """Is an event without a day the news itself: what the headline tells, in it or in a lead that takes it up?

    A first sentence that sets a scene ("Mira Holt loved her job") tells of another day.
    """
    headline = [s for s in document.sentences if document.article.blocks[s.block].kind is BlockKind.HEADLINE]
    if is_headline(document, event.sentences[0]):
        return not event.clause.stative
    if not headline:
        return True
    words = {word for sentence in headline for word in words_of(document, sentence)}
    return len(words & words_of(document, event.sentences[0])) >= min(SHARED, len(words))


def _of_telling(document: AnalysedDocument, event: Event, before: list[Event]) -> Event:
    """A plain past right after one dated to the day goes on with the same day, in the same paragraph."""
    last = before[-1] if before else None
    if last is None or event.clause.tense != "past" or last.clause.tense != "past" or not last.when.direct:
        return event
    here, there = event.sentences[0], last.sentences[-1]
    if here.block != there.block or here.index - there.index > 1 or last.when.start != last.when.end:
        return event
    if any(t.lower in lemmas("at-other-times") for t in document.dependents(event.clause.verb)):
        return event
    basis = f"It is told right after an event of “{last.when.text}”."
    return replace(event, when=replace(last.when, own=False, basis=basis))
