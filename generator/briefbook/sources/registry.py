"""Which module reads which file."""

from __future__ import annotations

import zlib
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
TOLD_APART = frozenset({"html.read_html", "pasted.read_pasted"})
"""Readers of files that people save under either suffix: what the file begins with counts for more."""
MARKS = ((b"<!doctype html", "html.read_html"), (b"<html", "html.read_html"), (b"%pdf-", "office.read_pdf"))
SNIFFED = 200
GZIP = b"\x1f\x8b"
MAX_UNPACKED = 50_000_000
"""Bytes that a file packed with gzip may unpack to."""


def suffix_of(path: Path) -> str:
    """The suffix by which a file's reader is found, in lower case; `.warc.gz` counts as one."""
    name = path.name.lower()
    return next((suffix for suffix in SUFFIXES if suffix.count(".") > 1 and name.endswith(suffix)), path.suffix.lower())


def _by_suffix(path: Path) -> str:
    """The name of a file's reader by its suffix."""
    name = READERS.get(suffix_of(path))
    if name is None:
        expected = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"unknown format '{path.suffix}': expected one of {expected}", path=path)
    return name


def _by_content(name: str, data: bytes) -> str:
    """The name of the reader that what the file holds asks for, given the one that its suffix asks for."""
    if name not in TOLD_APART:
        return name
    start = data[:SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((reader for mark, reader in MARKS if start.startswith(mark)), name)


def _loaded(name: str) -> Reader:
    module, function = name.rsplit(".", 1)
    reader: Reader = getattr(import_module(f"briefbook.sources.{module}"), function)
    return reader


def read(path: Path) -> Iterator[Article]:
    """Read the article or articles of one file, with what its sidecar states, and the language where none is stated.

    Raises:
        SourceError: The file or its sidecar can't be read, or it holds no article.
    """
    name = _by_suffix(path)
    data = _bytes(path)
    if data.startswith(GZIP) and "warc" not in suffix_of(path):
        data = _unpacked(path, data)
    for article in _loaded(_by_content(name, data))(path, data):
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


def _unpacked(path: Path, data: bytes) -> bytes:
    """A file that was saved as it came over the wire, packed with gzip; what a damaged one still holds counts."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(data, MAX_UNPACKED)
    except zlib.error as error:
        raise SourceError("is packed with gzip, and damaged", path=path) from error
    if unpacker.unconsumed_tail:
        raise SourceError(f"unpacks to more than {MAX_UNPACKED:,} bytes", path=path)
    return unpacked
