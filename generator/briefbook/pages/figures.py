"""The parts that figures are drawn from: inline SVG within Markdown, without script, style attribute or address.

Every tag is plain HTML to Python-Markdown while links stay Markdown, so the site engine resolves and checks the links on
a figure's marks as it does all others, for pages on a server and on a disk.  Colours, lines and fonts are classes of
the style sheet.  A figure is `WIDTH` units wide, about the pixels that a phone gives it, so its letters stay readable.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from briefbook.pages.escape import Md, joined, plain, text
from briefbook.pages.markup import link, script, turns

WIDTH = 360
"""Width of a figure, in its own units."""
ROW = 26
"""Height of a line that can be touched (WCAG 2.2 asks for 24 pixels)."""
_LETTER = 6.9
"""Width of an average letter of a label in a wide typeface (DejaVu, Verdana), in units."""
_NARROW, _WIDE = frozenset(" .,:;'’‘!|()[]/-ijltfrIJ"), frozenset("mwMW%@—…")
_LEGEND_COLUMNS = (8, 190)


def svg(name: str, title: str, description: str, height: float, marks: Iterable[Md]) -> Md:
    """A drawing with its name and description for those who do not see it; `name` is unique on its page."""
    head = (
        f'<svg class="bb-drawing" viewBox="0 0 {WIDTH} {_number(height)}" role="group"'
        f' aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{text(title)}</title><desc id="{name}-desc">{text(description)}</desc>'
    )
    return joined([Md(head), *marks, Md("</svg>")], Md("\n"))


def inset(kind: str, height: float, scale: int, marks: Iterable[Md]) -> Md:
    """A drawing at the top of another, cut off at its frame, in units `scale` times as fine; it says nothing aloud."""
    size = f'x="0" y="0" width="{WIDTH}" height="{_number(height)}"'
    view = f"0 0 {WIDTH * scale} {_number(height * scale)}"
    return Md(f'<svg class="bb-{kind}" {size} viewBox="{view}" aria-hidden="true">{joined(marks)}</svg>')


def shape(tag: str, kind: str, **where: float | str) -> Md:
    """A mark of one of our classes: `shape("circle", "node", cx=3, cy=4, r=5)`."""
    places = "".join(f' {key}="{_number(value)}"' for key, value in where.items())
    return Md(f'<{tag} class="bb-{kind}"{places}></{tag}>')


def label(words: str, x: float, y: float, room: float, kind: str = "words") -> Md:
    """Words beginning at x, on the base line y, shortened to `room` units."""
    shown = shortened(words, room)
    lang = f' lang="{script(shown)}"' if turns(shown) else ""
    return Md(f'<text class="bb-{kind}"{lang} x="{_number(x)}" y="{_number(y)}">{text(shown)}</text>')


def lines(words: str, x: float, y: float, room: float, kind: str, step: float) -> list[Md]:
    """Words in one line, or in two around the base line y, the second shortened to `room` units."""
    shown = plain(words)
    if width(shown) <= room:
        return [label(shown, x, y, room, kind)]
    cut = next((n for n in range(len(shown) - 1, 0, -1) if shown[n] == " " and width(shown[:n]) <= room), None)
    if cut is None:
        return [label(shown, x, y, room, kind)]
    return [label(shown[:cut], x, y - step / 2, room, kind), label(shown[cut + 1 :], x, y + step / 2, room, kind)]


def tip(words: str) -> Md:
    """What a mark stands for, in full; browsers show it when the mark is pointed at."""
    return Md(f"<title>{text(words)}</title>")


def group(marks: Iterable[Md], words: str) -> Md:
    """Marks that stand for one thing, with its words."""
    return Md(f"<g>{tip(words)}{joined(marks)}</g>")


def linked(marks: Iterable[Md], words: str, target: str) -> Md:
    """Marks that lead somewhere; `target` is a relative path that `paths` made, or an anchor of the page."""
    return link(joined([tip(words), *marks]), target)


def touch(x: float, y: float, width: float) -> Md:
    """The invisible field around a line centred on y that makes it easy to hit."""
    return shape("rect", "touch", x=x, y=y - ROW / 2, width=width, height=ROW)


def diamond(kind: str, x: float, y: float, size: float) -> Md:
    """A square on its corner; `size` is from centre to corner."""
    return shape("path", kind, d=f"M{_number(x)} {_number(y - size)}l{size} {size}l-{size} {size}l-{size} -{size}z")


def path(kind: str, *points: float | str) -> Md:
    """A line: letters of SVG's path language and numbers."""
    return shape("path", kind, d=" ".join(map(_number, points)))


def legend(items: Sequence[tuple[Md, str]], top: float) -> tuple[list[Md], float]:
    """Signs with their meaning in two columns; signs are drawn around (12, 0).  Returns the marks and their height."""
    marks = []
    for number, (sign, words) in enumerate(items):
        x, y = _LEGEND_COLUMNS[number % 2], top + number // 2 * 18 + 10
        moved = Md(f'<g transform="translate({x} {_number(y)})">{sign}</g>')
        marks += [moved, label(words, x + 30, y + 4, 156, "legend")]
    return marks, (len(items) + 1) // 2 * 18 + 4


def shortened(words: str, room: float) -> str:
    """Words cut to a width in units, with an ellipsis where something is left out."""
    shown = plain(words)
    if width(shown) <= room:
        return shown
    while shown and width(shown) > room - _LETTER:
        shown = shown[:-1]
    return f"{shown.rstrip(' ,;:')}…"


def width(words: str) -> float:
    """About how wide a label is, in units."""
    return sum(_letter(sign) for sign in words)


def _letter(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if sign in _NARROW:
        return _LETTER * 0.6
    if unicodedata.east_asian_width(sign) in "WF":
        return _LETTER * 1.8
    return _LETTER * (1.5 if sign in _WIDE else 1.2 if sign.isupper() else 1.06)


def _number(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
