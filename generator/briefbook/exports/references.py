"""The articles of a book as references, for those who cite them: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

from briefbook.model import Article, Book, naming

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(book: Book) -> str:
    """All articles as BibTeX entries of type `misc` with `howpublished`, which every style knows."""
    return "\n".join(_entry(briefing.article) for briefing in book.briefings)


def _entry(article: Article) -> str:
    day = article.publication_day
    fields = {
        "title": f"{{{_escaped(article.headline or article.id)}}}",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in article.authors),
        "howpublished": _escaped(article.publisher or ""),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "day": str(day.day) if day else "",
        "url": (article.url or "").translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"}),
        "language": article.language or "",
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@misc{{{naming.slug(article.id, fallback='article')},\n{lines}}}\n"


def _escaped(text: str) -> str:
    return " ".join(text.translate(ESCAPES).split())


def csl_json(book: Book) -> str:
    """All articles as CSL-JSON items of type `article-newspaper`."""
    items = [_item(briefing.article) for briefing in book.briefings]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(article: Article) -> dict[str, Any]:
    day = article.publication_day
    item = {
        "id": naming.slug(article.id, fallback="article"),
        "type": "article-newspaper",
        "title": article.headline,
        "author": [{"literal": name} for name in article.authors],
        "container-title": article.publisher,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": article.url,
        "language": article.language,
    }
    return {key: value for key, value in item.items() if value}
