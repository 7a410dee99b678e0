"""Image records of a page: caption, credit, text alternative, address.

Found from the caption, not from the picture: a caption or credit is marked by `figcaption` or by the words that pages
use in class names (lexicons/data/any/html.yaml); its figure is the nearest `figure`, or the smallest element around
it that holds a picture.  Teasers of other articles are left out.  What is found is taken out of the tree, so that no
caption ends up in the body.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from briefbook.grammar.credits import CaptionParts, looks_like_credit, read_credit, split_caption
from briefbook.sources.html.tree import is_classed, text_of
from briefbook.sources.html.unmarked import attributes_of, is_own_caption, labels_in, maker_in, words_beside

CAPTION_TAGS = frozenset(
    {"figcaption", "div", "p", "span", "small", "em", "i", "dd", "footer", "cite", "h5", "h6", "li"}
)
PICTURES = frozenset({"img", "picture", "amp-img", "noscript", "source"})
CREDIT_PROPERTIES = frozenset({"creditText", "copyrightHolder", "copyrightNotice", "creator"})
PROPERTIES = CREDIT_PROPERTIES | {"caption"}
"""Properties of a schema.org ImageObject, as microdata marks them."""
CERTAIN = frozenset({"figure", "figcaption"})
"""Elements that are a figure even where their picture is loaded by a script; others then need a credit."""

WHOLE_PAGE = frozenset({"body", "article", "main", "html"})
ASIDES = frozenset({"aside", "nav", "footer"})
MAX_CAPTION = 1_000
MAX_CREDIT = 200
BRACKETS = " ()[]"
CLIMB = 5
"""Levels from a caption up to its figure."""
EXTRA_TEXT = 160
"""Characters a figure may hold beside its caption and still be a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One picture as printed; `printed` is the caption as it stands, its credit included."""

    element: HtmlElement
    printed: str | None
    caption: str | None
    credit_line: str | None
    alt_text: str | None
    url: str | None


def take_figures(tree: HtmlElement) -> list[Figure]:
    """All figures of the article in document order, each once; their elements stay in the tree."""
    found: dict[tuple[str, str], Figure] = {}
    done: set[HtmlElement] = set()
    around_headline = {above for headline in tree.iter("h1") for above in headline.iterancestors()}
    for label in _labels(tree):
        figure, picture = _figure_around(label)
        if figure is None or figure in done or _is_aside(figure, around_headline):
            continue
        done.add(figure)
        record = _read(figure, picture)
        if record is not None and (picture is not None or figure.tag in CERTAIN or record.credit_line):
            found.setdefault(_key(record), record)
    for record in _unmarked(tree, done, around_headline):
        found.setdefault(_key(record), record)
    return list(found.values())


def _unmarked(tree: HtmlElement, done: set[HtmlElement], around_headline: Container[HtmlElement]) -> Iterator[Figure]:
    """Figures of the pictures left over, whose caption stands in attributes or, without a mark, beside them."""
    for picture in tree.iter("img", "amp-img"):
        if _is_aside(picture, around_headline) or not done.isdisjoint((picture, *picture.iterancestors())):
            continue
        said = attributes_of(picture)
        element = picture if said is not None else words_beside(picture)
        if element is None or element in done or _is_aside(element, around_headline):
            continue
        done.add(element)
        parts = split_caption(text_of(element) if said is None else said.caption or "")
        marked = said.credit if said is not None and parts.credit is None else None
        yield _put_together(element, picture, parts.printed, parts, marked or "")


def _key(record: Figure) -> tuple[str, str]:
    return (record.caption or "").casefold().rstrip(". "), (
        record.credit_line or ""
    ).casefold() if not record.caption else ""


def _labels(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that are marked as a caption or credit, outermost ones only."""
    inside: HtmlElement | None = None
    for element in tree.iter(*CAPTION_TAGS):
        marked = element.tag == "figcaption" or element.get("itemprop") in PROPERTIES
        if not marked and not is_classed(element.get("class"), "caption-class", "credit-class"):
            continue
        if inside is not None and inside in element.iterancestors():
            continue
        inside = element
        yield element
    for figure in tree.iter("figure"):
        if is_own_caption(figure, ()):
            yield figure


def _figure_around(label: HtmlElement) -> tuple[HtmlElement | None, HtmlElement | None]:
    """The figure a label belongs to, and its picture.

    That is the `figure` above it; or the smallest element that holds it, a picture and little other text; or, when
    label and picture are mere neighbours, the label itself.
    """
    inner = label if next(label.iter(*PICTURES), None) is not None else None
    figure = label if label.tag == "figure" else next(label.iterancestors("figure"), inner)
    if figure is not None:
        return figure, next(figure.iter("img", "amp-img"), None)
    room = len(text_of(label)) + EXTRA_TEXT
    for element in islice(label.iterancestors(), CLIMB):
        if element.tag in WHOLE_PAGE and (element.tag != "article" or len(text_of(element)) > room):
            break
        picture = next(element.iter(*PICTURES), None)
        if picture is not None and len(text_of(element)) <= room:
            return element, next(element.iter("img", "amp-img"), None)
        if picture is not None:
            return (label, picture) if _comes_before(picture, label) else (None, None)
    certain = label.tag == "figcaption" or is_classed(label.get("class"), "caption-class")
    return (label, None) if certain else (None, None)


