"""Whether a verb can govern a quotation: by where it stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.quotes import Quote

QUOTE_MARKS = frozenset("\"“”„«»‘'’") | {"''", "``"}
SHORT = 3
"""Tokens of a quotation that may be words only cited."""
NEXT = 4
"""Words between so short a quotation and its verb."""
PARTING = frozenset({",", "?", "!", "..."})
TRAILING = 4
"""Tokens before the verb of a cue that was split off from its quotation."""


class QuoteReach:
    """The quotations of one document, as its verbs reach them."""

    def __init__(self, document: AnalysedDocument, quoted: Mapping[int, Quote]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.quoted = quoted

    def touches(self, token: Token, *, strict: bool = False) -> bool:
        """Is there a quotation in the sentence that this verb can govern?"""
        sentence = self.document.sentences[token.sentence]
        for index in range(sentence.first, sentence.last):
            quote = self.quoted.get(index)
            if quote is not None and self._governs(token, quote, strict):
                return True
        if self._trails_quote(token, sentence.first):
            return True
        after = sentence.last
        return self.tokens[after - 1].text == ":" and after in self.quoted and self.tokens[after].block == token.block

    def _trails_quote(self, token: Token, first: int) -> bool:
        """ "…?” Marsh asked.": the sentence was split off behind the closing mark."""
        before = first - 1
        if token.index - first > TRAILING or before < 0 or self.tokens[before].block != token.block:
            return False
        marked = self.tokens[before].text in QUOTE_MARKS
        said = before - 1 if marked else before
        if said not in self.quoted:
            return False
        closes = token.index + 1 < len(self.tokens) and self.tokens[token.index + 1].pos == "PUNCT"
        return closes or self.tokens[said].text != "." or self.tokens[first].text[0].islower()

    def _governs(self, token: Token, quote: Quote, strict: bool) -> bool:
        if quote.first > token.index:
            between = self.tokens[token.index + 1 : quote.first]
            words = [t for t in between if t.pos != "PUNCT"]
            if any(t.text in (",", ":") for t in between) and len(words) < 14:
                return not strict or len(words) < 8
            if strict:
                return len(words) <= 2 and quote.last - quote.first > 3
            return any(a.index == token.index for a in self.document.ancestors(quote.first))
        last = min(quote.last, token.index)
        between = self.tokens[last : token.index]
        if quote.last - quote.first <= SHORT:
            return self.answers(quote, token)
        return sum(t.pos != "PUNCT" for t in between) < (5 if strict else 16)

    def answers(self, quote: Quote, verb: Token) -> bool:
        """ "“No,” Marsh replied.": a mark and who speaks alone part the quotation from the verb; words only cited are not."""
        between = [t for t in self.tokens[quote.last : verb.index] if t.pos != "PUNCT"]
        if len(between) >= NEXT or any(t.pos in ("ADP", "VERB", "SCONJ", "CCONJ") for t in between):
            return False
        after = [t.text for t in self.tokens[quote.last - 1 : quote.last + 2]]
        return after[0] in PARTING or len(after) > 2 and after[1] in QUOTE_MARKS and after[2] == ","
