"""Where a page shows what: figures among the paragraphs, the standfirst above them."""

from __future__ import annotations

from typing import NamedTuple

from lxml.html import HtmlElement

from briefbook.model import BlockKind
from briefbook.sources.html.body import BodyText
from briefbook.sources.html.figures import Figure
from briefbook.sources.html.headlines import letters
from briefbook.sources.html.metadata import PageMetadata
from briefbook.sources.html.tree import is_classed, text_begins, text_of

KEY_LENGTH = 60
"""Characters by which a paragraph of the body is found again in the page."""
PIECES = 8
"""Pieces of a paragraph's text that are looked at for its first characters."""
TEXT_TAGS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "div", "span"})
WRAPPERS = frozenset({"div", "span", "li"})
"""Elements that hold a text of their own only when it begins right in them."""
WHOLE_PAGE = frozenset({"body", "main", "html"})
MIN_STANDFIRST = 30
MIN_MARKED, MAX_MARKED = 15, 450
"""Characters of a standfirst that its class marks."""


class Place(NamedTuple):
    """Where a text stands: its number among all elements, its element, and what holds that."""

    position: int
    element: HtmlElement
    parent: HtmlElement | None


class FigurePlace(NamedTuple):
    """Where a figure stands: its number among all elements, and what is around it."""

    position: int
    around: frozenset[HtmlElement]


class Layout(NamedTuple):
    """Where things stand on the page: texts by their first characters, figures in their own order.

    Attributes:
        marked: Texts whose class calls them a standfirst, with their place.
    """

    texts: dict[str, Place]
    figures: list[FigurePlace]
    marked: list[tuple[int, str]]

    def position(self, text: str) -> int | None:
        """Where a text begins, or None when the page does not show it as it is."""
        found = self.texts.get(_key(text))
        return found.position if found else None


def read_layout(tree: HtmlElement, figures: list[Figure]) -> Layout:
    """Read the layout before anything is taken out of the page."""
    wanted = {figure.element: number for number, figure in enumerate(figures)}
    layout = Layout({}, [FigurePlace(0, frozenset())] * len(figures), [])
    tags = TEXT_TAGS.union(figure.element.tag for figure in figures)
    for position, element in enumerate(tree.iter(*tags)):
        if element in wanted:
            layout.figures[wanted[element]] = FigurePlace(position, frozenset(element.iterancestors()))
        elif element.tag in TEXT_TAGS:
            if (
                is_classed(element.get("class"), "standfirst-class")
                and next(element.iter("img", "picture"), None) is None
            ):
                layout.marked.append((position, text_of(element)))
            text = element.text or ""
            if element.tag in WRAPPERS and not text.strip():
                continue
            alone = len(text) > 2 * KEY_LENGTH and len(text.strip()) > 2 * KEY_LENGTH
            key = _key(text if alone else text_begins(element, PIECES))
            if key:
                layout.texts[key] = Place(position, element, element.getparent())
    return layout


def _key(text: str) -> str:
    folded = " ".join(text[: KEY_LENGTH + 20].split())
    if len(folded) < KEY_LENGTH < len(text):
        folded = " ".join(text[: 4 * KEY_LENGTH].split())
    return folded[:KEY_LENGTH].casefold()


def with_standfirst(body: list[BodyText], metadata: PageMetadata, layout: Layout) -> list[BodyText]:
    """The body without the headlines, its standfirst marked; one that is visible above the body is put first.

    The standfirst is what the page's description repeats, or what its class calls so.  A description that only repeats
    the first paragraph is none.
    """
    headlines = {letters(text) for text in (metadata.headline, metadata.visible_headline) if text}
    while body and letters(body[0].text) in headlines:
        body = body[1:]
    described = _described(body, metadata, layout)
    if described is not body or not body:
        return described
    return _marked(body, layout, headlines)


def _described(body: list[BodyText], metadata: PageMetadata, layout: Layout) -> list[BodyText]:
    """The body with the standfirst that the description repeats; the very same body when it repeats none."""
    key = _key((metadata.standfirst or "").rstrip(".… "))
    if len(key) < MIN_STANDFIRST or not body or letters(metadata.standfirst or "") == letters(metadata.headline or ""):
        return body
    for number, item in enumerate(body[:2]):
        if _key(item.text).startswith(key):
            whole = item.kind is BlockKind.SUBHEAD or _key(metadata.standfirst or "") == _key(item.text) != ""
            short = len(item.text) <= len(metadata.standfirst or "") + 1
            if number == 0 and whole and short and len(body) > 2:
                return [BodyText(BlockKind.STANDFIRST, item.text), *body[1:]]
            return body
    shown = layout.texts.get(key) or next((found for text, found in layout.texts.items() if text.startswith(key)), None)
    start = _start(body, layout)
    if shown is None or start is None or shown.position > start:
        return body
    return [BodyText(BlockKind.STANDFIRST, text_of(shown.element)), *body]


def _marked(body: list[BodyText], layout: Layout, headlines: set[str]) -> list[BodyText]:
    """The body with the standfirst that is marked by its class, above the first paragraph."""
    start = _start(body, layout)
    for position, text in layout.marked:
        if not MIN_MARKED <= len(text) <= MAX_MARKED or letters(text) in headlines or len(body) < 2:
            continue
        if body[0].text == text:
            return [BodyText(BlockKind.STANDFIRST, text), *body[1:]]
        told = " ".join(text.split()).casefold()
        if start is not None and position < start and all(_key(item.text) not in told for item in body):
            return [BodyText(BlockKind.STANDFIRST, text), *body]
    return body


def _start(body: list[BodyText], layout: Layout) -> int | None:
    return next((place for item in body[:3] if (place := layout.position(item.text)) is not None), None)


def placed(body: list[BodyText], figures: list[Figure], layout: Layout) -> list[BodyText | Figure]:
    """Body and figures in the order of the page; a figure below the last paragraph, and not in what holds that,
    belongs to another article."""
    found = [layout.texts.get(_key(item.text)) for item in body]
    last = max((place for place in found if place is not None), key=lambda place: place.position, default=None)
    waiting = sorted(
        (
            (place.position, figure)
            for place, figure in zip(layout.figures, figures, strict=True)
            if last is None or place.position <= last.position or _beside(place, last)
        ),
        key=lambda pair: pair[0],
    )
    result: list[BodyText | Figure] = []
    for item, at in zip(body, found, strict=True):
        while waiting and at is not None and waiting[0][0] < at.position:
            result.append(waiting.pop(0)[1])
        result.append(item)
    return [*result, *(figure for _, figure in waiting)]


def _beside(figure: FigurePlace, last: Place) -> bool:
    return last.parent is not None and last.parent.tag not in WHOLE_PAGE and last.parent in figure.around
