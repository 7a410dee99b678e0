"""Article objects: `.json` (one object) and `.jsonl` (one a line), the plainest way to hand over an article.

An object without `paragraphs` may be ninjs, the JSON of news agencies (see `ninjs`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder, slug
from briefbook.sources.decoding import decode

TEXTS = ("headline", "standfirst", "publisher", "date_published", "language", "url", "rights")


def read_json(path: Path, data: bytes) -> Iterator[Article]:
    """Read a file that holds one article object, or one ninjs object.

    Raises:
        SourceError: It is no JSON, or no article object.
    """
    yield from _articles(parse_json(decode(data, path), path), _Place(path, None), data)


def read_json_lines(path: Path, data: bytes) -> Iterator[Article]:
    """Read a file that holds one article object a line; lazily, so that the lines before a broken one are read.

    Raises:
        SourceError: A line is no JSON, or no article object; it names the line.
    """
    if not data.strip():
        raise SourceError("is empty: expected one article object a line", path=path)
    for number, line in enumerate(decode(data, path).split("\n"), start=1):
        if line.strip():
            item = parse_json(line, path, number)
            yield from _articles(item, _Place(path, number), line.encode("utf-8", "surrogatepass"))


class _Place(NamedTuple):
    """Where an object stands, for messages; `line` is None for a file that is one object."""

    path: Path
    line: int | None

    def wrong(self, problem: str) -> SourceError:
        return SourceError(problem, path=self.path, line=self.line)


def parse_json(text: str, path: Path, line: int | None = None) -> Any:
    """A JSON value; what is wrong is said with its line.

    Raises:
        SourceError: The text is empty or no JSON.
    """
    if not text.strip():
        raise SourceError("is empty: expected an article object", path=path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = line or error.lineno
        raise SourceError(f"is no JSON: {error.msg} (column {error.colno})", path=path, line=where) from error
    except RecursionError as error:
        raise SourceError("is JSON nested too deeply", path=path, line=line) from error


def _articles(item: Any, place: _Place, data: bytes) -> Iterator[Article]:
    if not isinstance(item, dict):
        raise place.wrong(f"expected an article object, found {_kind(item)}")
    if "paragraphs" in item:
        yield _article(item, place, data)
        return
    from briefbook.sources.ninjs import is_ninjs, read_ninjs  # brings the reader of pages

    if not is_ninjs(item):
        raise place.wrong("expected an article object with a list 'paragraphs', or a ninjs object")
    yield from read_ninjs(item, place.path, data, line=place.line)


def _article(item: dict[str, Any], place: _Place, data: bytes) -> Article:
    paragraphs = _strings(item, "paragraphs", place)
    texts = {key: _text(item, key, place) for key in TEXTS}
    builder = ArticleBuilder(place.path, data, language=texts["language"])
    builder.add(BlockKind.HEADLINE, texts["headline"])
    builder.add(BlockKind.STANDFIRST, texts["standfirst"])
    for paragraph in paragraphs:
        builder.add(BlockKind.PARAGRAPH, paragraph)
    for image in _images(item, place):
        builder.add_image(
            _text(image, "caption", place), alt_text=_text(image, "alt_text", place), url=_text(image, "url", place)
        )
    stated: dict[str, object] = {key: texts[key] for key in ("publisher", "url", "rights")}
    stated["date_published"] = _date(texts["date_published"], place)
    stated["authors"] = tuple(_strings(item, "authors", place))
    if (identifier := item.get("id")) is not None:
        stated["id"] = str(identifier)
    elif place.line is not None:
        stated["id"] = f"{slug(place.path.stem)}-{place.line}"
    return builder.build(**stated)


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _text(item: dict[str, Any], key: str, place: _Place) -> str | None:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise place.wrong(f"'{key}': expected a text or null, found {_kind(value)}")
    return (value or "").strip() or None


def _strings(item: dict[str, Any], key: str, place: _Place) -> list[str]:
    value = item.get(key)
    if value is None and key != "paragraphs":
        return []
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise place.wrong(f"'{key}': expected a list of texts")
    return value


def _images(item: dict[str, Any], place: _Place) -> list[dict[str, Any]]:
    value = item.get("images")
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise place.wrong("'images': expected a list of objects")
    return value


def _date(text: str | None, place: _Place) -> str | None:
    """An ISO date or date-time; a time without a zone names no instant, so only its day is kept."""
    if text is None:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        problem = (
            f"'date_published': expected an ISO date like 2023-02-05, or a date-time with zone, found '{text[:40]}'"
        )
        raise place.wrong(problem) from error
    return text if moment.tzinfo is not None else moment.date().isoformat()
