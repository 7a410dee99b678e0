"""The briefing as JSON, `schema_version` 1: the interface other programs rely on."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from briefbook.model import Article, Briefing, ImageCredit, Statement, Timex

SCHEMA_VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(briefing: Briefing) -> str:
    """One briefing as one line of JSON."""
    return line_of(to_dict(briefing))


def line_of(value: dict[str, Any]) -> str:
    """An object as one line of JSON; a half of a surrogate pair, which UTF-8 can't hold, is escaped."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return line if line.isascii() or not _SURROGATE.search(line) else _SURROGATE.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def to_dict(briefing: Briefing) -> dict[str, Any]:
    """A briefing as plain lists and dictionaries."""
    return {
        "schema_version": SCHEMA_VERSION,
        "article": _article(briefing),
        "summary": plain(briefing.summary),
        "actors": [_actor(plain(actor)) for actor in briefing.actors],
        "places": plain(briefing.places),
        "dates": [_timex(item) for item in briefing.dates],
        "meetings": plain(briefing.meetings),
        "statements": [_statement(item) for item in briefing.statements],
        "timeline": [_entry(plain(item)) for item in briefing.timeline],
        "findings": plain(briefing.findings),
        "provenance": plain(briefing.provenance),
    }


def plain(value: Any) -> Any:
    """A model value as JSON types: dataclasses become objects, days ISO dates."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _article(briefing: Briefing) -> dict[str, Any]:
    article = briefing.article
    bounds = briefing.date_bounds
    return {
        "id": article.id,
        "source": plain(article.source),
        "headline": article.headline,
        "visible_headline": article.visible_headline,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "date_published": article.date_published,
        "date_bounds": None
        if bounds is None
        else {
            "earliest": plain(bounds.earliest),
            "latest": plain(bounds.latest),
            "reasons": [reason.text for reason in bounds.reasons],
            "citations": [plain(reason.citation) for reason in bounds.reasons],
        },
        "language": article.language,
        "url": article.url,
        "rights": article.rights,
        "blocks": plain(article.blocks),
        "images": [_image(article, credit) for credit in briefing.credits],
        "omitted": list(article.omitted),
    }


def _image(article: Article, read: ImageCredit) -> dict[str, Any]:
    return {
        **plain(article.images[read.image]),
        "credit": plain(read.credit),
        "date": plain(read.date),
        "missing": list(read.missing),
    }


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    actor["mentions"] = [{**m["citation"], "form": m["form"], "reason": m["reason"]} for m in actor["mentions"]]
    return actor


def _timex(item: Timex) -> dict[str, Any]:
    return plain(item)  # type: ignore[no-any-return]


def _statement(item: Statement) -> dict[str, Any]:
    """`content` is the words, "…" where others stand between them; where they stand is `content_citations`."""
    found: dict[str, Any] = plain(item)
    found["content_citations"] = found["content"]
    found["content"] = " … ".join(slice_["exact"] for slice_ in found["content"])
    return found


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    entry["label_citation"] = entry["label"]
    entry["label"] = entry["label"]["exact"]
    return entry
