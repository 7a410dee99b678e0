from __future__ import annotations

import pytest
from briefbook.errors import SourceError
from briefbook.sources.decoding import decode
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Häfen von Pörto — “Ships”\nSecond line of the text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_reads_the_usual_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_a_big_endian_mark_is_taken_off() -> None:
    assert decode("\ufeffShips".encode("utf-16-be"), "a.txt") == "Ships"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_kind(end: str) -> None:
    assert decode(f"one{end}two".encode(), "a.txt") == "one\ntwo"


def test_undefined_bytes_of_windows_are_kept() -> None:
    assert decode(b"caf\xe9 \x81", "a.txt") == "café \x81"


@given(st.text().filter(lambda text: not text.startswith("\ufeff") and "\r" not in text))
def test_utf8_loses_no_character(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        decoded = decode(data, "a.txt")
    except SourceError:
        assert any(ord(char) < 32 for char in text)
        return
    if "\ufffd" not in decoded and all(not 0xD800 <= ord(char) <= 0xDFFF for char in text) and "\0" not in text:
        assert decoded == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(32)) * 40, "binary"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "UTF-16"),
    ],
)
def test_refuses_what_is_no_text_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")

    assert words in str(caught.value)
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


def test_a_single_zero_byte_in_text_is_kept() -> None:
    text = "Ships leave the harbour of Porto.\0 They return on Monday with the morning tide."

    assert decode(text.encode(), "a.txt") == text
