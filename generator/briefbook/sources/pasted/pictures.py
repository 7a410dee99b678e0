"""Pictures in a pasted text: text alternative, caption and credit stand on neighbouring lines.

Copying a page gives the text alternative on an indented line, then the caption, then perhaps the credit.  Where the
indent is lost, the repetition tells: a caption is often its alternative word for word.  A line that ends in a credit
is a caption wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.grammar.credits import CaptionParts, looks_like_credit, read_credit, split_caption
from briefbook.grammar.credits.days import ends_with_day
from briefbook.grammar.gazetteer import gazetteer
from briefbook.sources.pasted.instants import is_date_line
from briefbook.sources.pasted.lines import QUOTES, Line, fold_line
from briefbook.sources.pasted.picture import Picture, is_section, unless_portrait
from briefbook.sources.pasted.words import page_words

MAX_CAPTION = 900
MAX_BARE_CAPTION = 450
"""Characters of a line that is a caption for nothing but its credit."""
MAX_CREDIT = 160
MIN_REPEATED = 15
"""Characters that must agree before a line counts as a repetition."""
MAX_SEPARATE = 250
"""Characters of a caption that an empty line parts from its credit."""
COUNT = re.compile(r"(?:Item \d+ of \d+|\[\d+/\d+\])\s*")
"""What picture of a row it is, before its text alternative or caption."""
SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
PROSE = 140
"""Characters from which a line that ends like a sentence is taken for a paragraph before a lone credit."""


def find_pictures(lines: Sequence[Line]) -> dict[int, Picture]:
    """Pictures by the number of their first line; no line belongs to two."""
    found: dict[int, Picture] = {}
    used: set[int] = set()
    for line in lines:
        if line.number in used or line.number == 0 or _says_when_or_who(line):
            continue
        picture = (
            _indented(lines, line)
            or _repeated(lines, line)
            or _media(line)
            or _captioned(line)
            or _dated(line)
            or _pointing(line)
            or _credited(lines, line, used)
        )
        if picture is not None:
            found[picture.lines[0]] = picture
            used.update(picture.lines)
    return found


def _says_when_or_who(line: Line) -> bool:
    """Is it a date line, a byline, or the end of a social network's post?  Their form is that of a credit."""
    words = page_words()
    return (
        is_date_line(line)
        or _is_place_byline(line)
        or bool(words.byline.match(line.text) or words.embed.search(line.text))
    )


def _is_place_byline(line: Line) -> bool:
    """Is it a writer's name, a bar and the place of writing ("Jane Roe | Lisbon")?"""
    name, bar, place = line.text.partition(" | ")
    return bool(bar) and gazetteer().knows(place.strip()) and len(name.split()) > 1 and not name.endswith(".")


def _group_after(lines: Sequence[Line], line: Line, most: int = 2) -> list[Line]:
    """The lines that follow in the same group, up to the next indented one."""
    following: list[Line] = []
    for other in lines[line.number + 1 : line.number + 1 + most]:
        if other.group != line.group or other.indented:
            break
        following.append(other)
    return following


def _indented(lines: Sequence[Line], line: Line) -> Picture | None:
    """An indented line with lines right below it: text alternative, caption, credit."""
    below = _below(lines, line) if line.indented else []
    below = below[:1] + _credit_after(lines, below[0]) if len(below) == 1 else below
    if not below or below[0].length > MAX_CAPTION or line.length > MAX_CAPTION or _says_when_or_who(below[0]):
        return None
    picture = _with_caption(line, below)
    return None if is_section(picture) else unless_portrait(picture)


def _below(lines: Sequence[Line], line: Line) -> list[Line]:
    """The lines below a text alternative, a button left out that a page prints over the picture ("View gallery").

    Behind the button an empty line may stand; then the caption must begin as the alternative, or end in a credit.
    """
    below = _group_after(lines, line)
    if not below or not page_words().is_furniture(below[0].text) or split_caption(below[0].text).credit is not None:
        return below
    button = below[0]
    after = lines[button.number + 1] if button.number + 1 < len(lines) else None
    if after is None or after.indented:
        return []
    sure = after.group == button.group or _same_words(line.text, after.text) or split_caption(after.text).credit
    return [after, *_group_after(lines, after, 1)] if sure and not page_words().is_furniture(after.text) else []


