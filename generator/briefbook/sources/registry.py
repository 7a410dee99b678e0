"""Which module reads which file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article
from briefbook.sources import article_object

Reader = Callable[[Path, bytes], Iterator[Article]]

READERS: dict[str, Reader] = {
    ".json": article_object.read_json,
    ".jsonl": article_object.read_json_lines,
}
SUFFIXES = frozenset(READERS)


def read(path: Path) -> Iterator[Article]:
    """Read the article or articles of one file.

    Raises:
        SourceError: The file can't be read, or is no article.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror})", path=path) from error
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(f"unknown format '{path.suffix}': expected one of {', '.join(sorted(SUFFIXES))}", path=path)
    yield from reader(path, data)