def _comes_before(picture: HtmlElement, label: HtmlElement) -> bool:
    """Does a picture stand in one of the elements right before the label or its parent?"""
    for element in (label, label.getparent()):
        previous = element.getprevious() if element is not None else None
        if previous is not None and (previous is picture or previous in picture.iterancestors()):
            return True
    return False


def _is_aside(figure: HtmlElement, around_headline: Container[HtmlElement]) -> bool:
    """Is the figure part of a teaser, a side column or an author's box?  What holds the headline is none of these."""
    if len(figure) > 0 and next(figure.iter("h2", "h3", "h4"), None) is not None:
        return True
    for element in figure.iterancestors():
        if element.tag in WHOLE_PAGE or element in around_headline:
            return False
        if element.tag in ASIDES or is_classed(element.get("class"), "aside-class"):
            return True
    return False


def _read(figure: HtmlElement, picture: HtmlElement | None) -> Figure | None:
    captions = _marked(figure, ("caption-class",), "figcaption", frozenset({"caption"}))
    marked = _marked(figure, ("credit-class", "credit-in-figure"), None, CREDIT_PROPERTIES)
    credits = [node for node in marked if _is_credit(node, captions)]
    if not captions and is_own_caption(figure, credits):
        captions = [figure]
    credits = credits or [maker for maker in [maker_in(captions, figure)] if maker is not None]
    mute = {*credits, *labels_in(captions)}
    printed = _joined(captions, ())
    words = _joined(captions, mute)
    credit = next((text for text in map(text_of, credits) if text), "")
    if len(words) > MAX_CAPTION or not (words or credit):
        return None
    return _put_together(figure, picture, printed, split_caption(words), credit)


def _put_together(
    figure: HtmlElement, picture: HtmlElement | None, printed: str, own: CaptionParts, credit: str
) -> Figure:
    """A figure of its words as printed, those without the marked credit in their parts, and that credit (or "")."""
    words = own.printed
    if credit and (around := _around(printed, words, credit)):
        return _record(figure, picture, printed=printed, caption=around.caption, line=around.credit_line)
    if credit and not _says_more(own.credit_line, credit):
        bare = _unbracketed(credit)
        parts = split_caption(bare if "(" in bare else f"({bare})")
        line = parts.credit_line or bare
        whole = printed if credit in printed.split(" ") or f" {credit}" in printed else f"{words} {credit}".strip()
        return _record(figure, picture, printed=whole, caption=words or None, line=line)
    return _record(figure, picture, printed=printed or words, caption=own.caption, line=own.credit_line)


def _around(printed: str, words: str, credit: str) -> CaptionParts | None:
    """The parts of a printed caption when a marked credit is only the end of its credit ("Jane Roe <span>(AP)</span>")."""
    bare = _unbracketed(credit)
    if bare in words or not printed.endswith(credit):
        return None
    parts = split_caption(printed)
    before, found, _ = (parts.credit_line or "").partition(bare)
    named = len(before.strip(BRACKETS)) > 1 and (looks_like_credit(before) or bool(read_credit(before).photographers))
    return parts if found and parts.caption and named else None


def _unbracketed(credit: str) -> str:
    """A credit without brackets around all of it, and without one that has lost its other half."""
    bare = credit.strip()
    while bare[:1] in ("(", "[") and bare[-1:] in (")", "]") and not set("()[]") & set(bare[1:-1]):
        bare = bare[1:-1].strip()
    if "(" not in bare and "[" not in bare:
        bare = bare.rstrip(BRACKETS)
    return bare if ")" in bare or "]" in bare else bare.lstrip(BRACKETS)


def _says_more(own: str | None, marked: str) -> bool:
    """Does the credit at the end of a caption name the maker, and the one marked beside it only the agency?"""
    return own is not None and bool(read_credit(own).photographers) and not read_credit(marked).photographers


def _is_credit(node: HtmlElement, captions: list[HtmlElement]) -> bool:
    """Is the element short, and not the wrapper of a whole caption?"""
    return 0 < len(text_of(node)) <= MAX_CREDIT and not any(node in caption.iterancestors() for caption in captions)


def _record(
    figure: HtmlElement, picture: HtmlElement | None, *, printed: str, caption: str | None, line: str | None
) -> Figure:
    alt = " ".join((picture.get("alt") or "").split()) if picture is not None else ""
    return Figure(
        element=figure,
        printed=printed or None,
        caption=caption,
        credit_line=line,
        alt_text=alt or None,
        url=_address(picture) if picture is not None else None,
    )


def _address(image: HtmlElement) -> str | None:
    for key in ("src", "data-src", "data-original", "data-lazy-src"):
        value = (image.get(key) or "").strip()
        if value and not value.startswith("data:"):
            return value
    return None


def _marked(
    figure: HtmlElement, entries: tuple[str, ...], tag: str | None, properties: frozenset[str]
) -> list[HtmlElement]:
    """Elements in a figure with the tag, a class of the entries or a property; the outermost of nested ones."""
    found: list[HtmlElement] = []
    for element in figure.iter(*CAPTION_TAGS):
        known = element.tag == tag or element.get("itemprop") in properties
        if known or is_classed(element.get("class"), *entries):
            nested = bool(found) and found[-1] in element.iterancestors()
            if not nested and next(element.iter(*PICTURES), None) is None:
                found.append(element)
    return found


def _joined(nodes: list[HtmlElement], without: Container[HtmlElement]) -> str:
    """Text of elements, each text once, without that of some elements inside them."""
    texts = (text_of(node, without) for node in nodes)
    return " ".join(dict.fromkeys(text for text in texts if text))
