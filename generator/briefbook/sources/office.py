"""Word and PDF files, as optional extras: their text goes through the reader of pasted text.

A Word file's headings and a PDF's lines carry too little to tell caption from paragraph; the reader of pasted text
does that from the text itself, so both are laid out as such text: one paragraph a line, empty lines between.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article
from briefbook.sources.pasted import read_pasted

MAX_PARTS = 200_000_000
"""Bytes that the parts of a Word file may hold together, unpacked."""

MAX_PAGES = 500
LINE_END = re.compile(r"(?<=[.!?…\"”’»)\]])$")
HYPHENATED = re.compile(r"(\w)-$")


def read_docx(path: Path, data: bytes) -> Iterator[Article]:
    """Read a Word file.

    Raises:
        SourceError: The extra is not installed, or it is no Word file with text.
    """
    yield from read_pasted(path, docx_text(path, data).encode())


def read_pdf(path: Path, data: bytes) -> Iterator[Article]:
    """Read a PDF.

    Raises:
        SourceError: The extra is not installed, or it is no PDF with text.
    """
    yield from read_pasted(path, pdf_text(path, data).encode())


def docx_text(path: Path, data: bytes) -> str:
    """The paragraphs of a Word file, one a line with empty lines between.

    Raises:
        SourceError: The extra is not installed, or it is no Word file.
    """
    try:
        import docx
    except ImportError as error:
        raise SourceError("Word files need an extra: pip install 'briefbook[docx]'", path=path) from error
    _refuse_bomb(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
        texts = [" ".join(paragraph.text.split()) for paragraph in document.paragraphs]
    except Exception as error:  # python-docx raises what its zip and XML layers raise
        raise SourceError(f"is no readable Word file ({type(error).__name__})", path=path) from error
    return "\n\n".join(text for text in texts if text)


def _refuse_bomb(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise SourceError("is no readable Word file (not a zip)", path=path) from error
    if size > MAX_PARTS:
        raise SourceError(f"unpacks to {size:,} bytes: at most {MAX_PARTS:,} are read", path=path)


def pdf_text(path: Path, data: bytes) -> str:
    """The paragraphs of a PDF, one a line with empty lines between; lines are joined up to a sentence's end.

    Raises:
        SourceError: The extra is not installed, or it is no PDF with text.
    """
    try:
        import pypdf
    except ImportError as error:
        raise SourceError("PDF files need an extra: pip install 'briefbook[pdf]'", path=path) from error
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() or "" for page in reader.pages[:MAX_PAGES]]
    except Exception as error:  # pypdf raises many kinds on broken files
        raise SourceError(f"is no readable PDF ({type(error).__name__})", path=path) from error
    text = "\n\n".join(_paragraphs("\n".join(pages)))
    if not text:
        raise SourceError("holds no text, only pictures: run text recognition on it first", path=path)
    return text


def _paragraphs(text: str) -> Iterator[str]:
    """Lines joined to paragraphs: an empty line ends one, and so does a short line that ends a sentence."""
    lines = [line.strip() for line in text.splitlines()]
    width = sorted(map(len, filter(None, lines)))[-max(1, len(lines) // 10)] if any(lines) else 0
    gathered = ""
    for line in lines:
        if line:
            gathered = (
                HYPHENATED.sub(r"\1", gathered) + line if HYPHENATED.search(gathered) else f"{gathered} {line}".strip()
            )
        if gathered and (not line or (len(line) < 0.8 * width and LINE_END.search(line))):
            yield gathered
            gathered = ""
    if gathered:
        yield gathered
