"""Give events their days: by the time expression of their own clause, else by what the text makes plain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.analysis import DATELINE, AnalysedDocument, Token
from briefbook.extract.timeline.clauses import Clause
from briefbook.extract.timeline.firmness import lemmas
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
        verb, distance = _governor(document, span, verbs)
        if (
            verb is not None
            and not _bounds_only(document, span[0])
            and not (tenses[verb] == "past" and _is_since(document, span[0]))
            and (verb not in found or distance < found[verb][0])
        ):
            found[verb] = (
                distance,
                _when(document, timex, span[0], direct=distance == 0),
            )
    times = {verb: when for verb, (_, when) in found.items()}
    return times | dict(_shared(document, clauses, times))


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
        verb = _governor(document, span, verbs)[0]
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


def _governor(document: AnalysedDocument, span: tuple[int, int], verbs: set[int]) -> tuple[int | None, int]:
    """The verb whose event the expression dates, and how many other words govern it first; None when it dates none."""
    here = top = _top(document, span)
    bare = top.dep in (
        "npadvmod",
        "advmod",
    )  # "to officials next week": no noun is dated by a time without preposition
    between = 0
    for _ in range(12):
        if here.index in verbs:
            return here.index, between
        if here.head == here.index:
            return None, between
        above = document.tokens[here.head]
        if here.pos in ("NOUN", "PROPN", "ADJ") and here.dep != "acomp" and not span[0] <= here.index < span[1]:
            between += 1
            if not bare and (between > 1 or not _tells_for_verb(document, here, span)):
                return None, between
        here = above
    return None, between


def _top(document: AnalysedDocument, span: tuple[int, int]) -> Token:
    """The token of the expression whose head lies outside it; not the article of "the summer festival"."""
    outer = [t for t in document.tokens[span[0] : span[1]] if not span[0] <= t.head < span[1] or t.head == t.index]
    return next((t for t in outer if t.dep != "det"), document.tokens[span[0]])


def _tells_for_verb(document: AnalysedDocument, noun: Token, span: tuple[int, int]) -> bool:
    """Is a noun's time that of the verb: "ended a call in May", "Friday's talks failed", not "spoke about a May call"?"""
    top = _top(document, span)
    within = top.dep in ("compound", "poss", "nmod", "nummod", "amod")
    if noun.dep == "pobj":
        return _is_occasion(document, noun)
    if noun.dep in ("nsubj", "nsubjpass", "attr"):
        return not within or noun.lemma in lemmas("event-nouns") | lemmas("plans") or noun.lemma.endswith("ing")
    if top.dep in ("compound", "nmod", "amod") and top.pos == "NOUN":
        return False  # "opened the summer festival"
    return noun.dep == "dobj" and (not within or document.tokens[noun.head].lemma in lemmas("light"))


def _is_occasion(document: AnalysedDocument, noun: Token) -> bool:
    """ "Unveiled at a ceremony in Brest on May 3": the day of the occasion is that of what was done at it."""
    preposition = document.tokens[noun.head]
    above = document.tokens[preposition.head]
    told = preposition.lower in OCCASION and above.pos == "VERB"
    set_for = preposition.lower == "for" and above.lemma in lemmas("planning") | lemmas("foretelling") | {"set"}
    return (told or set_for) and (noun.lemma in lemmas("event-nouns") | lemmas("plans") or noun.lemma.endswith("ing"))


OCCASION = frozenset({"at", "during", "in"})


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
