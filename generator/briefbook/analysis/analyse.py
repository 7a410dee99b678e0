"""Article -> AnalysedDocument: run the language model over the prose, block by block.

Blocks of many articles go through the pipeline together (batches of 64), since that is what makes it fast; the
results are put back by article, in order.  Long blocks are handed over in portions (`pieces`), titles in the small
letters of running text (`casing`), and sentence boundaries are repaired (`boundaries`); offsets stay the article's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefbook.analysis.boundaries import sentence_starts
from briefbook.analysis.casing import habits, restored
from briefbook.analysis.document import AnalysedDocument, Name, Sentence, Token
from briefbook.analysis.language_model import LoadedModel
from briefbook.analysis.pieces import LONGEST, pieces, storable
from briefbook.analysis.unsupported import is_supported, marked_sentences, split
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


def analyse(article: Article, model: LoadedModel) -> AnalysedDocument:
    """Analyse one article."""
    return next(analyse_all([article], model))


def analyse_all(articles: Iterable[Article], model: LoadedModel) -> Iterator[AnalysedDocument]:
    """Analyse articles, lazily and in order; one in another language than English has sentences only."""
    pending: list[tuple[Article, list[_Piece], tuple[Sentence, ...]]] = []

    def texts() -> Iterator[tuple[str, None]]:
        for article in articles:
            portions, unread = _portions(article) if is_supported(article) else ([], ())
            pending.append((article, portions, unread))
            for piece in portions:
                yield piece.text, None

    docs = (doc for doc, _ in model.nlp.pipe(texts(), as_tuples=True, batch_size=BATCH_SIZE))
    first = next(docs, None)
    while pending or first is not None:
        article, portions, unread = pending.pop(0)
        builder = _Builder(article, unread)
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
        for start, portion in pieces(storable(restored(text, learned))):
            if size + len(portion) > MOST_CHARACTERS or len(found) >= MOST_PORTIONS:
                return found, marked_sentences([(block, start), *((later, 0) for later in prose[number + 1 :])])
            found.append(_Piece(block, start, portion))
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

    def __init__(self, article: Article, unread: tuple[Sentence, ...]) -> None:
        self.article = article
        self.unread = unread
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.strings: dict[str, str] = {}

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
        base = len(self.tokens)
        starts = sentence_starts(doc, single=piece.block.kind in TITLES)
        for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
            self._sentence(piece, doc, base, start, end)
        crossed = set(starts)
        for entity in doc.ents:
            if crossed.isdisjoint(range(entity.start + 1, entity.end)):
                self.names.append(Name(base + entity.start, base + entity.end, entity.label_))

    def _sentence(self, piece: _Piece, doc: Doc, base: int, start: int, end: int) -> None:
        span = doc[start:end]
        words = [token for token in span if not token.is_space] or list(span)
        self.sentences.append(
            Sentence(
                index=len(self.sentences),
                block=piece.block.number,
                first=base + start,
                last=base + end,
                start=piece.start + words[0].idx,
                end=piece.start + words[-1].idx + len(words[-1]),
            )
        )
        heads = _heads(doc, start, end)
        keep = self.strings.setdefault
        for token, head in zip(span, heads, strict=True):
            at = piece.start + token.idx
            seen = token.text
            text = piece.block.text[at : at + len(seen)]
            own = head == token.i
            self.tokens.append(
                Token(
                    index=base + token.i,
                    text=keep(text, text),
                    lower=keep(text.lower(), text.lower()),
                    lemma=keep(token.lemma_, token.lemma_),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep="ROOT" if own and token.head.i != token.i else token.dep_,
                    head=base + head,
                    block=piece.block.number,
                    start=at,
                    end=at + len(text),
                    sentence=len(self.sentences) - 1,
                    entity=token.ent_type_,
                    restored=None if seen == text else keep(seen, seen),
                )
            )


def _heads(doc: Doc, start: int, end: int) -> list[int]:
    """The governors of tokens [start, end) of a document, none outside: a mark moved here hangs on the sentence's root."""
    heads = [token.head.i for token in doc[start:end]]
    root = next((start + n for n, head in enumerate(heads) if head == start + n), None)
    for n, head in enumerate(heads):
        if not start <= head < end:
            token = doc[start + n]
            heads[n] = root if token.is_punct and root is not None else start + n
    return heads
