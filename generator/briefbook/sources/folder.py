"""Which files of a folder are articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefbook.sources.registry import SUFFIXES


def find_articles(folder: Path) -> Iterator[Path]:
    """The article files of a folder and its subfolders, in the order of their paths.

    Not articles: `README*`, `corrections.yml`, names that begin with `_` or `.`, a saved page's `NAME_files/`, sidecars.
    """
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "_")) for part in parts) or any(part.endswith("_files") for part in parts[:-1])
        if path.is_file() and path.suffix.lower() in SUFFIXES and not hidden and not path.name.startswith("README"):
            yield path
