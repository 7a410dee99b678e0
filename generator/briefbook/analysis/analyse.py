"""Article -> AnalysedDocument: run the language model over the prose, block by block.

Blocks of many articles go through the pipeline together (batches of 64), since that is what makes it fast; the
results are put back by article, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from briefbook.analysis.document import AnalysedDocument, Name, Sentence, Token
from briefbook.analysis.language_model import LoadedModel
from briefbook.model import PROSE, Article, Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH_SIZE = 64
"""Blocks a batch; larger ones gain nothing on a laptop's cache."""


def analyse(article: Article, model: LoadedModel) -> AnalysedDocument:
    """Analyse one article."""
    return next(analyse_all([article], model))


def analyse_all(articles: Iterable[Article], model: LoadedModel) -> Iterator[AnalysedDocument]:
    """Analyse articles, lazily and in order."""
    pending: list[Article] = []

    def blocks() -> Iterator[tuple[str, None]]:
        for article in articles:
            pending.append(article)
            for block in _prose(article):
                yield block.text, None

    docs = (doc for doc, _ in model.nlp.pipe(blocks(), as_tuples=True, batch_size=BATCH_SIZE))
    first = next(docs, None)
    while pending or first is not None:
        article = pending.pop(0)
        count = sum(1 for _ in _prose(article))
        own = [] if count == 0 or first is None else [first, *islice(docs, count - 1)]
        if count:
            first = next(docs, None)
        yield _Builder(article).build(own)


def _prose(article: Article) -> Iterator[Block]:
    return (block for block in article.blocks if block.kind in PROSE)


class _Builder:
    """Collects tokens, sentences and names of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []

    def build(self, docs: list[Doc]) -> AnalysedDocument:
        for block, doc in zip(_prose(self.article), docs, strict=True):
            self._add(block.number, doc)
        return AnalysedDocument(
            article=self.article, tokens=tuple(self.tokens), sentences=tuple(self.sentences), names=tuple(self.names)
        )

    def _add(self, block: int, doc: Doc) -> None:
        base = len(self.tokens)
        for span in doc.sents:
            words = [token for token in span if not token.is_space] or list(span)
            self.sentences.append(
                Sentence(
                    index=len(self.sentences),
                    block=block,
                    first=base + span.start,
                    last=base + span.end,
                    start=words[0].idx,
                    end=words[-1].idx + len(words[-1]),
                )
            )
            for token in span:
                self.tokens.append(
                    Token(
                        index=base + token.i,
                        text=token.text,
                        lower=token.lower_,
                        lemma=token.lemma_,
                        pos=token.pos_,
                        tag=token.tag_,
                        dep=token.dep_,
                        head=base + token.head.i,
                        block=block,
                        start=token.idx,
                        end=token.idx + len(token.text),
                        sentence=len(self.sentences) - 1,
                        entity=token.ent_type_,
                    )
                )
        for entity in doc.ents:
            self.names.append(Name(base + entity.start, base + entity.end, entity.label_))
