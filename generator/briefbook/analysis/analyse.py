"""Article -> AnalysedDocument: run the language model over the prose, block by block.

Blocks of many articles go through the pipeline together (batches of 64), since that is what makes it fast; the
results are put back by article, in order.  Long blocks are handed over in portions (`pieces`), a dateline apart from its
sentence, titles in the small letters of running text (`casing`), and sentence boundaries are repaired (`boundaries`);
offsets stay the article's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefbook.analysis.boundaries import ranks, sentence_starts
from briefbook.analysis.casing import habits, restored
from briefbook.analysis.columns import Columns, Labels, columns
from briefbook.analysis.document import DATELINE, AnalysedDocument, Name, Sentence, Token
from briefbook.analysis.language_model import LoadedModel
from briefbook.analysis.pieces import LONGEST, pieces, storable
from briefbook.analysis.unsupported import is_supported, marked_sentences, split
from briefbook.analysis.word_classes import WordClasses
from briefbook.grammar.datelines import dateline_end
from briefbook.model import PROSE, Article, Block, BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH_SIZE = 64
"""Blocks a batch; larger ones gain nothing on a laptop's cache."""

MOST_CHARACTERS = 300_000
"""Characters of one article that are analysed, some 50,000 words: no article is nearly as long, and memory stays bounded."""
MOST_PORTIONS = 5_000
"""Blocks (or portions of long ones) of one article that are analysed."""

TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})


class _Piece(NamedTuple):
    """A portion of a block's prose as the model reads it; `start` is its first code point in the block."""

    block: Block
    start: int
    text: str
    dateline: bool = False


class _Filed(NamedTuple):
    """A dateline that the model has read and that waits for its sentence."""

    piece: _Piece
    seen: Columns
    names: tuple[Name, ...]


def analyse(article: Article, model: LoadedModel) -> AnalysedDocument:
    """Analyse one article."""
    return next(analyse_all([article], model))


def analyse_all(articles: Iterable[Article], model: LoadedModel) -> Iterator[AnalysedDocument]:
    """Analyse articles, lazily and in order; one in another language than English has sentences only."""
    pending: list[tuple[Article, list[_Piece], tuple[Sentence, ...]]] = []

    def texts() -> Iterator[str]:
        for article in articles:
            portions, unread = _portions(article) if is_supported(article) else ([], ())
            pending.append((article, portions, unread))
            for piece in portions:
                yield piece.text

    docs = model.nlp.pipe(texts(), batch_size=BATCH_SIZE, disable=model.classes.skipped)
    labels = Labels(model.nlp.vocab.strings)
    first = next(docs, None)
    while pending or first is not None:
        article, portions, unread = pending.pop(0)
        builder = _Builder(article, unread, labels, model.classes)
        for number, piece in enumerate(portions):
            doc = first if number == 0 else next(islice(docs, 1))
            assert doc is not None  # the model gives one document a text
            builder.add(piece, doc)
        if portions:
            first = next(docs, None)
        yield builder.built() if portions or is_supported(article) else split(article)


def _portions(article: Article) -> tuple[list[_Piece], tuple[Sentence, ...]]:
    """What the model reads of an article, and the sentences beyond."""
    prose = [block for block in article.blocks if block.kind in PROSE]
    learned = habits(_beginnings(prose))
    found: list[_Piece] = []
    size = 0
    for number, block in enumerate(prose):
        text = block.text[: MOST_CHARACTERS + LONGEST]
        readable = storable(restored(text, learned))
        told = dateline_end(text) if block.kind is BlockKind.PARAGRAPH else 0
        for start, portion in pieces(readable[told:]):
            if size + len(portion) > MOST_CHARACTERS or len(found) >= MOST_PORTIONS:
                return found, marked_sentences([(block, told + start), *((later, 0) for later in prose[number + 1 :])])
            if told and not start:
                found.append(_Piece(block, 0, readable[:told], dateline=True))
            found.append(_Piece(block, told + start, portion))
            size += len(portion)
    return found, ()


def _beginnings(prose: list[Block]) -> Iterator[str]:
    """The texts of the blocks up to about as far as they are analysed."""
    left = MOST_CHARACTERS
    for block in prose:
        if left > 0:
            yield block.text[: MOST_CHARACTERS + LONGEST]
        left -= len(block.text)


