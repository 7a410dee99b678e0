"""Printed caption -> the caption proper and the credit in it.

Candidates are tried from the surest sign to the faintest: the whole text is a credit; a label ("Photo:"), a closing
bracket, a copyright sign; the words after the last sentence; a chain of names at the end ("Jane Roe/AP").  A
candidate counts only when it reads as a credit (`looks_like_credit`), so a labelled sentence stays a caption.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefbook.grammar.credits.evidence import CASED, Evidence, weigh
from briefbook.grammar.credits.heads import find_head
from briefbook.grammar.credits.names import NameKind, classify
from briefbook.grammar.credits.reading import read_credit
from briefbook.grammar.credits.tails import find_chain, find_tail
from briefbook.grammar.credits.words import credit_words, fold

MAX_CREDIT = 300
"""Longer texts are no credit line."""
MAX_SPELLED = 80
"""Characters before a bracket in which the words that it abbreviates stand."""
MAX_CAPTION = 5_000
"""Longer texts are no caption and are not searched."""
JOIN = " \t\r\n\u00a0\u200b|/–—-•·＝"
"""Stripped between caption and credit."""
BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
OPENING = "([（【"
SEPARATORS = "/|;,·•"
SENTENCE_ENDS = '.!?…"”’»)]|/–—\n:;([。'
PARTING = re.compile(r"\s[/|–—-]\s|[＝/]")
MIN_SAID = 5
"""Words before a separator that are no name, unless one of them is an organisation's."""
MAX_UNCASED_NAME = 6
TWO_PARTS = re.compile(
    r"[^\W\d_]{3,}[.!?…][\"”’»)]*(?:\s+\|\s|(?:\s+|(?=[A-ZÀ-Þ]))(?![/|]|\Z))(?!NO |NOT |MANDATORY|[A-Z]+ OUT)|[。]"
)
"""A sentence ends and more follows: more than a credit."""


class CaptionParts(NamedTuple):
    """A printed caption in its parts; both are exact slices of `printed`, white space at their ends left out.

    Attributes:
        printed: The text as printed.
        caption: The caption without the credit, or None when only a credit was printed.
        credit: (start, end) of the credit in `printed`, in code points, or None.
    """

    printed: str
    caption: str | None
    credit: tuple[int, int] | None

    @property
    def credit_line(self) -> str | None:
        """The credit as printed, label included, outer brackets not; None when there is none."""
        return self.printed[slice(*self.credit)] if self.credit else None


def split_caption(printed: str) -> CaptionParts:
    """Part the words printed under (or over) a picture from the credit in them, by the words of all languages at once."""
    start, end = _frame(printed)
    if end - start > MAX_CAPTION or start >= end:
        return CaptionParts(printed, printed[start:end] or None, None)
    found = _find(printed, start, end)
    if found is None:
        return CaptionParts(printed, _unlabelled(printed[start:end]) or None, None)
    return _parts(printed, (start, end), found)


def _unlabelled(caption: str) -> str:
    """A caption without a label that only says that a picture follows ("Image: A ship leaves")."""
    label = credit_words().picture.match(caption)
    return caption[label.end() :] if label and caption[label.end() :].strip() else caption


def _frame(printed: str) -> tuple[int, int]:
    """The printed text without white space and page furniture around it."""
    words = credit_words()
    cut = words.cut.search(printed)
    end = cut.start() if cut and cut.start() else len(printed)
    if after := words.after.search(printed, 0, end):
        closes = after[0].strip() == "»" and "«" in printed  # a quotation, and no arrow
        end = after.start() if after.start() > 0 and not closes else end
    before = words.before.match(printed, 0, end)
    start = before.end() if before else 0
    if start >= end:
        start = 0
    while start < end and printed[start].isspace():
        start += 1
    while end > start and printed[end - 1].isspace():
        end -= 1
    return start, end


class _Found(NamedTuple):
    """Where the credit stands, and where caption text begins and ends when it is not simply around the credit."""

    start: int
    end: int
    caption_before: int
    caption_after: int


