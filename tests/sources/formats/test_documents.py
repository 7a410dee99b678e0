"""Mail, single-file pages, Word and PDF: the same invented article from each, and broken files."""

from __future__ import annotations

import io
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.mail import read_mail
from briefbook.sources.office import read_docx, read_pdf

from tests.sources.formats import samples

HEADLINE = "Bridge over the Sorn opens"
LINES = (samples.FIRST, samples.SECOND)


def mail(*, page: str | None = None, text: str | None = None) -> bytes:
    """A newsletter with the parts asked for."""
    message = EmailMessage()
    message["Subject"] = HEADLINE
    message["From"] = "Nord Agency <news@agency.example>"
    message["Date"] = "Mon, 08 May 2023 12:15:00 +0200"
    if text is not None:
        message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html") if text else message.set_content(page, subtype="html")
    return message.as_bytes()


def word(*paragraphs: str) -> bytes:
    """A Word file with a heading and paragraphs."""
    document = docx.Document()
    document.add_heading(HEADLINE, level=0)
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(*lines: str) -> bytes:
    """A one-page PDF with a line of text for each string, written by hand."""
    shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
    stream = f"BT /F1 11 Tf 40 800 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + trailer


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_a_newsletter_page_is_read_and_completed_from_the_message() -> None:
    (article,) = read_mail(Path("a.eml"), mail(page=samples.PAGE, text="plain"))

    assert article.headline == "Bridge opens"
    assert article.publisher == "Nord Agency"
    assert paragraphs(article)[0].startswith(samples.FIRST)
    assert article.date_published == "2023-05-08T10:15:00+00:00"


def test_a_plain_newsletter_takes_sender_and_date_from_the_message() -> None:
    text = f"{HEADLINE}\n\n{samples.FIRST}\n\n{samples.SECOND}\n"
    (article,) = read_mail(Path("a.eml"), mail(text=text))

    assert article.headline == HEADLINE
    assert paragraphs(article) == list(LINES)
    assert (article.publisher, article.date_published) == ("Nord Agency", "2023-05-08T12:15:00+02:00")


def test_a_single_file_page_keeps_the_address_it_was_saved_from() -> None:
    head = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://agency.example/bridge\nSubject: Bridge\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n'
        "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n"
    )
    (article,) = read_mail(Path("a.mhtml"), f"{head}{samples.PAGE}\n--B--\n".encode())

    assert article.url == "https://agency.example/bridge"
    assert article.headline == "Bridge opens"


def test_a_word_file_gives_headline_and_paragraphs() -> None:
    (article,) = read_docx(Path("a.docx"), word(*LINES))

    assert article.headline == HEADLINE
    assert paragraphs(article) == list(LINES)


def test_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    data = pdf(
        HEADLINE, "", "The bridge over the Sorn was opened to lorries on", "Monday, two years after the flood.", ""
    )
    (article,) = read_pdf(Path("a.pdf"), data)

    assert "The bridge over the Sorn was opened to lorries on Monday, two years after the flood." in " ".join(
        block.text for block in article.blocks
    )


@pytest.mark.parametrize(
    ("read", "data", "words"),
    [
        pytest.param(read_mail, b"no message", "no text part", id="not a message"),
        pytest.param(read_docx, b"PK nothing", "not a zip", id="not a Word file"),
        pytest.param(read_pdf, b"%PDF-1.4 nothing", "no readable PDF", id="broken PDF"),
        pytest.param(read_pdf, pdf(), "holds no text", id="PDF of pictures"),
    ],
)
def test_a_broken_document_is_one_clear_error(read: object, data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as raised:
        list(read(Path("bad.x"), data))  # type: ignore[operator]

    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_word_file_that_unpacks_to_gigabytes_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 201_000_000)

    with pytest.raises(SourceError, match="unpacks to"):
        list(read_docx(Path("bomb.docx"), buffer.getvalue()))


@pytest.mark.parametrize(("read", "library", "extra"), [(read_docx, "docx", "docx"), (read_pdf, "pypdf", "pdf")])
def test_a_missing_extra_is_named(read: object, library: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(SourceError, match=rf"briefbook\[{extra}\]"):
        list(read(Path("a.x"), b"data"))  # type: ignore[operator]
