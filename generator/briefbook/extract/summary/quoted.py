"""Sentences torn out of a quotation: told with their speaker, their marks closed in brackets, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.model import Directness, Statement

MARKS = '“”"'
MARK = re.compile(f"[{MARKS}]")
WORD = re.compile(r"\w")
SINGLE_OPENING = re.compile(r"(?:^|(?<=[\s(—–]))[‘'](?=\w)(?!\d\ds\b|(?i:tis|twas|em|cause|til)\b)")
"""A single mark that opens a quotation, as British papers set them; not "'90s", "'tis"."""
SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…])[’'](?=\W|$)")
PAIRS = {(True, False): ("“", "”"), (False, False): ('"', '"'), (True, True): ("‘", "’"), (False, True): ("'", "'")}
"""Opening and closing mark, by whether they are curly and single."""


class Quoted(NamedTuple):
    """How a sentence stands to the quotation marks of its block.

    Attributes:
        opened: It begins inside a quotation that an earlier sentence opens.
        unclosed: It ends inside one.
        wholly: No word of it stands outside.
        curly: The marks are curly.
        single: They are single.
    """

    opened: bool = False
    unclosed: bool = False
    wholly: bool = False
    curly: bool = True
    single: bool = False


PLAIN = Quoted()


def quoted(document: AnalysedDocument) -> dict[int, Quoted]:
    """For the index of each sentence that a quotation touches."""
    found: dict[int, Quoted] = {}
    for block, sentences in document.block_sentences.items():
        text = document.article.blocks[block].text
        spans: list[tuple[int, int]] = []
        if any(mark in text for mark in MARKS):
            spans = _quotations(document, block, sentences)
        elif "‘" in text or "'" in text:
            spans = list(_single(text, sentences))
        if spans:
            for sentence in sentences:
                state = _state(text, sentence, spans)
                if state is not None:
                    found[sentence.index] = state
    return found


def _quotations(document: AnalysedDocument, block: int, sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """Quotations of a block as [first mark, last mark]; one that is never closed ends with its sentence.

    A paragraph that opens with a mark, never closes it and is followed by another that opens with one is all quotation.
    """
    blocks = document.article.blocks
    text = blocks[block].text
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in MARK.finditer(text):
        at = mark.start()
        if _opens(text, at):
            if opened is not None:
                spans.append((opened, _end_of_sentence(sentences, opened)))
            opened = at
        elif opened is not None:
            spans.append((opened, at))
            opened = None
    if opened is not None:
        runs_on = opened == 0 and block + 1 < len(blocks) and blocks[block + 1].text[:1] in MARKS
        spans.append((opened, len(text) if runs_on else _end_of_sentence(sentences, opened)))
    return spans


def _single(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Quotations in single marks.  "The farmers' union" closes none where the mark of its end is still to come."""
    at = 0
    while opening := SINGLE_OPENING.search(text, at):
        first = opening.start()
        following = SINGLE_OPENING.search(text, opening.end())
        ends = [
            m.start()
            for m in SINGLE_CLOSING.finditer(text, opening.end(), following.start() if following else len(text))
        ]
        firm = [end for end in ends if text[end - 1] in ".,!?…"]
        plural = bool(firm) and text[ends[0] - 1] == "s" and ends[0] < firm[0]
        last = firm[0] if plural else ends[0] if ends else _end_of_sentence(sentences, first)
        yield first, last
        at = max(last, opening.end())


def _opens(text: str, at: int) -> bool:
    """A curly mark tells by itself; a straight one opens after a space and before a word."""
    if text[at] != '"':
        return text[at] == "“"
    return (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,!?;:'’)")) and not text[
        at + 1 : at + 2
    ].isspace()


def _end_of_sentence(sentences: tuple[Sentence, ...], at: int) -> int:
    return next((sentence.end for sentence in sentences if sentence.end > at), at)


def _state(text: str, sentence: Sentence, spans: list[tuple[int, int]]) -> Quoted | None:
    near = [(first, last) for first, last in spans if first < sentence.end and last > sentence.start]
    if not near:
        return None
    at, outside = sentence.start, ""
    for first, last in near:
        outside += text[at : max(at, first)]
        at = last
    return Quoted(
        opened=near[0][0] < sentence.start,
        unclosed=near[-1][1] >= sentence.end,
        wholly=WORD.search(outside + text[at : sentence.end]) is None,
        curly=text[near[0][0]] in "“‘",
        single=text[near[0][0]] in "‘'",
    )


def speakers(document: AnalysedDocument, statements: tuple[Statement, ...]) -> dict[int, str]:
    """For the index of each sentence of direct speech who speaks."""
    found: dict[int, str] = {}
    for statement in statements:
        if statement.directness is Directness.INDIRECT or not statement.speaker_name:
            continue
        for citation in statement.citations:
            index = document.token_starts.get((citation.block, citation.start))
            if index is not None:
                found[document.tokens[index].sentence] = statement.speaker_name
    return found


def closed(text: str, state: Quoted, speaker: str | None, *, whole_end: bool) -> str:
    """The text with its speaker and the marks it lacks, ours in brackets; `whole_end` when it keeps the sentence's end."""
    opening, closing = PAIRS[state.curly, state.single]
    before = f"{speaker}:" if speaker else ""
    if state.opened:
        before = f"{before} {opening}".strip()
    after = f"[{closing}]" if state.unclosed and whole_end else ""
    return f"{f'[{before}]' if before else ''}{'' if state.opened or not before else ' '}{text}{after}"


def unpaired(text: str) -> bool:
    """Does the text open a quotation or bracket that it does not close, or the reverse?"""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”") or text.count("(") != text.count(")")
