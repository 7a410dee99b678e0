"""The share card: the picture that other sites show beside a link to the book, drawn when the owner has none.

1200 by 630 pixels, the book's title on its colour.  The type that comes with the imaging library knows plain Latin
letters: others are shown without their accents, and a title in another script is left out rather than shown as boxes.
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from briefbook.model import naming

FILE = "assets/share-card.png"
"""Where the drawn card is, below the root of the hosted site."""

SIZE = (1200, 630)
COLOUR = "#1d3b50"
"""The ground where the owner chose no colour: that of the pages' head."""

_MARGIN = 90
_HEIGHT = 330
"""Pixels that the title's lines may take together."""
_TITLE_SIZES = (92, 76, 62, 50)
_SMALL = 34


def draw_card(title: str, publisher: str | None, colour: str | None) -> bytes:
    """The card as a PNG file; the same words and colour give the same bytes."""
    image = Image.new("RGB", SIZE, colour or COLOUR)
    pen = ImageDraw.Draw(image)
    pen.rectangle((_MARGIN, _MARGIN, _MARGIN + 120, _MARGIN + 10), fill="white")
    size, lines = _fitted(_shown(title).split())
    for number, line in enumerate(lines):
        pen.text((_MARGIN, _MARGIN + 50 + number * size * 1.2), line, font=_font(size), fill="white")
    below = _shortened(" · ".join(filter(None, [_shown(publisher or ""), "Briefing book"])), _SMALL)
    pen.text((_MARGIN, SIZE[1] - _MARGIN - _SMALL), below, font=_font(_SMALL), fill="white")
    target = io.BytesIO()
    image.save(target, format="PNG", optimize=True)
    return target.getvalue()


def _fitted(words: list[str]) -> tuple[int, list[str]]:
    """The largest size at which the words find room, and their lines; what is over at the smallest is cut."""
    for size in _TITLE_SIZES:
        lines = _wrapped(words, size)
        if len(lines) <= _room(size) and all(_fits(line, size) for line in lines):
            return size, lines
    size = _TITLE_SIZES[-1]
    lines = _wrapped(words, size)
    kept = lines[: _room(size)]
    if len(lines) > len(kept):
        kept[-1] += " …"
    return size, [_shortened(line, size) for line in kept]


def _room(size: int) -> int:
    """How many lines of a size find room."""
    return int(_HEIGHT / (size * 1.2))


def _wrapped(words: list[str], size: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(longer, size):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(line: str, size: int) -> str:
    while not _fits(line, size):
        line = line.rstrip(" …")[:-1] + "…"
    return line


def _fits(line: str, size: int) -> bool:
    return _font(size).getlength(line) <= SIZE[0] - 2 * _MARGIN


def _shown(text: str) -> str:
    """The text as far as the type knows its letters: as it is, or plainer, or not at all."""
    return next(filter(_is_known, (text, naming.folded(text))), "")


def _is_known(text: str) -> bool:
    """Is every letter known?  One that is not looks like the sign for none."""
    font = _font(_SMALL)
    unknown = bytes(font.getmask("\uffff"))
    return all(sign == " " or bytes(font.getmask(sign)) != unknown for sign in text)


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
