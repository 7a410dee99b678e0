"""Which files of a folder are articles, and names that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from briefbook.model import Article
from briefbook.sources.registry import SUFFIXES, suffix_of


def find_articles(folder: Path) -> list[Path]:
    """The article files of a folder and its subfolders, in the order of their paths.

    Not articles: `README*`, `corrections.yml`, names that begin with `_` or `.`, a saved page's `NAME_files/`, sidecars,
    and files of no known suffix.
    """
    return sorted(_below(folder), key=lambda path: path.relative_to(folder).as_posix())


def _below(folder: Path) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "_")):
            continue
        if path.is_dir():
            if not path.name.endswith("_files") and not path.is_symlink():
                yield from _below(path)
        elif suffix_of(path) in SUFFIXES and not path.name.upper().startswith("README") and path.is_file():
            yield path


def with_unique_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in order, ids that are taken continued with a number ("a", "a-2"), so that each names one page."""
    taken: set[str] = set()
    found: list[Article] = []
    for article in articles:
        name, number = article.id, 2
        while name in taken:
            name, number = f"{article.id}-{number}", number + 1
        taken.add(name)
        found.append(article if name == article.id else replace(article, id=name))
    return tuple(found)
