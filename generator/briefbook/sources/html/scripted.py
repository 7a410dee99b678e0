"""Pages whose text a script would put in: the article's HTML or plain text is taken from the data the page carries.

Such a page shows nothing when it is saved, but holds its content as JSON: `articleBody` of its JSON-LD, or HTML in the
state that the script starts from.  Only pages that show next to nothing are filled so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from briefbook.sources.html.structured import StructuredData

MOST_SHOWN = 250
"""Characters of paragraphs that a page without its text shows at most: consent, a footer."""
LEAST_HELD = 200
"""Characters of a text that is worth putting in."""
MAX_NODES = 200_000
"""More values than any page's state has; a hostile one stops here."""
PARAGRAPH = re.compile(r"<p[\s>]", re.I)


def fill_in(tree: HtmlElement, structured: StructuredData) -> None:
    """Put the article that the page's data holds into its body, when the body shows none.  Changes the tree."""
    body = next(tree.iter("body"), None)
    if body is None or _shown(body) > MOST_SHOWN:
        return
    markup = _from_structured(structured) or max(_fragments(body), key=len, default="")
    if len(markup) < LEAST_HELD:
        return
    try:
        article = lxml.html.fragment_fromstring(markup, create_parent="article")
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return
    body.append(article)


def _shown(body: HtmlElement) -> int:
    total = 0
    for element in body.iter("p", "li", "td", "blockquote", "div"):
        total += len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if total > MOST_SHOWN:
            break
    return total


def _from_structured(structured: StructuredData) -> str:
    """`articleBody` and the article's pictures as HTML; empty when there is no text worth it."""
    body = structured.article.get("articleBody")
    if not isinstance(body, str) or len(body) < LEAST_HELD:
        return ""
    if PARAGRAPH.search(body):
        return body
    paragraphs = [f"<p>{escape(line.strip())}</p>" for line in body.splitlines() if line.strip()]
    return "".join([*paragraphs[:1], *_pictures(structured), *paragraphs[1:]])


def _pictures(structured: StructuredData) -> Iterator[str]:
    for item in structured.objects("image"):
        said = [item.get(key) for key in ("caption", "creditText")] if isinstance(item, dict) else []
        caption, credit = [escape(value) if isinstance(value, str) else "" for value in said] or ("", "")
        address = item.get("url") or item.get("contentUrl") if isinstance(item, dict) else None
        if isinstance(address, str) and (caption or credit):
            told = f'{caption} <span class="credit">{credit}</span>' if credit else caption
            yield f'<figure><img src="{escape(address)}"><figcaption>{told}</figcaption></figure>'


def _fragments(body: HtmlElement) -> Iterator[str]:
    """HTML with paragraphs among the values of the page's JSON."""
    for script in body.iter("script"):
        if (script.get("type") or "").endswith("/json"):
            yield from (text for text in _strings(script.text or "") if len(PARAGRAPH.findall(text)) > 1)


def _strings(text: str) -> Iterator[str]:
    try:
        todo: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not todo:
            return
        item = todo.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            todo.extend(item.values())
        elif isinstance(item, list):
            todo.extend(item)
