"""`briefbook add`: what is stored, what is refused, what is said."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from briefbook.cli.adding import add_article
from briefbook.errors import SourceError, UsageError

from tests.sources.formats import samples


class Site(BaseHTTPRequestHandler):
    """One page, one picture, no robots.txt."""

    def do_GET(self) -> None:
        known = {"/bridge": ("text/html; charset=utf-8", samples.PAGE.encode()), "/1.jpg": ("image/jpeg", b"\xff\xd8")}
        kind, body = known.get(self.path, ("text/html", b""))
        self.send_response(200 if self.path in known else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the running server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book without articles."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A book\n", encoding="utf-8")
    return tmp_path


def add(target: str, book: Path, *, force: bool = False) -> int:
    """Add to the book, own machine allowed."""
    return add_article(target, book=book, force=force, http=True, private=True)


def names(book: Path) -> list[str]:
    """What lies in the seeds."""
    return sorted(path.relative_to(book / "seeds").as_posix() for path in (book / "seeds").rglob("*") if path.is_file())


def test_a_page_is_stored_as_it_came_with_what_it_states(site: str, book: Path) -> None:
    assert add(f"{site}/bridge", book) == 0

    assert names(book) == ["bridge-opens.html", "bridge-opens.html.yml"]
    assert (book / "seeds" / "bridge-opens.html").read_bytes() == samples.PAGE.encode()
    sidecar = yaml.safe_load((book / "seeds" / "bridge-opens.html.yml").read_text(encoding="utf-8"))
    assert sidecar["url"] == f"{site}/bridge"
    assert (sidecar["authors"], sidecar["publisher"]) == (["Per Aasen"], "Nord Agency")
    assert sidecar["date_published"] == "2023-05-08T10:15:00+00:00"
    assert sidecar["retrieved"].endswith("+00:00")


def test_what_was_found_is_told_on_standard_error(site: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(f"{site}/bridge", book)
    told = capsys.readouterr()

    assert told.out == ""
    for words in ("Bridge opens", "Nord Agency", "Per Aasen", "4 paragraphs", "images: 1, 1 with a credit"):
        assert words in told.err


def test_nothing_is_overwritten_without_force(site: str, book: Path) -> None:
    add(f"{site}/bridge", book)
    mine = book / "seeds" / "bridge-opens.html"
    mine.write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError, match="--force"):
        add(f"{site}/bridge", book)
    assert mine.read_text(encoding="utf-8") == "mine"
    add(f"{site}/bridge", book, force=True)
    assert mine.read_bytes() == samples.PAGE.encode()


@pytest.mark.parametrize(("path", "words"), [("/1.jpg", "image/jpeg"), ("/gone", "404")])
def test_what_is_no_article_leaves_nothing_behind(site: str, book: Path, path: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        add(site + path, book)

    assert sorted(path.name for path in book.iterdir()) == ["mkdocs.yml"]


def test_a_saved_page_brings_its_pictures_and_its_sidecar(book: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    (saved / "Bridge_files").mkdir(parents=True)
    (saved / "Bridge_files" / "1.jpg").write_bytes(b"\xff\xd8")
    (saved / "Bridge.html").write_text(samples.PAGE, encoding="utf-8")
    (saved / "Bridge.html.yml").write_text("publisher: The Daily Sorn\n", encoding="utf-8")
    add(str(saved / "Bridge.html"), book)

    assert names(book) == ["Bridge.html", "Bridge.html.yml", "Bridge_files/1.jpg"]
    assert "Daily Sorn" in (book / "seeds" / "Bridge.html.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        pytest.param("a.xyz", b"text", UsageError, id="unknown format"),
        pytest.param("a.html", b"", SourceError, id="empty"),
        pytest.param("a.json", b"{", SourceError, id="broken JSON"),
        pytest.param("missing.txt", None, UsageError, id="no such file"),
    ],
)
def test_a_file_that_can_not_be_read_is_refused_by_its_name(
    book: Path, tmp_path: Path, name: str, content: bytes | None, error: type[Exception]
) -> None:
    path = tmp_path / "in" / name
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(error) as raised:
        add(str(path), book)
    assert str(raised.value).startswith(str(path))
    assert not (book / "seeds").exists()