def _credit_after(lines: Sequence[Line], caption: Line) -> list[Line]:
    """The line below a caption when it is surely its credit, although an empty line parts them."""
    after = lines[caption.number + 1] if caption.number + 1 < len(lines) else None
    if after is None or split_caption(caption.text).credit is not None or not _is_sure_credit(after):
        return []
    return [after]


def _is_sure_credit(line: Line) -> bool:
    """Is the line nothing but a credit, and in a form that nothing else has: bracketed, labelled, maker and agency?"""
    if line.length > MAX_CREDIT or _says_when_or_who(line) or not looks_like_credit(line.text):
        return False
    credit = read_credit(line.text)
    named = bool(credit.photographers or credit.agencies or credit.handout)
    return bool(credit.photographers and (credit.agencies or credit.via)) or (
        (line.text[0] in "([" or _labelled(line.text)) and named
    )


def _repeated(lines: Sequence[Line], line: Line) -> Picture | None:
    """Two neighbouring lines of which one begins with the other: text alternative and caption."""
    if line.number + 1 >= len(lines) or line.length > MAX_CAPTION:
        return None
    following = lines[line.number + 1]
    if not _same_words(line.text, following.text):
        return None
    below = _group_after(lines, following, 1) or _credit_after(lines, following)
    credited = split_caption(following.text).credit or split_caption(line.text).credit
    if following.group != line.group and not (credited or below or line.indented):
        return None
    return unless_portrait(_with_caption(line, [following, *below]))


def _same_words(first: str, second: str) -> bool:
    """Is the shorter text, its credit left out, the beginning of the other?"""
    first, second = (text[mark.end() :] if (mark := COUNT.match(text)) else text for text in (first, second))
    if fold_line(first[:MIN_REPEATED]) != fold_line(second[:MIN_REPEATED]):
        return False
    if abs(len(first) - len(second)) > MAX_CREDIT:
        return False
    one, two = (fold_line(split_caption(text).caption or text).rstrip(" .") for text in (first, second))
    shorter, longer = sorted((one, two), key=len)
    return len(shorter) >= MIN_REPEATED and longer.startswith(shorter)


def _with_caption(alt: Line, below: list[Line]) -> Picture:
    parts, taken = _parts_of(below)
    alternative = split_caption(alt.text)
    caption, credit = parts.caption, parts.credit_line
    if credit is None and caption is not None and fold_line(caption).startswith(fold_line(alt.text).rstrip(" .")):
        caption, credit = _after_repetition(caption, alt.text)
    if credit is None:
        credit = alternative.credit_line
    return Picture(
        lines=(alt.number, *(line.number for line in taken)),
        printed=parts.printed,
        caption=caption,
        credit_line=credit,
        alt_text=alt.text,
    )


def _after_repetition(caption: str, alternative: str) -> tuple[str, str | None]:
    """What a caption adds to its text alternative is the credit, when it reads as one."""
    rest = caption[len(alternative) :].strip(" .|/–-") if len(caption) > len(alternative) else ""
    if 2 < len(rest) <= MAX_CREDIT and looks_like_credit(rest):
        return caption[: len(alternative)].rstrip(), rest
    return caption, None


def _parts_of(below: list[Line]) -> tuple[CaptionParts, list[Line]]:
    """Caption and credit of the lines under a text alternative, and which of the lines were used."""
    first, rest = below[0], below[1:]
    own = split_caption(first.text)
    if (
        not rest
        or rest[0].length > MAX_CREDIT
        or not looks_like_credit(rest[0].text)
        or page_words().is_furniture(rest[0].text)
        or _is_place_byline(rest[0])
    ):
        if own.caption is None and rest and rest[0].length <= MAX_CAPTION:
            printed = f"{first.text}\n{rest[0].text}"
            start = printed.find(own.credit_line or "")
            return CaptionParts(printed, rest[0].text, (start, start + len(own.credit_line or ""))), below
        return own, [first]
    printed = f"{first.text}\n{rest[0].text}"
    if own.credit is not None and own.caption is not None:
        return CaptionParts(printed, own.caption, own.credit), below[:2]
    return _two_lines(first.text, rest[0].text), below[:2]


