"""The offline bundle: the site as one zip that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

EPOCH = date(1980, 1, 1)
"""The day a book without any publication date bears; the first that a zip can hold."""

_UNNEEDED = re.compile(r".*\.map|404\.html|sitemap\.xml(\.gz)?|objects\.inv|assets/javascripts/lunr/.*")
"""What a site read from disk has no use for: source maps, the server's error page, lists for search engines, and the
search's packs for other languages."""
_STORED = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff2", ".gz", ".zip", ".pdf"})
"""Compressed already."""


def bundle_day(days: Iterable[date]) -> date:
    """The day a book bears: that of its newest article, or `EPOCH` when none states one."""
    return max((EPOCH, *days))


def source_date_epoch(day: date) -> int:
    """Midnight of a day in seconds since 1970, UTC: the value of `SOURCE_DATE_EPOCH`."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def slug(title: str) -> str:
    """A title as part of a file name."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60].strip("-") or "book"


def bundle_name(title: str) -> str:
    """The name of a book's bundle, without suffix: also the one folder inside."""
    return f"briefbook-{slug(title).removeprefix('briefbook').strip('-') or 'book'}-offline"


def write_bundle(site: Path, target: Path, *, folder: str, day: date, languages: frozenset[str] = frozenset()) -> None:
    """Pack a built site into a zip: one folder, sorted names, one date, plain permissions.

    Args:
        languages: Search language packs to keep besides English, which needs none.
    """
    moment = (day.year, day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(target, "w") as bundle:
        for name in sorted(_needed(site, languages)):
            entry = zipfile.ZipInfo(f"{folder}/{name}", date_time=moment)
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, wherever it is made
            stored = PurePosixPath(name).suffix in _STORED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, (site / name).read_bytes(), compresslevel=9)


def _needed(site: Path, languages: frozenset[str]) -> Iterator[str]:
    kept = {f"assets/javascripts/lunr/min/lunr.{name}.min.js" for name in languages}
    if languages:
        kept |= {
            "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
            "assets/javascripts/lunr/min/lunr.multi.min.js",
        }
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and (name in kept or not _UNNEEDED.fullmatch(name)):
            yield name
