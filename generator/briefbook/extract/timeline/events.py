"""Choose the events of an article: dated clauses, and the undated ones that carry the news."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefbook.analysis import AnalysedDocument, References, Sentence
from briefbook.extract.timeline.clauses import Clause, clauses, whole
from briefbook.extract.timeline.dating import UNDATED, When, habitual_times, own_times
from briefbook.extract.timeline.roles import participants
from briefbook.extract.timeline.sameness import named_event, same, told_event
from briefbook.model import BlockKind, Timex

LEAD_SENTENCES = 2
"""So many sentences of the first full paragraph tell the day's news."""

LEAD_WORDS = 8
"""A paragraph with fewer words is a date line or a byline."""

TELLING_SENTENCES = 2
"""A plain past goes on with the day of an event at most so many sentences before."""

NEWS_DAYS = 14
"""A day further back than this is not that of the news."""

BACKGROUND_DAYS = 60
"""What happened longer ago than this is told as history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event: its clause, the sentences that tell of it (the first is the clause's), when, who, and whether it is history."""

    clause: Clause
    sentences: tuple[Sentence, ...]
    when: When
    actors: tuple[str, ...]
    background: bool = False


def events(references: References, dates: tuple[Timex, ...]) -> list[Event]:
    """The events of an article in order of text, reports of one event joined."""
    document = references.document
    by_sentence = _by_sentence(document, dates)
    found: list[Event] = []
    for sentence in document.sentences:
        found.extend(_of_sentence(references, sentence, by_sentence.get(sentence.index, ())))
    leading = lead_sentences(document)
    dated = joined(document, with_days(document, found, leading), leading)
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


def _of_sentence(references: References, sentence: Sentence, dates: tuple[Timex, ...]) -> list[Event]:
    document = references.document
    parts = clauses(document, sentence)
    times = own_times(document, parts, dates) if dates else {}
    headline = is_headline(document, sentence)
    habits = habitual_times(document, parts, dates) if dates else frozenset()
    found = [
        Event(
            clause=c,
            sentences=(sentence,),
            when=times.get(c.verb, UNDATED),
            actors=participants(references, c),
            background=c.verb in habits,
        )
        for c in parts
        if _tells_event(document, c, times, headline=headline)
    ]
    return found or ([_headline(references, sentence)] if headline and not parts else [])


def _headline(references: References, sentence: Sentence) -> Event:
    """A headline whose verb the parser took for a noun: all of it tells the news."""
    actors = tuple(dict.fromkeys(r.actor.id for r in references.between(sentence.first, sentence.last)))
    clause = whole(references.document, sentence)
    return Event(clause=clause, sentences=(sentence,), when=UNDATED, actors=actors)


def is_headline(document: AnalysedDocument, sentence: Sentence) -> bool:
    """Does the sentence stand in the headline, or as a first line that ends without a stop?"""
    if document.article.blocks[sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
        return True
    return sentence.index == 0 and document.tokens[sentence.last - 1].text not in (".", "!", "?", "”", '"')


def _tells_event(document: AnalysedDocument, clause: Clause, times: dict[int, When], *, headline: bool) -> bool:
    """Dated clauses tell events unless they are hedged; undated ones when they are main, firm and no state."""
    if clause.hedged or clause.speech:
        return False
    if clause.verb in times:
        return True
    if headline:
        return clause.main and not (clause.stative and document.tokens[clause.verb].lemma in ("be", "have"))
    if clause.stative:
        return False
    return clause.main and (
        clause.tense in ("past", "perfect", "pluperfect", "future") or _is_going_on(document, clause)
    )


def _is_going_on(document: AnalysedDocument, clause: Clause) -> bool:
    """ "Is flying", "is being repaired": the progressive tells an event where the plain present tells a habit."""
    verb = document.tokens[clause.verb]
    helpers = [
        document.tokens[i] for i in document.children[clause.verb] if document.tokens[i].dep in ("aux", "auxpass")
    ]
    return clause.tense == "present" and (verb.tag == "VBG" or any(h.tag == "VBG" for h in helpers))


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
            done.append(_of_telling(event, done))
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
    return event.clause.tense in ("past", "perfect", "present", "open")


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


def _of_telling(event: Event, before: list[Event]) -> Event:
    """A plain past right after a dated plain past goes on with the same day."""
    last = before[-1] if before else None
    if last is None or event.clause.tense != "past" or not _has_happened(last) or last.when.start is None:
        return event
    here, there = event.sentences[0], last.sentences[-1]
    if here.index - there.index > TELLING_SENTENCES or last.when.start != last.when.end:
        return event
    basis = last.when.basis if not last.when.own else f"It is told right after an event of “{last.when.text}”."
    return replace(event, when=replace(last.when, own=False, basis=basis))


# ---------------------------------------------------------------- reports of one event


def joined(document: AnalysedDocument, found: list[Event], leading: frozenset[int]) -> list[Event]:
    """Join later reports of an event to its first: "the flight took four hours" after a first flight."""
    done: list[Event] = []
    for event in found:
        known = named_event(document, event.clause)
        index = next((i for i, e in enumerate(done) if _is_report(document, e, event, known, leading)), None)
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
