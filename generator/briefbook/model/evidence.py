"""Which sentences of an article facts stand on: what a book shows of a text that is not its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from briefbook.model.briefing import Briefing, SourceSentence
from briefbook.model.citation import Citation


class Sentences:
    """The sentences of one article, found by citation in O(log n).

    Attributes:
        all: Every sentence, in order.
        cited: Numbers of the sentences that facts stand on.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.all: tuple[SourceSentence, ...] = briefing.sentences
        self._by_block: dict[int, list[SourceSentence]] = {}
        for sentence in briefing.sentences:
            self._by_block.setdefault(sentence.citation.block, []).append(sentence)
        self._starts = {block: [s.citation.start for s in found] for block, found in self._by_block.items()}
        self.cited: frozenset[int] = frozenset(
            sentence.number for citation in evidence(briefing) for sentence in self.covering(citation)
        )

    def covering(self, citation: Citation) -> tuple[SourceSentence, ...]:
        """The sentences that a citation touches, in order."""
        block = self._by_block.get(citation.block, [])
        first = max(0, bisect_right(self._starts.get(citation.block, []), citation.start) - 1)
        found = []
        for sentence in block[first:]:
            if sentence.citation.start >= max(citation.end, citation.start + 1):
                break
            if sentence.citation.end > citation.start:
                found.append(sentence)
        return tuple(found)

    def in_block(self, number: int) -> tuple[SourceSentence, ...]:
        """The sentences of one block."""
        return tuple(self._by_block.get(number, ()))


def evidence(briefing: Briefing) -> Iterator[Citation]:
    """The citations that facts stand on: all but mere mentions of actors and places, and bare dates."""
    yield from _of(briefing.summary)
    for actor in briefing.actors:
        yield from _of(actor.roles)
        yield from _of(actor.relations)
    for meeting in briefing.meetings:
        yield from _meeting(meeting.citations, (meeting.topic, meeting.outcome, meeting.trigger))
        yield from _of(meeting.participants)
        yield from (citation for part in (meeting.place, meeting.time) if part for citation in part.citations)
    yield from _of(briefing.statements)
    yield from _of(briefing.timeline)
    if briefing.date_bounds:
        yield from (reason.citation for reason in briefing.date_bounds.reasons)


def _of(items: Iterable[object]) -> Iterator[Citation]:
    return chain.from_iterable(getattr(item, "citations") for item in items)  # noqa: B009 - one shape, many types


def _meeting(citations: tuple[Citation, ...], parts: tuple[Citation | None, ...]) -> Iterator[Citation]:
    yield from citations
    yield from (part for part in parts if part is not None)
