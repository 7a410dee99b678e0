"""Repair the sentence boundaries of the model.

It begins sentences at a closing quotation mark, after "Gen." and "U.S.", and inside brackets, and sometimes misses an
end; the written marks are surer.  A boundary must follow a mark that ends a sentence (or a line break); a full stop
before a capital is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefbook import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TERMINAL = frozenset({".", "!", "?", "…", "...", "....", "?!", "!!", "??", "!?", "。", "؟"})
CLOSERS = frozenset({"”", "’", ")", "]", "»", "''", "›"})
STRAIGHT = frozenset({'"', "'"})
OPENERS = frozenset({"“", "‘", "(", "[", "«", "``", "‹"})
ENDS_OPEN = re.compile(r"(?:[A-Za-z]\.)+|[A-Z]\.")
STARTERS = frozenset(
    "the a an he she it they we i you this that these those his her its their our my in on at but and as after when while if for from there what who why how "
    "no not some many most all more other two three one also earlier later meanwhile however".split()
)


def sentence_starts(doc: Doc, *, single: bool = False) -> list[int]:
    """Indexes of the tokens that begin sentences.  `single`: a title, one sentence unless it breaks lines."""
    if not len(doc):
        return []
    quotes, brackets, starts = _open_marks(doc), _open_brackets(doc), [0]
    for index in range(1, len(doc)):
        token = doc[index]
        if token.is_space:
            continue
        if _begins(doc, index, quotes, single) and not (brackets[index] and not _broken_line(doc, index)):
            starts.append(index)
    return starts


def _begins(doc: Doc, index: int, quotes: list[bool], single: bool) -> bool:
    """Does a sentence begin here?"""
    token, broken = doc[index], _broken_line(doc, index)
    if broken:
        return True
    if single or _closes(token, quotes[index], doc, index):
        return False
    last = _before(doc, index)
    if last is None:
        return False
    end: Token | None = last
    while end is not None and _is_closer(end, quotes):
        end = _before(doc, end.i)
    if end is None or not _terminal(end):
        return False
    if end is last and end.text not in TERMINAL:
        return _after_abbreviation(doc, end, token)
    model = bool(token.is_sent_start) or bool(
        index > 1 and doc[index - 1].is_sent_start and _is_closer(doc[index - 1], quotes)
    )
    if end is not last:
        return (model or _plain_start(token)) and not token.text[0].islower()
    return model and not token.text[0].islower() or _plain_start(token)


def _plain_start(token: Token) -> bool:
    return token.text[0].isupper() or token.text in OPENERS or token.text in STRAIGHT


def _terminal(token: Token) -> bool:
    return token.text in TERMINAL or token.text.endswith((".", "!", "?", "…")) and len(token.text) > 1


def _after_abbreviation(doc: Doc, end: Token, token: Token) -> bool:
    """After "U.S.", "Inc.", "a.m.": a sentence begins where a word does that names do not begin with."""
    if end.text in titles():
        return False
    lower = token.text.lower()
    opens = token.text[0].isupper() and lower in STARTERS or token.text in OPENERS and bool(token.is_sent_start)
    if ENDS_OPEN.fullmatch(end.text) and len(end.text) == 2:
        return False
    return (
        opens
        or bool(token.is_sent_start)
        and token.text[0].isupper()
        and end.text.lower() not in ("u.s.", "u.n.", "u.k.", "d.c.")
    )


def _before(doc: Doc, index: int) -> Token | None:
    """The token before that is no white space."""
    index -= 1
    while index >= 0 and doc[index].is_space:
        index -= 1
    return doc[index] if index >= 0 else None


def _broken_line(doc: Doc, index: int) -> bool:
    """Is there a line break before the token?"""
    before = doc[index - 1]
    return before.is_space and "\n" in before.text


def _is_closer(token: Token, quotes: list[bool]) -> bool:
    return token.text in CLOSERS or token.text in STRAIGHT and quotes[token.i]


def _closes(token: Token, open_before: bool, doc: Doc, index: int) -> bool:
    """Does the token close a quotation or bracket, and so belong to the sentence before?"""
    if token.text in CLOSERS:
        return True
    return token.text in STRAIGHT and open_before


def _open_marks(doc: Doc) -> list[bool]:
    """For each token: is a straight quotation mark open before it?"""
    found, is_open = [], False
    for token in doc:
        found.append(is_open)
        if token.text == '"' or token.text == "'" and (is_open or not token.whitespace_):
            is_open = not is_open if token.text == '"' else is_open
    return found


def _open_brackets(doc: Doc) -> list[bool]:
    """For each token: does it stand inside a bracket that is closed within 60 tokens?"""
    found, until = [], -1
    for token in doc:
        found.append(token.i <= until)
        if token.text in ("(", "[") and token.i > until:
            mate = ")" if token.text == "(" else "]"
            until = next((i for i in range(token.i + 1, min(len(doc), token.i + 60)) if doc[i].text == mate), -1)
    return found


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Abbreviations that stand before names."""
    honorifics = (word for word in lexicons.load("names").words("honorifics") if word.endswith("."))
    return frozenset(
        {
            *honorifics,
            "No.",
            "Nos.",
            "vs.",
            "v.",
            "Ft.",
            "Mt.",
            "Sens.",
            "Reps.",
            "Gens.",
            "Vol.",
            "pp.",
            "p.",
            "e.g.",
            "i.e.",
            "cf.",
            "Ste.",
            "approx.",
            "Jan.",
            "Feb.",
            "Aug.",
            "Sept.",
            "Oct.",
            "Nov.",
            "Dec.",
        }
    )
