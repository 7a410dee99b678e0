"""Tell the parser of ends of sentences that the tokenizer hides in an abbreviation: "on X. Holt", "at 3 p.m. Holt"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook import lexicons

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def ending(tokenizer: Callable[[str], Doc]) -> Callable[[str], Doc]:
    """A tokenizer that splits final letters and marks sentences that begin after an hour.

    This comes before the parser, which would read "on X. Prime Minister Holt came" as one sentence.
    """

    def tokenized(text: str) -> Doc:
        doc = tokenizer(text)
        if letters := final_letters(text):
            _split(doc, letters)
        if starts := after_hours(text):
            _begin(doc, starts)
        return doc

    return tokenized


def final_letters(text: str) -> frozenset[int]:
    """Code points at which a capital stands that ends its sentence."""
    return _found("letters", text)


def after_hours(text: str) -> frozenset[int]:
    """Code points at which a word begins a sentence after "a.m." or "p.m."."""
    return _found("hours", text)


def _found(use: str, text: str) -> frozenset[int]:
    return frozenset(match.start(1) for pattern in _patterns()[use] for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for entry in lexicons.load("endings").entries:
        found.setdefault(entry.fields["use"], []).append(re.compile(entry.pattern or ""))
    return found


def _split(doc: Doc, letters: frozenset[int]) -> None:
    with doc.retokenize() as retokenizer:
        for token in doc:
            if token.idx in letters and len(token) == 2:
                retokenizer.split(token, [token.text[0], "."], heads=[token, token])


def _begin(doc: Doc, starts: frozenset[int]) -> None:
    for token in doc:
        if token.idx in starts and token.i:
            token.is_sent_start = True
