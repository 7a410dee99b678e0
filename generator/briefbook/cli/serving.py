"""`briefbook serve`: the book as it grows; an edit of an article or a setting shows in the browser.

Two loops, apart: this program watches the articles and writes the pages that changed; the site engine's own server,
started as a command, watches the pages and reloads the browser.  A mistake in an article is told in the terminal, and the
last good pages stay.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from briefbook.analysis import DEFAULT_MODEL, load_model
from briefbook.cli.book import generate_book
from briefbook.cli.messages import say
from briefbook.config import FILE_NAME, load_settings
from briefbook.errors import BriefbookError

PAUSE = 0.5
"""Seconds between two looks at the files."""

Seen = dict[Path, tuple[int, int]]


def serve_book(root: Path, *, address: str) -> int:
    """Serve a book until Ctrl-C; returns the exit status."""
    settings = load_settings(root)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C, so that the server ends with us
    load_model(settings.language_model or DEFAULT_MODEL)
    _generate(root)
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--quiet"],
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    say(f"http://{address}/ shows the book; Ctrl-C ends")
    try:
        return _watch(root, settings.seeds, server)
    finally:
        server.terminate()
        server.wait()


def _watch(root: Path, seeds: str, server: subprocess.Popen[bytes]) -> int:
    """Generate again after every edit; one that goes on (a large file being copied) is waited for."""
    seen = look(root, seeds)
    while server.poll() is None:
        time.sleep(PAUSE)
        now = look(root, seeds)
        if now == seen:
            continue
        while (later := look(root, seeds)) != now:
            now = later
            time.sleep(PAUSE)
        seen = now
        _generate(root)
    raise BriefbookError("the site engine's server stopped: is the address in use?")


def look(root: Path, seeds: str) -> Seen:
    """Every file that the pages are made from, with its size and time."""
    files = [root / FILE_NAME, *(path for path in (root / seeds).rglob("*") if path.is_file())]
    found: Seen = {}
    for path in files:
        try:
            state = path.stat()
        except OSError:  # deleted while we look
            continue
        found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _generate(root: Path) -> None:
    try:
        generate_book(root, check=False, strict=False, keep_going=False)
    except BriefbookError as error:
        say(f"error: {error}")
