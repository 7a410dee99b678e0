"""What is to be written below `docs/`: pages as text, pictures as bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text file with its `path` ("/"-separated, relative to `docs/`) and its `content`."""

    path: str
    content: str

    @property
    def data(self) -> bytes:
        """The bytes to write, UTF-8."""
        return self.content.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class BinaryFile:
    """Any other file, such as a picture: `path` as of a page, and its bytes."""

    path: str
    data: bytes


OutputFile = Page | BinaryFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed of the hosted site: its `file` below the site's root, its media `type`, and what a link to it is called."""

    file: str
    type: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """What only the hosted site has, as it needs an address: `files` below its root, and its `feeds` among them."""

    files: tuple[OutputFile, ...] = ()
    feeds: tuple[Feed, ...] = ()
