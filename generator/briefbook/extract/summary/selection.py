"""Choose what is told: most worth under the word budget, nothing told twice.

The worth of a set is what its sentences are worth by themselves, plus each recurring word, each meeting and what comes
next counted once.  That is a submodular function, so the lazy greedy method (Minoux) needs few evaluations and stays
close to the best choice.  What adds little is left out, even where there is room.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefbook.extract.summary.weights import Weights

REPEATED = 0.8
"""A sentence of which one told before holds this share of its words tells it again."""
RETOLD = 0.9
"""So does one that holds this share of the words of another: a standfirst and the sentence it was made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One printable version of a sentence.

    Attributes:
        order: Position of the sentence among those that may be told.
        version: Which of its versions.
        words: Length as printed.
        worth: Of the sentence by itself, what the version leaves out taken off.
        content: Lemmas of what is kept.
        meetings: Worth of each meeting reported, by meeting id.
        announces: It says what comes next.
        leans_on: Order of the sentence that must stand right before it, or None; -1 when that one can't be told.
    """

    order: int
    version: int
    words: int
    worth: float
    content: frozenset[str]
    meetings: dict[str, float] = field(default_factory=dict)
    announces: bool = False
    leans_on: int | None = None


def choose(candidates: Sequence[Candidate], units: dict[str, float], budget: int, weights: Weights) -> list[Candidate]:
    """The chosen candidates in reading order; at most one version of a sentence, at most `budget` words."""
    return _Selection(candidates, units, budget, weights).run()


class _Selection:
    def __init__(self, candidates: Sequence[Candidate], units: dict[str, float], budget: int, weights: Weights) -> None:
        self.candidates = candidates
        self.units, self.left, self.weights = units, budget, weights
        self.untold = dict(units)
        self.meetings: set[str] = set()
        self.upcoming = weights.upcoming
        self.best = 0.0
        self.chosen: dict[int, Candidate] = {}
        self.waiting: dict[int, list[int]] = {}
        self.heap: list[tuple[float, int, int]] = []

    def run(self) -> list[Candidate]:
        for number, candidate in enumerate(self.candidates):
            if candidate.leans_on is None:
                self._push(number)
            else:
                self.waiting.setdefault(candidate.leans_on, []).append(number)
        while self.heap:
            _, number, stamp = heapq.heappop(self.heap)
            candidate = self.candidates[number]
            if candidate.order in self.chosen or candidate.words > self.left or self._told(candidate):
                continue
            if stamp < len(self.chosen):
                self._push(number)
            else:
                self._take(candidate)
        return [self.chosen[order] for order in sorted(self.chosen)]

    def _told(self, candidate: Candidate) -> bool:
        """Is it said by a sentence already chosen, in nearly the same words, or does it say such a one again at length?"""
        return any(_repeats(candidate.content, told.content) for told in self.chosen.values())

    def _push(self, number: int) -> None:
        candidate = self.candidates[number]
        density = self._density(candidate)
        if not self.chosen and candidate.words <= self.left:
            self.best = max(self.best, density)
        if density > self.weights.least * self.best:
            heapq.heappush(self.heap, (-density, number, len(self.chosen)))

    def _take(self, candidate: Candidate) -> None:
        self.chosen[candidate.order] = candidate
        self.left -= candidate.words
        self.meetings.update(candidate.meetings)
        if candidate.announces:
            self.upcoming = 0.0
        for lemma in candidate.content:
            self.untold.pop(lemma, None)
        for number in self.waiting.pop(candidate.order, ()):
            self._push(number)

    def _density(self, candidate: Candidate) -> float:
        untold = self.untold
        fresh = sum([untold[lemma] for lemma in candidate.content if lemma in untold])
        told = sum(worth for meeting, worth in candidate.meetings.items() if meeting not in self.meetings)
        gain = candidate.worth + self.weights.coverage * fresh + self.weights.meeting * told
        gain += self.upcoming * candidate.announces
        return float(gain / candidate.words**self.weights.thrift)


def _repeats(content: frozenset[str], told: frozenset[str]) -> bool:
    """Do the words of substance of a sentence tell those of another again?  Two or three words are too few to say."""
    shared = len(content & told)
    return (shared >= REPEATED * len(content) and len(content) > 2) or (shared >= RETOLD * len(told) and len(told) > 5)