def _find(text: str, start: int, end: int) -> _Found | None:
    if end - start <= MAX_CREDIT and (whole := _whole(text, start, end)):
        return whole
    return _bracket(text, start, end) or _label(text, start, end) or _head(text, start, end) or _end(text, start, end)


def _whole(text: str, start: int, end: int) -> _Found | None:
    """The text is nothing but a credit."""
    inner = _inside(text, start, end)
    if TWO_PARTS.search(text, *inner) or _begins_as_caption(text, *inner):
        return None
    evidence = weigh(text[inner[0] : inner[1]])
    if evidence is not None and evidence.alone:
        return _Found(inner[0], inner[1], start, end)
    return None


def _begins_as_caption(text: str, start: int, end: int) -> bool:
    """Do words that are no name stand before the first label, or before a bracket that closes the text?"""
    label = credit_words().label.search(text, start, end)
    if label is not None and label.start() > start:
        before = text[start : label.start()].rstrip().rstrip(OPENING).rstrip()
        if before and before[-1] in SEPARATORS:
            return _reads_as_caption(before.rstrip(SEPARATORS + " "))
        evidence = weigh(before) if before else None
        return bool(before) and (evidence is None or not evidence.strong)
    if (parting := PARTING.search(text, start, end)) and _reads_as_caption(text[start : parting.start()]):
        return True
    opening = _opening(text, start, end)
    if label is not None or opening is None or opening <= start:
        return False
    return classify(text[start:opening].strip()).kind in (NameKind.UNKNOWN, NameKind.ORGANIZATION)


def _reads_as_caption(before: str) -> bool:
    """Are the words before a separator no name: a sentence, or more words than names of their form have?"""
    name, evidence = classify(before), weigh(before)
    if name.kind not in (NameKind.UNKNOWN, NameKind.ORGANIZATION) or (evidence is not None and evidence.strong):
        return False
    if not CASED.search(before):
        return len(before) > MAX_UNCASED_NAME
    words = before.split()
    named = any(fold(word) in credit_words().organization for word in words)
    return not named and (len(words) >= MIN_SAID or (before[-1] in ".!?" and len(words) > 2))


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the brackets that enclose all of it, and without separators at its start."""
    while start < end and text[start] in JOIN:
        start += 1
    opening = BRACKETS.get(text[end - 1]) if end > start else None
    if opening and text[start] == opening and text.count(opening, start, end) == 1:
        start, end = start + 1, end - 1
    elif text[start:end].startswith(tuple(OPENING)) and not opening:
        start += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _bracket(text: str, start: int, end: int) -> _Found | None:
    """A bracket at the end that reads as a credit; several in a row count together."""
    stop = end
    while stop > start and text[stop - 1] in " .\u00a0":
        stop -= 1
    groups: list[tuple[int, int]] = []
    position = stop
    while (opening := _opening(text, start, position)) is not None:
        evidence = weigh(text[opening + 1 : position - 1])
        if evidence is None or not _bracket_counts(evidence, text, (opening, position), start):
            break
        groups.append((opening, position))
        position = opening
        while position > start and text[position - 1] in " \u00a0\n":
            position -= 1
    if not groups or _label_before(text, start, groups[-1][0], stop):
        return None
    first, last = groups[-1][0], groups[0][1]
    named = _named_before(text, start, first)
    if named is not None:
        return _Found(named, max(last, stop), named, end)
    inner = (first, last) if len(groups) > 1 else _inside(text, first, last)
    return _Found(inner[0], inner[1], first, max(last, end))


def _opening(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`."""
    opening = BRACKETS.get(text[end - 1]) if end > start else None
    if opening is None:
        return None
    depth = 0
    for position in range(end - 1, max(start, end - MAX_CREDIT) - 1, -1):
        depth += (text[position] == text[end - 1]) - (text[position] == opening)
        if depth == 0:
            return position
    return None


