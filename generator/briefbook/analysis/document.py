"""The analysed document: an article's prose as tokens, sentences and names, free of the library that found them.

Every token knows its block and its offsets in that block's text, so whatever is found can be cited.  Tokens of the
whole article stand in one list; `head` and the ranges below are indexes into it.  No sentence, name or dependency
crosses a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefbook.model import Article, Citation

DATELINE = "dateline"
"""The dependency label of a dateline's tokens: they hang on the root of their sentence and are no part of its grammar."""


class Token(NamedTuple):
    """One token.

    Attributes:
        index: Position in `AnalysedDocument.tokens`.
        text: As written.
        lower: `text` in lower case.
        lemma: Base form.
        pos: Universal part of speech (`NOUN`, `PROPN`, `VERB` ...).
        tag: Penn Treebank tag (`VBD`, `NNP` ...).
        dep: Dependency label in the ClearNLP scheme (`nsubj`, `dobj`, `pobj` ...).
        head: Index of the governing token; its own index for a root.
        block: Number of the block.
        start: First code point in the block's text.
        end: One past the last code point.
        sentence: Index in `AnalysedDocument.sentences`.
        entity: Label of the name the model sees here (`PERSON`, `ORG`, `GPE`, `DATE` ...), or "".
        cased: As running text would write it, of the same length: other than `text` in titles and shouted text.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody calls
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    block: int
    start: int
    end: int
    sentence: int
    entity: str
    cased: str

    @property
    def restored(self) -> bool:
        """Does running text write it otherwise?"""
        return self.cased != self.text


class Sentence(NamedTuple):
    """A sentence: tokens [first, last) and code points [start, end) of its block, outer white space left out."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody calls
    block: int
    first: int
    last: int
    start: int
    end: int


class Name(NamedTuple):
    """A name as the model sees it: tokens [first, last) with its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, kw_only=True)
class AnalysedDocument:
    """An article's prose (headline, standfirst, subheads, paragraphs; no captions), analysed.

    Attributes:
        article: What was analysed.
        tokens: Of all prose blocks, in order.
        sentences: Of all prose blocks, in order.
        names: As the model sees them, in order, not overlapping.
        supported: The article's language has a language model; without one there are sentences, and no tokens.
        unread: Sentences of a very long text beyond what is analysed, by their marks alone; they have no tokens.
    """

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    supported: bool = True
    unread: tuple[Sentence, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indexes of the tokens it governs, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(map(tuple, found))

    @cached_property
    def extents(self) -> list[tuple[int, int]]:
        """For each token the range [first, last) spanned by it and all it governs."""
        heads = [token.head for token in self.tokens]
        firsts, lasts = list(range(len(heads))), list(range(len(heads)))
        for index, head in enumerate(heads):
            here = index
            while head != here and not firsts[head] <= index <= lasts[head]:
                here = head
                firsts[here], lasts[here] = min(firsts[here], index), max(lasts[here], index)
                head = heads[here]
        return [(first, last + 1) for first, last in zip(firsts, lasts, strict=True)]

    @cached_property
    def block_sentences(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each prose block by block number."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return {block: tuple(items) for block, items in found.items()}

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the article writes with a small letter."""
        return frozenset(token.cased for token in self.tokens if token.cased[:1].islower())

    @cached_property
    def token_starts(self) -> dict[tuple[int, int], int]:
        """Token index by (block, first code point)."""
        return {(token.block, token.start): token.index for token in self.tokens}

    @cached_property
    def token_ends(self) -> dict[tuple[int, int], int]:
        """Token index by (block, one past the last code point); a full stop inside the token ("Inc.") may be left out."""
        inside = {
            (token.block, token.end - 1): token.index
            for token in self.tokens
            if len(token.text) > 1 and token.text[-1] == "."
        }
        return inside | {(token.block, token.end): token.index for token in self.tokens}

    def text(self, first: int, last: int) -> str:
        """The article's text over tokens [first, last), which must lie in one block."""
        a, z = self.tokens[first], self.tokens[last - 1]
        return self.article.blocks[a.block].text[a.start : z.end]

    def cased_text(self, first: int, last: int) -> str:
        """The same text as running text would write it."""
        text, start = self.text(first, last), self.tokens[first].start
        for token in self.tokens[first:last]:
            if token.restored:
                text = text[: token.start - start] + token.cased + text[token.end - start :]
        return text

    def cite(self, first: int, last: int) -> Citation:
        """A citation of tokens [first, last), which must lie in one block."""
        a, z = self.tokens[first], self.tokens[last - 1]
        return self.article.cite(a.block, a.start, z.end)

    def cite_sentence(self, sentence: Sentence | int) -> Citation:
        """A citation of a whole sentence."""
        found = self.sentences[sentence] if isinstance(sentence, int) else sentence
        return self.article.cite(found.block, found.start, found.end)

    def cite_told(self, sentence: Sentence | int) -> Citation:
        """A citation of a sentence without its dateline."""
        found = self.sentences[sentence] if isinstance(sentence, int) else sentence
        first = self.tokens[self.told_from(found)]
        return self.article.cite(found.block, max(found.start, first.start), found.end)

    def sentence_text(self, sentence: Sentence) -> str:
        """The text of a sentence."""
        return self.article.blocks[sentence.block].text[sentence.start : sentence.end]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def token_range(self, citation: Citation) -> tuple[int, int] | None:
        """The tokens [first, last) that a citation covers exactly, or None when it cuts a token or is not prose."""
        first = self.token_starts.get((citation.block, citation.start))
        last = self.token_ends.get((citation.block, citation.end))
        return (first, last + 1) if first is not None and last is not None else None

    def told_from(self, sentence: Sentence) -> int:
        """The first token of a sentence that is no dateline."""
        first = sentence.first
        while first < sentence.last - 1 and self.tokens[first].dep == DATELINE:
            first += 1
        return first

    def subtree(self, index: int) -> tuple[int, int]:
        """The contiguous token range [first, last) spanned by a token and all it governs."""
        return self.extents[index]

    def dependents(self, index: int, *labels: str) -> list[Token]:
        """The tokens that a token governs, in order: all, or those that bear one of these dependency labels."""
        tokens = self.tokens
        return [t for child in self.children[index] if (t := tokens[child]).dep in labels or not labels]

    def ancestors(self, index: int) -> Iterator[Token]:
        """The governing tokens from the nearest to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield self.tokens[index]

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """The token itself and those coordinated after it ("Hamas, Fatah and the PIJ": three), in order."""
        found, todo = [index], [index]
        while todo:
            here = todo.pop()
            more = [child for child in self.children[here] if self.tokens[child].dep == "conj"]
            found.extend(more)
            todo.extend(more)
        return tuple(sorted(found))
