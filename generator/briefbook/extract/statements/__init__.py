"""Find statements: who said what, directly or reported.

A statement attributes words to a speaker.  Thinking is none unless it is uttered, words in quotation marks that nobody
is said to have spoken are none, and nothing is one that the article denies, expects or only imagines having been said.
Cues are data: `lexicons/data/en/speech.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.statements.assembly import Assembler
from briefbook.extract.statements.utterances import Utterance
from briefbook.model import BlockKind, Citation, Directness, Statement


def extract(references: References) -> tuple[Statement, ...]:
    """All statements, in the order of the text."""
    assembler = Assembler(references)
    found = assembler.utterances()
    return tuple(_statement(number, item, assembler) for number, item in enumerate(found, start=1))


def _statement(number: int, item: Utterance, assembler: Assembler) -> Statement:
    document = assembler.document
    return Statement(
        id=f"statement-{number}",
        speaker=item.speaker.actor,
        speaker_name=item.speaker.name,
        cue=document.text(item.cue.first, item.cue.last),
        content=tuple(_slices(document, item.ranges)),
        directness=_directness(item, assembler),
        citations=tuple(document.cite_sentence(n) for n in sorted(item.sentences)),
        reason=item.note or item.speaker.reason,
        denial=item.cue.denial,
        no_comment=item.cue.no_comment,
    )


def _directness(item: Utterance, assembler: Assembler) -> Directness:
    """A transcript gives the words themselves; elsewhere the quotation marks decide."""
    if item.cue.kind == "label" and assembler.document.article.blocks[item.block].kind is not BlockKind.HEADLINE:
        return Directness.DIRECT
    return assembler.reader.directness(item.ranges)


def _slices(document: AnalysedDocument, ranges: Iterable[tuple[int, int]]) -> Iterable[Citation]:
    """Citations of the ranges, a comma before a closing mark left out."""
    for first, last in sorted(set(ranges)):
        while last - 1 > first and document.tokens[last - 1].text in (",", " "):
            last -= 1
        yield document.cite(first, last)
