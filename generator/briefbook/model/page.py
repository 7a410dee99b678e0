"""A page or file to be written below `docs/`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file with its `path` ("/"-separated, relative to `docs/`) and its `content`."""

    path: str
    content: str
