"""Repair the sentence boundaries of the model.

It begins sentences at a closing quotation mark, after "Gen." and "U.S.", and inside brackets, and sometimes misses an
end; the written marks are surer.  A boundary must follow a mark that ends a sentence (or a line break); a full stop
before a capital is one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis.columns import Columns

TERMINAL = frozenset({".", "!", "?", "…", "...", "....", "?!", "!!", "??", "!?", "。", "؟"})
CLOSERS = frozenset({"”", "’", ")", "]", "»", "''", "›"})
STRAIGHT = frozenset({'"', "'"})
OPENERS = frozenset({"“", "‘", "(", "[", "«", "``", "‹"})
ENDS_OPEN = re.compile(r"(?:[A-Za-z]\.)+|[A-Z]\.")


def sentence_starts(seen: Columns, *, single: bool = False) -> list[int]:
    """Indexes of the tokens that begin sentences.  `single`: a title, one sentence unless it breaks lines."""
    if not seen.texts:
        return []
    candidates = [index for index in range(1, len(seen.texts)) if _may_begin(seen, index)]
    if not candidates:
        return [0]
    quotes, brackets = _open_marks(seen), _open_brackets(seen)
    return [
        0,
        *(
            index
            for index in candidates
            if _begins(seen, index, quotes, single) and not (brackets[index] and not _broken_line(seen, index))
        ),
    ]


def _may_begin(seen: Columns, index: int) -> bool:
    """A quick look: only after white space of its own or a mark can a sentence begin."""
    return not seen.spaces[index] and (seen.spaces[index - 1] or not seen.texts[index - 1][-1].isalnum())


def _begins(seen: Columns, index: int, quotes: list[bool], single: bool) -> bool:
    """Does a sentence begin here?"""
    if _broken_line(seen, index):
        return True
    if single or _is_closer(seen, index, quotes):
        return False
    last = _before(seen, index)
    end = last
    while end is not None and _is_closer(seen, end, quotes):
        end = _before(seen, end)
    if end is None or last is None or not _terminal(seen.texts[end]):
        return False
    if end is last and seen.texts[end] not in TERMINAL:
        return _after_abbreviation(seen, end, index)
    model = seen.begins[index] or index > 1 and seen.begins[index - 1] and _is_closer(seen, index - 1, quotes)
    text = seen.texts[index]
    if end is not last:
        return (model or _plain_start(text)) and not text[0].islower()
    return model and not text[0].islower() or _plain_start(text)


def _plain_start(text: str) -> bool:
    return text[0].isupper() or text in OPENERS or text in STRAIGHT


def _terminal(text: str) -> bool:
    return text in TERMINAL or text.endswith((".", "!", "?", "…")) and len(text) > 1


def _after_abbreviation(seen: Columns, end: int, index: int) -> bool:
    """After "U.S.", "Inc.", "a.m.": a sentence begins where a word does that names do not begin with."""
    before, text, begins = seen.texts[end], seen.texts[index], seen.begins[index]
    known = before in _abbreviations()
    unit = end > 0 and seen.texts[end - 1][-1].isdigit() and before[:-1].isalpha() and before.islower()
    if unit and not known:
        return text[0].isupper()  # "£355m. Shares fell": a unit, no initial
    if known or ENDS_OPEN.fullmatch(before) and len(before) == 2:
        return False
    if text[0].isupper() and text.lower() in lexicons.words("sentences", "starter") or text in OPENERS and begins:
        return True
    return begins and text[0].isupper() and before.lower() not in lexicons.words("sentences", "state")


def _before(seen: Columns, index: int) -> int | None:
    """The token before that is no white space."""
    index -= 1
    while index >= 0 and seen.spaces[index]:
        index -= 1
    return index if index >= 0 else None


def _broken_line(seen: Columns, index: int) -> bool:
    """Is there a line break before the token?"""
    return seen.spaces[index - 1] and "\n" in seen.texts[index - 1]


def _is_closer(seen: Columns, index: int, quotes: list[bool]) -> bool:
    """Does the token close a quotation or bracket, and so belong to the sentence before?"""
    return seen.texts[index] in CLOSERS or seen.texts[index] in STRAIGHT and quotes[index]


def _open_marks(seen: Columns) -> list[bool]:
    """For each token: is a straight quotation mark open before it?"""
    found, is_open = [], False
    for text in seen.texts:
        found.append(is_open)
        if text == '"':
            is_open = not is_open
    return found


def _open_brackets(seen: Columns) -> list[bool]:
    """For each token: does it stand inside a bracket that is closed within 60 tokens?"""
    found, until, texts = [], -1, seen.texts
    for index, text in enumerate(texts):
        found.append(index <= until)
        if text in ("(", "[") and index > until:
            mate = ")" if text == "(" else "]"
            until = next((i for i in range(index + 1, min(len(texts), index + 60)) if texts[i] == mate), -1)
    return found


@lru_cache(maxsize=1)
def ranks() -> frozenset[str]:
    """Abbreviated ranks and courtesies ("Col."), one token each; they end no sentence."""
    return frozenset(word for word in lexicons.load("names").words("honorifics") if word.endswith("."))


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """What goes on behind its full stop: ranks before names, months before days."""
    return ranks() | lexicons.words("sentences", "abbreviation")
