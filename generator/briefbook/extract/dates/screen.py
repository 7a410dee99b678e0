"""Turn away what only looks like a time: "May said", "a quarter of", "flights a week"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.dates.tense import Tense, tense_at
from briefbook.grammar.calendar import Found, Length, Offset, Point, Reference, Vague

NAME_MONTHS = frozenset({"may", "april", "june", "august", "march"})
TITLE_WORDS = frozenset(
    {"today", "tomorrow", "week", "month", "year", "tonight", "now", "times", "daily", "weekly", "hours"}
)
SOUND_ALIKES = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBG"})


def is_time(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """Does the expression over tokens [first, last) tell a time where it stands?"""
    expression = found.expression
    if _is_title(document, first, last):
        return False
    if isinstance(expression, Point):
        return not (
            _is_name(document, expression, first, last)
            or _is_part_of_name(document, found, first, last)
            or _is_of_a_game(document, expression, last)
        )
    if isinstance(expression, Length):
        return not (
            _is_fraction(document, expression, first, last)
            or _is_rate(document, first, last)
            or _is_other_word(document, first, last)
        )
    if isinstance(expression, Vague):
        return expression.reference is not Reference.FUTURE or _looks_ahead(document, first, last)
    return not (isinstance(expression, Offset) and _is_other_word(document, first, last))


def _is_title(document: AnalysedDocument, first: int, last: int) -> bool:
    """ "USA Today", "This Week" the programme: words in capitals, no month or day, inside the name of a work or house."""
    token = document.tokens[last - 1]
    if token.lower not in TITLE_WORDS or not token.text[0].isupper():
        return False
    return first > document.sentences[token.sentence].first or token.entity in ("ORG", "WORK_OF_ART")


def _looks_ahead(document: AnalysedDocument, first: int, last: int) -> bool:
    """ "Soon" in a tale of the past ("was soon released") names no time to come."""
    return last - first > 1 or tense_at(document, first, last).tense is not Tense.PAST


def _is_name(document: AnalysedDocument, point: Point, first: int, last: int) -> bool:
    """ "May" the minister, "march" the verb."""
    token = document.tokens[first]
    if last - first != 1 or point.month is None:
        return False
    if len(token.text) == 3 and token.text.isalpha() and token.lower != "may":
        return True
    if token.lower not in NAME_MONTHS:
        return False
    if token.tag in SOUND_ALIKES:
        return True
    return token.entity == "PERSON" or (token.lower == "may" and token.dep in ("nsubj", "nsubjpass", "aux"))


def _is_part_of_name(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """A season that describes a noun ("a winter coat"), a short year in a product's name ("Suite '11")."""
    token = document.tokens[first]
    if found.rule == "bare-season":
        return (
            token.lower == "fall"
            or token.pos not in ("NOUN", "PROPN")
            or token.dep not in ("nsubj", "dobj", "pobj", "npadvmod", "nsubjpass")
        )
    if found.rule == "year" and token.text[0] in "'’" and first:
        return document.tokens[first - 1].pos == "PROPN"
    return False


def _is_of_a_game(document: AnalysedDocument, point: Point, last: int) -> bool:
    """ "The second quarter of the match": a part of something that is no year."""
    parted = (point.quarter is not None or point.half is not None) and point.year is None and point.base is None
    return parted and last < len(document.tokens) and document.tokens[last].lower == "of"


def _is_fraction(document: AnalysedDocument, length: Length, first: int, last: int) -> bool:
    """ "A quarter of the votes", "quarters" to live in."""
    if length.unit != "Q":
        return False
    if document.tokens[min(last, len(document.tokens) - 1)].lower == "of":
        return True
    return not length.window and length.count in (None, 1) and document.tokens[first].lower in ("a", "quarters")


def _is_rate(document: AnalysedDocument, first: int, last: int) -> bool:
    """ "$3 a month", "two flights a week": how often or how much, not how long."""
    if last - first != 2 or document.tokens[first].lower not in ("a", "an") or not first:
        return False
    before = document.tokens[first - 1]
    return before.block == document.tokens[first].block and _counts(before)


def _counts(token: Token) -> bool:
    return token.tag in ("NNS", "CD") or token.lower in ("twice", "once", "%", "times", "percent")


def _is_other_word(document: AnalysedDocument, first: int, last: int) -> bool:
    """ "A second term", "the second": the ordinal, not the unit."""
    word = document.tokens[last - 1]
    return word.lower == "second" and (
        word.pos in ("ADJ", "ADV") or document.tokens[first].lower in ("the", "a", "that", "this")
    )
