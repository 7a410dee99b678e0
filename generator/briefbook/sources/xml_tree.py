"""XML read with every trap closed: no entity expansion, no document type, no network, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from briefbook.errors import SourceError


def parse_xml(data: bytes, path: Path) -> etree._Element:
    """The root element.

    Raises:
        SourceError: It is not well-formed, or declares entities.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise SourceError(f"is not well-formed XML ({str(error).split(', line')[0]})", path=path, line=line) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise SourceError("declares XML entities, which are not expanded: remove the document type", path=path)
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; "" for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements below (and itself) with one of the local names, in document order, whatever their namespace."""
    return (item for item in element.iter() if local_name(item) in names)


def first_text(element: etree._Element, *names: str) -> str | None:
    """Text of the first descendant with one of the local names, white space folded; None when there is none."""
    return next((text for item in descendants(element, *names) if (text := folded_text(item))), None)


def folded_text(element: etree._Element) -> str:
    """All text of an element, white space folded."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
