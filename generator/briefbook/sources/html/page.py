"""Saved page -> Article: metadata, body and figures put together in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.html.body import BodyText, read_body, take_embeds
from briefbook.sources.html.figures import Figure, take_figures
from briefbook.sources.html.furniture import clean, take_link_blocks
from briefbook.sources.html.metadata import PageMetadata, read_metadata
from briefbook.sources.html.structured import read_structured
from briefbook.sources.html.tree import parse, text_of

KEY_LENGTH = 60
"""Characters by which a paragraph of the body is found again in the page."""

TEXT_TAGS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "div", "span"})
WRAPPERS = frozenset({"div", "span", "li"})
"""Elements that hold a text of their own only when it begins right in them."""

MIN_STANDFIRST = 30


def read_html(path: Path, data: bytes) -> Iterator[Article]:
    """Read one saved page.

    Raises:
        SourceError: It holds no HTML, or no article text.
    """
    tree = parse(data, path)
    metadata = read_metadata(tree, read_structured(tree))
    figures = take_figures(tree, metadata.language)
    layout = _layout(tree, figures)
    for figure in figures:
        figure.element.drop_tree()
    omitted = [*take_embeds(tree), *take_link_blocks(tree)]
    body, furniture = clean(read_body(tree))
    if not body:
        raise SourceError("no article text found on this page: expected a saved news page", path=path)
    content = _placed(_with_standfirst(body, metadata, layout), figures, layout)
    yield _article(path, data, metadata, content, (*omitted, *furniture))


class _Layout(NamedTuple):
    """Where things stand on the page: texts by their first characters, with their element; figures by number."""

    texts: dict[str, tuple[int, HtmlElement]]
    figures: list[int]

    def position(self, text: str) -> int | None:
        found = self.texts.get(_key(text))
        return found[0] if found else None


def _layout(tree: HtmlElement, figures: list[Figure]) -> _Layout:
    wanted = {figure.element: number for number, figure in enumerate(figures)}
    texts: dict[str, tuple[int, HtmlElement]] = {}
    places = [0] * len(figures)
    for position, element in enumerate(tree.iter()):
        if element in wanted:
            places[wanted[element]] = position
        elif element.tag in TEXT_TAGS:
            text = element.text or ""
            if element.tag in WRAPPERS and not text.strip():
                continue
            key = _key(text if len(text.strip()) > 2 * KEY_LENGTH else "".join(islice(element.itertext(), 8)))
            if key:
                texts[key] = (position, element)
    return _Layout(texts, places)


def _key(text: str) -> str:
    return " ".join(text[: 4 * KEY_LENGTH].split())[:KEY_LENGTH].casefold()


def _letters(text: str) -> str:
    """Letters and digits alone: pages set the same headline with and without its punctuation."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _with_standfirst(body: list[BodyText], metadata: PageMetadata, layout: _Layout) -> list[BodyText]:
    """The body without the headline, its standfirst marked; one that is visible above the body is put first.

    The standfirst is what the page's description repeats.  A description that only repeats the first paragraph is none.
    """
    headline = _letters(metadata.headline or "")
    while body and headline and _letters(body[0].text) == headline:
        body = body[1:]
    key = _key((metadata.standfirst or "").rstrip(".… "))
    if len(key) < MIN_STANDFIRST or not body or _letters(metadata.standfirst or "") == headline:
        return body
    for number, item in enumerate(body[:2]):
        if _key(item.text).startswith(key):
            whole = item.kind is BlockKind.SUBHEAD or _key(metadata.standfirst or "") == _key(item.text) != ""
            short = len(item.text) <= len(metadata.standfirst or "") + 1
            if number == 0 and whole and short and len(body) > 2:
                return [BodyText(BlockKind.STANDFIRST, item.text), *body[1:]]
            return body
    shown = layout.texts.get(key) or next((found for text, found in layout.texts.items() if text.startswith(key)), None)
    start = next((place for item in body[:3] if (place := layout.position(item.text)) is not None), None)
    if shown is None or start is None or shown[0] > start:
        return body
    return [BodyText(BlockKind.STANDFIRST, text_of(shown[1])), *body]


def _placed(body: list[BodyText], figures: list[Figure], layout: _Layout) -> list[BodyText | Figure]:
    """Body and figures in the order of the page; figures below the last paragraph belong to other articles."""
    found = [layout.position(item.text) for item in body]
    last = max((position for position in found if position is not None), default=None)
    waiting = sorted(
        (
            (place, figure)
            for place, figure in zip(layout.figures, figures, strict=True)
            if last is None or place <= last
        ),
        key=lambda pair: pair[0],
    )
    result: list[BodyText | Figure] = []
    for item, position in zip(body, found, strict=True):
        while waiting and position is not None and waiting[0][0] < position:
            result.append(waiting.pop(0)[1])
        result.append(item)
    return [*result, *(figure for _, figure in waiting)]


def _article(
    path: Path, data: bytes, metadata: PageMetadata, content: list[BodyText | Figure], omitted: tuple[str, ...]
) -> Article:
    builder = ArticleBuilder(path, data, language=metadata.language)
    builder.add(BlockKind.HEADLINE, metadata.headline)
    for item in content:
        if isinstance(item, BodyText):
            builder.add(item.kind, item.text)
        else:
            builder.add_read_image(
                item.printed,
                caption=item.caption,
                credit_line=item.credit_line,
                alt_text=item.alt_text,
                url=item.url,
            )
    return builder.build(
        visible_headline=metadata.visible_headline,
        authors=metadata.authors,
        publisher=metadata.publisher,
        date_published=metadata.date_published,
        url=metadata.url,
        omitted=omitted,
    )
