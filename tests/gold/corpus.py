"""The annotated articles of this folder: reading them, and what their days mean."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from briefbook.model import Article, Block, BlockKind, Source

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An article and what a careful reader found in it (see README.md for the format)."""

    id: str
    article: Article
    gold: dict[str, Any]

    @property
    def prose(self) -> tuple[str, ...]:
        """The texts of headline and paragraphs."""
        return tuple(block.text for block in self.article.blocks)


@cache
def corpus() -> tuple[GoldArticle, ...]:
    """All annotated articles, by id."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.article.json")))


def sha256() -> str:
    """SHA-256 over all files of the corpus in the order of their names (hex)."""
    digest = hashlib.sha256()
    for path in sorted([*FOLDER.glob("*.article.json"), *FOLDER.glob("*.gold.json")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def days(value: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO day, month, year, week or A/B range; None for None.

    Raises:
        ValueError: It is none of these.
    """
    if value is None:
        return None
    if "/" in value:
        first, last = (days(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    if "W" in value:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday, monday + timedelta(6)
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 0
    after = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return date(year, month or 1, 1), after - timedelta(1)


def _read(path: Path) -> GoldArticle:
    item = json.loads(path.read_text(encoding="utf-8"))
    gold = json.loads(path.with_name(path.name.replace(".article.", ".gold.")).read_text(encoding="utf-8"))
    texts = [(BlockKind.HEADLINE, item["headline"]), *((BlockKind.PARAGRAPH, text) for text in item["paragraphs"])]
    article = Article(
        id=item["id"],
        source=Source(path=path.name, sha256=hashlib.sha256(path.read_bytes()).hexdigest()),
        blocks=tuple(Block(number=number, kind=kind, text=text) for number, (kind, text) in enumerate(texts)),
        headline=item["headline"],
        date_published=item["date_published"],
        language=item["language"],
    )
    return GoldArticle(id=item["id"], article=article, gold=gold)
