"""`briefbook serve`: the book as it grows; an edit of an article or a setting shows in the browser.

Two loops, apart: this program watches the articles and writes the pages that changed; the site engine's own server,
started as a command, watches the pages and reloads the browser.  A mistake in an article is told in the terminal, and the
last good pages stay.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import NoReturn

from briefbook.analysis import DEFAULT_MODEL, load_model
from briefbook.cli.book import generate_book
from briefbook.cli.messages import say
from briefbook.config import FILE_NAME, Settings, load_settings
from briefbook.errors import BriefbookError, UsageError
from briefbook.pipeline import Known

PAUSE = 0.5
"""Seconds between two looks at the files."""

_ADDRESS = re.compile(r"(?P<host>[A-Za-z0-9.-]+):(?P<port>\d{1,5})")
_ENGINE_LINE = re.compile(r"(?:\x1b\[[0-9;]*m)*(WARNING|ERROR)(?:\x1b\[[0-9;]*m)*\s+-\s+(?P<said>.*)")

Seen = dict[Path, tuple[int, int]]


def serve_book(root: Path, *, address: str) -> NoReturn:
    """Serve a book until Ctrl-C.

    Raises:
        UsageError: The address is none, or is in use.
        BriefbookError: The engine's server stopped.
    """
    settings = load_settings(root)
    check_address(address)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C, so that the server ends with us
    load_model(settings.language_model or DEFAULT_MODEL)
    seen, known = look(root, settings), Known()
    _generate(root, known)
    if not (root / settings.docs / "index.md").is_file():
        raise BriefbookError("there are no pages to show yet: mend what is wrong, then serve again", path=root)
    with Server(root, address) as server:
        say(f"http://{address}/ shows the book; Ctrl-C ends")
        _watch(root, settings, seen, known, server)


def check_address(address: str) -> None:
    """Make sure that an address can be served at.

    Raises:
        UsageError: It is not of the form HOST:PORT, not of this machine, or in use.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"]) < 65536:
        raise UsageError(f"--address: expected HOST:PORT such as 127.0.0.1:8000, found '{address}'")
    try:
        family, kind, number, _, place = socket.getaddrinfo(found["host"], int(found["port"]), type=socket.SOCK_STREAM)[
            0
        ]
        with socket.socket(family, kind, number) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        raise UsageError(f"--address: '{address}' can't be served at ({error.strerror}): name another one") from error


class Server:
    """The site engine's server, as long as the block lasts; what it complains of is told in one line each."""

    def __init__(self, root: Path, address: str) -> None:
        self._root, self._address = root, address
        self._last: deque[str] = deque(maxlen=1)

    def __enter__(self) -> Server:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self._address, "--quiet"],
            cwd=self._root,
            env={**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def _listen(self) -> None:
        for line in self._process.stderr or ():
            if line.strip():
                self._last.append(line)
            if found := _ENGINE_LINE.match(line):
                say(f"{found[1].lower()}: {found['said']}")

    def check(self) -> None:
        """Make sure that it still runs.

        Raises:
            BriefbookError: It stopped; what it said last.
        """
        if self._process.poll() is not None:
            self._listener.join(1)
            raise BriefbookError(
                f"the site engine's server stopped: {' '.join(''.join(self._last).split()) or 'no message'}"
            )


def _watch(root: Path, settings: Settings, seen: Seen, known: Known, server: Server) -> NoReturn:
    """Generate again after every edit; one that goes on (a large file being copied) is waited for."""
    while True:
        server.check()
        time.sleep(PAUSE)
        now = look(root, settings)
        if now == seen:
            continue
        while (later := look(root, settings)) != now:
            now = later
            time.sleep(PAUSE)
        made_with = _generate(root, known) or settings
        seen = now if made_with.seeds == settings.seeds else look(root, made_with)
        settings = made_with


def look(root: Path, settings: Settings) -> Seen:
    """Every file that the pages are made from, with its size and time."""
    files = [root / FILE_NAME, *(path for path in (root / settings.seeds).rglob("*") if path.is_file())]
    found: Seen = {}
    for path in files:
        try:
            state = path.stat()
        except OSError:  # deleted while we look
            continue
        found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _generate(root: Path, known: Known) -> Settings | None:
    """Write the pages; the settings they were made with, or None when these can't be read.  Nothing stops the watching.

    Only articles that changed are analysed: the briefings of the others are `known`.
    """
    settings = None
    try:
        settings = load_settings(root)
        generate_book(root, check=False, strict=False, keep_going=False, known=known)
    except BriefbookError as error:
        say(f"error: {error}")
    except Exception as error:
        say(f"error: a bug of briefbook: {type(error).__name__}: {error}; the last good pages stay")
    return settings
