"""Sentences that describe a picture: captions that a page, or whoever pasted it, ran into the text."""

from __future__ import annotations

from functools import lru_cache

from briefbook.analysis.document import AnalysedDocument, Token
from briefbook.lexicons import load
from briefbook.lexicons.gated import Gated, gated
from briefbook.model import BlockKind

RUNNING = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
AUXILIARIES = ("aux", "auxpass")


def captions(document: AnalysedDocument) -> frozenset[int]:
    """The indexes of the sentences of the running text that are captions."""
    blocks = document.article.blocks
    whole = "\n".join(block.text for block in blocks).lower()
    caption, dated = (pattern.narrowed(whole) for pattern in _patterns())
    found: set[int] = set()
    for sentence in document.sentences if caption.gate or dated.gate else ():
        if blocks[sentence.block].kind in RUNNING:
            text = document.sentence_text(sentence)
            lowered = text.lower()
            shown = dated.found(text, lowered) and _pictures(document, document.sentence_tokens(sentence))
            if shown or caption.found(text, lowered):
                found.add(sentence.index)
    return frozenset(found)


@lru_cache(maxsize=1)
def _patterns() -> tuple[Gated, Gated]:
    lexicon = load("captions")
    return gated(lexicon.entry("caption")), gated(lexicon.entry("dated-picture"))


def _pictures(document: AnalysedDocument, tokens: tuple[Token, ...]) -> bool:
    """Does the main verb stand in the present (or is there none), as in the description of a picture?"""
    root = next((token for token in tokens if token.dep == "ROOT"), None)
    if root is None:
        return True
    verbs = [root, *document.dependents(root.index, *AUXILIARIES)]
    return not any(verb.tag in ("VBD", "MD") or verb.lower in ("has", "have") for verb in verbs)