def _bracket_counts(evidence: Evidence, text: str, bracket: tuple[int, int], start: int) -> bool:
    """Is a bracket with this evidence a credit, and no remark of the caption?"""
    first, last = bracket
    if _abbreviates(text[first + 1 : last - 1], text[max(start, first - MAX_SPELLED) : first]):
        return False
    if evidence.strong or fold(text[first + 1 : last - 1]) in credit_words().file - credit_words().stand_in:
        return True
    before = text[start:first].rstrip()
    ends_sentence = before.endswith((".", "!", "?", "…", "。", "”", '"', "»", "’"))
    return ends_sentence and evidence.named


def _abbreviates(short: str, before: str) -> bool:
    """Are the capitals in a bracket the initials of the words right before it ("the Harbour Board (HB)")?"""
    if not (short.isupper() and short.isalpha() and 2 <= len(short) <= 6):
        return False
    initials = "".join(word[0] for word in before.split() if word[0].isupper())
    return initials.endswith(short)


def _label_before(text: str, start: int, opening: int, stop: int) -> bool:
    """Does a label outside of the bracket open a credit that runs through it ("Foto: A (AGENCY)")?"""
    for match in credit_words().label.finditer(text, max(start, opening - MAX_CREDIT), opening):
        if weigh(text[match.start() : stop]) is not None:
            return True
    return False


def _named_before(text: str, start: int, opening: int) -> int | None:
    """Start of a person's name right before the bracket and after a sentence's end: "…port. Jane Roe (AP)"."""
    inside = read_credit(text[opening:])
    anyone = bool(inside.licence and not inside.agencies)
    first = find_tail(text, start, opening, only_person=not anyone)
    return first if first is not None and not inside.photographers else None


def _label(text: str, start: int, end: int) -> _Found | None:
    """A label or copyright sign after which everything reads as a credit."""
    for match in credit_words().label.finditer(text, start, end):
        if end - match.start() > MAX_CREDIT or not _may_open(text, match, start):
            continue
        first, last = match.start(), end
        if first > start and text[first - 1] in OPENING and (closing := _closing(text, first - 1, end)):
            last = closing
        if weigh(text[first:last]) is not None and not text[last:end].strip(" .)]"):
            return _Found(first, last, first, end)
    return None


def _may_open(text: str, match: re.Match[str], start: int) -> bool:
    """Does an opener ("courtesy of") stand where a credit can begin, not amid a sentence?"""
    before = text[start : match.start()].rstrip(" \t\u00a0")
    if match.lastgroup != "opener" or not before or before[-1] in SENTENCE_ENDS:
        return True
    return match[0][0].isupper() and not before.split()[-1][0].isupper()


def _closing(text: str, opening: int, end: int) -> int | None:
    closing = text.find({"(": ")", "[": "]", "（": "）", "【": "】"}[text[opening]], opening, end)
    return closing if closing > 0 else None


def _head(text: str, start: int, end: int) -> _Found | None:
    """A credit that is printed before the caption."""
    found = find_head(text, start, end)
    if found is None:
        return None
    return _Found(found.start, found.end, start, found.caption)


def _end(text: str, start: int, end: int) -> _Found | None:
    """Names after the last sentence, or a chain of names at the end."""
    first = find_tail(text, start, end)
    if first is None:
        first = find_chain(text, start, end)
    return None if first is None else _Found(first, end, first, end)


def _parts(printed: str, frame: tuple[int, int], found: _Found) -> CaptionParts:
    """The parts, with separators and emptied brackets left out of the caption."""
    start, end = frame
    before = printed[start : found.caption_before].strip(JOIN + OPENING)
    after = printed[found.caption_after : end].strip(JOIN + ")]）】")
    caption = max(before, after, key=len)
    first, last = found.start, found.end
    while first < last and printed[first] in JOIN:
        first += 1
    while last > first and printed[last - 1].isspace():
        last -= 1
    return CaptionParts(printed, _unlabelled(caption) or None, (first, last) if first < last else None)
