"""A folder served over http on this machine, and what a page of it is called in the bundle."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


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
