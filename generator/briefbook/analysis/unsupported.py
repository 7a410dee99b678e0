"""Text that no language model reads (languages without a pack, the rest of very long texts): sentences by their marks
alone, so that sources can still be cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, pairwise

from briefbook import lexicons
from briefbook.analysis.document import AnalysedDocument, Sentence
from briefbook.model import PROSE, Article, Block

LANGUAGE = "en"
ENDS = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？؟।]+[”’」』）]*)\s*|\n+")
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
ENOUGH = 40
"""Words from which a text's language can be told by its common words."""


def is_supported(article: Article) -> bool:
    """Is the article in English: stated so, or by its common words when nothing is stated?"""
    if article.language:
        return article.language.replace("_", "-").split("-")[0].lower() == LANGUAGE
    prose = (block.text[:5000] for block in article.blocks if block.kind in PROSE)
    words = [found[0] for found in islice((word for text in prose for word in WORD.finditer(text)), 2000)]
    if not words:
        return True
    if sum(word.isascii() for word in words) < 0.5 * len(words):
        return False
    if len(words) < ENOUGH:
        return True
    function_words = lexicons.load("function_words").words()
    return sum(word.lower() in function_words for word in words) > 0.15 * len(words)


def split(article: Article) -> AnalysedDocument:
    """The article's sentences, without tokens."""
    prose = ((block, 0) for block in article.blocks if block.kind in PROSE)
    return AnalysedDocument(article=article, sentences=marked_sentences(prose), supported=False)


def marked_sentences(portions: Iterable[tuple[Block, int]]) -> tuple[Sentence, ...]:
    """The sentences of blocks, each from a code point to its end, without tokens."""
    sentences: list[Sentence] = []
    for block, begin in portions:
        for start, end in _extents(block.text[begin:]):
            sentences.append(Sentence(len(sentences), block.number, 0, 0, begin + start, begin + end))
    return tuple(sentences)


def _extents(text: str) -> list[tuple[int, int]]:
    """Sentences as code points [start, end), outer white space left out."""
    bounds = [0, *(found.end() for found in ENDS.finditer(text)), len(text)]
    trimmed = []
    for start, end in pairwise(bounds):
        inner = text[start:end]
        if inner.strip():
            trimmed.append((start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())))
    return trimmed
