"""The values of settings: each is read from a node of the YAML file, or refused with its line and what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from briefbook.errors import SettingsError

SOURCE_TEXTS = ("full", "cited", "none")
READABLE = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

Reader = Callable[[yaml.Node, Path], Any]


def read_text(node: yaml.Node, path: Path) -> str:
    """A text that is not empty."""
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str" and node.value.strip():
        return str(node.value).strip()
    raise wrong(node, path, "a text (in quotes where YAML would read it otherwise)")


def _folder(node: yaml.Node, path: Path) -> str:
    text = read_text(node, path)
    if Path(text).is_absolute() or ".." in Path(text).parts or text == ".":
        raise wrong(node, path, "a folder inside the book")
    return text


def _source_text(node: yaml.Node, path: Path) -> str:
    if isinstance(node, yaml.ScalarNode) and node.value in SOURCE_TEXTS:
        return str(node.value)
    raise wrong(node, path, f"one of {', '.join(SOURCE_TEXTS)}")


def _positive(node: yaml.Node, path: Path) -> int:
    if (
        isinstance(node, yaml.ScalarNode)
        and node.tag == "tag:yaml.org,2002:int"
        and node.value.isdecimal()
        and int(node.value) > 0
    ):
        return int(node.value)
    raise wrong(node, path, "a whole number above 0")


def _contact(node: yaml.Node, path: Path) -> str:
    text = read_text(node, path)
    if text.startswith(("https://", "http://")) or ("@" in text and " " not in text and ":" not in text):
        return text
    raise wrong(node, path, "an e-mail address, or an address that begins with https://")


def _imprint(node: yaml.Node, path: Path) -> str:
    text = read_text(node, path)
    if text.startswith(("https://", "http://")) or (text.endswith(".md") and _is_inside(text)):
        return text
    raise wrong(node, path, "a page below docs/ such as imprint.md, or an address that begins with https://")


def _share_image(node: yaml.Node, path: Path) -> str:
    text = read_text(node, path)
    if text.lower().endswith((".png", ".jpg", ".jpeg", ".webp")) and _is_inside(text):
        return text
    raise wrong(node, path, "a picture below docs/ (png, jpg or webp) such as assets/share.png")


def _is_inside(text: str) -> bool:
    parts = PurePosixPath(text).parts
    return not set(":\\") & set(text) and not PurePosixPath(text).is_absolute() and ".." not in parts


def _colour(node: yaml.Node, path: Path) -> str:
    text = read_text(node, path).lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", text):
        raise wrong(node, path, 'a colour such as "#1d3b50" (in quotes)')
    if (found := contrast_with_white(text)) < READABLE:
        raise wrong(
            node, path, f"a darker colour: white words on it need a contrast of {READABLE}, and it gives {found:.2f}"
        )
    return text


def contrast_with_white(colour: str) -> float:
    """The contrast of white with a colour (`#rrggbb`), from 1 to 21, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


OWN: dict[str, Reader] = {
    "colour": _colour,
    "contact": _contact,
    "dist": _folder,
    "imprint": _imprint,
    "language_model": read_text,
    "max_file_megabytes": _positive,
    "page_size": _positive,
    "publisher": read_text,
    "seeds": _folder,
    "share_image": _share_image,
    "source_text": _source_text,
    "summary_words": _positive,
}
"""The keys under `extra: briefbook:`."""

MKDOCS: dict[str, tuple[str, Reader]] = {
    "site_name": ("title", read_text),
    "site_url": ("site_url", read_text),
    "docs_dir": ("docs", _folder),
    "site_dir": ("site", _folder),
}
"""The keys of MkDocs that we read as well."""


def wrong(node: yaml.Node, path: Path, expected: str) -> SettingsError:
    """A value that was not expected, as an error that says what was."""
    shown = (
        f"'{node.value}'"
        if isinstance(node, yaml.ScalarNode)
        else "a list"
        if isinstance(node, yaml.SequenceNode)
        else "a mapping"
    )
    return SettingsError(f"expected {expected}, found {shown}", path=path, line=line_of(node))


def line_of(node: yaml.Node) -> int:
    """The 1-based line a node begins on."""
    return int(node.start_mark.line) + 1
