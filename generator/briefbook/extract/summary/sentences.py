"""Which sentences may stand in a summary, and what each is about.

Headlines and subheads are not told again; captions and service lines that a page ran into its text are left out, as
is a sentence that the article prints twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument, Sentence, Token
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.slices import Version, unpaired, versions
from briefbook.model import BlockKind

TOLD = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
SUBSTANCE = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
SHORTEST = 5
"""Fewest words of a sentence worth telling."""
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
    """

    order: int
    sentence: Sentence
    text: str
    versions: tuple[Version, ...]
    content: frozenset[str]
    opens: bool


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
    block = -1
    for sentence in document.sentences:
        text = document.sentence_text(sentence)
        if (
            document.article.blocks[sentence.block].kind not in TOLD
            or text in seen
            or not _news(document, sentence, text)
        ):
            continue
        forms = versions(document, sentence)
        if not forms:
            continue
        seen.add(text)
        content = frozenset(substance(document, *forms[0][0]))
        opens, block = sentence.block != block, sentence.block
        found.append(
            Told(order=len(found), sentence=sentence, text=text, versions=tuple(forms), content=content, opens=opens)
        )
    return found


def frequencies(told: list[Told]) -> Counter[str]:
    """In how many sentences each lemma stands."""
    return Counter(lemma for item in told for lemma in item.content)


def _news(document: AnalysedDocument, sentence: Sentence, text: str) -> bool:
    """Is it running text: no caption, no service line, no scrap, no line without a full stop, no question?"""
    if text.count(" ") < SHORTEST - 1 or not text.rstrip("\"”’')]*").endswith((".", "!", "…", ",", ";", ":")):
        return False
    if unpaired(text) and text.count(" ") < WHOLE - 1:
        return False
    words, lowered = cues(), text.lower()
    if words.boilerplate.found(text, lowered) or words.caption.found(text, lowered):
        return False
    return not (words.dated_picture.found(text, lowered) and _pictures(document.sentence_tokens(sentence)))


def _pictures(tokens: tuple[Token, ...]) -> bool:
    """Does the main verb stand in the present (or is there none), as in the description of a picture?"""
    root = next((token for token in tokens if token.dep == "ROOT"), None)
    return root is None or root.tag not in ("VBD", "VBN", "MD", "VB")
