"""Quotations: which tokens stand in quotation marks.

A mark opens or closes by what stands beside it (a straight mark has no side of its own), so a mark that an editor
dropped spoils only its own quotation.  A quotation that is never closed runs to the end of its sentence when it
began inside one, and to the end of the paragraph when it began one; one that was never opened runs back to the
start of its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis.document import AnalysedDocument, Sentence
from briefbook.model import BlockKind

MARK = re.compile(r"''|``|[\"“”„«»]|[‘’']")
OPENING, CLOSING, EITHER = "“„«", "”»", ('"', "''", "``")
SINGLE = "‘’'"
ELISIONS = re.compile(r"['’](?:s|t|re|ve|ll|d|m|em|n|til|cause|tis|twas|\d0s)\b", re.IGNORECASE)
STRAY_WORDS = 5
"""Words behind a quotation, such as who said it, after which a further closing mark is a slip."""
ENDS_SPEECH = ",.?!…"


class Quote(NamedTuple):
    """A quotation: tokens [first, last) inside the marks, in one block.

    Attributes:
        start: First code point inside the marks.
        end: One past the last code point inside the marks.
        closed: A closing mark was found.
        opened: An opening mark was found.
    """

    first: int
    last: int
    block: int
    start: int
    end: int
    opened: bool
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    single: bool


def find_quotes(document: AnalysedDocument) -> tuple[Quote, ...]:
    """All outermost quotations of a document, in order."""
    found: list[Quote] = []
    for number, sentences in document.block_sentences.items():
        block = document.article.blocks[number]
        if not MARK.search(block.text):
            continue
        headline = block.kind is BlockKind.HEADLINE
        for start, end, opened, closed in _ranges(block.text, sentences, headline):
            if (quote := _to_tokens(document, sentences, start, end, opened, closed)) is not None:
                found.append(quote)
    return tuple(found)


def _to_tokens(
    document: AnalysedDocument, sentences: tuple[Sentence, ...], start: int, end: int, opened: bool, closed: bool
) -> Quote | None:
    """The tokens between two code points of a block."""
    low, high = sentences[0].first, sentences[-1].last
    tokens = document.tokens
    first = bisect_left(tokens, start, low, high, key=lambda t: t.start)
    last = bisect_left(tokens, end, first, high, key=lambda t: t.start)
    words = [t for t in tokens[first:last] if not t.text.isspace()]
    if not words:
        return None
    return Quote(words[0].index, words[-1].index + 1, words[0].block, words[0].start, words[-1].end, opened, closed)


def _ranges(text: str, sentences: tuple[Sentence, ...], headline: bool) -> Iterator[tuple[int, int, bool, bool]]:
    """Code point ranges inside the marks, with whether each was opened and closed."""
    marks = list(_marks(text))
    if any(not mark.single for mark in marks) and not headline:
        marks = [mark for mark in marks if not mark.single]
    open_at: int | None = None
    done = 0
    for mark in marks:
        if mark.opens:
            if open_at is not None:
                end = _unclosed_end(sentences, open_at, _before_next(sentences, open_at, mark.start))
                yield open_at, end, True, False
            open_at = mark.end
        elif open_at is not None:
            yield open_at, mark.start, True, True
            open_at, done = None, mark.end
        elif not mark.single and not text[mark.start - 1 : mark.start].isdigit():
            start = max(done, _sentence_at(sentences, max(0, mark.start - 1)).start)
            if not done or start != done or len(text[start : mark.start].split()) > STRAY_WORDS:
                yield start, mark.start, False, True
            done = mark.end
    if open_at is not None:
        yield open_at, _unclosed_end(sentences, open_at, len(text)), True, False


def _marks(text: str) -> Iterator[_Mark]:
    for match in MARK.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if mark in SINGLE:
            if (opens := _single(text, mark, start, before, after)) is not None:
                yield _Mark(start, end, opens, single=True)
        elif mark in OPENING or mark in CLOSING:
            yield _Mark(start, end, mark in OPENING, single=False)
        else:
            yield _Mark(start, end, _faces_right(before, after), single=False)


def _faces_right(before: str, after: str) -> bool:
    """A straight mark opens when it leans on the word after it."""
    if after.isspace():
        return False
    return (
        before.isspace() or before in "([{—–-‘'“/" or not (after.isalnum() or before in ENDS_SPEECH or before.isalnum())
    )


def _single(text: str, mark: str, start: int, before: str, after: str) -> bool | None:
    """Does a single mark open (True), close (False), or is it an apostrophe (None)?"""
    if mark == "‘" or (mark == "'" and (before.isspace() or before in "([—–") and after.isalnum()):
        return None if ELISIONS.match(text, start) else True
    if after.isalnum() or before.isspace():
        return None
    return False


def _sentence_at(sentences: tuple[Sentence, ...], at: int) -> Sentence:
    return next((s for s in sentences if s.end > at), sentences[-1])


def _before_next(sentences: tuple[Sentence, ...], start: int, following: int) -> int:
    """Where the sentence with the next mark begins, when it is another one: that sentence tells who speaks anew."""
    after = _sentence_at(sentences, following)
    return after.start if after.start > start else following


def _unclosed_end(sentences: tuple[Sentence, ...], start: int, limit: int) -> int:
    """Where a quotation that was never closed ends."""
    sentence = _sentence_at(sentences, start)
    begins_it = start - sentence.start <= 1
    end = sentences[-1].end if begins_it else sentence.end
    return min(end, limit)
