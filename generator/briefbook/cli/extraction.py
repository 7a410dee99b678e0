"""`briefbook extract`: articles in, one briefing JSON a line out, in input order."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TextIO

from briefbook.analysis import DEFAULT_MODEL, load_model
from briefbook.cli.messages import Messages
from briefbook.cli.progress import watched
from briefbook.config import FILE_NAME, Settings, load_settings
from briefbook.errors import UsageError
from briefbook.exports.briefing_json import to_json
from briefbook.model import Article
from briefbook.pipeline import brief_all, brief_in_processes, read_all
from briefbook.publish import atomic_file


def extract_articles(inputs: list[Path], *, output: Path | None, published: str | None, jobs: int, book: Path) -> int:
    """Print the briefings of all inputs that can be read; returns the exit status.

    The settings of a book hold when its `mkdocs.yml` is in the folder `book`.
    """
    messages = Messages()
    settings = load_settings(book) if (book / FILE_NAME).exists() else Settings()
    stated = _date(published)
    with _opened(output) as stream:
        articles = read_all(inputs, messages.error, max_bytes=settings.max_file_bytes)
        lines = _lines(_dated(articles, stated), settings, messages, jobs)
        for line in lines if stream.isatty() else watched(lines, "articles"):  # on a screen the lines show it
            stream.write(line + "\n")
            stream.flush()
    return messages.status


def _lines(articles: Iterator[Article], settings: Settings, messages: Messages, jobs: int) -> Iterator[str]:
    first = next(articles, None)
    if first is None:  # nothing to do: no need to wait for the language model
        return iter(())
    found = chain([first], articles)
    if jobs > 1:
        return brief_in_processes(found, to_json, settings, messages.error, jobs=jobs)
    model = load_model(settings.language_model or DEFAULT_MODEL)
    return map(to_json, brief_all(found, model, summary_words=settings.summary_words, report=messages.error))


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with atomic_file(output) as stream:
        yield stream


def _dated(articles: Iterable[Article], published: str | None) -> Iterator[Article]:
    """Give the articles that state no date of publication the one stated by the user."""
    for article in articles:
        missing = published is not None and article.date_published is None
        yield replace(article, date_published=published) if missing else article


def _date(text: str | None) -> str | None:
    """A date of publication as the user states it: an ISO date, or an ISO date-time with its zone."""
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d{2}-\d{2}T", text) and datetime.fromisoformat(text).tzinfo is not None:
            return text
    except ValueError:
        pass
    raise UsageError(
        f"--published: expected a date like 2023-02-05 or a time like 2023-02-05T14:30+02:00, found '{text}'"
    )
