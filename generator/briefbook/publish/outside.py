"""The outside-address check: a built page must ask no other host for anything.

Links that a reader follows (`<a href>`) and addresses that only name the page (`<link rel="canonical">`, JSON-LD) are no
requests.  Everything that a browser loads by itself is: scripts, styles, images, frames, media, fonts, refreshes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefbook.publish.page_reader import PageReader

_LOADING = {
    "audio": ("src",),
    "base": ("href",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src", "srcdoc"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href", "imagesrcset"),
    "object": ("data", "codebase"),
    "script": ("src", "href", "xlink:href"),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes whose address a browser loads without being asked."""
_EVERYWHERE = ("background", "style", "ping", "formaction")
_NAMING = frozenset({"canonical", "alternate", "author", "help", "license", "me", "next", "prev", "search"})
"""Link types that name another page and load nothing."""
_OUTSIDE = re.compile(r"(?:^|[\s,'\"(=])((?:[a-z][a-z0-9+.-]*:)?//[^\s'\"),<>]+)", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FETCHES = re.compile(r"\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|XMLHttpRequest)\b")


class OutsideAddress(NamedTuple):
    """An address on another host that a page would load: the file, its line, what holds the address, the address."""

    path: Path
    line: int
    where: str
    address: str


def outside_addresses(site: Path) -> Iterator[OutsideAddress]:
    """Every address on another host that a page, style sheet or drawing below a folder would load, in order of paths."""
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".htm", ".svg"}:
            yield from in_html(path.read_text(encoding="utf-8"), path)
        elif path.suffix == ".css":
            yield from in_css(path.read_text(encoding="utf-8"), path)


def in_html(text: str, path: Path) -> Iterator[OutsideAddress]:
    """The outside addresses that a page loads."""
    reader = _Reader(path)
    reader.read(text)
    yield from reader.found


def in_css(text: str, path: Path, *, line: int = 1, where: str = "style sheet") -> Iterator[OutsideAddress]:
    """The outside addresses that a style sheet loads."""
    bare = _CSS_COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    for match in _CSS_ADDRESS.finditer(bare):
        address = (match[1] or match[2]).strip()
        if is_outside(address):
            yield OutsideAddress(path, line + bare.count("\n", 0, match.start()), where, address)


def is_outside(address: str) -> bool:
    """Does an address, as it stands in an attribute, lead to a host?"""
    flat = re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/")
    return flat.startswith("//") or bool(
        re.match(r"(?!data:|blob:|about:|javascript:|mailto:|tel:)[a-z][a-z0-9+.-]*:", flat, re.I)
    )


class _Reader(PageReader):
    """Collects the outside addresses of one page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.found: list[OutsideAddress] = []
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._inside = tag if tag in {"style", "script"} and not self._is_data(tag, values) else None
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._text(values.get("content", ""), "meta refresh")
        if tag == "link" and set(values.get("rel", "").lower().split()) <= _NAMING:
            return
        for name, value in values.items():
            if name in _LOADING.get(tag, ()) or name in _EVERYWHERE:
                self._attribute(tag, name, value)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser calls it so)
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.found.extend(in_css(data, self.path, line=self.line, where="style"))
        elif self._inside == "script" and _FETCHES.search(data):
            self._text(data, "script")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style":
            self.found.extend(in_css(value, self.path, line=self.line, where=f"{tag} style"))
        elif name in {"srcset", "imagesrcset", "srcdoc", "ping"}:
            self._text(value, f"{tag} {name}")
        elif is_outside(value):
            self.found.append(OutsideAddress(self.path, self.line, f"{tag} {name}", value))

    def _text(self, text: str, where: str) -> None:
        line = self.line
        self.found.extend(OutsideAddress(self.path, line, where, m[1]) for m in _OUTSIDE.finditer(text))

    @staticmethod
    def _is_data(tag: str, values: dict[str, str]) -> bool:
        return tag == "script" and values.get("type", "").lower() in {
            "application/json",
            "application/ld+json",
            "text/plain",
        }