class _Builder:
    """Collects tokens, sentences and names of one article."""

    def __init__(self, article: Article, unread: tuple[Sentence, ...], labels: Labels, classes: WordClasses) -> None:
        self.article = article
        self.unread = unread
        self.labels = labels
        self.classes = classes
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.strings: dict[str, str] = {}
        self.filed: _Filed | None = None

    def built(self) -> AnalysedDocument:
        return AnalysedDocument(
            article=self.article,
            tokens=tuple(self.tokens),
            sentences=tuple(self.sentences),
            names=tuple(self.names),
            unread=self.unread,
        )

    def add(self, piece: _Piece, doc: Doc) -> None:
        """Add what the model found in one portion."""
        seen = columns(doc, self.labels, self.classes)
        starts = [0] if piece.dateline else sentence_starts(seen, single=piece.block.kind in TITLES)
        names = tuple(_names(doc, seen, frozenset(starts)))
        if piece.dateline:
            self.filed = _Filed(piece, seen, names)
            return
        filed, self.filed = self.filed, None
        opening = len(self.tokens)
        ends = [*starts[1:], len(seen.texts)]
        if filed is not None:
            self._dateline(filed, _heads(seen, 0, ends[0]))
        base, lead = len(self.tokens), len(self.sentences)
        for start, end in zip(starts, ends, strict=True):
            self._sentence(piece, seen, base, start, end)
        if filed is not None:
            self.sentences[lead] = self.sentences[lead]._replace(first=opening, start=self.tokens[opening].start)
        self.names += (Name(base + name.first, base + name.last, name.label) for name in names)

    def _dateline(self, filed: _Filed, heads: list[int]) -> None:
        """Add a dateline as part of the sentence to come, hung on its root: no word of that sentence governs by it."""
        base, size = len(self.tokens), len(filed.seen.texts)
        root = base + size + next((index for index, head in enumerate(heads) if head == index), 0)
        self._tokens(filed.piece, filed.seen, range(size), [root] * size, len(self.sentences), DATELINE)
        self.names += (Name(base + name.first, base + name.last, name.label) for name in filed.names)

    def _sentence(self, piece: _Piece, seen: Columns, base: int, start: int, end: int) -> None:
        words = [index for index in range(start, end) if not seen.spaces[index]] or [start, end - 1]
        number, block = len(self.sentences), piece.block
        self.sentences.append(
            Sentence(
                index=number,
                block=block.number,
                first=base + start,
                last=base + end,
                start=piece.start + seen.starts[words[0]],
                end=piece.start + seen.starts[words[-1]] + len(seen.texts[words[-1]]),
            )
        )
        heads = [base + head for head in _heads(seen, start, end)]
        self._tokens(piece, seen, range(start, end), heads, number)

    def _tokens(
        self, piece: _Piece, seen: Columns, span: range, heads: list[int], number: int, relation: str | None = None
    ) -> None:
        """Add tokens of a portion with their governors; `relation` is the label of all of them where it is given."""
        keep, block, base = self.strings.setdefault, piece.block, len(self.tokens) - span.start
        for index, head in zip(span, heads, strict=True):
            read = seen.texts[index]
            at = piece.start + seen.starts[index]
            text, lower = block.text[at : at + len(read)], read.lower()
            if text != read:
                lower = text.lower()
            is_root = head == base + index != base + seen.heads[index]
            self.tokens.append(
                Token(  # by position: names would double what the making of a token costs
                    base + index,
                    keep(text, text),
                    keep(lower, lower),
                    seen.lemmas[index],
                    seen.parts[index],
                    seen.tags[index],
                    relation or ("ROOT" if is_root else seen.relations[index]),
                    head,
                    block.number,
                    at,
                    at + len(text),
                    number,
                    seen.entities[index],
                    keep(read, read),
                )
            )


def _names(doc: Doc, seen: Columns, starts: frozenset[int]) -> Iterator[Name]:
    """The model's names, in a portion's own tokens; none crosses the begin of a sentence."""
    for entity in doc.ents:
        first, last = entity.start, entity.end
        while first < last and seen.texts[first] in ranks():
            first += 1  # a rank is no name, nor part of one
        if first < last and starts.isdisjoint(range(first + 1, last)):
            yield Name(first, last, entity.label_)


def _heads(seen: Columns, start: int, end: int) -> list[int]:
    """The governors of tokens [start, end), none outside: a mark moved here hangs on the sentence's root."""
    heads = seen.heads[start:end]
    if min(heads) >= start and max(heads) < end:
        return heads
    root = next((start + n for n, head in enumerate(heads) if head == start + n), None)
    for n, head in enumerate(heads):
        if not start <= head < end:
            heads[n] = root if seen.parts[start + n] == "PUNCT" and root is not None else start + n
    return heads
