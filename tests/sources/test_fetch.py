"""Fetching from a server of our own on this machine: what a careful visitor does and does not do."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from briefbook.errors import SourceError, UsageError
from briefbook.sources.fetch import FetchRules, fetch

PAGE = b"<html><body><p>Hello</p></body></html>"
HERE = FetchRules(allow_http=True, allow_private=True, max_bytes=10_000, seconds=5)


class Site(BaseHTTPRequestHandler):
    """Answers by path; robots.txt forbids /secret."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.answer(b"User-agent: *\nDisallow: /secret\n")
        elif self.path == "/gzip":
            self.answer(gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif self.path == "/bomb":
            self.answer(gzip.compress(b"0" * 5_000_000), **{"Content-Encoding": "gzip"})
        elif self.path == "/truncated":
            self.answer(gzip.compress(PAGE)[:-12], **{"Content-Encoding": "gzip"})
        elif self.path.startswith("/loop"):
            self.answer(b"", 302, Location="/loop")
        elif self.path == "/moved":
            self.answer(b"", 301, Location="/page")
        elif self.path == "/away":
            self.answer(b"", 302, Location="file:///etc/passwd")
        elif self.path == "/slow":
            time.sleep(3)
            self.answer(PAGE)
        elif self.path == "/page":
            self.answer(PAGE)
        else:
            self.answer(b"", 404)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
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


@pytest.mark.parametrize("path", ["/page", "/gzip", "/moved"])
def test_a_page_arrives_whole_and_decompressed(site: str, path: str) -> None:
    found = fetch(site + path, HERE)

    assert (found.data, found.media_type) == (PAGE, "text/html")


def test_the_final_address_is_kept_after_a_redirect(site: str) -> None:
    assert fetch(f"{site}/moved", HERE).url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/secret/a", "robots.txt", id="forbidden to robots"),
        pytest.param("/missing", "answered 404", id="not found"),
        pytest.param("/loop", "redirects", id="endless redirects"),
        pytest.param("/bomb", "larger than 10,000 bytes", id="grows when decompressed"),
        pytest.param("/truncated", "broke off", id="truncated gzip"),
    ],
)
def test_what_can_not_be_fetched_is_one_clear_error(site: str, path: str, words: str) -> None:
    with pytest.raises(SourceError) as raised:
        fetch(site + path, HERE)

    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "rules", "words"),
    [
        pytest.param("{site}/page", FetchRules(allow_private=True), "--http", id="plain http"),
        pytest.param("{site}/page", FetchRules(allow_http=True), "--private", id="own machine"),
        pytest.param("https://127.0.0.1:1/", FetchRules(), "--private", id="own machine over https"),
        pytest.param("https://[::1]/", FetchRules(), "--private", id="own machine, IPv6"),
        pytest.param("https://169.254.169.254/latest", FetchRules(), "--private", id="link-local"),
        pytest.param("file:///etc/passwd", FetchRules(), "https://", id="no web address"),
        pytest.param("https://user:secret@example.org/", FetchRules(), "password", id="credentials"),
    ],
)
def test_what_nobody_asked_for_is_refused(site: str, url: str, rules: FetchRules, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        fetch(url.replace("{site}", site), rules)

    assert words in str(raised.value)


def test_a_redirect_is_checked_like_the_first_address(site: str) -> None:
    with pytest.raises(UsageError) as raised:
        fetch(f"{site}/away", HERE)

    assert "file:///etc/passwd" in str(raised.value)


def test_a_slow_server_does_not_hold_the_program(site: str) -> None:
    with pytest.raises(SourceError, match="/slow"):
        fetch(f"{site}/slow", FetchRules(allow_http=True, allow_private=True, seconds=0.5))
