"""Web archives: WARC files, and WACZ, a zip of them with a list of the pages that were saved.

Records are streamed and never written to disk, so a path in an archive leads nowhere; sizes are counted while
reading, so a claimed length means nothing.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from briefbook.errors import SourceError
from briefbook.model import Article
from briefbook.sources.blocks import slug
from briefbook.sources.html import read_html

MAX_PAGE = 50_000_000
"""Bytes of one archived page, decompressed."""

MAX_MEMBER = 2_000_000_000
"""Bytes of one WARC file inside a WACZ, decompressed."""


def read_warc(path: Path, data: bytes) -> Iterator[Article]:
    """Read the article pages among the responses of a WARC file.

    Raises:
        SourceError: It is damaged, or holds no article page.
    """
    yield from _articles(path, [io.BytesIO(data)], frozenset())


def read_wacz(path: Path, data: bytes) -> Iterator[Article]:
    """Read the saved pages of a WACZ file (those its pages.jsonl lists; all, when it lists none)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = sorted(name for name in archive.namelist() if name.endswith((".warc", ".warc.gz")))
            if any(archive.getinfo(name).file_size > MAX_MEMBER for name in names):
                raise SourceError(f"holds a file of more than {MAX_MEMBER:,} bytes", path=path)
            streams: list[IO[bytes]] = [archive.open(name) for name in names]
            yield from _articles(path, streams, _listed(archive))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise SourceError("is no readable WACZ (zip) file", path=path) from error


def _listed(archive: zipfile.ZipFile) -> frozenset[str]:
    found: set[str] = set()
    for name in archive.namelist():
        if name.startswith("pages/") and name.endswith(".jsonl"):
            with archive.open(name) as lines:
                for line in io.TextIOWrapper(lines, "utf-8", "replace"):
                    found.update(_page_url(line))
    return frozenset(found)


def _page_url(line: str) -> Iterator[str]:
    try:
        page: Any = json.loads(line)
    except ValueError:
        return
    if isinstance(page, dict) and isinstance(page.get("url"), str):
        yield page["url"]


def _articles(path: Path, streams: list[IO[bytes]], wanted: frozenset[str]) -> Iterator[Article]:
    found = 0
    for stream in streams:
        for url, body in _responses(stream, path):
            if wanted and url not in wanted:
                continue
            try:
                articles = list(read_html(path, body))
            except SourceError:
                continue  # a page without an article: an index, a frame, a consent form
            for article in articles:
                found += 1
                name = slug(article.headline or url)[:60].strip("-")
                yield replace(article, id=f"{article.id}-{found}-{name}", url=article.url or url)
    if not found:
        raise SourceError("holds no page with an article", path=path)


def _responses(stream: IO[bytes], path: Path) -> Iterator[tuple[str, bytes]]:
    """Address and body of every successful HTML response."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type") or ""
            if record.http_headers.get_statuscode() != "200" or "html" not in kind:
                continue
            body = record.content_stream().read(MAX_PAGE + 1)
            if len(body) > MAX_PAGE:
                raise SourceError(f"holds a page of more than {MAX_PAGE:,} bytes", path=path)
            yield record.rec_headers.get_header("WARC-Target-URI") or "", body
    except (ArchiveLoadFailed, EOFError, zlib.error, OSError, ValueError, AttributeError) as error:
        raise SourceError(f"is damaged or no WARC file ({type(error).__name__})", path=path) from error
