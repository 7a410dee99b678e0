"""Which module reads which file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article
from briefbook.sources.language import with_language
from briefbook.sources.sidecar import apply_sidecar

Reader = Callable[[Path, bytes], Iterator[Article]]

READERS = {
    ".eml": "mail.read_mail",
    ".docx": "office.read_docx",
    ".atom": "feed.read_feed",
    ".htm": "html.read_html",
    ".html": "html.read_html",
    ".json": "article_object.read_json",
    ".jsonl": "article_object.read_json_lines",
    ".md": "markdown.read_markdown",
    ".mht": "mail.read_mail",
    ".mhtml": "mail.read_mail",
    ".pdf": "office.read_pdf",
    ".rss": "feed.read_feed",
    ".txt": "pasted.read_pasted",
    ".wacz": "archive.read_wacz",
    ".warc": "archive.read_warc",
    ".warc.gz": "archive.read_warc",
    ".xml": "newsml.read_xml",
}
"""Module and function by suffix; a module is imported when a file needs it, since some bring heavy libraries."""

SUFFIXES = frozenset(READERS)


def suffix_of(path: Path) -> str:
    """The suffix by which a file's reader is found, in lower case; `.warc.gz` counts as one."""
    name = path.name.lower()
    return next((suffix for suffix in SUFFIXES if suffix.count(".") > 1 and name.endswith(suffix)), path.suffix.lower())


def _reader(path: Path) -> Reader:
    name = READERS.get(suffix_of(path))
    if name is None:
        expected = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"unknown format '{path.suffix}': expected one of {expected}", path=path)
    module, function = name.rsplit(".", 1)
    reader: Reader = getattr(import_module(f"briefbook.sources.{module}"), function)
    return reader


def read(path: Path) -> Iterator[Article]:
    """Read the article or articles of one file, with what its sidecar states, and the language where none is stated.

    Raises:
        SourceError: The file or its sidecar can't be read, or it holds no article.
    """
    reader = _reader(path)
    for article in reader(path, _bytes(path)):
        yield with_language(apply_sidecar(article, path))


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except IsADirectoryError as error:
        raise SourceError("is a folder: expected a file", path=path) from error
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror})", path=path) from error
    if not data:
        raise SourceError("is empty: expected an article", path=path)
    return data
