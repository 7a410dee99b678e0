"""Where everything of a book is: paths below `docs/`, and links from page to page."""

from __future__ import annotations

from posixpath import dirname, relpath


def relative(target: str, page: str) -> str:
    """The way from one page to another (`path#anchor`), as a link on the first."""
    path, mark, name = target.partition("#")
    way = relpath(path, dirname(page) or ".")
    return f"{way}{mark}{name}"


def numbered(path: str, number: int) -> str:
    """The path of a list's n-th page: `statements.md`, `statements/2.md`; `actors/index.md`, `actors/page-2.md`."""
    if number == 1:
        return path
    if path.endswith("/index.md"):
        return f"{path.removesuffix('index.md')}page-{number}.md"
    return f"{path.removesuffix('.md')}/{number}.md"
