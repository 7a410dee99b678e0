"""ninjs, the news industry's JSON (IPTC ninjs 1.0 to 3.1).

Version 1 has one property a field (`headline`, `body_xhtml`), version 2 lists of values with roles (`headlines`,
`bodies`), version 3 the same in camel case.  No version has a property for a credit line: agencies put it among the
descriptions with the role `creditline`, or give the picture's `byline` and `copyrightholder`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.bylines import people
from briefbook.sources.html.fragment import add_fragment
from briefbook.sources.instants import parse_instant

LISTS = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
FORMATS = ("_xhtml", "_html", "_text")


def is_ninjs(item: Any) -> bool:
    """Is a JSON value a ninjs object?  Only `uri` is required of one; it must hold some text besides."""
    if not isinstance(item, dict) or "paragraphs" in item or not isinstance(item.get("uri"), str):
        return False
    return any(key.startswith(("headline", "body", "bodies", "description")) for key in item)


def read_ninjs(item: dict[str, Any], path: Path, data: bytes, *, line: int | None = None) -> Iterator[Article]:
    """Read one ninjs object, which stands in a line of its own (counted from 1) or is the whole file.

    Raises:
        SourceError: It has no body.
    """
    builder = ArticleBuilder(path, data, language=_string(item, "language"))
    builder.add(BlockKind.HEADLINE, _value(item, "headline"))
    builder.add(BlockKind.STANDFIRST, _role(item, "description", ("summary", "abstract", "standfirst")))
    add_fragment(builder, _value(item, "body") or "")
    for picture in _pictures(item):
        _add_picture(builder, picture)
    if builder.is_empty:
        problem = "is a ninjs object without a body: expected body_xhtml, body_text or bodies"
        raise SourceError(problem, path=path, line=line)
    yield builder.build(
        authors=_authors(item),
        publisher=_publisher(item),
        date_published=_published(item),
        url=_link(item),
        rights=_string(item, "usageterms", "usageTerms", "copyrightnotice", "copyrightNotice"),
    )


def _string(item: dict[str, Any], *keys: str) -> str | None:
    return next((item[key].strip() for key in keys if isinstance(item.get(key), str) and item[key].strip()), None)


def _entries(item: dict[str, Any], field: str) -> list[dict[str, Any]]:
    value = item.get(LISTS[field])
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _value(item: dict[str, Any], field: str) -> str | None:
    """A field's text: version 1's own properties, else the list's entry with markup, else its first."""
    plain = _string(item, field, *(field + suffix for suffix in FORMATS))
    entries = _entries(item, field)
    rich = next((e for e in entries if "htm" in str(e.get("contenttype", e.get("contentType", "")))), None)
    chosen = rich or next(iter(entries), {})
    return plain or _string(chosen, "value")


def _role(item: dict[str, Any], field: str, roles: tuple[str, ...]) -> str | None:
    for entry in _entries(item, field):
        if str(entry.get("role", "")).rsplit(":", 1)[-1].lower() in roles:
            return _string(entry, "value")
    return None


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    return people([_string(item, "byline", "by") or ""])


def _publisher(item: dict[str, Any]) -> str | None:
    sources = item.get("infosources", item.get("infoSources"))
    named = next((s for s in sources if isinstance(s, dict)), {}) if isinstance(sources, list) else {}
    return _string(named, "name") or _string(item, "copyrightholder", "copyrightHolder", "located_publisher")


def _published(item: dict[str, Any]) -> str | None:
    stated = _string(item, "firstcreated", "firstCreated", "versioncreated", "versionCreated")
    return parse_instant(stated) if stated else None


def _link(item: dict[str, Any]) -> str | None:
    uri = _string(item, "url", "uri") or ""
    return uri if uri.startswith(("http://", "https://")) else None


def _pictures(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    found = item.get("associations")
    values = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return (value for value in values if isinstance(value, dict) and value.get("type") in ("picture", "graphic"))


def _add_picture(builder: ArticleBuilder, picture: dict[str, Any]) -> None:
    caption = _role(picture, "description", ("caption",)) or _value(picture, "description") or _value(picture, "body")
    credit = _role(picture, "description", ("creditline", "credit"))
    if credit is None:
        parts = (_string(picture, "byline", "by"), _string(picture, "copyrightholder", "copyrightHolder"))
        credit = "/".join(part for part in parts if part) or None
    builder.add_image(caption, credit_line=credit, alt_text=_string(picture, "altText", "alttext"), url=_href(picture))


def _href(picture: dict[str, Any]) -> str | None:
    found = picture.get("renditions")
    values = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return next((href for value in values if isinstance(value, dict) and (href := _string(value, "href"))), None)
