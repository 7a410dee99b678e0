"""Posts of social networks inside a pasted text: the lines of the post, who wrote it, when, and the buttons below.

Two forms are pasted.  A quotation ends in a line that names its author ("— Port of Porto (@porto) May 5, 2023").  A post
copied as it is shown begins with a name and a handle, each on a line, and ends in a time or in buttons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.words import page_words

MAX_QUOTED = 600
"""Characters of a quoted post."""
MAX_SHORT = 280
"""Characters of a line of a post that stands in a group of its own."""
MOST_LINES = 20
"""Lines of a post copied as it is shown."""
HANDLE = re.compile(r"@[\w.]{2,40}(?:\s?·.{0,40})?\Z")
MAX_NAME = 60
"""Characters of the name above a handle."""
DASHES = "—–-"
WORD = re.compile(r"[^\W\d_]{2,}")


def find_embeds(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that belong to posts."""
    found: set[int] = set()
    for line in lines:
        if page_words().embed_end.search(line.text):
            found.update((line.number, *_quoted_above(lines, line)))
        elif HANDLE.match(line.text) and line.number not in found:
            found.update(_shown_around(lines, line))
    return found


def _quoted_above(lines: Sequence[Line], last: Line) -> Iterator[int]:
    """The lines of a quoted post above the line that names its author.

    They are the rest of its group; or, when it stands alone and begins with a dash, the lines above it that are short
    enough.  A line that begins otherwise ("A post shared by …") stands below a picture, so that what is above it may be
    the article's.
    """
    length = 0
    for line in reversed(lines[1 : last.number]):
        length += line.length
        if line.group != last.group or length > MAX_QUOTED:
            break
        yield line.number
    above = lines[last.number - 1] if last.number > 1 else None
    if above is None or (last.text[0] not in DASHES and not page_words().embed.search(above.text)):
        return
    if above.group != last.group and above.length <= MAX_QUOTED:
        yield above.number
        yield from _same_group_above(lines, above)


def _same_group_above(lines: Sequence[Line], line: Line) -> Iterator[int]:
    for other in reversed(lines[1 : line.number]):
        if other.group != line.group or other.length > MAX_SHORT:
            return
        yield other.number


def _shown_around(lines: Sequence[Line], handle: Line) -> range:
    """The lines of a post around its handle: the name above, the words, the time, counts and buttons below."""
    end, length = handle.number, 0
    for line in lines[handle.number + 1 : handle.number + 1 + MOST_LINES]:
        length += line.length
        if page_words().embed_tail.search(line.text):
            end = line.number
        elif length > MAX_QUOTED or (end > handle.number and WORD.search(line.text)):
            break
    if end == handle.number:
        return range(0)
    named = handle.number > 1 and lines[handle.number - 1].length <= MAX_NAME and not lines[handle.number - 1].ends
    return range(handle.number - named, end + 1)
