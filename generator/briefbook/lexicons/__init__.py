"""Words and patterns as data: YAML files in `data/<language>/`, checked once when read.

A lexicon file is a mapping with `about` (what it holds and who uses it) and `entries`, a list.  Every entry has a
unique `id`, `examples` and `counterexamples` (both run as tests), may have a `reason`, and says what it matches:
`words` (a list), or `pattern` (a regular expression, verbose mode off).  What else an entry carries depends on the
file and is found in `Entry.fields`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from briefbook.errors import LexiconError

KNOWN_KEYS = frozenset({"id", "words", "pattern", "examples", "counterexamples", "reason"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a lexicon; `fields` holds the keys that only this file knows."""

    id: str
    words: tuple[str, ...]
    pattern: str | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    reason: str | None
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A lexicon file: `name` is the file's name without suffix."""

    language: str
    name: str
    about: str
    entries: tuple[Entry, ...]

    def words(self, *ids: str) -> frozenset[str]:
        """The words of the entries named (of all, when none is named)."""
        chosen = [entry for entry in self.entries if not ids or entry.id in ids]
        if ids and len(chosen) != len(set(ids)):
            raise LexiconError(
                f"no entry {sorted(set(ids) - {e.id for e in chosen})}", path=f"{self.language}/{self.name}.yaml"
            )
        return frozenset(word for entry in chosen for word in entry.words)

    def entry(self, id: str) -> Entry:
        """The entry with this id."""
        return next(entry for entry in self.entries if entry.id == id)


@cache
def load(name: str, language: str = "en") -> Lexicon:
    """Read and check one lexicon.  `language` is a folder: `en`, or `any` for what no language owns.

    Raises:
        LexiconError: The file is missing or breaks the schema.
    """
    path = _folder() / language / f"{name}.yaml"
    where = f"lexicons/data/{language}/{name}.yaml"
    if not path.is_file():
        raise LexiconError("no such lexicon", path=where)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(data, dict) or not {"about", "entries"} <= data.keys() or not isinstance(data["entries"], list):
        raise LexiconError("expected a mapping with 'about' and a list 'entries'", path=where)
    entries = tuple(_entry(item, where) for item in data["entries"])
    ids = [entry.id for entry in entries]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise LexiconError(f"ids used twice: {', '.join(twice)}", path=where)
    return Lexicon(language=language, name=name, about=data["about"], entries=entries)


@cache
def words(name: str, *ids: str, language: str = "en") -> frozenset[str]:
    """The words of these entries of a lexicon, put together once: what is asked at every token."""
    return load(name, language).words(*ids)


def available() -> tuple[tuple[str, str], ...]:
    """(language, name) of every lexicon, sorted."""
    return tuple(
        sorted(
            (folder.name, file.name.removesuffix(".yaml"))
            for folder in _folder().iterdir()
            if folder.is_dir()
            for file in folder.iterdir()
            if file.name.endswith(".yaml")
        )
    )


@cache
def lines(file: str, language: str = "en") -> tuple[str, ...]:
    """The lines of a bulk list (`.txt`: one word a line; `.tsv`: columns), without comments (`#`) and empty lines.

    Raises:
        LexiconError: The file is missing.
    """
    path = _folder() / language / file
    if not path.is_file():
        raise LexiconError("no such list", path=f"lexicons/data/{language}/{file}")
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def sha256() -> str:
    """SHA-256 over all lexicon files in the order of their names (hex): recorded in the provenance."""
    digest = hashlib.sha256()
    files = sorted(
        (folder.name, file.name) for folder in _folder().iterdir() if folder.is_dir() for file in folder.iterdir()
    )
    for language, name in files:
        if name.endswith((".yaml", ".txt", ".tsv")):
            digest.update(f"{language}/{name}\0".encode())
            digest.update((_folder() / language / name).read_bytes())
    return digest.hexdigest()


def _folder() -> Traversable:
    return resources.files("briefbook.lexicons") / "data"


def _entry(item: Any, where: str) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise LexiconError(f"an entry has no id: {str(item)[:60]!r}", path=where)
    for key in ("words", "examples", "counterexamples"):
        value = item.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise LexiconError(
                f"entry '{item['id']}': '{key}' must be a list of strings (quote yes, no, on, off)", path=where
            )
    if not item.get("examples"):
        raise LexiconError(f"entry '{item['id']}' has no examples", path=where)
    return Entry(
        id=item["id"],
        words=tuple(item.get("words", ())),
        pattern=item.get("pattern"),
        examples=tuple(item["examples"]),
        counterexamples=tuple(item.get("counterexamples", ())),
        reason=item.get("reason"),
        fields={key: value for key, value in item.items() if key not in KNOWN_KEYS},
    )
