"""The worth of a sentence by itself: position, headline, actors, dates, figures, voice."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument, References, Token
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.quoted import unpaired
from briefbook.extract.summary.sentences import Told, frequencies, substance
from briefbook.extract.summary.weights import Weights
from briefbook.model import BlockKind

PROMINENT = 2.0
"""Prominence of the actors of one sentence counts up to this: a list of names is no summary."""
SPECIFIC = 5
MARKS = frozenset('“”"')
CENTRAL = 5.0
"""Brings the mean recurrence, a tenth to a fifth, to the scale of the other traits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the article as a whole says about importance.

    Attributes:
        headline: Lemmas of the headline.
        prominence: For each sentence index, how prominent the actors named there are, each at most 1.
        dated: Indexes of the sentences that name a date.
        recent: Indexes of those that name a day around the publication.
        count: How many sentences may be told.
        names: For each sentence index, how many names, dates and figures stand there.
        recurrence: For each lemma the share of those sentences that hold it.
    """

    headline: frozenset[str]
    prominence: dict[int, float]
    dated: frozenset[int]
    recent: frozenset[int]
    count: int
    recurrence: dict[str, float]
    names: dict[int, int]


def setting(
    references: References, dated: frozenset[int], told: list[Told], *, recent: frozenset[int] = frozenset()
) -> Setting:
    """Read the article's headline and the prominence of its actors."""
    document = references.document
    headline: set[str] = set()
    for sentence in document.sentences:
        if document.article.blocks[sentence.block].kind is BlockKind.HEADLINE:
            headline.update(substance(document, sentence.first, sentence.last))
    return Setting(
        headline=frozenset(headline),
        prominence=_prominence(references),
        dated=dated,
        recent=recent,
        count=len(told),
        names=Counter(document.tokens[name.first].sentence for name in document.names),
        recurrence={lemma: count / len(told) for lemma, count in frequencies(told).items()},
    )


def worth(document: AnalysedDocument, told: Told, where: Setting, weights: Weights) -> float:
    """The worth of the whole sentence."""
    first, last = told.versions[0][0]
    index, content = told.sentence.index, told.content
    score = weights.base + _position(told.order, where.count, weights) + weights.opens * told.opens
    score += weights.headline * _share(content, where.headline) + weights.subhead * _share(content, told.topic)
    score += weights.central * sum(map(where.recurrence.__getitem__, content)) / max(1, len(content)) * CENTRAL
    score += weights.actors * min(PROMINENT, where.prominence.get(index, 0.0))
    score += weights.dated * (index in where.dated) + weights.recent * (index in where.recent)
    score += weights.specific * min(SPECIFIC, where.names.get(index, 0))
    score += _voice(document.tokens[first:last], told.text, weights)
    return score * min(1.0, len(content) / weights.full) if score > 0 else score


def announces(document: AnalysedDocument, told: Told) -> bool:
    """Does it say what comes next?"""
    first, last = told.versions[0][0]
    return not cues().next.isdisjoint([token.lower for token in document.tokens[first:last]])


def _share(content: frozenset[str], heading: frozenset[str]) -> float:
    """The share of a heading's words that a sentence takes up; 0 without a heading."""
    return len(content & heading) / len(heading) if heading else 0.0


def _position(order: int, count: int, weights: Weights) -> float:
    linear = 1 - order / (count - 1) if count > 1 else 1.0
    return weights.first * (order == 0) + weights.early / math.log2(2 + order) + weights.place * linear


def _voice(tokens: tuple[Token, ...], text: str, weights: Weights) -> float:
    words = cues()
    lowers = {token.lower for token in tokens}
    score = weights.quoted * _quoted_share(tokens) if not MARKS.isdisjoint(lowers) else 0.0
    if not words.own_voice.isdisjoint(lowers):
        score += weights.own_voice * (1 + (tokens[0].lower in words.own_voice))
    score += weights.background * words.background.found(text, text.lower())
    score += weights.torn * unpaired(text)
    return score + weights.figure * ("NUM" in {token.pos for token in tokens})


def _quoted_share(tokens: tuple[Token, ...]) -> float:
    inside, count = False, 0
    for token in tokens:
        if token.text in ("“", "”", '"'):
            inside = token.text == "“" or (token.text == '"' and not inside)
        else:
            count += inside
    return count / max(1, len(tokens))


def _prominence(references: References) -> dict[int, float]:
    """For each sentence the summed share of mentions of the actors named in it."""
    tokens = references.document.tokens
    mentions = Counter({actor.id: len(actor.mentions) for actor in references.actors})
    most = max(mentions.values(), default=1)
    seen: set[tuple[int, str]] = set()
    found: dict[int, float] = {}
    for reference in references.all:
        key = (tokens[reference.first].sentence, reference.actor.id)
        if key not in seen:
            seen.add(key)
            found[key[0]] = found.get(key[0], 0.0) + mentions[reference.actor.id] / most
    return found
