"""The link check: every link inside a built site leads to a file and, with `#`, to an anchor that is there."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

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
    readers = {path: _read(path) for path in sorted(root.rglob("*.html")) if path.name != _SERVER_PAGE}
    anchors = {path: reader.anchors for path, reader in readers.items()}
    for path, reader in readers.items():
        for line, link in reader.links:
            if not _leads(link, path, root, anchors):
                yield BrokenLink(path, line, link)


def _leads(link: str, page: Path, root: Path, anchors: dict[Path, set[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    if parts.path.startswith("/"):
        return False
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(root):
        return False
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file():
        return False
    name = unquote(parts.fragment).partition(":~:")[0]
    return not name or target not in anchors or name in anchors[target]


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Collects the links and anchors of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.anchors.add(value)
            elif value and name in _ATTRIBUTES and tag != "base":
                self.links.append((line, value.strip()))
