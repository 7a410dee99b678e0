"""Give events their days: by the time expression of their own clause, else by what the text makes plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta
from itertools import pairwise

from briefbook.analysis import DATELINE, AnalysedDocument, Token
from briefbook.analysis.verb_forms import named_as
from briefbook.extract.timeline.attachment import governor, is_compared
from briefbook.extract.timeline.clauses import Clause
from briefbook.model import DateRange, Timex, TimexType

VAGUE_VALUES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days of an event, the words that give them, and why.

    `own` when the words stand in its clause, `direct` when they belong to the verb itself; `span` when they bound a
    stretch ("since May", "from May to July").
    """

    start: date | None = None
    end: date | None = None
    text: str | None = None
    possible: DateRange | None = None
    basis: str | None = None
    own: bool = False
    direct: bool = False
    span: bool = False


UNDATED = When()


def own_times(document: AnalysedDocument, clauses: tuple[Clause, ...], dates: tuple[Timex, ...]) -> dict[int, When]:
    """For each verb of a sentence the time that its own clause gives; `dates` are those of the sentence."""
    tenses = {clause.verb: clause.tense for clause in clauses}
    verbs = set(tenses)
    found: dict[int, tuple[int, When]] = {}
    for timex in dates:
        span = document.token_range(timex.citation) or _nearest_range(document, timex)
        filed = span is not None and document.tokens[span[0]].dep == DATELINE
        if span is None or filed or not tells_when(timex) or _is_any_day(document, timex):
            continue
        if is_compared(document, span) or named_as(document, *span):
            continue
        verb, distance = governor(document, span, verbs)
        if (
            verb is not None
            and not _bounds_only(document, span[0])
            and not ((tenses[verb] == "past" or document.tokens[verb].lemma == "be") and _is_since(document, span[0]))
            and (verb not in found or distance < found[verb][0])
        ):
            found[verb] = (
                distance,
                _when(document, timex, span[0], direct=distance == 0),
            )
    times = dict(_entered(document, clauses, dates))
    times |= {verb: when for verb, (_, when) in found.items()} | dict(_stretches(document, dates, verbs))
    times |= dict(_beside(document, clauses, times))
    return times | dict(_shared(document, clauses, times))


def _entered(
    document: AnalysedDocument, clauses: tuple[Clause, ...], dates: tuple[Timex, ...]
) -> Iterator[tuple[int, When]]:
    """ "14:05 – Police close the bridge": what an entry of a live report tells first is of its hour."""
    hour = dates[0]
    verb = next((c for c in clauses if c.main and c.tense in ("past", "perfect", "present")), None)
    if hour.citation.start or hour.type is not TimexType.TIME or verb is None:
        return
    span = document.token_range(hour.citation)
    if span is not None and document.tokens[span[0]].dep == DATELINE:
        yield verb.verb, replace(_when(document, hour, span[0], direct=True), span=False)


def _stretches(document: AnalysedDocument, dates: tuple[Timex, ...], verbs: set[int]) -> Iterator[tuple[int, When]]:
    """ "Rose in the six months to June 30": the stretch that a length and its last day make."""
    for length, last in pairwise(dates):
        joint = document.article.blocks[last.citation.block].text[length.citation.end : last.citation.start]
        months = LENGTH.fullmatch(length.value)
        span = document.token_range(length.citation)
        if span is None or months is None or last.end is None or joint.split() not in JOINTS:
            continue
        verb, between = governor(document, span, verbs)
        if verb is not None and between == 0:
            count = int(months[1]) * MONTHS[months[2]]
            first = _first_day(last.end, count)
            text = f"{length.citation.exact}{joint}{last.citation.exact}"
            yield verb, When(start=first, end=first and last.end, text=text, basis=last.reason, own=True, span=True)


LENGTH = re.compile(r"P(\d+)([MYQ])")
MONTHS = {"M": 1, "Q": 3, "Y": 12}
JOINTS = (["to"], ["ended"], ["ending"], ["through"], ["until"], ["up", "to"])


def _first_day(last: date, months: int) -> date | None:
    """The first day of so many whole months; None where the last is no end of a month."""
    if (last + timedelta(days=1)).day != 1:
        return None
    year, month = divmod(last.year * 12 + last.month - months, 12)
    return date(year, month + 1, 1) if year >= MINYEAR else None


def _beside(
    document: AnalysedDocument, clauses: tuple[Clause, ...], times: dict[int, When]
) -> Iterator[tuple[int, When]]:
    """ "Two died when a ferry sank on Tuesday": that day, too; "after a ferry sank on Tuesday": that day or later."""
    past = {clause.verb for clause in clauses if clause.tense == "past"}
    for verb in sorted(times):
        (above, marks), when = _beside_what(document, document.tokens[verb]), times[verb]
        if above in times or above not in past or not when.direct or when.start is None or when.start != when.end:
            continue
        if marks & SAME_DAY:
            yield above, replace(when, direct=False)
        elif "after" in marks and document.article.publication_day is not None:
            published = max(document.article.publication_day, when.start)
            yield above, replace(when, end=published, direct=False, basis="It came after what is told of that day.")


