"""Read "X." as a word and a full stop where it ends a sentence, not as the initial of a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook import lexicons

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def apart(tokenizer: Callable[[str], Doc]) -> Callable[[str], Doc]:
    """A tokenizer that splits final letters, too: spaCy's keeps every capital together with its stop.

    The split comes before the parser, which would read "on X. Prime Minister Holt came" as one sentence.
    """

    def tokenized(text: str) -> Doc:
        doc = tokenizer(text)
        if ends := final_letters(text):
            _split(doc, ends)
        return doc

    return tokenized


def final_letters(text: str) -> frozenset[int]:
    """Code points at which a capital stands that ends its sentence."""
    return frozenset(match.start(1) for pattern in _patterns() for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry.pattern) for entry in lexicons.load("letters").entries if entry.pattern)


def _split(doc: Doc, ends: frozenset[int]) -> None:
    with doc.retokenize() as retokenizer:
        for token in doc:
            if token.idx in ends and len(token) == 2:
                retokenizer.split(token, [token.text[0], "."], heads=[token, token])
