"""Running the command as a user does: a process, its two streams and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ARTICLE = {
    "id": "talks",
    "headline": "Envoy meets minister",
    "date_published": "2023-02-05",
    "language": "en",
    "paragraphs": [
        "Envoy Lena Marsh met Foreign Minister Omar Haddad in Geneva on Friday.",
        "They discussed the border.",
    ],
}


class Done(NamedTuple):
    """What a command left: exit status, standard output, lines on standard error."""

    status: int
    out: str
    said: list[str]


def run(*arguments: object, cwd: Path, **environment: str) -> Done:
    """Run `briefbook` in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "briefbook", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=300,
    )
    said = done.stderr.decode().splitlines()
    assert not any("Traceback" in line for line in said), done.stderr.decode()
    return Done(done.returncode, done.stdout.decode(), said)


def put_article(path: Path, **changes: object) -> Path:
    """Write an invented article object."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**ARTICLE, **changes}), encoding="utf-8")
    return path


def errors(done: Done) -> list[str]:
    """The lines that report an error."""
    return [line for line in done.said if line.startswith("error: ")]
