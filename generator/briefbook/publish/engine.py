"""The site engine, run as a command: Markdown in, HTML out.

MkDocs is started as a program and never imported, so that its successor can take its place here and nowhere else.  It
reads the book's own `mkdocs.yml`, through a file that only points to another folder of pages: what it builds is a
copy in a work folder, and the book's folders change only when everything has succeeded.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefbook.errors import BriefbookError

COMMAND = (sys.executable, "-m", "mkdocs", "build", "--strict")
"""Not `--quiet`: that hides warnings from `--strict` itself."""

_PREFIX = re.compile(r"^(WARNING|ERROR|INFO)\s+-\s+")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ABORTED = re.compile(r"Aborted with \d+ warnings? in strict mode!?|Aborted with a .*")


class SiteError(BriefbookError):
    """The site engine refused the pages."""

    def __init__(self, problems: list[str], *, path: Path) -> None:
        super().__init__("; ".join(problems), path=path)


def run_engine(
    root: Path, docs: Path, target: Path, *, offline: bool, epoch: int, hosted: Mapping[str, Any] | None = None
) -> None:
    """Build the pages in `docs` with the settings of the book at `root` into the folder `target`.

    Args:
        offline: Build for reading from disk: pages linked as files, the search index as a script.
        epoch: The time the site bears, in seconds since 1970, UTC.
        hosted: What the templates are told of the hosted site, as `extra: briefbook_build:`.

    Raises:
        SiteError: The engine found a fault in pages or settings; its messages, one after the other.
    """
    done = subprocess.run(
        [*COMMAND, "--config-file", "-", "--site-dir", str(target.resolve())],
        input=_settings(root, docs, hosted or {}),
        cwd=root,
        env=_environment(offline=offline, epoch=epoch),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise SiteError(_problems(done.stderr or done.stdout), path=root / "mkdocs.yml")


def _settings(root: Path, docs: Path, hosted: Mapping[str, Any]) -> str:
    """Settings that inherit the book's own and read pages from another folder (JSON is YAML).

    Pages are folders, so that their addresses are those in feeds and reports; from disk the engine makes them files.
    """
    own = {
        "INHERIT": str((root / "mkdocs.yml").resolve()),
        "docs_dir": str(docs.resolve()),
        "use_directory_urls": True,
        "extra": {"briefbook_build": dict(hosted)},
    }
    return json.dumps(own)


def _environment(*, offline: bool, epoch: int) -> dict[str, str]:
    """The environment of the engine: nothing of place, time or language that could show in the result."""
    fixed = {
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "OFFLINE": "true" if offline else "false",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
        "TZ": "UTC",
    }
    return {**os.environ, **fixed}


def _problems(output: str) -> list[str]:
    """What the engine said: its warnings and errors, one an item; else the error it stopped with, or its last line."""
    lines = [line.strip() for line in _COLOUR.sub("", output).splitlines() if line.strip()]
    said = [_PREFIX.sub("", line) for line in lines if line.startswith(("WARNING", "ERROR"))]
    stops = [number for number, line in enumerate(lines) if line.startswith("Error:")]
    found = said or ([" ".join(lines[stops[-1] :]).removeprefix("Error: ")] if stops else lines[-1:])
    kept = [line for line in found if not _ABORTED.fullmatch(line)]
    return kept or ["the site engine stopped without a message"]
