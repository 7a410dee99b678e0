"""The language of an article that does not state it, recognised offline from its text."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from briefbook import lexicons
from briefbook.model import PROSE, Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH = 1_500
"""Characters that settle the language; more cost time and change nothing."""
MIN_LETTERS = 40
"""With fewer, any answer would be a guess."""
MIN_WORDS, ENGLISH = 12, 0.18
"""Words of a sample, and the share of frequent ones among them, from which it is English for sure."""
MIN_SURE = 0.70
"""Probability below which the language stays unknown."""


def with_language(article: Article) -> Article:
    """The article with its language recognised, when it states none."""
    if article.language:
        return article
    text = "\n".join(islice((block.text for block in article.blocks if block.kind in PROSE), 40))
    return replace(article, language=recognise(text))


def recognise(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when it is too short or not clear."""
    sample = " ".join(text[: 2 * ENOUGH].split())[:ENOUGH]
    if sum(char.isalpha() for char in sample) < MIN_LETTERS:
        return None
    if _is_surely_english(sample):
        return "en"
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= MIN_SURE else None


def _is_surely_english(sample: str) -> bool:
    """Are enough of the words frequent English ones?  Spares the model's loading time in the commonest case."""
    words = [word.strip(".,;:!?()\"'“”‘’").lower() for word in sample.split()]
    frequent = _frequent_words()
    return len(words) >= MIN_WORDS and sum(word in frequent for word in words) >= ENGLISH * len(words)


@lru_cache(maxsize=1)
def _frequent_words() -> frozenset[str]:
    return lexicons.load("frequent_words").words()


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The identifier (97 languages, naive Bayes over byte n-grams); loading takes a moment, so only when needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
