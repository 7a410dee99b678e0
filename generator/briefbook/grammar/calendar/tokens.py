"""Text -> calendar tokens: words, numbers and signs with the classes each can have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefbook.grammar.calendar.words import NUMBER_KINDS, PUNCTUATION, Value, alphabet, sign_classes, vocabulary


class CalendarToken(NamedTuple):
    """A token: code points [start, end) of the text, its letter in the alphabet, and its value by class."""

    start: int
    end: int
    text: str
    letter: str
    values: dict[str, Value]


_TOKEN = re.compile(
    r"(?P<word>o['’]clock|(?![QHF](?:(?<=Q)[1-4]|(?<=H)[12]|(?<=F)Y ?['’]?(?:\d{4}|\d\d))\b)[^\W\d_]+(?:\.[^\W\d_]+)*\.?)"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}(?!\w))"
    r"|(?P<isoweek>\d{4}-?W\d{2}(?![\w-]))"
    r"|(?P<numdate>\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})(?!\w)"
    r"|(?P<hourmin>\d{1,2}:\d{2}(?!\d)|\d{1,2}\.\d{2}(?=\s?(?:[ap]\.?m|[A-Z]{2,3}T|UTC)\b))"
    r"|(?P<decade>\d{3}0s|['’]?[2-9]0s)\b"
    r"|(?P<short>['’]\d\d)\b"
    r"|(?P<ordinal>\d+(?:st|nd|rd|th))\b"
    r"|(?P<fraction>1/2|½)"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)"
    r"|(?P<quarter>Q[1-4])\b"
    r"|(?P<half>H[12])\b"
    r"|(?P<fiscal>FY ?['’]?(?:\d{4}|\d\d))\b"
    r"|(?P<poss>['’]s?)(?!\w)"
    r"|(?P<other>\S)"
)
_OTHER = frozenset[str]()
_SMALL, _EARLY, _HOUR, _DAY, _YY, _NUM, _YEAR, _OLD = NUMBER_KINDS[:8]


def tokenize(text: str) -> list[CalendarToken]:
    """The calendar tokens of a text, in order; words that mean nothing to the calendar are one gap, however many.

    Number words ("twenty-two", "2 1/2") are one token.
    """
    letter_of = alphabet()
    gap = CalendarToken(0, 0, "", letter_of[_OTHER], {})
    stop = CalendarToken(0, 0, ".", letter_of[frozenset({"STOP"})], {"STOP": None})
    found: list[CalendarToken] = [gap]
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            meaning = _meaning(match.group())
            if meaning is None:  # nearly all words: kept fast
                if found[-1] is not gap:
                    found.append(gap)
                continue
            start, end = match.span()
            length, word, letter, values = meaning
            found.append(CalendarToken(start, start + length, word, letter, values))
            if start + length < end:
                found.append(stop._replace(start=start + length, end=end))
            continue
        token = _not_a_word(kind or "", match, text, letter_of) or gap
        if token is not gap or found[-1] is not gap:
            found.append(token)
    return _merge(found, letter_of[frozenset({"NUM"})])


def _not_a_word(
    kind: str, match: re.Match[str], text: str, letter_of: dict[frozenset[str], str]
) -> CalendarToken | None:
    """The token of a number or sign; None when it means nothing to the calendar."""
    word, start, end = match.group(), match.start(), match.end()
    values = _sign(word) if kind == "other" else _number(kind, word, text, start, end)
    return CalendarToken(start, end, word, letter_of[frozenset(values)], values) if values else None


@lru_cache(maxsize=65536)
def _meaning(word: str) -> tuple[int, str, str, dict[str, Value]] | None:
    """What a word of the calendar is: its length without a full stop that is none of it, its small form, letter and values.

    None for any other word.  News repeats its words, so each is looked up once.
    """
    known, lower = vocabulary(), word.lower()
    entry = known.get(lower)
    if entry is None:
        lower = lower.rstrip(".").replace("’", "'")
        entry = known.get(lower)
        if entry is None:
            return None
    values: dict[str, Value] = dict(entry.values)
    if entry.capital and not word[0].isupper():
        values = {kind: None for kind in values if kind[0] == "="}
        if not values:
            return None
    return len(lower), lower, alphabet()[frozenset(values)], values


def _sign(sign: str) -> dict[str, Value]:
    kind = PUNCTUATION.get(sign)
    return {} if kind is None else dict.fromkeys(sign_classes(kind), sign)


def _number(kind: str, word: str, text: str, start: int, end: int) -> dict[str, Value]:
    """The classes and values of a token that begins with a digit or an apostrophe."""
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    if kind == "poss":
        return {"POSS": None}
    if before.isalpha() or before in "$£€#¥.@_\\" or after == "%" or (after.isalpha() and not _AMPM.match(text, end)):
        return {}
    simple = {"iso": "ISODATE", "isoweek": "ISOWEEK", "numdate": "NUMDATE", "hourmin": "HOURMIN"}.get(kind)
    if simple:
        return {simple: word}
    if kind == "decade":
        return {"DECADE": _decade(word)}
    if kind == "short":
        return {"SHORTYEAR": full_year(int(word[1:]))}
    if kind == "ordinal":
        value = int(word[:-2])
        return {"ORDINAL": value, "DAYORD": value} if 1 <= value <= 31 else {"ORDINAL": value}
    if kind == "quarter":
        return {"QUARTERNAME": int(word[1])}
    if kind == "half":
        return {"HALFNAME": int(word[1])}
    if kind == "fiscal":
        digits = int(word.removeprefix("FY").lstrip(" '’"))
        return {"FYEAR": digits if digits > 99 else full_year(digits)}
    if kind == "fraction":
        return {"FRACTION": 0.5}
    if before in "-‑" and start > 1 and text[start - 2].isalpha() and len(word) != 4:
        return {}
    return _plain(word)


_AMPM = re.compile(r"[ap]\.?m\b")


def _plain(word: str) -> dict[str, Value]:
    if not word.isdigit():
        return {"NUM": float(word.replace(",", ""))}
    value = int(word[:9])
    if len(word) == 4 and word[0] == "0":
        return {"MILITARY": word}
    if len(word) == 4 and 1000 <= value < 2200:
        return dict.fromkeys(_YEAR if value >= 1900 else _OLD, value)
    if len(word) > 2:
        return {"NUM": value}
    kinds = _SMALL if value == 0 else _HOUR if value <= 24 else _DAY if value <= 31 else _YY
    return dict.fromkeys(kinds, value)


def full_year(two_digits: int) -> int:
    """The year two digits stand for: 70-99 and 30-69 are of the last century, the rest of this one."""
    return two_digits + (1900 if two_digits >= 30 else 2000)


def _decade(word: str) -> int:
    digits = int(word.strip("'’s"))
    return digits if digits > 99 else full_year(digits) if digits >= 30 else 1900 + digits


def _merge(tokens: list[CalendarToken], number: str) -> list[CalendarToken]:
    """Join runs of number words into one number."""
    found: list[CalendarToken] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if "NUMBER" in token.values or ("NUM" in token.values and index + 1 < len(tokens)):
            last = _run(tokens, index)
            if last > index or "NUMBER" in token.values:
                value = _sum(tokens[index : last + 1])
                text = " ".join(t.text for t in tokens[index : last + 1])
                found.append(CalendarToken(token.start, tokens[last].end, text, number, {"NUM": value}))
                index = last + 1
                continue
        found.append(token)
        index += 1
    return found


def _run(tokens: list[CalendarToken], first: int) -> int:
    """Index of the last token of the number that begins here: further number words, hyphens between, a fraction."""
    last, at = first, first + 1
    digits = "NUMBER" not in tokens[first].values
    while at < len(tokens):
        values = tokens[at].values
        if "FRACTION" in values:
            return at
        if digits and not _is_scale(tokens[at]):
            return last
        if "NUMBER" in values:
            last, at = at, at + 1
        elif "HYPHEN" in values and at + 1 < len(tokens) and "NUMBER" in tokens[at + 1].values and not digits:
            at += 1
        else:
            return last
    return last


def _is_scale(token: CalendarToken) -> bool:
    value = token.values.get("NUMBER")
    return isinstance(value, int) and value in (12, 100, 1000) and token.text in ("dozen", "hundred", "thousand")


def _sum(tokens: list[CalendarToken]) -> float:
    total = 0.0
    for token in tokens:
        value = token.values.get("NUMBER", token.values.get("NUM", token.values.get("FRACTION", 0)))
        amount = float(value) if isinstance(value, int | float) else 0.0
        total = (total or 1) * amount if amount >= 12 and _is_scale(token) else total + amount
    return total
