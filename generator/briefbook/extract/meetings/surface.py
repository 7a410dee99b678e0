"""Parties of a verb that the parser took for a noun, read from the words beside it.

Captions and headlines ("FILE - The king, right, greets Prime Minister Ane Lunde") are short, and the small language
model often misses their verb.  Only names right before and right after are taken.
"""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import PartyClass, party_nouns
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.party import Party

STANCE = frozenset(
    {
        "left",
        "right",
        "center",
        "centre",
        "second",
        "third",
        "from",
        "rear",
        "front",
        "l",
        "r",
        "c",
        "(",
        ")",
        ",",
        "-",
        "file",
        "top",
        "bottom",
        "and",
        "with",
    }
)
REACH = 9


class Surface:
    """Looks left and right of a token."""

    def __init__(self, reader: PartyReader) -> None:
        self.reader = reader
        self.tokens = reader.tokens

    def sides(self, token: Token) -> tuple[list[Party], list[Party]]:
        """Who stands before and who after the token; either may be empty."""
        sentence = self.reader.document.sentences[token.sentence]
        before = self.scan(range(token.index - 1, max(sentence.first, token.index - REACH) - 1, -1), token.index)
        after = self.scan(range(token.index + 1, min(sentence.last, token.index + REACH)), token.index)
        return before, after

    def scan(self, indexes: range, start: int) -> list[Party]:
        """The first name on the way, titles and stances passed over."""
        for index in indexes:
            here = self.tokens[index]
            if here.lower in ("he", "she", "they", "i", "we") and index > start:
                return []  # the subject of the next clause
            if (reference := self.reader.references.at(index)) is not None:
                head = max(
                    range(reference.first, reference.last),
                    key=lambda i: (self.tokens[i].dep not in ("compound", "punct"), i),
                )
                after = self.tokens[reference.last].text if reference.last < len(self.tokens) else ""
                if after in ("'s", "’s", "'", "’"):
                    continue
                return self.reader.single(head)
            if here.tag == "NNS" and here.index > start and party_nouns().get(here.lemma.lower()) is PartyClass.PERSON:
                return self.reader.single(index)
            if here.lower in STANCE or here.pos in ("PROPN", "ADJ", "NOUN", "DET", "PART", "PUNCT", "INTJ", "ADV"):
                continue
            return []
        return []
