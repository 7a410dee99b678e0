"""A picture of a pasted text, and what speaks against its being one of the article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.sources.pasted.lines import WIDE, Line, fold_line
from briefbook.sources.pasted.words import page_words

MAX_SECTION = 2
"""Words below a picture that say too little for a caption."""
MAX_PORTRAIT = 5
"""Words of a caption that may be a mere name."""
NEAR = 3
"""Lines below a picture in which its credit may be printed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: the lines it takes (numbers), its caption as printed, and that caption's parts."""

    lines: tuple[int, ...]
    printed: str
    caption: str | None
    credit_line: str | None
    alt_text: str | None

    @property
    def says_alternative(self) -> bool:
        """Does the caption say what the text alternative says, as no teaser's headline does?"""
        one, other = fold_line(self.caption or "").rstrip(" ."), fold_line(self.alt_text or "").rstrip(" .")
        return bool(one and other) and (one.startswith(other) or other.startswith(one))


def is_repetition(picture: Picture, seen: set[str]) -> bool:
    """Does the picture only say again what an earlier one said?  Notes what it says in `seen`.

    A credit alone repeats the one of a picture right above.
    """
    words = {fold_line(text).rstrip(" .") for text in (picture.caption, picture.alt_text) if text}
    credit, last = picture.credit_line, picture.lines[-1]
    alone = not words and f"© {credit} {picture.lines[0]}" in seen
    again = bool(words) and credit is None and words <= seen
    seen.update(words, (f"© {credit} {number}" for number in range(last + 1, last + 1 + NEAR)))
    return again or alone


def is_teaser(lines: Sequence[Line], picture: Picture) -> bool:
    """Does the picture belong to another article: right below a line like "Related", without a text alternative?"""
    return picture.alt_text is None and page_words().is_opener(lines[picture.lines[0] - 1].text)


def is_section(picture: Picture) -> bool:
    """Is what stands below a picture no caption but the section of a teaser, or a word or two?"""
    words = (picture.caption or "").split()
    alike = fold_line(picture.caption or "") == fold_line(picture.alt_text or "")
    return (
        picture.credit_line is None and len(words) <= MAX_SECTION and not alike and not any(map(WIDE.search, words[:1]))
    )


def unless_portrait(picture: Picture) -> Picture | None:
    """The picture, unless all its words are a name or two said twice: a writer's portrait, an icon."""
    caption = picture.caption or ""
    same = fold_line(caption) == fold_line(picture.alt_text or "")
    job = picture.credit_line is None or page_words().posts.search(picture.credit_line) is not None
    return None if same and job and len(caption.split()) <= MAX_PORTRAIT else picture
