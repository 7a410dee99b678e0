"""The link check: every link inside a built site leads to a file and, with `#`, to an anchor that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from briefbook.publish.page_reader import PageReader

_ATTRIBUTES = frozenset({"href", "src", "data", "poster", "xlink:href"})
_SERVER_PAGE = "404.html"
"""Its addresses begin at the server's root, wherever that will be."""


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the file it stands in, its line, and the link as written."""

    path: Path
    line: int
    link: str


def broken_links(site: Path) -> Iterator[BrokenLink]:
    """Every link below a folder of HTML files that leads nowhere, in order of paths."""
    root = site.resolve()
    files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = [path for path in sorted(root.rglob("*.html")) if path.name != _SERVER_PAGE]
    readers = {path.relative_to(root).as_posix(): _read(path) for path in pages}
    anchors = {page: reader.anchors for page, reader in readers.items()}
    for page, reader in readers.items():
        for line, link in reader.links:
            if not _leads(link, page, files, anchors):
                yield BrokenLink(root / page, line, link)


def _leads(link: str, page: str, files: frozenset[str], anchors: dict[str, set[str]]) -> bool:
    """Does a link on a page lead somewhere?  `page` and `files` are relative to the site, with "/"."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    if parts.path.startswith("/"):
        return False
    target = _joined(posixpath.dirname(page), unquote(parts.path)) if parts.path else page
    if target not in files:
        target = _joined(target, "index.html")
    if target not in files:
        return False
    name = unquote(parts.fragment).partition(":~:")[0]
    return not name or target not in anchors or name in anchors[target]


def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.read(path.read_text(encoding="utf-8"))
    return reader


class _Reader(PageReader):
    """Collects the links and anchors of one page."""

    def __init__(self) -> None:
        super().__init__(links=True)
        self.anchors: set[str] = set()
        self.links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.anchors.add(value)
            elif value and name in _ATTRIBUTES and tag != "base":
                self.links.append((self.line, value.strip()))
