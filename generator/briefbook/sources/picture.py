"""Pictures that lie beside a saved page: their size, and the credit embedded in them.

Embedded fields are read as the IPTC Photo Metadata Standard maps them: XMP first, then IIM, then EXIF.  Only bitmaps
are taken; an SVG file is a program.  Nothing outside the page's own folder is ever opened.
"""

from __future__ import annotations

import re
import warnings
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from briefbook.errors import SourceError
from briefbook.model import PictureFile
from briefbook.sources.xml_tree import descendants, folded_text, local_name, parse_xml

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MAX_BYTES = 30_000_000
MIN_SIDE = 60
"""Pixels; smaller ones are icons and spacers."""

MAX_PIXELS = 200_000_000
DAY = re.compile(r"(\d{4})[-:]?(\d\d)[-:]?(\d\d)")
IIM = {"creator": (2, 80), "credit_line": (2, 110), "copyright_notice": (2, 116), "date": (2, 55)}
XMP = {
    "creator": "creator",
    "credit_line": "Credit",
    "copyright_notice": "rights",
    "rights_url": "WebStatement",
    "date": "DateCreated",
}
EXIF_ARTIST, EXIF_COPYRIGHT, EXIF_IFD, EXIF_TAKEN = 315, 33432, 0x8769, 36867


def local_file(page: Path, url: str | None) -> str | None:
    """The path, relative to the page's folder, of a picture with a relative address; None when it is not there."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if not parts.path or parts.scheme or parts.netloc:
        return None
    relative = PurePosixPath(unquote(parts.path))
    if relative.is_absolute() or ".." in relative.parts:
        return None
    found = page.parent / relative
    try:
        inside = found.is_file() and found.resolve().is_relative_to(page.parent.resolve())
    except (OSError, ValueError):
        return None
    return relative.as_posix() if inside else None


def read_picture(path: Path) -> PictureFile | None:
    """Size and embedded credit of a bitmap; None when it is none, or too small to be of the article."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if path.stat().st_size > MAX_BYTES:
                return None
            with Image.open(path, formats=FORMATS) as image:
                width, height = image.size
                if min(width, height) < MIN_SIDE or width * height > MAX_PIXELS:
                    return None
                return PictureFile(width=width, height=height, **_embedded(image))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None


def _embedded(image: Any) -> dict[str, Any]:
    found: dict[str, str] = {}
    for fields in (_xmp(image), _iim(image), _exif(image)):
        for key, value in fields.items():
            if value.strip():
                found.setdefault(key, " ".join(value.split()))
    stated: dict[str, Any] = dict(found)
    if "date" in stated:
        stated["date"] = _day(found["date"])
    return stated


def _xmp(image: Any) -> dict[str, str]:
    data = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    packet = data.encode() if isinstance(data, str) else bytes(data)
    start, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0:
        return {}
    try:
        root = parse_xml(packet[start : end + len(b"</x:xmpmeta>")], Path("embedded.xmp"))
    except SourceError:
        return {}
    return {key: value for key, name in XMP.items() if (value := _xmp_value(root, name))}


def _xmp_value(root: etree._Element, name: str) -> str | None:
    """A property as an element (its first list item) or as an attribute of the description."""
    for element in descendants(root, name):
        items = list(descendants(element, "li"))
        return folded_text(items[0] if items else element) or None
    for description in descendants(root, "Description"):
        for key, value in description.attrib.items():
            if etree.QName(key).localname == name and local_name(description):
                return str(value)
    return None


def _iim(image: Any) -> dict[str, str]:
    from PIL import IptcImagePlugin

    try:
        record = IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, ValueError, IndexError, KeyError, OSError):
        return {}
    values = {key: record.get(tag) for key, tag in IIM.items()}
    return {key: _text(value[0] if isinstance(value, list) else value) for key, value in values.items() if value}


def _exif(image: Any) -> dict[str, str]:
    exif = image.getexif()
    values = {
        "creator": exif.get(EXIF_ARTIST),
        "copyright_notice": exif.get(EXIF_COPYRIGHT),
        "date": exif.get_ifd(EXIF_IFD).get(EXIF_TAKEN),
    }
    return {key: _text(value) for key, value in values.items() if value}


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8").strip("\0 ")
        except UnicodeDecodeError:
            return value.decode("latin-1").strip("\0 ")
    return str(value).strip("\0 ")


def _day(text: str) -> date | None:
    found = DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
