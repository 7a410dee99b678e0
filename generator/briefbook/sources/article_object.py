"""Article objects: `.json` (one object) and `.jsonl` (one a line), the plainest way to hand over an article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefbook.errors import SourceError
from briefbook.model import Article, Block, BlockKind, ImageRecord, Source


def read_json(path: Path, data: bytes) -> Iterator[Article]:
    """Read a file that holds one article object."""
    yield _article(json.loads(data), path, data, None)


def read_json_lines(path: Path, data: bytes) -> Iterator[Article]:
    """Read a file that holds one article object a line."""
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield _article(json.loads(line), path, line, number)


def _article(item: Any, path: Path, data: bytes, line: int | None) -> Article:
    if not isinstance(item, dict) or not isinstance(item.get("paragraphs"), list):
        raise SourceError("expected an article object with a list 'paragraphs'", path=path, line=line)
    blocks: list[Block] = []

    def add(kind: BlockKind, text: str | None) -> int | None:
        if not text or not text.strip():
            return None
        blocks.append(Block(number=len(blocks), kind=kind, text=text.strip()))
        return len(blocks) - 1

    add(BlockKind.HEADLINE, item.get("headline"))
    add(BlockKind.STANDFIRST, item.get("standfirst"))
    for paragraph in item["paragraphs"]:
        add(BlockKind.PARAGRAPH, paragraph)
    images = tuple(
        ImageRecord(caption=image.get("caption"), caption_block=add(BlockKind.CAPTION, image.get("caption")), alt_text=image.get("alt_text"), url=image.get("url"))
        for image in item.get("images") or []
    )
    return Article(
        id=str(item.get("id") or path.stem),
        source=Source(path=path.as_posix(), sha256=hashlib.sha256(data).hexdigest()),
        blocks=tuple(blocks),
        headline=item.get("headline"),
        standfirst=item.get("standfirst"),
        authors=tuple(item.get("authors") or ()),
        publisher=item.get("publisher"),
        date_published=item.get("date_published"),
        language=item.get("language"),
        url=item.get("url"),
        images=images,
    )
