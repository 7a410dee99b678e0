"""Turn away what only looks like a time: "May said", "a quarter of", "flights a week"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.grammar.calendar import Expression, Found, Length, Offset, Point

NAME_MONTHS = frozenset({"may", "april", "june", "august", "march"})
SOUND_ALIKES = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBG"})


def is_time(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """Does the expression over tokens [first, last) tell a time where it stands?"""
    expression = found.expression
    if isinstance(expression, Point):
        return not _is_name(document, expression, first, last)
    if isinstance(expression, Length):
        return not (_is_fraction(document, expression, last) or _is_rate(document, first, last) or _is_other_word(document, first, last))
    return not (isinstance(expression, Offset) and _is_other_word(document, first, last))


def _is_name(document: AnalysedDocument, point: Point, first: int, last: int) -> bool:
    """"May" the minister, "march" the verb."""
    token = document.tokens[first]
    if last - first != 1 or point.month is None or token.lower not in NAME_MONTHS:
        return False
    if token.tag in SOUND_ALIKES:
        return True
    return token.entity == "PERSON" or (token.lower == "may" and token.dep in ("nsubj", "nsubjpass", "aux"))


def _is_fraction(document: AnalysedDocument, length: Length, last: int) -> bool:
    """"A quarter of the votes", "quarters" to live in."""
    if length.unit != "Q":
        return False
    after = document.tokens[last] if last < len(document.tokens) else None
    bare = length.count is None and not length.window
    return bare or (length.count == 1 and after is not None and after.lower in ("of", "-", "to", "century", "mile"))


def _is_rate(document: AnalysedDocument, first: int, last: int) -> bool:
    """"$3 a month", "two flights a week": how often or how much, not how long."""
    if last - first != 2 or document.tokens[first].lower not in ("a", "an") or not first:
        return False
    before = document.tokens[first - 1]
    return before.block == document.tokens[first].block and _counts(before)


def _counts(token: Token) -> bool:
    return token.tag in ("NNS", "CD") or token.lower in ("twice", "once", "%", "times", "percent")


def _is_other_word(document: AnalysedDocument, first: int, last: int) -> bool:
    """"A second term", "the second": the ordinal, not the unit."""
    word = document.tokens[last - 1]
    return word.lower == "second" and (word.pos in ("ADJ", "ADV") or document.tokens[first].lower in ("the", "a", "that", "this"))


def is_anaphor(expression: Expression) -> bool:
    """Does it lean on a time told before ("the following day")?"""
    return isinstance(expression, Offset) and expression.anchor == "reference"
