"""Bytes of a page -> a parsed tree, whatever the page claims about itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from briefbook import lexicons
from briefbook.errors import SourceError

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNSEEN = frozenset({"script", "style", "svg", "button", "noscript", "template", "input", "select"})
BLOCKS = frozenset(
    {
        "p",
        "div",
        "ul",
        "ol",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "section",
        "article",
        "aside",
    }
)
LINE_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4"})
SPECIAL = UNSEEN | LINE_BREAKS
"""Elements inside another that make its text more than the text of all that is in it."""
CONTROL_CHARACTERS = tuple(chr(n) for n in range(32) if chr(n) not in "\t\n\r")
CONTROLS = re.compile("[" + "".join(CONTROL_CHARACTERS) + "]")
"""Control characters, which no parser likes; zeros are dropped, as they come in pairs in odd encodings."""

ONE_CLASS = lxml.etree.ElementDefaultClassLookup(element=HtmlElement)
"""lxml.html asks Python for the class of an element at each visit, only to give forms and fields classes of their own."""

SNIFFED_BYTES = 4096
"""How much of the page is searched for its charset: the HTML standard says 1,024, real pages need more."""


def parse(data: bytes, path: Path) -> HtmlElement:
    """Parse a page; scripts and styles are kept, since JSON-LD stands in one.

    Raises:
        SourceError: It holds no element at all.
    """
    text = decode_page(data)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ONE_CLASS)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("holds no HTML element: expected a saved web page", path=path) from error


def decode_page(data: bytes) -> str:
    """Text of a page: byte order mark, then valid UTF-8, then the charset it states, then Windows-1252.

    Valid UTF-8 goes before the stated charset, since pages saved by a browser are UTF-8 whatever their `meta` says.
    """
    text = _decoded(data)
    return CONTROLS.sub(lambda found: "" if found[0] == "\0" else " ", text) if _holds_controls(text) else text


def _holds_controls(text: str) -> bool:
    """Is there anything to replace?  Looking for each in turn is far quicker than for all in one pattern."""
    return any(control in text for control in CONTROL_CHARACTERS)


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    stated = META_CHARSET.search(data[:SNIFFED_BYTES])
    for encoding in ("utf-8", stated[1].decode("ascii") if stated else "windows-1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("windows-1252", "replace")


@cache
def class_pattern(entry: str) -> re.Pattern[str]:
    """The compiled pattern of an entry of lexicons/data/any/html.yaml."""
    return re.compile(lexicons.load("html", "any").entry(entry).pattern or "")


@lru_cache(maxsize=16_384)
def is_classed(classes: str | None, *entries: str) -> bool:
    """Does the `class` attribute of an element match one of the entries?  Pages repeat theirs, so answers are kept."""
    return bool(classes) and any(class_pattern(entry).search(classes or "") for entry in entries)


def text_of(element: HtmlElement, without: Container[HtmlElement] = ()) -> str:
    """What a reader sees of an element, white space folded, leaving out some elements inside it."""
    text = None if without else _shallow(element)
    if text is None:
        plain = not without and _is_plain(element)
        text = "".join(element.itertext() if plain else _texts(element, without))
    return " ".join(text.split())


def _shallow(element: HtmlElement) -> str | None:
    """The text of an element with nothing in it but words and plain elements of words, as most have; else None.

    Iterators of lxml are dear to set up, so the many small elements of a page do without.
    """
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return ""
    text: str = element.text or ""
    for child in element:
        if len(child) or child.tag in SPECIAL or not isinstance(child.tag, str):
            return None
        text += f"{child.text or ''}{child.tail or ''}"
    return text


def text_begins(element: HtmlElement, pieces: int) -> str:
    """The first pieces of all the text in an element, seen or unseen, as they stand."""
    if len(element) == 0:
        return element.text or ""
    child = element[0]
    if len(element) == 1 and len(child) == 0 and isinstance(child.tag, str) and pieces > 2:
        return f"{element.text or ''}{child.text or ''}{child.tail or ''}"
    return "".join(islice(element.itertext(), pieces))


def _is_plain(element: HtmlElement) -> bool:
    """Is the text of an element all the text in it, without an unseen part or a line break inside?"""
    special = element.iter(*SPECIAL)
    first = next(special, None)
    return first is None or (first is element and element.tag not in UNSEEN and next(special, None) is None)


def _texts(element: HtmlElement, without: Container[HtmlElement]) -> Iterator[str]:
    """Texts in order; an explicit stack, since hostile pages nest deeper than Python may recurse."""
    stack: list[HtmlElement | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif item in without or item.tag in UNSEEN or not isinstance(item.tag, str):
            continue
        else:
            breaks = " " if item.tag in LINE_BREAKS else ""
            yield breaks + (item.text or "")
            stack.append(breaks)
            for child in reversed(item):
                stack.append(child.tail or "")
                stack.append(child)


def part_at_breaks(tree: HtmlElement) -> None:
    """Make a paragraph of what follows two line breaks in a row, as old pages part theirs.  Changes the tree."""
    for br in reversed([br for br in tree.iter("br") if _is_pair(br)]):
        parent, second = br.getparent(), br.getnext()
        if parent is None or second is None or second.tag != "br":
            continue
        paragraph = br.makeelement("p")
        paragraph.text, second.tail = second.tail, None
        for sibling in list(second.itersiblings()):
            if sibling.tag in BLOCKS:
                break
            paragraph.append(sibling)
        parent.remove(second)
        br.tail = None
        if parent.tag == "p":
            parent.remove(br)
            parent.addnext(paragraph)
        else:
            parent.replace(br, paragraph)


def _is_pair(br: HtmlElement) -> bool:
    following = br.getnext()
    return following is not None and following.tag == "br" and not (br.tail or "").strip()
