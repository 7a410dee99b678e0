"""A new book: settings, an invented example article, the pages that a person writes, and ways to publish it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from briefbook import __version__
from briefbook.errors import UsageError
from briefbook.publish.disk import writing

_NAMES = {
    "gitignore": ".gitignore",
    "workflow/github.yml": ".github/workflows/book.yml",
    "workflow/gitlab.yml": ".gitlab-ci.yml",
}
"""Files that have another name in the package, where their own would hide them."""
_IN_QUOTES = frozenset({"mkdocs.yml"})


def create_book(folder: Path) -> tuple[Path, ...]:
    """Write a new, ready-to-build book into a folder, which must be new or empty; the files, in order of their names.

    Raises:
        UsageError: The folder holds something.
        OutputError: It can't be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file: name a new folder", path=folder)
    with writing(folder):
        if folder.exists() and any(folder.iterdir()):
            raise UsageError("is not empty: name a new folder", path=folder)
    title = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Briefing book"
    return tuple(_write(folder / _NAMES.get(name, name), _filled(name, text, title)) for name, text in sorted(_files()))


def _files() -> Iterator[tuple[str, str]]:
    def walk(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
        for item in folder.iterdir():
            if item.is_dir():
                yield from walk(item, f"{path}{item.name}/")
            elif not item.name.endswith((".pyc", ".py")):
                yield path + item.name, item.read_text(encoding="utf-8")

    return walk(resources.files("briefbook.publish") / "new_book", "")


def _filled(name: str, text: str, title: str) -> str:
    shown = json.dumps(title, ensure_ascii=False) if name in _IN_QUOTES else title
    return text.replace("@TITLE@", shown).replace("@VERSION@", __version__)


def _write(path: Path, text: str) -> Path:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path
