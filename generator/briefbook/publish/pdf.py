"""The whole book as a PDF: printed by Chromium, twice, because only the first printing tells what stands on which page."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from briefbook.config import Settings
from briefbook.errors import BriefbookError, UsageError
from briefbook.publish.bundle import bundle_name
from briefbook.publish.disk import work_folder, writing
from briefbook.publish.paper import paper, reading_order

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--headless", "--disable-gpu", "--disable-extensions", "--no-pdf-header-footer", "--generate-pdf-document-outline",
"--host-resolver-rules=MAP * ~NOTFOUND", "--run-all-compositor-stages-before-draw",
)  # fmt: skip
"""Whatever would be loaded from another host is not."""
_PATIENCE = 900
"""Seconds after which a printing that does not end is given up."""


class PrintError(BriefbookError):
    """The browser could not print the book."""


def require_printer() -> None:
    """Make sure that a book can be printed here.

    Raises:
        UsageError: Something is missing; the message names it and says how to get it.
    """
    _chromium()
    if importlib.util.find_spec("pypdf") is None:
        raise UsageError(
            "--pdf needs pypdf to number the contents, which is not installed: pip install 'briefbook[pdf]'"
        )


def _chromium() -> str:
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        problem = f"CHROMIUM names '{named}', which is no program" if named else "none was found"
        raise UsageError(
            f"--pdf needs Chromium or Chrome, and {problem}: install it (on Debian: apt-get install chromium) or set"
            " CHROMIUM to its path"
        )
    return found


def print_book(settings: Settings, pages: Iterable[str], day: date) -> Path:
    """Print a book whose site is built into one PDF in its `dist/`; returns the file.

    Args:
        pages: The paths of its pages below `docs/`, in the order of their making.
        day: The day the book bears, see `bundle_day`.

    Raises:
        UsageError: Chromium or pypdf is missing.
        PrintError: The browser failed.
        OutputError: The file can't be written.
    """
    require_printer()
    site, order = settings.root / settings.site, reading_order(pages)
    name = f"{bundle_name(settings.title).removesuffix('-offline')}.pdf"
    target = settings.root / settings.dist / name
    with work_folder(settings.root) as work:
        folder = work.resolve()
        numbers: Mapping[str, int] = {}
        for printing in ("first.pdf", "second.pdf"):
            page = folder / "paper.html"
            page.write_text(
                paper(site, order, title=settings.title, language=settings.language, numbers=numbers), encoding="utf-8"
            )
            _print(page, folder / printing, folder)
            numbers = sheets(folder / printing)
        dated(folder / "second.pdf", folder / name, title=settings.title, day=day)
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / name, target)
    return target


def _print(page: Path, target: Path, work: Path) -> None:
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    command = [
        _chromium(),
        *_FLAGS,
        *sandbox,
        f"--user-data-dir={work / 'chromium'}",
        f"--print-to-pdf={target}",
        page.as_uri(),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise PrintError(f"Chromium did not finish printing within {_PATIENCE} seconds") from error
    if done.returncode or not target.is_file():
        lines = done.stderr.strip().splitlines() or ["it gave no message"]
        raise PrintError(f"Chromium could not print the book: {lines[-1]}")


def sheets(file: Path) -> dict[str, int]:
    """The page, counted from 1, on which each named place of a PDF stands."""
    from pypdf import PdfReader

    reader = PdfReader(file)
    found: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        number = reader.get_destination_page_number(destination)
        if number is not None and number >= 0:
            found[name.removeprefix("/")] = number + 1
    return found


def dated(file: Path, target: Path, *, title: str, day: date) -> None:
    """Copy a PDF with the book's title and day in place of the browser's name and clock."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=file)
    moment = f"D:{day:%Y%m%d}000000Z"
    writer.add_metadata(
        {
            "/Title": title,
            "/CreationDate": moment,
            "/ModDate": moment,
            "/Creator": "Briefbook",
            "/Producer": "Chromium, pypdf",
        }
    )
    writer.write(target)
