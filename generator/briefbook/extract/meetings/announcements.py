"""Headings that announce a journey ("Lunde to arrive in Peru this week") tell of the meeting it is made for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import Sentence, Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.reading import Reading
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.threads import AHEAD, Thread
from briefbook.model import Place

TOWARDS = frozenset({"in", "at", "to", "for"})


def join(reading: Reading, threads: list[Thread], places: tuple[Place, ...]) -> None:
    """Add each heading of a journey to the thread of the planned meeting of that traveller in that town or country."""
    told = {r.sentence for thread in threads for r in thread.reports}
    countries = {place.id: place.country for place in places}
    for verb in _journeys(reading, told):
        subject = reading.structure.subject(verb)
        goal = _goal(reading, verb)
        if subject is None or goal is None:
            continue
        for party in reading.casting.reader.read(subject):
            thread = next((t for t in threads if _meant(t, party, goal, countries)), None)
            if thread is not None:
                thread.reports.append(_citing(thread.reports[0], verb, party))
                thread.reasons.append(f"The heading “to {verb.text}” announces the journey that it is made on.")


def _journeys(reading: Reading, told: set[int]) -> Iterator[Token]:
    """Infinitives of travelling that head a heading in which no meeting is told of."""
    for sentence in reading.document.sentences:
        if sentence.index in told or not _is_heading(reading, sentence):
            continue
        for token in reading.document.sentence_tokens(sentence):
            to = any(t.lower == "to" for t in reading.structure.kids(token.index, "aux"))
            if to and token.tag == "VB" and token.lemma in words("on-the-way") | {"visit"}:
                yield token
                break


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """A block of one sentence without a full stop: headline, subhead, heading in plain text."""
    alone = len(reading.document.block_sentences[sentence.block]) == 1
    return alone and reading.document.tokens[sentence.last - 1].pos != "PUNCT"


def _goal(reading: Reading, verb: Token) -> Place | None:
    """The place travelled to, as far as it is known."""
    kids = reading.structure.kids
    below = [t for p in kids(verb.index, "prep") if p.lower in TOWARDS for t in kids(p.index, "pobj")]
    for token in (*below, *kids(verb.index, "dobj")):
        if (known := reading.settings.place_at.get(token.index)) is not None:
            return known[0]
    return None


def _meant(thread: Thread, party: Party, goal: Place, countries: dict[str, str | None]) -> bool:
    """Is it a meeting to come of that traveller, in that place or its country?"""
    if party.form is not Form.NAMED or thread.status not in AHEAD or party.key not in {p.key for p in thread.parties}:
        return False
    for report in thread.reports:
        if report.place is not None and report.place.place is not None:
            country = countries.get(report.place.place)
            if report.place.place == goal.id or (country is not None and country == goal.country):
                return True
    return False


def _citing(model: Report, verb: Token, party: Party) -> Report:
    """A report that only adds its sentence to a thread."""
    return replace(
        model,
        first=verb.index,
        last=verb.index + 1,
        sentence=verb.sentence,
        status=None,
        status_reason="",
        parties=(party,),
        place=None,
        time=None,
        topic=None,
        outcome=None,
        weak=True,
        firm=False,
        headline=True,
    )
