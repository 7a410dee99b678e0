"""Where everything of a book is: paths below `docs/`, and links from page to page."""

from __future__ import annotations

from functools import lru_cache

PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "webp"})
"""Suffixes of the bitmaps that pages show."""


@lru_cache(maxsize=16384)
def relative(target: str, page: str) -> str:
    """The way from one page to another (`path#anchor`), as a link on the first."""
    file, mark, name = target.partition("#")
    there, here = file.split("/"), page.split("/")
    shared = 0
    while shared < min(len(there), len(here)) - 1 and there[shared] == here[shared]:
        shared += 1
    way = "/".join([".."] * (len(here) - 1 - shared) + there[shared:])
    return f"{way}{mark}{name}"


def picture(article: str, number: int, file: str) -> str:
    """The path of an article's picture (`number` counts from 0), with the suffix of its file."""
    suffix = file.rpartition(".")[2].lower()
    return f"pictures/{article}/{number + 1}.{suffix if suffix in PICTURES else 'jpg'}"


def numbered(path: str, number: int) -> str:
    """The path of a list's n-th page: `statements.md`, `statements/2.md`; `actors/index.md`, `actors/page-2.md`."""
    if number == 1:
        return path
    if path.endswith("/index.md"):
        return f"{path.removesuffix('index.md')}page-{number}.md"
    return f"{path.removesuffix('.md')}/{number}.md"


def address(path: str) -> str:
    """Where a page is on a hosted site, relative to it: `actors/x.md` is `actors/x/`, `index.md` is the site itself."""
    bare = path.removesuffix(".md")
    return "" if bare == "index" else f"{bare.removesuffix('/index')}/"
