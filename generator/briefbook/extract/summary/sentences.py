"""Which sentences may stand in a summary, and what each is about.

Headlines and subheads are not told again; captions and service lines that a page ran into its text are left out, as
is a sentence that the article prints twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.analysis.captions import captions
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.quoted import PLAIN, Quoted, quoted, unpaired
from briefbook.extract.summary.slices import Version, versions
from briefbook.lexicons.gated import Gated
from briefbook.model import BlockKind

TOLD = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
SUBSTANCE = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
SHORTEST = 5
"""Fewest words of a sentence worth telling."""
IMAGINED = re.compile(r"\b(?:I|we|you)(?:['’](?:d|ll))?\b")
"""Beside an opening "if" the writer imagines or advises: no news."""

VERBAL = ("VERB", "AUX")
HEADING = 15
"""Most words of a paragraph that is a heading."""
WHOLE = 12
"""Fewest words of a sentence that begins or ends inside a quotation: a shorter one is a scrap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of the running text.

    Attributes:
        order: Position among the sentences that may be told.
        text: As written.
        versions: Printable forms, the whole sentence first.
        content: Lemmas of the words of substance in the whole sentence.
        opens: It is the first of its paragraph.
        topic: Lemmas of the subhead above it; empty without one.
        quoted: How it stands to quotation marks.
    """

    order: int
    sentence: Sentence
    text: str
    versions: tuple[Version, ...]
    content: frozenset[str]
    opens: bool
    topic: frozenset[str] = frozenset()
    quoted: Quoted = PLAIN


def substance(document: AnalysedDocument, first: int, last: int) -> Iterator[str]:
    """Lemmas of the words of substance in tokens [first, last)."""
    empty = cues().empty
    for token in document.tokens[first:last]:
        if token.pos in SUBSTANCE and len(token.text) > 1:
            lemma = token.lemma.lower()
            if lemma not in empty:
                yield lemma


def tellable(document: AnalysedDocument) -> list[Told]:
    """The sentences that may stand in a summary, in order."""
    found: list[Told] = []
    seen = {(document.article.headline or "").strip()}
    block, topic = -1, frozenset[str]()
    service, shown, marks = _boilerplate(document), captions(document), quoted(document)
    for sentence in document.sentences:
        text = document.sentence_text(sentence)
        if _heads(document, sentence, text):
            topic = frozenset(substance(document, sentence.first, sentence.last))
        elif document.article.blocks[sentence.block].kind in TOLD and text not in seen and sentence.index not in shown:
            if not _news(document, sentence, text, service) or not (forms := versions(document, sentence)):
                continue
            seen.add(text)
            opens, block = sentence.block != block, sentence.block
            content = frozenset(substance(document, *forms[0][0]))
            item = Told(
                order=len(found),
                sentence=sentence,
                text=text,
                versions=tuple(forms),
                content=content,
                opens=opens,
                topic=topic,
                quoted=marks.get(sentence.index, PLAIN),
            )
            found.append(item)
    return found


def _heads(document: AnalysedDocument, sentence: Sentence, text: str) -> bool:
    """Is it a subhead, or a paragraph that reads like one: short, alone and without a mark at its end?"""
    kind = document.article.blocks[sentence.block].kind
    if kind is not BlockKind.PARAGRAPH:
        return kind is BlockKind.SUBHEAD
    alone = len(document.article.blocks[sentence.block].text) <= len(text) + 1
    return alone and sentence.last - sentence.first <= HEADING and text[-1:].isalnum()


def frequencies(told: list[Told]) -> Counter[str]:
    """In how many sentences each lemma stands."""
    return Counter(lemma for item in told for lemma in item.content)


def _boilerplate(document: AnalysedDocument) -> Gated:
    """The pattern of service lines, narrowed to what this article can hold."""
    return cues().boilerplate.narrowed("\n".join(block.text for block in document.article.blocks).lower())


def _news(document: AnalysedDocument, sentence: Sentence, text: str, service: Gated) -> bool:
    """Is it a sentence with a verb: no service line, no scrap, no line without a full stop, no question?"""
    if document.article.authors and text.startswith(document.article.authors):
        return False  # "Jo Reed writes about science from Lima"
    if text.count(" ") < SHORTEST - 1 or not text.rstrip("\"”’')]*").endswith((".", "!", "…", ",", ";", ":")):
        return False
    if unpaired(text) and text.count(" ") < WHOLE - 1:
        return False
    lowered = text.lower()
    if lowered.startswith("if ") and IMAGINED.search(text):
        return False
    return not service.found(text, lowered) and any(t.pos in VERBAL for t in document.sentence_tokens(sentence))
