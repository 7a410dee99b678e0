"""Files that were damaged on the way: every reader gives articles or one clear error, never a traceback."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.sources import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.formats import samples
from tests.sources.formats.test_documents import pdf

MARKDOWN = (
    "---\nheadline: Bridge opens\nauthors: [Oda Klint]\n---\n# Bridge opens\n\nThe bridge was opened on Monday.\n"
)
MAIL = (
    "From: Oda Klint <oda@agency.example>\nSubject: Bridge opens\nDate: Mon, 1 May 2023 10:00:00 +0000\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nBridge opens\n\n" + samples.FIRST + "\n"
)
PASTED = f"Bridge opens\n\nBy Oda Klint\n\n alt text\nThe bridge. Photo: Oda Klint/Nordfoto\n\n{samples.FIRST}\n\n{samples.SECOND}\n"
OBJECT = json.dumps({"paragraphs": [samples.FIRST], "images": [{"caption": samples.CAPTION}], "authors": ["Oda Klint"]})
WHOLE = {
    ".txt": PASTED.encode(),
    ".md": MARKDOWN.encode(),
    ".html": samples.PAGE.encode(),
    ".json": OBJECT.encode(),
    ".jsonl": f"{OBJECT}\n{OBJECT}\n".encode(),
    ".xml": samples.NEWSML.encode(),
    ".rss": samples.RSS.encode(),
    ".warc": samples.warc(),
    ".wacz": samples.wacz(),
    ".eml": MAIL.encode(),
}
PIECES = st.sampled_from(
    [
        b"<",
        b"\x00",
        b"\xff\xfe",
        b'"',
        b"[[[[",
        b"null",
        b"---\n",
        b"&x;",
        b"9" * 30,
        b"<p>" * 9,
        b"{{",
        b"\xe2\x80\xae",
        b": [",
    ]
)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """The file with some bytes cut out, doubled or put in."""
    data = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.sampled_from([0, 1, 20, 300])))
        data = draw(st.sampled_from([data[:start] + data[stop:], data[:stop] + data[start:], data[:start]]))
        data = data[:start] + draw(st.one_of(st.just(b""), PIECES)) + data[start:]
    return data


def read_whole(suffix: str, data: bytes, folder: Path) -> str | None:
    """The message of the error with which the file is refused, or None."""
    path = folder / f"broken{suffix}"
    path.write_bytes(data)
    try:
        list(read(path))
    except SourceError as error:
        return str(error)
    return None


@pytest.mark.parametrize("suffix", WHOLE)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_one_line(suffix: str, tmp_path: Path, data: st.DataObject) -> None:
    refused = read_whole(suffix, data.draw(damaged(WHOLE[suffix])), tmp_path)

    assert refused is None or (refused and "\n" not in refused)


@pytest.mark.parametrize("suffix", WHOLE)
def test_the_whole_file_is_read(suffix: str, tmp_path: Path) -> None:
    assert read_whole(suffix, WHOLE[suffix], tmp_path) is None


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_file_cut_anywhere_is_read_or_refused_in_one_line(suffix: str, tmp_path: Path) -> None:
    whole = WHOLE[suffix]
    for part in range(1, 12):
        refused = read_whole(suffix, whole[: len(whole) * part // 12] or b"x", tmp_path)
        assert refused is None or "\n" not in refused


def zip_with_moved_start() -> bytes:
    """A zip whose directory points before the file's beginning."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("archive/a.warc", samples.warc())
    return plain.getvalue()[5:]


@pytest.mark.parametrize(
    ("suffix", "data", "words"),
    [
        pytest.param(".wacz", zip_with_moved_start(), "zip", id="a zip that lost its first bytes"),
        pytest.param(".wacz", b"PK\x05\x06" + b"\0" * 18, "", id="an empty zip"),
        pytest.param(".jsonl", b'{"paragraphs": ["a"]}\n{"paragraphs": [', "", id="a line that breaks off"),
        pytest.param(".json", b"[" * 100_000, "", id="a hundred thousand brackets"),
        pytest.param(".html", b"<div>" * 20_000 + samples.PAGE.encode(), "no article", id="twenty thousand nested"),
        pytest.param(".xml", b"<a><![CDATA[one\ntwo\x1b[2J", "well-formed", id="an error that quotes lines"),
        pytest.param(".md", b"---\nheadline: [\n---\nText.\n", "YAML", id="front matter that is no YAML"),
    ],
)
def test_what_is_refused_says_what_is_wrong(suffix: str, data: bytes, words: str, tmp_path: Path) -> None:
    refused = read_whole(suffix, data, tmp_path)

    assert refused is not None
    assert words in refused
    assert "\n" not in refused


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        pytest.param(
            ".md", b"---\nheadline: Bridge\x1a opens\n---\nThe bridge was opened.\n", id="a control character"
        ),
        pytest.param(
            ".eml", MAIL.replace("+0000", "+" + "9" * 30).encode(), id="a message with an offset no clock has"
        ),
        pytest.param(".txt", ("word " * 200_000).encode(), id="a line of a million characters"),
    ],
)
def test_what_is_odd_is_read_all_the_same(suffix: str, data: bytes, tmp_path: Path) -> None:
    assert read_whole(suffix, data, tmp_path) is None


@pytest.mark.parametrize(
    ("name", "data", "headline"),
    [
        pytest.param("page.txt", samples.PAGE.encode(), "Bridge opens", id="a page saved as text"),
        pytest.param("page.html", gzip.compress(samples.PAGE.encode()), "Bridge opens", id="a page as it was sent"),
        pytest.param("page.html", pdf("Bridge opens"), "Bridge opens", id="a PDF saved as a page"),
        pytest.param("page.txt", PASTED.encode("utf-16"), "Bridge opens", id="text of two bytes a letter"),
        pytest.param("page.txt", gzip.compress(PASTED.encode()), "Bridge opens", id="packed text"),
    ],
)
def test_what_a_file_holds_counts_for_more_than_its_name(name: str, data: bytes, headline: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (article,) = read(path)

    assert article.headline == headline


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(gzip.compress(b"a" * 60_000_000), "more than", id="a bomb"),
        pytest.param(b"\x1f\x8b" + b"x" * 50, "damaged", id="no gzip but for its mark"),
    ],
)
def test_packed_files_are_refused_when_too_large_or_damaged(data: bytes, words: str, tmp_path: Path) -> None:
    refused = read_whole(".txt", data, tmp_path)

    assert refused is not None
    assert words in refused
