"""One sentence with what the steps of reading its capitals all need."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.extract.actors.words import Words

HYPHENS = frozenset({"-", "‐", "‑", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})

Run = tuple[int, int]
"""Tokens [first, last)."""


class SentenceReading:
    """The tokens of a sentence and questions about them."""

    def __init__(self, document: AnalysedDocument, sentence: Sentence, lexicon: Words) -> None:
        self.tokens, self.sentence, self.words = document.tokens, sentence, lexicon

    def glued(self, index: int) -> bool:
        """Does the token follow the one before without white space?"""
        return index < self.sentence.last and self.tokens[index].start == self.tokens[index - 1].end

    def starts(self, index: int) -> bool:
        """Does the token open the sentence or a quotation?"""
        before = self.tokens[index - 1].cased
        dash = before in ("-", "--") and not self.glued(index)
        return index == self.sentence.first or before in "\"“‘'(—–:" or dash

    def name(self, first: int, last: int) -> str:
        """The words with one space between."""
        return " ".join(token.cased for token in self.tokens[first:last])

    def tail(self, first: int, last: int) -> str:
        """The last word; of a double surname that ends like a head noun ("Marsh-Power") all of it."""
        text = self.tokens[last - 1].cased
        double = last - first > 3 and self.tokens[last - 2].cased in HYPHENS and self.glued(last - 1)
        if not double or self.tokens[last - 3].cased in self.words.organisation_heads:
            return text
        return f"{self.tokens[last - 3].cased}-{text}"

    def geographic(self, name: str) -> bool:
        """Is it a state, its adjective or a capital?"""
        return name in self.words.map.states or name in self.words.map.adjectives or name in self.words.map.capitals

    def is_state(self, first: int, last: int) -> bool:
        """Is it a state or its adjective?"""
        name = self.name(first, last)
        return name in self.words.map.states or name in self.words.map.adjectives

    def is_person(self, run: Run) -> bool:
        """Does the run begin with a post or honorific?"""
        return self.tokens[run[0]].cased in self.words.posts or self.tokens[run[0]].cased in self.words.honorifics
