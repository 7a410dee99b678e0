"""Settings of a book: read from `mkdocs.yml`, validated once, frozen.

A book has one file for its settings.  MkDocs reads all of it; Briefbook reads its own keys under `extra: briefbook:` and
takes the title, the address and the folder of pages from the keys that MkDocs has for them.  Unknown keys and wrong
values are refused with the file and line, so that a misspelt setting is never silently without effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from briefbook.config.values import MKDOCS, OWN, Reader, line_of, read_text, wrong
from briefbook.errors import SettingsError

FILE_NAME = "mkdocs.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the owner of a book chose.

    Attributes:
        root: Folder of the book; the folders below are relative to it.
        title: `site_name` of MkDocs.
        site_url: Where the book is published, or None.
        language: BCP 47 tag of the pages (`theme: language:` of MkDocs).
        docs: Folder of the pages (`docs_dir` of MkDocs).
        site: Folder of the built site (`site_dir` of MkDocs).
        dist: Folder of the offline bundle.
        seeds: Folder of the articles.
        language_model: Package name of the spaCy pipeline; None takes the default one.
        source_text: How much of an article's text is shown: `full`, `cited` or `none`.
        summary_words: Most words of a summary; None takes the default.
        max_file_megabytes: Larger input files are refused (1 MB = 1,000,000 bytes).
        page_size: Most entries on one page of a list; None takes the default.
        contact: Where a reader reports an error: an e-mail address or an http(s) address, in which `{page}` stands for the
            address of the page, or None.
        publisher: Who publishes the book, or None.
        imprint: The page of the imprint (below the folder of pages, or an http(s) address), or None.
        colour: Ground of the head of every page, `#rrggbb`, dark enough for white words; None takes the default.
        share_image: The picture that other sites show with a link to the book, below the folder of pages; None has one drawn.
    """

    root: Path = field(default_factory=Path)
    title: str = "Briefing book"
    site_url: str | None = None
    language: str = "en"
    docs: str = "docs"
    site: str = "site"
    dist: str = "dist"
    seeds: str = "seeds"
    language_model: str | None = None
    source_text: str = "cited"
    summary_words: int | None = None
    max_file_megabytes: int = 50
    page_size: int | None = None
    contact: str | None = None
    publisher: str | None = None
    imprint: str | None = None
    colour: str | None = None
    share_image: str | None = None

    @property
    def file(self) -> Path:
        """The file that holds the settings."""
        return self.root / FILE_NAME

    @property
    def max_file_bytes(self) -> int:
        """The largest input file in bytes."""
        return self.max_file_megabytes * 1_000_000


def load_settings(root: Path) -> Settings:
    """Read and validate the settings of the book in a folder.

    Raises:
        SettingsError: No `mkdocs.yml`, no valid YAML, an unknown key or a wrong value.
    """
    path = root / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            "no such file: run this in the folder of a book, or make one with `briefbook init`", path=path
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"can't be read: {_reason(error)}", path=path) from error
    return parse_settings(text, root)


def parse_settings(text: str, root: Path) -> Settings:
    """Validate the text of a `mkdocs.yml`.

    Raises:
        SettingsError: No valid YAML, an unknown key or a wrong value.
    """
    path = root / FILE_NAME
    top = _compose(text, path)
    values = {key: read(node, path) for key, read, node in _mkdocs_values(top)}
    own = _child(_child(top, "extra"), "briefbook")
    if own is not None and not _is_null(own):
        values |= _own_values(own, path)
    return Settings(root=root, **values)


def _mkdocs_values(top: yaml.Node | None) -> Iterator[tuple[str, Reader, yaml.Node]]:
    """The values that MkDocs has a key for; one given by a tag (`!ENV`) or left empty keeps its default."""
    for key, (name, read) in MKDOCS.items():
        if (node := _child(top, key)) is not None and _is_plain(node):
            yield name, read, node
    if (node := _child(_child(top, "theme"), "language")) is not None and _is_plain(node):
        yield "language", read_text, node


def _is_plain(node: yaml.Node) -> bool:
    return not _is_null(node) and node.tag.startswith("tag:yaml.org,2002:")


def _own_values(own: yaml.Node, path: Path) -> dict[str, Any]:
    if not isinstance(own, yaml.MappingNode):
        raise wrong(own, path, "settings as 'name: value' lines under extra: briefbook:")
    values: dict[str, Any] = {}
    for key, node in own.value:
        name = str(key.value)
        if name not in OWN:
            raise SettingsError(f"unknown setting '{name}'; {_suggest(name)}", path=path, line=line_of(key))
        if name in values:
            raise SettingsError(f"setting '{name}' stands twice", path=path, line=line_of(key))
        try:
            values[name] = OWN[name](node, path)
        except SettingsError as error:
            raise SettingsError(f"setting '{name}': {error.problem}", path=path, line=error.line) from None
    return values


def _suggest(key: str) -> str:
    if near := get_close_matches(key.lower().replace("-", "_"), OWN, n=1):
        return f"did you mean '{near[0]}'?"
    return f"known are {', '.join(sorted(OWN))}"


def _compose(text: str, path: Path) -> yaml.Node | None:
    """The document as nodes, so that every value knows its line and tags of other programs are left alone."""
    try:
        top: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise SettingsError(
            f"not valid YAML: {error.problem}", path=path, line=mark.line + 1 if mark else None
        ) from error
    except yaml.YAMLError as error:
        raise SettingsError(f"not valid YAML: {_reason(error)}", path=path) from error
    if top is not None and not isinstance(top, yaml.MappingNode):
        raise wrong(top, path, "'name: value' lines")
    return top


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _is_null(node: yaml.Node) -> bool:
    return node.tag == "tag:yaml.org,2002:null"


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return " ".join(str(error).split())
