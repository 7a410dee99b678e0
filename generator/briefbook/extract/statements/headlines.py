"""Statements of the headline: what the text below tells more fully is one statement with it.

"Bridge to close in May, says Voss" above "Voss said on Monday the bridge would close in May" is told once, with both
sentences as sources.  A bare label ("Voss: bridge to close") counts only when the text bears it out.
"""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.statements.utterances import Utterance
from briefbook.model import BlockKind

SHARED = 2
"""Content words a headline must share with a statement of the text to be the same."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def fold_headlines(found: list[Utterance], document: AnalysedDocument) -> list[Utterance]:
    """The utterances, those of the headline folded into the ones that tell the same."""
    top = [u for u in found if document.article.blocks[u.block].kind is BlockKind.HEADLINE]
    body = [u for u in found if u not in top]
    for utterance in top:
        same = _same(utterance, body, document)
        if same is not None:
            same.sentences |= utterance.sentences
        elif utterance.cue.kind != "label":
            body.append(utterance)
    return body


def _same(headline: Utterance, body: list[Utterance], document: AnalysedDocument) -> Utterance | None:
    """The statement below by the same speaker that shares most words with the headline's."""
    words = _words(headline, document)
    best, most = None, SHARED - 1
    for utterance in body:
        if _one_speaker(utterance, headline):
            shared = len(words & _words(utterance, document))
            if shared > most:
                best, most = utterance, shared
    return best


def _one_speaker(a: Utterance, b: Utterance) -> bool:
    if a.speaker.actor is not None or b.speaker.actor is not None:
        return a.speaker.actor == b.speaker.actor
    return a.speaker.name.casefold() == b.speaker.name.casefold()


def _words(utterance: Utterance, document: AnalysedDocument) -> set[str]:
    tokens = (document.tokens[i] for first, last in utterance.ranges for i in range(first, last))
    return {t.lemma.lower() for t in tokens if t.pos in CONTENT}
