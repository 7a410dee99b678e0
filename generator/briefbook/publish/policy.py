"""A Content-Security-Policy in every page: only the book's own scripts run, and no page can ask another host for anything.

A book has no server of ours that could send the policy as a header, so each page carries it as a `meta` element.  When
hosted, the theme's inline scripts are named by their SHA-256.  From disk they can't be, because the search there writes a
script of its own into a frame; the bundle's policy allows inline scripts, and still no address but the reader's own files.
"""

from __future__ import annotations

import hashlib
import html
import re
from base64 import b64encode
from pathlib import Path

from briefbook.errors import BriefbookError
from briefbook.publish.page_reader import PageReader

_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
"""After these the policy is written, and it holds for what comes after it; the encoding has to be said first."""
_PROGRAM_TYPES = frozenset({"", "text/javascript", "application/javascript", "module"})
"""Types of a script element that a browser runs; others are data, which no policy concerns."""


def add_policies(site: Path, *, offline: bool) -> None:
    """Write the policy into every page of a built site.

    Raises:
        BriefbookError: A page has no head to write it into.
    """
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        place = _CHARSET.search(text) or _HEAD.search(text)
        if place is None:
            raise BriefbookError("a page without <head>: expected one as the theme makes it", path=path)
        policy = offline_policy() if offline else hosted_policy(text)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
        shown = f"{text[: place.end()]}\n      {meta}{text[place.end() :]}"
        path.write_text(shown, encoding="utf-8", newline="\n")


def hosted_policy(page: str) -> str:
    """The policy of a page read from a server.

    A script inside the page's text (`<article>`) is never allowed: our pages have none, so that one that stands there
    came from outside.
    """
    found = _Inline()
    found.read(page)
    attributes = ["'unsafe-hashes'", *map(_hash, found.style_attributes)] if found.style_attributes else []
    return _joined(
        {
            "default-src": ["'none'"],
            "script-src": ["'self'", *map(_hash, found.scripts)],
            "style-src": ["'self'", *map(_hash, found.styles), *attributes],
            "img-src": ["'self'", "data:"],
            "font-src": ["'self'"],
            "connect-src": ["'self'"],
            "worker-src": ["'self'"],
            "manifest-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }
    )


def offline_policy() -> str:
    """The policy of a page read from disk, where some browsers do not count a file's neighbours as its own (`'self'`)."""
    own = ["'self'", "file:"]
    return _joined(
        {
            "default-src": ["'none'"],
            "script-src": [*own, "'unsafe-inline'"],
            "style-src": [*own, "'unsafe-inline'"],
            "img-src": [*own, "data:"],
            "font-src": own,
            "frame-src": own,
            "connect-src": ["'self'"],
            "worker-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }
    )


def _joined(directives: dict[str, list[str]]) -> str:
    return "; ".join(" ".join([name, *dict.fromkeys(sources)]) for name, sources in directives.items())


def _hash(text: str) -> str:
    """A text's name in a policy; browsers see every line end as one line feed."""
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    return f"'sha256-{b64encode(hashlib.sha256(data).digest()).decode()}'"


class _Inline(PageReader):
    """Collects what a page holds inline: scripts outside its text, style elements, style attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.style_attributes: list[str] = []
        self._into: list[str] | None = None
        self._article = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._article += tag == "article"
        if style := values.get("style"):
            self.style_attributes.append(style)
        self._into = self._list_for(tag, values)
        if self._into is not None:
            self._into.append("")

    def _list_for(self, tag: str, values: dict[str, str]) -> list[str] | None:
        if tag == "style":
            return self.styles
        runs = values.get("type", "").strip().lower() in _PROGRAM_TYPES
        return self.scripts if tag == "script" and runs and "src" not in values and not self._article else None

    def handle_endtag(self, tag: str) -> None:
        self._article -= tag == "article"
        self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data
