"""Credits printed before the caption: "Image copyright AP Image caption …", "Bild: APA/JANE ROE Der Hafen …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefbook.grammar.credits.evidence import weigh
from briefbook.grammar.credits.names import NameKind, classify, known_agency
from briefbook.grammar.credits.words import credit_words

REACH = 160
"""Characters from the start within which such a credit ends."""
MAX_AGENCY = 40
"""Characters of a known agency that is glued to the caption."""
LINK = re.compile(r"\s*[/|]+\s*")
NAME = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:\s+|(?=\Z)))+|(?:[^\W\d_][\w.'’-]*\s+){2}", re.UNICODE)
OPENING = "([（【"
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])")
MOST_WORDS = 4
"""Words of a name that stands before the caption."""


class Head(NamedTuple):
    """A credit at the head: its range, and where the caption begins."""

    start: int
    end: int
    caption: int


def find_head(text: str, start: int, end: int) -> Head | None:
    """The credit at the head of a printed caption, or None."""
    return (
        _before_opener(text, start, end)
        or _first_line(text, start, end)
        or _sentence(text, start, end)
        or _chain(text, start, end)
        or _glued(text, start, end)
    )


def _before_opener(text: str, start: int, end: int) -> Head | None:
    opener = credit_words().caption_opener.search(text, start + 1, end)
    if opener is None or opener.start() - start > REACH:
        return None
    credit = text[start : opener.start()]
    evidence = weigh(credit)
    return Head(start, start + len(credit.rstrip()), opener.end()) if evidence and evidence.strong else None


def _first_line(text: str, start: int, end: int) -> Head | None:
    stop = text.find("\n", start, min(end, start + REACH))
    if stop < 0 or not text[stop:end].strip():
        return None
    evidence = weigh(text[start:stop])
    return Head(start, stop, stop) if evidence and evidence.alone else None


def _sentence(text: str, start: int, end: int) -> Head | None:
    """A labelled name that a full stop parts from the caption: "Photo: Jane Roe. A ship leaves the harbour"."""
    label = credit_words().label.match(text, start, end)
    stop = SENTENCE_END.search(text, label.end(), min(end, start + REACH)) if label else None
    if label is None or stop is None or not _starts_caption(text[stop.end() : end]):
        return None
    name = classify(text[label.end() : stop.start()].strip())
    known = name.kind in (NameKind.PERSON, NameKind.AGENCY) and len(name.text.split()) <= MOST_WORDS
    return Head(start, stop.start(), stop.end()) if known else None


def _chain(text: str, start: int, end: int) -> Head | None:
    """A labelled chain at the head whose last name is in capitals, or two words, or a known agency."""
    label = credit_words().label.match(text, start, end)
    if label is None:
        return None
    links = [link.end() for link in LINK.finditer(text, label.end(), min(end, start + REACH))]
    for last in reversed([label.end(), *links]):
        stop = _agency_end(text, last, end) or ((name := NAME.match(text, last, end)) and name.end())
        if not stop or not _starts_caption(text[stop:end]):
            continue
        evidence = weigh(text[start:stop])
        if evidence is not None and (links or known_agency(text[label.end() : stop].strip())):
            return Head(start, start + len(text[start:stop].rstrip()), stop)
    return None


def _glued(text: str, start: int, end: int) -> Head | None:
    """An opened bracket that never closes, its last agency glued to the caption: "(Jane Roe|XinhuaA ship leaves"."""
    if text[start] not in OPENING or any(mark in text[start:end] for mark in ")]）】"):
        return None
    for link in LINK.finditer(text, start, min(end, start + REACH)):
        stop = _agency_end(text, link.end(), end)
        if stop is not None and _starts_caption(text[stop:end]) and weigh(text[start + 1 : stop]):
            return Head(start + 1, stop, stop)
    return None


def _agency_end(text: str, first: int, end: int) -> int | None:
    """End of the longest known agency that begins at `first` and is followed by a capital."""
    for stop in range(min(end, first + MAX_AGENCY), first + 1, -1):
        if text[stop : stop + 1].lstrip()[:1].isupper() or text[stop : stop + 2].lstrip()[:1].isupper():
            if known_agency(text[first:stop].strip()) if text[first:stop].strip() else None:
                return stop
    return None


def _starts_caption(rest: str) -> bool:
    words = rest.split()
    return len(words) >= 3 and words[0][:1].isupper() and any(word[:1].islower() for word in words)
