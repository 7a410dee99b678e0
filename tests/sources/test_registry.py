"""Which reader a file gets: by its suffix, and for what people save under either by what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.sources import read
from briefbook.sources.registry import READERS, SUFFIXES, _by_content, _by_suffix, _loaded, suffix_of
from hypothesis import given
from hypothesis import strategies as st

HTML, PASTED, PDF = "html.read_html", "pasted.read_pasted", "office.read_pdf"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", ".txt"),
        ("A.TXT", ".txt"),
        ("a.b.html", ".html"),
        ("crawl.warc.gz", ".warc.gz"),
        ("CRAWL.WARC.GZ", ".warc.gz"),
        ("a.txt.gz", ".gz"),
        ("a", ""),
        (".txt", ""),
    ],
)
def test_the_suffix_counts_whatever_its_case(name: str, suffix: str) -> None:
    assert suffix_of(Path(name)) == suffix


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_has_a_reader_that_can_be_loaded(suffix: str) -> None:
    assert _by_suffix(Path(f"a{suffix}")) == READERS[suffix]
    assert callable(_loaded(READERS[suffix]))


@pytest.mark.parametrize("name", ["a.exe", "a", "a.gz", "a.txt.bak"])
def test_an_unknown_suffix_is_refused_before_the_file_is_looked_at(name: str, tmp_path: Path) -> None:
    """It need not even be there."""
    with pytest.raises(SourceError, match="unknown format") as caught:
        list(read(tmp_path / name))

    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        pytest.param(PASTED, b"<!DOCTYPE html><html>", HTML, id="a page saved as text"),
        pytest.param(PASTED, b"\xef\xbb\xbf\r\n <html lang='en'>", HTML, id="with a mark and white space before it"),
        pytest.param(PASTED, b"The tag <html> begins a page.", PASTED, id="a text about pages"),
        pytest.param(PASTED, b"%PDF-1.7", PDF, id="a PDF saved as text"),
        pytest.param(HTML, b"%PDF-1.7", PDF, id="a PDF saved as a page"),
        pytest.param(HTML, b"Boats leave the harbour", HTML, id="a page without its beginning"),
        pytest.param("newsml.read_xml", b"<!doctype html>", "newsml.read_xml", id="a format that is not told apart"),
        pytest.param(PDF, b"<html>", PDF, id="a PDF that is none"),
        pytest.param(PASTED, b"", PASTED, id="nothing"),
    ],
)
def test_what_a_file_begins_with_counts_for_more_than_its_suffix(name: str, data: bytes, reader: str) -> None:
    assert _by_content(name, data) == reader


@given(st.binary(max_size=40), st.sampled_from(sorted(set(READERS.values()) - {HTML, PASTED})))
def test_other_formats_are_read_as_their_suffix_says(data: bytes, name: str) -> None:
    assert _by_content(name, data) == name


def test_an_empty_file_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()

    with pytest.raises(SourceError, match="is empty"):
        list(read(tmp_path / "a.txt"))


def test_a_folder_with_a_suffix_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(SourceError, match="is a folder"):
        list(read(tmp_path / "a.txt"))
