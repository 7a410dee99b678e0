"""The head of a pasted article: headline, standfirst, bylines and date lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from briefbook.sources.bylines import is_ordinary, people, signed
from briefbook.sources.instants import written_instant
from briefbook.sources.pasted.instants import is_date_line
from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.trail import is_trail, repeats_headline
from briefbook.sources.pasted.words import page_words

MAX_HEADLINE = 250
MIN_STANDFIRST, MAX_STANDFIRST = 40, 450
WORD = re.compile(r"[^\W\d_]{4,}")
MAX_KICKER = 4
"""Words above a headline that name its subject ("Dispute over dam")."""
MIN_PARAGRAPH = 100
"""Characters from which a sentence below the headline is a first paragraph rather than a standfirst."""
MIN_SENTENCE = 60
"""Characters of a line that ends like a sentence and is too long for a headline of that form."""
MAX_BYLINE = 120
REACH = 12
"""Lines from the top within which a headline is looked for."""
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}\Z")
MAX_NAME = 60
"""Characters of a name that goes on with a byline."""
GLUED_WORD = re.compile(r"(?!Fitz)[A-ZÀ-Þ][a-zß-ÿ]{3,}(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""A word that lost the space before the next ("BrandtNews"); "McDonald" is none."""


class Dated(NamedTuple):
    """A date line: its number, and the ISO date or date-time it states."""

    number: int
    instant: str


def find_headline(lines: Sequence[Line]) -> Line | None:
    """The first line that is no furniture, no breadcrumb and more than a word or two; else the first line at all."""
    top = [line for line in lines[:REACH] if not _is_above_headline(lines, line)] or lines[:REACH]
    for line in top:
        if line.length > MAX_HEADLINE or page_words().is_furniture(line.text) or _is_alternative(lines, line):
            continue
        if line.words >= 3 and not is_date_line(line) and not page_words().byline.match(line.text):
            if _is_kicker(lines, line):
                return lines[line.number + 1]
            return top[0] if _is_told_first(lines, top[0], line) else line
    return next((line for line in top if line.length <= MAX_HEADLINE), None)


def _is_above_headline(lines: Sequence[Line], line: Line) -> bool:
    return is_trail(line) or repeats_headline(line, lines[line.number + 1 : line.number + 4])


def _is_kicker(lines: Sequence[Line], line: Line) -> bool:
    """Are a few words above a headline its subject, since below the headline stand a standfirst and who wrote it when?"""
    if line.words > MAX_KICKER or line.ends or line.number + 3 >= len(lines):
        return False
    headline, standfirst = lines[line.number + 1], lines[line.number + 2]
    below = (after for after in lines[standfirst.number + 1 :][:3] if not page_words().is_furniture(after.text))
    return (
        headline.words > MAX_KICKER
        and not headline.ends
        and MIN_STANDFIRST <= standfirst.length <= MAX_STANDFIRST
        and standfirst.length > headline.length / 2
        and not any(map(_says_who_or_when, (headline, standfirst)))
        and any(map(_says_who_or_when, below))
    )


def _says_who_or_when(line: Line) -> bool:
    return is_date_line(line) or is_byline(line)


def _is_told_first(lines: Sequence[Line], first: Line, found: Line) -> bool:
    """Is the first line a headline of two words, since the line found is a sentence, or stands below a byline or date?"""
    words = page_words()
    between = any(
        is_date_line(line) or words.byline.match(line.text) for line in lines[first.number + 1 : found.number]
    )
    sentence = found.ends and found.length >= MIN_SENTENCE
    plain = first.words == 2 and not first.ends and not first.indented and not words.is_furniture(first.text)
    return (sentence or between) and plain and not is_date_line(first) and not words.byline.match(first.text)


def _is_alternative(lines: Sequence[Line], line: Line) -> bool:
    """Is a line the text alternative of a picture: indented, its caption right below?"""
    below = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return line.indented and below is not None and below.group == line.group


def find_date(lines: Sequence[Line]) -> Dated | None:
    """The date of publication among date lines: the first that is not said to be an update, else the first of all."""
    dated = [
        (words, Dated(line.number, instant))
        for line in lines
        if is_date_line(line) and (instant := written_instant(words := _when_published(line.text)))
    ]
    first = [found for words, found in dated if not page_words().updated.match(words)]
    return next(iter([*first, *(found for _, found in dated)]), None)


