"""A folder served over http on this machine, and what a page of it is called in the bundle."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

_PACKED = frozenset({".atom", ".css", ".csv", ".html", ".js", ".json", ".jsonl", ".map", ".svg", ".xml"})


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Sends what can be packed as packed, as hosts do, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in _PACKED or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page does not wait for its pictures."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder, which may come into being later; its address, with a slash at the end."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def as_file(path: str) -> str:
    """The bundle's file for a page of the hosted site: `timeline/` is `timeline.html`, `actors/` is `actors/index.html`."""
    page, mark, anchor = path.partition("#")
    if page in ("", "actors/", "meetings/", "articles/"):
        return f"{page}index.html{mark}{anchor}"
    return f"{page.removesuffix('/')}.html{mark}{anchor}" if page.endswith("/") else path
