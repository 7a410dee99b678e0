"""Speech marked by a label: transcripts ("VOSS: We are ready.") and headlines ("Voss: bridge must close").

A label counts only when it is the name of a person of the article; a place or a topic before a colon is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, References
from briefbook.model import Actor, ActorKind, Block, BlockKind, MentionForm

BEFORE = re.compile(
    r"(?:\d{1,2}[.:]\d\d(?: ?[ap]m)?(?: [A-Z]{2,4})? ?[-–—:]? )?"  # the time of an entry in a live report
    r"((?:The )?(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3})(?: \(([^()]{1,40})\))?:\s+(?=\S)"
)
HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)\.? ", re.IGNORECASE)
AFTER = re.compile(r"(?::\s+|\s[-–—]\s)((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3})$")

TURN = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|The)\.? )?[A-Z][A-Z .’'-]*(?:\([^()]{1,40}\))?:\s")
"""The label of a turn in a transcript: capitals, whoever it is."""
ANSWER = re.compile(r"(A|Answer|ANSWER):\s+(?=\S)")
QUESTION = re.compile(r"(?:Q|Question|QUESTION):\s")
TURNS = 3
"""Turns that make an article a transcript."""


class Label(NamedTuple):
    """A labelled block: who speaks, tokens of the label, tokens of the words."""

    block: int
    speaker: Actor
    label: tuple[int, int]
    words: tuple[int, int]


class LabelFinder:
    """Finds labelled speech in one document."""

    def __init__(self, references: References) -> None:
        self.document: AnalysedDocument = references.document
        self.people: dict[str, Actor] = {}
        for actor in references.actors:
            if actor.kind is ActorKind.PERSON:
                for name in (actor.name, *actor.aliases, actor.name.split()[-1]):
                    self.people.setdefault(name.casefold(), actor)

    def find(self) -> Iterator[Label]:
        """All labelled blocks, in order, and the blocks in which a labelled speaker of a transcript goes on."""
        numbers = list(self.document.block_sentences)
        found = {number: label for number in numbers for label in self._of_block(number)}
        marked = [n for n in numbers if TURN.match(self.document.article.blocks[n].text)]
        found |= self._answers(numbers)
        last: Label | None = None
        for number in numbers:
            if number in found:
                last = found[number]
                yield last
            elif number in marked or len(marked) < TURNS or number > marked[-1]:
                last = None
            elif last is not None:
                sentences = self.document.block_sentences[number]
                yield last._replace(block=number, words=(sentences[0].first, sentences[-1].last))

    def _answers(self, numbers: list[int]) -> dict[int, Label]:
        """ "A: We walked.": in questions and answers, whoever the article names first speaks."""
        texts = {number: self.document.article.blocks[number].text for number in numbers}
        asked = [number for number in numbers if QUESTION.match(texts[number])]
        matches = {number: match for number in numbers if (match := ANSWER.match(texts[number])) is not None}
        speaker = self._interviewed(asked[0]) if len(asked) >= TURNS <= len(matches) else None
        found: dict[int, Label] = {}
        for number, match in matches.items() if speaker is not None else ():
            block = self.document.article.blocks[number]
            label = self._tokens(block, match.start(1), match.end(1) + 1)
            words = self._tokens(block, match.end(), len(block.text))
            if speaker is not None and label is not None and words is not None:
                found[number] = Label(number, speaker, label, words)
        return found

    def _interviewed(self, before: int) -> Actor | None:
        """The only person named before the first question, or the one named most there."""
        counted = [
            (sum(m.citation.block < before and m.form is MentionForm.NAMED for m in actor.mentions), actor)
            for actor in dict.fromkeys(self.people.values())
        ]
        ranked = sorted(((n, actor) for n, actor in counted if n), key=lambda item: -item[0])
        clear = ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0])
        return ranked[0][1] if clear else None

    def _of_block(self, number: int) -> Iterator[Label]:
        block = self.document.article.blocks[number]
        headline = block.kind is BlockKind.HEADLINE
        if (match := BEFORE.match(block.text)) is not None:
            names = (match[1], match[2] or "")  # "Mrs. BERG (Coldwater):", "The MINISTER FOR TRADE (Mr. Berg):"
            yield from self._label(block, match.start(1), match.end() - 1, match.end(), len(block.text), *names)
        elif headline and (match := AFTER.search(block.text)) is not None:
            yield from self._label(block, match.start(1), match.end(1), 0, match.start(), match[1])

    def _label(
        self, block: Block, label_start: int, label_end: int, start: int, end: int, *names: str
    ) -> Iterator[Label]:
        known = (self.people.get(HONORIFIC.sub("", name).casefold()) for name in names)
        speaker = next((actor for actor in known if actor is not None), None)
        label, words = self._tokens(block, label_start, label_end), self._tokens(block, start, end)
        if speaker is not None and label is not None and words is not None:
            yield Label(block.number, speaker, label, words)

    def _tokens(self, block: Block, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that lie inside a range of code points."""
        sentences = self.document.block_sentences[block.number]
        tokens = self.document.tokens[sentences[0].first : sentences[-1].last]
        inside = [t.index for t in tokens if start <= t.start and t.end <= end and not t.text.isspace()]
        return (inside[0], inside[-1] + 1) if inside else None
