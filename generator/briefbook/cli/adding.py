"""`briefbook add`: take an article from a file or the web into the seeds of a book, and say what was found in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from briefbook.cli.messages import say
from briefbook.config import Settings, load_settings
from briefbook.errors import SourceError, UsageError
from briefbook.model import Article, BlockKind
from briefbook.publish import atomic_file, work_folder, writing
from briefbook.sources import SUFFIXES, read, sidecar_of, slug, suffix_of
from briefbook.sources.fetch import Fetched, FetchRules, fetch

SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
MAX_NAME = 80
"""Characters of a file name made from a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is to be stored: file name without suffix (None: take the headline's), suffix, bytes, companions."""

    name: str | None
    suffix: str
    data: bytes
    url: str | None
    companions: tuple[Path, ...] = ()


def add_article(target: str, *, book: Path, force: bool, http: bool, private: bool) -> int:
    """Store an article below `seeds/`; returns the exit status.

    Raises:
        UsageError: The target is not allowed, or a file of that name is there and `force` is not given.
        SourceError: It can't be fetched or read; nothing is stored.
    """
    settings = load_settings(book)
    rules = FetchRules(allow_http=http, allow_private=private, max_bytes=settings.max_file_bytes)
    found = _fetched(fetch(target, rules)) if "://" in target else _local(Path(target), settings)
    with work_folder(settings.root) as work:
        trial = work / f"{found.name or 'page'}{found.suffix}"
        trial.write_bytes(found.data)
        articles = _readable(trial, target)
        name = found.name or slug(articles[0].headline or target)[:MAX_NAME].strip("-")
        path = settings.root / settings.seeds / f"{name}{found.suffix}"
        _refuse_existing(path, force)
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _store_companions(found, path)
            os.replace(trial, path)
    _write_sidecar(path, articles, found)
    for line in _report(path, articles):
        say(line)
    return 0


def _fetched(page: Fetched) -> _Found:
    suffix = SUFFIX_OF_TYPE.get(page.media_type)
    if suffix is None:
        raise SourceError(f"is of the type '{page.media_type}': expected a page, a text or a feed", path=page.url)
    return _Found(name=None, suffix=suffix, data=page.data, url=page.url)


def _local(path: Path, settings: Settings) -> _Found:
    if path.is_dir():
        raise UsageError("is a folder: expected a file, or an address that begins with https://", path=path)
    if not path.is_file():
        raise UsageError("no such file: expected a file, or an address that begins with https://", path=path)
    suffix = suffix_of(path)
    if suffix not in SUFFIXES:
        raise UsageError(f"unknown format '{suffix}': expected one of {', '.join(sorted(SUFFIXES))}", path=path)
    if path.stat().st_size > settings.max_file_bytes:
        raise SourceError(f"larger than {settings.max_file_bytes / 1e6:g} MB", path=path)
    name = path.name[: -len(suffix)]
    near = (path.with_name(f"{name}_files"), sidecar_of(path))
    return _Found(
        name=name,
        suffix=suffix,
        data=path.read_bytes(),
        url=None,
        companions=tuple(item for item in near if item.exists()),
    )


def _readable(trial: Path, target: str) -> list[Article]:
    """The articles of the file on trial; messages name the target, not the temporary file."""
    try:
        return list(read(trial))
    except SourceError as error:
        raise SourceError(error.problem, path=target, line=error.line) from error


def _refuse_existing(path: Path, force: bool) -> None:
    for there in (path, sidecar_of(path)):
        if there.exists() and not force:
            raise UsageError("is there already: rename it, or overwrite it with --force", path=there)


def _store_companions(found: _Found, path: Path) -> None:
    """A saved page's folder of pictures, and a sidecar that came with the file."""
    for item in found.companions:
        if item.is_dir():
            shutil.copytree(item, path.with_name(item.name), dirs_exist_ok=True)
        else:
            shutil.copyfile(item, sidecar_of(path))


def _write_sidecar(path: Path, articles: list[Article], found: _Found) -> None:
    """Record where and when a page was fetched, and what it stated of itself; never over one that came with the file."""
    if found.url is None or len(articles) != 1:
        return
    (article,) = articles
    stated = {
        "publisher": article.publisher,
        "url": found.url,
        "authors": list(article.authors) or None,
        "date_published": article.date_published,
        "rights": article.rights,
        "retrieved": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    known = {key: value for key, value in stated.items() if value is not None}
    with atomic_file(sidecar_of(path)) as stream:
        yaml.safe_dump(known, stream, allow_unicode=True, sort_keys=False)


def _report(path: Path, articles: list[Article]) -> Iterator[str]:
    """What was found, in one screen."""
    yield f"added {path}"
    if len(articles) > 1:
        yield f"  {len(articles)} articles, the first of them:"
    article = articles[0]
    yield f"headline: {article.headline or 'not stated'}"
    yield f"publisher: {article.publisher or 'not stated'}"
    yield f"authors: {', '.join(article.authors) or 'not stated'}"
    yield f"published: {article.date_published or 'not stated'}"
    yield f"language: {article.language or 'not recognised'}"
    count = sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
    credited = sum(image.credit_line is not None for image in article.images)
    yield f"text: {count} paragraphs, {len(article.omitted)} lines left out"
    yield f"images: {len(article.images)}, {credited} with a credit"