def _two_lines(caption: str, credit: str) -> CaptionParts:
    printed = f"{caption}\n{credit}"
    line = split_caption(credit).credit_line or credit
    start = printed.rfind(line)
    return CaptionParts(printed, caption, (start, start + len(line)))


def _media(line: Line) -> Picture | None:
    """A line that says itself that it stands under a film or gallery ("… – video")."""
    if line.length > MAX_BARE_CAPTION or not page_words().media_end.search(line.text):
        return None
    return Picture(lines=(line.number,), printed=line.text, caption=line.text, credit_line=None, alt_text=None)


def _captioned(line: Line) -> Picture | None:
    """A line that ends in a credit; a paragraph that ends in the bare name of an agency is none."""
    if line.length > MAX_BARE_CAPTION or line.indented:
        return None
    parts = split_caption(line.text)
    if parts.credit is None or parts.caption is None or parts.credit_line is None:
        return None
    credit = read_credit(parts.credit_line)
    bare = not credit.photographers and not credit.handout and not _labelled(parts.credit_line)
    if bare and len(line.text) > PROSE and line.text[-1] in ")]":
        return None
    return _picture(parts, (line.number,))


def _dated(line: Line) -> Picture | None:
    """One sentence that ends with a comma and a full date: a caption without a credit."""
    if line.length > MAX_SEPARATE or line.words < 6 or line.indented or not ends_with_day(line.text):
        return None
    return Picture(lines=(line.number,), printed=line.text, caption=line.text, credit_line=None, alt_text=None)


def _pointing(line: Line) -> Picture | None:
    """One sentence, or none, that points into a picture ("Jane Roe (left)", "In this undated photo"): a caption without
    a credit."""
    if line.length > MAX_SEPARATE or line.words < 4 or line.indented or SENTENCE_INSIDE.search(line.text):
        return None
    if not page_words().caption_words.search(line.text) or any(mark in line.text for mark in QUOTES):
        return None
    return Picture(lines=(line.number,), printed=line.text, caption=line.text, credit_line=None, alt_text=None)


def _labelled(credit: str) -> bool:
    return ":" in credit or "©" in credit


def _credited(lines: Sequence[Line], line: Line, used: set[int]) -> Picture | None:
    """A line that is nothing but a credit: its caption is the line above, or below, or there is none."""
    if line.length > MAX_CREDIT or not looks_like_credit(line.text) or page_words().is_furniture(line.text):
        return None
    credit = read_credit(line.text)
    sure = _is_sure_credit(line)
    above = lines[line.number - 1] if line.number > 1 and line.number - 1 not in used else None
    below = _group_after(lines, line, 1)
    if above is not None and sure and _is_caption_above(above, line):
        return _picture(_two_lines(above.text, line.text), (above.number, line.number))
    if above is not None and above.group == line.group and (not sure or _goes_on(above, line)):
        return None
    if (
        below
        and below[0].length <= MAX_BARE_CAPTION
        and credit.agencies
        and not _says_when_or_who(below[0])
        and not page_words().is_furniture(below[0].text)
    ):
        parts = _two_lines(below[0].text, line.text)
        return _picture(parts, (line.number, below[0].number))
    if not sure:
        return None
    return _picture(
        CaptionParts(line.text, None, split_caption(line.text).credit or (0, len(line.text))), (line.number,)
    )


def _goes_on(above: Line, line: Line) -> bool:
    """Does a line without label or bracket go on with a byline or date ("By Ana Roe" / "Coast Desk · Orsa Post")?"""
    return _says_when_or_who(above) and line.text[0] not in "([" and not _labelled(line.text)


def _is_caption_above(above: Line, credit: Line) -> bool:
    """Does the line above a credit read as its caption?  Across an empty line, a paragraph may stand there too."""
    if above.indented or _says_when_or_who(above) or page_words().is_furniture(above.text):
        return False
    if above.group == credit.group:
        return above.length <= MAX_BARE_CAPTION
    return above.length <= MAX_SEPARATE and (credit.text[0] in "([" or not above.ends)


def _picture(parts: CaptionParts, numbers: tuple[int, ...]) -> Picture:
    return Picture(
        lines=numbers, printed=parts.printed, caption=parts.caption, credit_line=parts.credit_line, alt_text=None
    )