def _beside_what(document: AnalysedDocument, verb: Token) -> tuple[int, frozenset[str]]:
    """The verb that an adverbial clause belongs to, and the words that may join them; the parser reads some as nouns."""
    if verb.dep == "advcl":
        return verb.head, frozenset(document.tokens[i].lower for i in document.children[verb.index] if i < verb.index)
    noun = document.tokens[verb.head]
    joint = document.tokens[noun.head]
    if verb.dep == "acl" and verb.tag in ("VBD", "VBN") and noun.dep == "pobj":  # "after a bus overturned"
        return joint.head, frozenset({joint.lower})
    return verb.index, frozenset()


SAME_DAY = frozenset({"when", "as", "while"})


def _shared(
    document: AnalysedDocument, clauses: tuple[Clause, ...], times: dict[int, When]
) -> Iterator[tuple[int, When]]:
    """ "On Monday the army took the port and sealed it": a time that opens the sentence is that of the joined verbs."""
    tenses = {clause.verb: clause.tense for clause in clauses}
    for clause in clauses:
        verb = document.tokens[clause.verb]
        when = times.get(verb.head)
        if clause.verb in times or verb.dep != "conj" or when is None or not when.direct:
            continue
        opening = document.text(document.sentences[verb.sentence].first, verb.head)
        if tenses.get(verb.head) == clause.tense and when.text is not None and _opens(opening, when.text):
            yield clause.verb, when


def _opens(opening: str, words: str) -> bool:
    """Do the words stand among the first of a sentence, before a comma or a subject?"""
    return opening.find(words) in range(FRONTED)


FRONTED = 12
"""A time that opens its sentence begins within so many letters ("Earlier on Monday", "By late May")."""


def habitual_times(document: AnalysedDocument, clauses: tuple[Clause, ...], dates: tuple[Timex, ...]) -> frozenset[int]:
    """Verbs whose clause is told over a stretch that reaches back ("in recent years", "over the past decade")."""
    verbs = {clause.verb for clause in clauses}
    found = set()
    for timex in dates:
        if timex.type is not TimexType.DURATION:
            continue
        span = document.token_range(timex.citation)
        if span is None or not (
            timex.citation.exact.lower().startswith(LOOKING_BACK) or _lasts(document, timex, span[0])
        ):
            continue
        verb = governor(document, span, verbs)[0]
        if verb is not None:
            found.add(verb)
    return frozenset(found)


def _lasts(document: AnalysedDocument, timex: Timex, first: int) -> bool:
    """ "For years", "for decades": what has gone on so long is no event of a day."""
    return first > 0 and document.tokens[first - 1].lower == "for" and timex.value.endswith(("Y", "DE", "CE"))


LOOKING_BACK = (
    "recent",
    "past",
    "last",
    "the past",
    "the last",
    "the recent",
    "previous",
    "the previous",
)


def tells_when(timex: Timex) -> bool:
    """Does it place an event on days, known or not?"""
    if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.value in VAGUE_VALUES:
        return False
    if len(timex.value) == 2:
        return False  # a century is no day of anything
    return timex.start is not None or timex.possible is not None or timex.value.startswith("XXXX")


def _is_any_day(document: AnalysedDocument, timex: Timex) -> bool:
    """ "The smell of diesel in the morning": a part of a day that no other words name."""
    plain = timex.type is TimexType.TIME and timex.citation.exact.lower() in PARTS
    return plain and timex.start == document.article.publication_day


PARTS = frozenset({"the morning", "the afternoon", "the evening", "the night"})


def _bounds_only(document: AnalysedDocument, first: int) -> bool:
    """ "Before Friday", "after March 3": a bound, not the time of the event."""
    before = document.tokens[first - 1] if first else None
    return (
        before is not None
        and before.lower in ("before", "after", "than")
        and before.block == document.tokens[first].block
    )


def _is_since(document: AnalysedDocument, first: int) -> bool:
    """ "The first crash since 2008", "met the rules in force since 2019": with a plain past it is not when that was."""
    return first > 0 and document.tokens[first - 1].lower == "since"


def _nearest_range(document: AnalysedDocument, timex: Timex) -> tuple[int, int] | None:
    """The tokens of an expression that cuts one (a final dot, a hyphen)."""
    first = document.token_starts.get((timex.citation.block, timex.citation.start))
    return None if first is None else (first, first + 1)


def _when(document: AnalysedDocument, timex: Timex, first: int, *, direct: bool) -> When:
    before = document.tokens[first - 1].lower if first else ""
    start, end = (timex.whole.start, timex.whole.end) if timex.whole else (timex.start, timex.end)
    if before == "since" and start is not None:
        end = document.article.publication_day or end
    text, possible, basis = timex.citation.exact, timex.possible, timex.reason
    return When(
        start=start,
        end=end,
        text=text,
        possible=possible,
        basis=basis,
        own=True,
        direct=direct,
        span=before == "since" or timex.whole is not None,
    )
