"""The lines of a pasted text, and what their form says before any word is looked at."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
END = re.compile(r"(?:[.!?…。！？؟۔।：:]|\.\.\.)[\"'”’»›)\]」』]*(?:\s*\[\d+\])?\Z")
QUOTE_END = re.compile(r"[”»\"」』]\Z")
QUOTES = '“”„«»"「」'
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]")
WIDE_FACTOR = 2.2
"""Letters of a Chinese, Japanese or Korean text say about as much as this many of an alphabet."""
VOWELLESS = re.compile(r"[\u0590-\u06ff]")
VOWELLESS_FACTOR = 1.3
"""So do those of Arabic and Hebrew, which leave most vowels out."""


VERY_LONG = 5_000
"""Characters of a line from which its form is judged by a part of it."""
BEGINNING, TAIL = 400, 40
"""Characters at either end by which the form of a line is judged."""
MAX_INDENTED = 0.3
"""Share of indented lines above which an indent says nothing: the whole text was set so."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line with text; what its form says is worked out once, when first asked.

    Attributes:
        text: Outer white space and invisible characters stripped; everything inside as pasted.
        indented: It began with white space, as the text alternative of a picture does when a page is copied.
        group: Lines without an empty line between them share a group.
    """

    text: str
    indented: bool
    group: int
    number: int

    @cached_property
    def length(self) -> int:
        """Characters, those of dense scripts counted for more."""
        if self.text.isascii():
            return len(self.text)
        wide = (WIDE_FACTOR - 1) * sum(1 for _ in WIDE.finditer(self.text))
        vowelless = (VOWELLESS_FACTOR - 1) * sum(1 for _ in VOWELLESS.finditer(self.text))
        return int(len(self.text) + wide + vowelless)

    @cached_property
    def words(self) -> int:
        """Words; of scripts that do not part them, and of very long lines, estimated."""
        spaces = self.text.count(" ") + 1 if len(self.text) < VERY_LONG else 0
        return max(spaces, self.length // 7)

    @cached_property
    def ends(self) -> bool:
        """Does it end like a sentence?"""
        tail = self.text[-TAIL:]
        return bool(END.search(tail)) or (QUOTE_END.search(tail) is not None and self.length > 60)

    @cached_property
    def shouts(self) -> bool:
        """Is it all in capitals, in a script that has them?"""
        begin = self.text[:BEGINNING]
        upper, lower = sum(map(str.isupper, begin)), sum(map(str.islower, begin))
        return upper > 3 and upper >= 0.9 * (upper + lower)

    @cached_property
    def key(self) -> str:
        """For comparing lines: case, width, quotes and white space folded; of very long lines the beginning."""
        return fold_line(self.text[:VERY_LONG])


def fold_line(text: str) -> str:
    """A line folded for comparison."""
    plain = unicodedata.normalize("NFKC", text).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(plain.casefold().split())


def read_lines(text: str) -> list[Line]:
    """All lines with text.  A text without a single empty line has one line a group: its line ends are all it has."""
    raw = text.split("\n")
    spaced = any(not line.strip() for line in raw[1:-1])
    found: list[Line] = []
    full = [line for line in raw if line.strip()]
    telling = sum(line[0].isspace() for line in full) <= MAX_INDENTED * len(full)
    group = 0
    for line in raw:
        stripped = line.strip().strip(INVISIBLE).strip()
        if not stripped:
            group += 1
            continue
        indented = telling and line[0].isspace() and line[0] != "\u3000"
        found.append(Line(text=stripped, indented=indented, group=group, number=len(found)))
        group += not spaced
    return found
