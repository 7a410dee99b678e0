"""Sidecars: `a.txt.yml` beside `a.txt` says what the file itself does not, and overrides what it says.

A wrong sidecar is refused with its line, never half used: a misspelt key would otherwise silently lose a fact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from briefbook.errors import SourceError
from briefbook.model import Article, Block, BlockKind
from briefbook.sources.decoding import decode

SUFFIX = ".yml"
MAX_BYTES = 1_000_000
SOURCE_TEXTS = ("full", "cited", "none")


class Stated(NamedTuple):
    """A value and the line it stands in."""

    value: Any
    line: int


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of an article file would be."""
    return path.with_name(path.name + SUFFIX)


def apply_sidecar(article: Article, path: Path) -> Article:
    """The article with what its file's sidecar states; unchanged when there is none.

    Raises:
        SourceError: The sidecar can't be read, has an unknown key, or a value of the wrong kind.
    """
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return article
    try:
        data = sidecar.read_bytes()
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror})", path=sidecar) from error
    if len(data) > MAX_BYTES:
        raise SourceError(f"is larger than {MAX_BYTES:,} bytes: expected a few lines of YAML", path=sidecar)
    return with_stated(article, read_stated(decode(data, sidecar), sidecar))


def read_stated(text: str, path: Path, *, first_line: int = 1) -> dict[str, Any]:
    """Checked values of a YAML mapping (a sidecar, or front matter), by field of `Article`.

    Args:
        first_line: Line of the file in which the text begins.
    """
    checked: dict[str, Any] = {}
    for key, stated in _mapping(text, path, first_line).items():
        check = CHECKS.get(key)
        if check is None:
            near = get_close_matches(key, CHECKS, n=1, cutoff=0.5)
            hint = f"did you mean '{near[0]}'?" if near else f"expected one of {', '.join(CHECKS)}"
            raise SourceError(f"unknown key '{key}': {hint}", path=path, line=stated.line)
        if stated.value is not None:
            try:
                checked[key] = check(stated.value)
            except ValueError as error:
                raise SourceError(f"'{key}': expected {error}", path=path, line=stated.line) from error
    return checked


def _mapping(text: str, path: Path, first_line: int) -> dict[str, Stated]:
    loader = yaml.SafeLoader(yaml.reader.Reader.NON_PRINTABLE.sub(" ", text))
    try:
        node = loader.get_single_node()
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise SourceError("expected 'key: value' lines", path=path, line=first_line)
        found: dict[str, Stated] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + first_line
            key = str(key_node.value)
            if key in found:
                raise SourceError(f"'{key}' is given twice", path=path, line=line)
            found[key] = Stated(loader.construct_object(value_node, deep=True), line)
        return found
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        raise SourceError(f"is no valid YAML: {error.problem or error.context}", path=path, line=line) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise SourceError(f"is no valid YAML: {' '.join(str(error).split())}", path=path, line=first_line) from error
    finally:
        loader.dispose()


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text, found {_found(value)}")
    return " ".join(value.split())


def _verbatim(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text, found {_found(value)}")
    return value.strip()


def _names(value: Any) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise ValueError(f"a name or a list of names, found {_found(value)}")
    return tuple(name.strip() for name in names)


def _date(value: Any) -> str:
    """YAML itself makes dates of unquoted ones; a time without zone names no instant and is refused."""
    hint = f"a date like 2023-02-05 or a time with zone like 2023-02-05T14:30+02:00, found {_found(value)}"
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError as error:
            raise ValueError(hint) from error
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(hint)
        return value.isoformat(timespec="minutes" if not value.second else "seconds")
    if not isinstance(value, date):
        raise ValueError(hint)
    return value.isoformat()


def _language(value: Any) -> str:
    text = _text(value)
    primary = text.replace("_", "-").split("-")[0]
    if not (primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 8):
        raise ValueError(f"a BCP 47 tag like 'en' or 'pt-BR', found {_found(value)}")
    return text.replace("_", "-")


def _address(value: Any) -> str:
    text = _text(value)
    if not text.lower().startswith(("http://", "https://")) or " " in text:
        raise ValueError(f"an address that begins with http:// or https://, found {_found(value)}")
    return text


def _source_text(value: Any) -> str:
    if value not in SOURCE_TEXTS:
        raise ValueError(f"one of {', '.join(SOURCE_TEXTS)}, found {_found(value)}")
    return str(value)


def _found(value: Any) -> str:
    return f"'{' '.join(str(value).split())[:60]}'"


CHECKS: dict[str, Callable[[Any], Any]] = {
    "headline": _text,
    "standfirst": _text,
    "authors": _names,
    "publisher": _text,
    "date_published": _date,
    "language": _language,
    "url": _address,
    "rights": _verbatim,
    "source_text": _source_text,
    "retrieved": _date,
}
"""Known keys and how their values are checked; `retrieved` (when the page was fetched) is kept for the record only."""


def with_stated(article: Article, stated: dict[str, Any]) -> Article:
    """The article with stated fields put in; headline and standfirst become blocks as well."""
    fields = {key: value for key, value in stated.items() if key != "retrieved"}
    changed = replace(article, **fields)
    for kind in (BlockKind.STANDFIRST, BlockKind.HEADLINE):
        if kind.value in fields:
            changed = _with_block(changed, kind, fields[kind.value])
    return changed


def _with_block(article: Article, kind: BlockKind, text: str) -> Article:
    """The article with the block of this kind replaced, or put where it belongs; numbers stay indexes."""
    blocks = list(article.blocks)
    place = next((n for n, block in enumerate(blocks) if block.kind is kind), None)
    if place is not None:
        blocks[place] = replace(blocks[place], text=text)
        return replace(article, blocks=tuple(blocks))
    at = 1 if kind is BlockKind.STANDFIRST and blocks and blocks[0].kind is BlockKind.HEADLINE else 0
    blocks.insert(at, Block(number=at, kind=kind, text=text))
    numbered = tuple(replace(block, number=number) for number, block in enumerate(blocks))
    images = tuple(
        image
        if image.caption_block is None or image.caption_block < at
        else replace(image, caption_block=image.caption_block + 1)
        for image in article.images
    )
    return replace(article, blocks=numbered, images=images)