def _when_published(text: str) -> str:
    """A date line from where it says "published", if it gives a day there ("Updated May 5 | Published May 4")."""
    said = page_words().published.search(text)
    return text[said.start() :] if said and written_instant(text[said.start() :]) else text


def is_byline(line: Line) -> bool:
    """Is a line of the head a byline: "By …", or a name with a post or place?"""
    if line.length > MAX_BYLINE or line.ends or any(char.isdigit() for char in line.text):
        return False
    return bool(page_words().byline.match(line.text)) or bool(
        NAME.match(line.text) and line.text[0].isupper() and _capitals(line.text)
    )


def _capitals(text: str) -> bool:
    """Are most words capitalised, as in names and posts?"""
    parts = [part for part in text.split() if len(part) > 3]
    return len(text.split()) <= 6 and bool(parts) and all(part[0].isupper() for part in parts)


def authors_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Names in bylines, each once, in printed order: from lines that say "by", else from the line of the head that is a
    name (rather one with a post), or a name and what stands beside one (a medium, a place, the day)."""
    if said := people(_unglued(text) for text in _said_bylines(lines)):
        return said
    if any(page_words().byline.match(line.text) for line in lines if line.length <= MAX_BYLINE):
        return ()
    named = [line.text for line in lines if is_byline(line)]
    with_post = [text for text in named if page_words().posts.search(text)]
    bare = (people([_unglued(text)]) for text in (*with_post, *named) if not is_ordinary(text))
    whole = (signed(line.text) for line in lines if line.length <= MAX_BYLINE and not line.ends)
    return next(filter(None, (*bare, *whole)), ())


def may_name(line: Line) -> bool:
    """May a line of the head be a byline, or the word or sign between two names?"""
    return bool(page_words().bare_joint.match(line.text)) or not page_words().is_furniture(line.text)


def _said_bylines(lines: Sequence[Line]) -> Iterator[str]:
    """Lines that say "by", with the lines below that go on: "By" / "Ana Roe" / "and" / "Ida Poe"."""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        alone = bool(page_words().bare_opener.match(line.text))
        if line.length > MAX_BYLINE or not (alone or page_words().byline.match(line.text)):
            continue
        parts = [line.text]
        joint = alone
        while (
            number < len(lines)
            and (joint or page_words().bare_joint.match(lines[number].text))
            and lines[number].length <= MAX_NAME
        ):
            joint = bool(page_words().bare_joint.match(lines[number].text))
            parts.append(lines[number].text)
            number += 1
        yield " ".join(parts)


def _unglued(text: str) -> str:
    """A byline without what joined page elements glued to it ("Ana BrandtNews")."""
    match = page_words().byline.match(text)
    glued = GLUED_WORD.search(text, match.end() if match else 0)
    return text[: glued.end()] if glued else text


def standfirst_number(lines: Sequence[Line], headline: Line, text: Sequence[bool], taken: Set[int]) -> int | None:
    """Number of the standfirst: the first substantial line below the headline that is parted from the text; else None.

    A byline or date between the two parts them for certain.  A picture or furniture does so only for a line that is
    short, does not end like a sentence, or says less of the headline than the paragraph below: advertisements are put
    behind first paragraphs too.
    """
    for line in lines[headline.number + 1 : headline.number + 5]:
        if _says_who_or_when(line):
            return None
        if line.number in taken or page_words().is_furniture(line.text):
            continue
        if not MIN_STANDFIRST <= line.length <= MAX_STANDFIRST or line.words < 6 or _is_alternative(lines, line):
            return None
        return line.number if _is_parted(lines, headline, line, text, taken) else None
    return None


def _is_parted(lines: Sequence[Line], headline: Line, line: Line, text: Sequence[bool], taken: Set[int]) -> bool:
    """Does the head go on below a line, or is it at least none of the text's paragraphs?"""
    if not line.ends:
        return True
    between, opens = False, False
    for after in lines[line.number + 1 :]:
        if after.number not in taken and text[after.number]:
            opens = _shared(headline, after) > _shared(headline, line)
            break
        if after.number not in taken and _says_who_or_when(after):
            return True
        between = True
    return between and (opens or line.length < MIN_PARAGRAPH)


def _shared(headline: Line, line: Line) -> int:
    """How many of the headline's longer words a line says again: first paragraphs tell the news once more."""
    return len({*WORD.findall(headline.text.lower())} & {*WORD.findall(line.text.lower())})
