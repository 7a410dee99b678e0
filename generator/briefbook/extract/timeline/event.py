"""An event as the rooms of the timeline hand it on, and which sentences tell the news."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.extract.timeline.clauses import Clause
from briefbook.extract.timeline.dating import When
from briefbook.model import BlockKind, EventStatus

LEAD_SENTENCES = 2
"""So many sentences of the first full paragraph tell the day's news."""

LEAD_WORDS = 8
"""A paragraph with fewer words is a date line or a byline."""

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event: its clause, the sentences that tell of it (the first is the clause's), when, who, whether it took place
    and whether it is history; `told` is when it was told, where the sentence says so ("said on Tuesday that ...")."""

    clause: Clause
    sentences: tuple[Sentence, ...]
    when: When
    actors: tuple[str, ...]
    status: EventStatus = EventStatus.HAPPENED
    background: bool = False
    told: When | None = None


def is_headline(document: AnalysedDocument, sentence: Sentence) -> bool:
    """Does the sentence stand in the headline, or as a first line that ends without a stop?"""
    if document.article.blocks[sentence.block].kind in (
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
    ):
        return True
    return sentence.index == 0 and document.tokens[sentence.last - 1].text not in (
        ".",
        "!",
        "?",
        "”",
        '"',
    )


def words_of(document: AnalysedDocument, sentence: Sentence) -> frozenset[str]:
    """The lemmas that say what a sentence is about."""
    return frozenset(t.lemma.lower() for t in document.sentence_tokens(sentence) if t.pos in TELLING)


def lead_sentences(document: AnalysedDocument) -> frozenset[int]:
    """The sentences that tell the news: headline, standfirst, and the first ones of the first full paragraph."""
    found: set[int] = set()
    for block, sentences in document.block_sentences.items():
        kind = document.article.blocks[block].kind
        words = sentences[-1].last - sentences[0].first
        if kind is BlockKind.SUBHEAD:
            continue
        if kind is BlockKind.PARAGRAPH and words >= LEAD_WORDS and not is_headline(document, sentences[0]):
            return frozenset(found | {s.index for s in sentences[:LEAD_SENTENCES]})
        found |= {s.index for s in sentences}
    return frozenset(found)


def opening_sentence(document: AnalysedDocument, leading: frozenset[int]) -> int:
    """The first sentence of the text itself, after headline, date line and byline; -1 where there is none."""
    sentences = [document.sentences[index] for index in sorted(leading)]
    long = (s.index for s in sentences if s.last - s.first >= LEAD_WORDS and not is_headline(document, s))
    return next(long, -1)
