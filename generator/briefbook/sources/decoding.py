"""Bytes -> text: UTF-8 and UTF-16 with or without byte order mark, and Windows-1252."""

from __future__ import annotations

import codecs
from pathlib import Path

from briefbook.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip file (or an office document)",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
}
SAMPLE = 8_192
"""Bytes looked at to tell text from other data."""
CONTROLS = bytes(n for n in range(32) if n not in (9, 10, 12, 13, 27, 30))
MAX_CONTROLS = 0.02
"""Share of control characters above which data is no text."""
MIN_ZEROS = 0.2
"""Share of zero bytes, at even or odd places, that UTF-16 without a mark has in Western text."""


def decode(data: bytes, path: Path | str) -> str:
    """The text of a file, its line ends as `\\n`; every other character is kept.

    UTF-8 is tried first, since other encodings hardly ever are valid UTF-8; what is neither UTF-8 nor UTF-16 is read
    as Windows-1252, in which its few undefined bytes stand for themselves (as in the WHATWG encoding standard).

    Raises:
        SourceError: It is no text.
    """
    text = _decoded(data, path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, path: Path | str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(f"is no text but {name}: expected text in UTF-8", path=path)
    if guessed := _utf16_without_mark(data):
        return _strict(data, guessed, path)
    if _share(data[:SAMPLE], CONTROLS) > MAX_CONTROLS:
        raise SourceError("is no text but binary data: expected text in UTF-8", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _strict(data: bytes, encoding: str, path: Path | str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"is marked as {encoding.upper()} but is none (byte {error.start:,}): save it as UTF-8"
        raise SourceError(problem, path=path) from error


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = (sample[start::2].count(0) / len(sample[start::2]) for start in (0, 1))
    if odd >= MIN_ZEROS and even < MIN_ZEROS / 10:
        return "utf-16-le"
    return "utf-16-be" if even >= MIN_ZEROS and odd < MIN_ZEROS / 10 else None


def _share(sample: bytes, of: bytes) -> float:
    return 1 - len(sample.translate(None, of)) / len(sample) if sample else 0.0


def _windows(data: bytes) -> str:
    """Windows-1252; its five undefined bytes become the control characters of the same number."""
    return data.decode("cp1252", errors="briefbook-c1")


def _as_control(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("briefbook-c1", _as_control)
