"""The server of tests and audit sends files as a host would: packed where that helps, and nothing that is not there."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request

import pytest

from tests.browser.serving import as_file, serving


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    (folder / "actors").mkdir()
    (folder / "index.html").write_text("<p>Home</p>" * 50, encoding="utf-8")
    (folder / "actors" / "index.html").write_text("<p>Actors</p>", encoding="utf-8")
    (folder / "x.png").write_bytes(b"\x89PNG")
    with serving(folder) as found:
        yield found


def get(address, packed=True):
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"} if packed else {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize(
    ("path", "text"), [("", b"Home"), ("index.html", b"Home"), ("actors/", b"Actors"), ("?q=1", b"Home")]
)
def test_pages_come_packed(address, path, text):
    headers, data = get(address + path)

    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == "text/html"
    assert text in gzip.decompress(data)


def test_unpacked_to_whoever_asks_so(address):
    headers, data = get(address, packed=False)

    assert headers["Content-Encoding"] is None
    assert data.startswith(b"<p>Home</p>")


def test_pictures_come_as_they_are(address):
    headers, data = get(f"{address}x.png")

    assert (headers["Content-Encoding"], data) == (None, b"\x89PNG")


def test_what_is_not_there_is_not_found(address):
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{address}gone.html")


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("", "index.html"),
        ("actors/", "actors/index.html"),
        ("timeline/", "timeline.html"),
        ("about/#rights", "about.html#rights"),
    ],
)
def test_pages_of_the_bundle_are_files(page, file):
    assert as_file(page) == file
