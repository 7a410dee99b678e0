"""Turn away what only looks like a time: "May said", "a quarter of", "flights a week"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.dates.tense import tense_at
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import Found, Length, Offset, Point, Reference, Vague

NAME_MONTHS = frozenset({"may", "april", "june", "august", "march"})
TITLE_WORDS = frozenset(
    {"today", "tomorrow", "week", "month", "year", "tonight", "now", "times", "daily", "weekly", "hours"}
)
SOUND_ALIKES = frozenset({"MD", "VB", "VBP", "VBD", "VBZ", "VBG"})


@lru_cache(maxsize=8)
def _words(id: str) -> frozenset[str]:
    return lexicons.load("calendar_screen").words(id)


def is_time(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """Does the expression over tokens [first, last) tell a time where it stands?"""
    expression = found.expression
    feast = isinstance(expression, Point) and expression.feast is not None
    if not feast and _is_title(document, first, last):
        return False
    if isinstance(expression, Point):
        return not (
            _is_name(document, expression, first, last)
            or _is_number(document, found, first, last)
            or _only_bears_feast(document, expression, first, last)
            or _is_part_of_name(document, found, first)
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
    if _is_called(document, token):
        return True
    return token.entity == "PERSON" or (token.lower == "may" and token.dep in ("nsubj", "nsubjpass", "aux"))


def _is_called(document: AnalysedDocument, token: Token) -> bool:
    """ "The annual March for Peace": a month does not take an article or adjective and "for"."""
    following = document.tokens[token.index + 1 : token.index + 3]
    named = len(following) == 2 and following[0].lower in ("for", "of", "on") and following[1].pos == "PROPN"
    beside = (document.tokens[index] for index in document.children[token.index])
    return named and any(t.dep in ("det", "amod", "poss") and t.index < token.index for t in beside)


def _is_number(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """ "Flight 1999", "Room 2012", "1435 AH": four digits that are no year of ours."""
    if found.rule not in ("year", "old-year") or last - first != 1:
        return False
    token = document.tokens[first]
    before, after = document.tokens[max(first - 1, 0)], document.tokens[min(last, len(document.tokens) - 1)]
    numbered = (
        before.index < first and before.block == token.block and before.lemma.lower() in _words("bearers-of-numbers")
    )
    return (numbered and token.head == before.index) or after.lower in _words("other-eras")


def _only_bears_feast(document: AnalysedDocument, point: Point, first: int, last: int) -> bool:
    """ "Christmas trees", "Easter eggs": named after the feast, not of its day."""
    token = document.tokens[first]
    noun = document.tokens[token.head]
    if point.feast is None or last - first != 1 or token.dep not in ("compound", "nmod") or noun.index < last:
        return False
    return noun.lemma.lower() not in _words("on-the-feast")


def known_year(document: AnalysedDocument, point: Point, last: int, publication: date | None) -> int | None:
    """The year of a day that is known by what happened then ("the Sept. 11 attacks"), once it has been."""
    if point.year is not None or point.month is None or point.day is None or publication is None:
        return None
    following = {token.lemma for token in document.tokens[last : last + 3] if token.text not in ".;:"}
    for day, words in _known_days():
        if (day.month, day.day) == (point.month, point.day) and day <= publication and following & words:
            return day.year
    return None


@lru_cache(maxsize=1)
def _known_days() -> tuple[tuple[date, frozenset[str]], ...]:
    entries = lexicons.load("calendar_screen").entries
    return tuple((date.fromisoformat(e.fields["day"]), frozenset(e.words)) for e in entries if "day" in e.fields)


def is_of_these_times(document: AnalysedDocument, found: Found, first: int, last: int) -> bool:
    """ "Today's world", "the leaders of tomorrow": a day that stands for its times."""
    token = document.tokens[first]
    if found.rule != "day-word" or last - first != 1 or token.lower == "yesterday":
        return False
    above = document.tokens[token.head]
    if above.lower == "of" and token.dep == "pobj":
        above = document.tokens[above.head]
    elif token.dep != "poss":
        return False
    owned = document.tokens[last + 1 : last + 2]  # "today's world mills": the parser may reach too far
    return any(t.lemma in _words("of-these-times") for t in (above, *owned))


def _is_part_of_name(document: AnalysedDocument, found: Found, first: int) -> bool:
    """A season that describes a noun ("a winter coat"), a short year in a product's name ("Suite '11")."""
    token = document.tokens[first]
    before = document.tokens[first - 1] if first else token
    if found.rule == "bare-season" and token.text[0].isupper() and before.text[0].isupper() and before.pos != "DET":
        return before.index > document.sentences[token.sentence].first or before.pos in (
            "PROPN",
            "ADJ",
        )  # "the Arab Spring"
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
