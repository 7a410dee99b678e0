"""Markdown with front matter: the form in which articles are kept by hand.

Front matter holds what a sidecar holds.  The text is read as prose: headings become headline and subheads, paragraphs
lose their line breaks, pictures become image records.  Markup inside a line stays as it is written, since the words
of an article are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefbook.errors import SourceError
from briefbook.grammar.credits import looks_like_credit
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.decoding import decode
from briefbook.sources.sidecar import read_stated, with_stated

FENCE = re.compile(r"---[ \t]*\n")
FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*\Z")
UNDERLINED = re.compile(r"(.+)\n(=+|-+)[ \t]*\Z")
PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<url>[^()\s]*)(?:\s+\"(?P<title>[^\"]*)\")?\)")
PARAGRAPHS = re.compile(r"\n[ \t]*\n+")


def read_markdown(path: Path, data: bytes) -> Iterator[Article]:
    """Read one Markdown file.

    Raises:
        SourceError: Its front matter is broken, or it holds no text.
    """
    text = decode(data, path)
    stated, body = _front_matter(text, path)
    builder = ArticleBuilder(path, data, language=stated.get("language"))
    pieces = [piece.strip("\n") for piece in PARAGRAPHS.split(body)]
    place = 0
    while place < len(pieces):
        place += _add(builder, pieces[place], pieces[place + 1] if place + 1 < len(pieces) else "", stated)
    if builder.is_empty:
        raise SourceError("holds no paragraph of text", path=path)
    yield with_stated(builder.build(), stated)


def _front_matter(text: str, path: Path) -> tuple[dict[str, Any], str]:
    start = FENCE.match(text)
    if start is None:
        return {}, text
    end = FENCE_END.search(text, start.end())
    if end is None:
        raise SourceError("front matter is not closed: expected a line '---'", path=path, line=1)
    return read_stated(text[start.end() : end.start()], path, first_line=2), text[end.end() :]


def _add(builder: ArticleBuilder, piece: str, following: str, stated: dict[str, Any]) -> int:
    """Add one piece of the text; how many pieces were used (a picture takes the caption after it)."""
    if not piece.strip():
        return 1
    heading = HEADING.match(piece) if "\n" not in piece else None
    underlined = UNDERLINED.match(piece)
    if heading or underlined:
        level = len(heading[1]) if heading else (1 if (underlined or [""])[2].startswith("=") else 2)
        title = heading[2] if heading else (underlined or [""])[1]
        first = level == 1 and builder.is_empty and "headline" not in stated
        builder.add(BlockKind.HEADLINE if first and not builder.headline else BlockKind.SUBHEAD, title)
        return 1
    picture = PICTURE.match(piece.strip())
    if picture is not None:
        return _add_picture(builder, picture, piece.strip()[picture.end() :], following)
    builder.add(BlockKind.PARAGRAPH, " ".join(line.strip() for line in piece.split("\n")))
    return 1


def _add_picture(builder: ArticleBuilder, picture: re.Match[str], rest: str, following: str) -> int:
    """A picture with its title, the text right after it, or an emphasised or credited piece after it, as caption."""
    next_line = following.strip()
    emphasised = len(next_line) > 2 and next_line[0] == next_line[-1] and next_line[0] in "*_"
    used = 1
    printed = picture["title"] or rest.strip()
    if not printed and (emphasised or looks_like_credit(next_line)):
        printed, used = next_line.strip("*_").strip(), 2
    alt, url = picture["alt"].strip(), picture["url"]
    local = url and not re.match(r"[a-z][a-z0-9+.-]*:|//", url, re.I)
    builder.add_image(printed, alt_text=alt, url=None if local else url, file=url if local else None)
    return used
