"""The book that is audited: this repository's, with everything a publisher may set, built, served and unpacked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import as_file, serving

REPOSITORY = Path(__file__).parents[2]
OWN = """
    publisher: Example Desk
    imprint: imprint.md
    contact: https://desk.example/report?page={page}
    colour: "#5a1f3d"
"""
"""Settings of a publisher, so that their places on the pages are audited too."""

FOLDERS = ("articles", "actors", "meetings", "sources")
"""Kinds of pages of which there are many: the largest of each is looked at."""


@dataclass(frozen=True)
class Audited:
    """A built book: the folder of the hosted site, its address, and the folder of the unpacked bundle."""

    site: Path
    address: str
    bundle: Path

    def pages(self) -> dict[str, str]:
        """A page of each kind: its name, and its address relative to the site."""
        found = {"home": ""}
        for path in sorted(self.site.glob("*/index.html")):
            found[path.parent.name] = f"{path.parent.name}/"
        for kind in FOLDERS:
            many = [path for path in (self.site / kind).rglob("index.html") if path.parent != self.site / kind]
            largest = max(many, key=lambda path: (path.stat().st_size, str(path)))
            found[kind.removesuffix("s")] = largest.parent.relative_to(self.site).as_posix() + "/"
        return found

    def bundled(self, page: str) -> str:
        """The address of the same page in the bundle."""
        name = as_file(page)
        folder = self.bundle / page / "index.html"
        return (folder if folder.is_file() else self.bundle / name).as_uri()


@contextmanager
def built_book(work: Path) -> Iterator[Audited]:
    """Build a copy of the book in a folder and serve it while the block lasts."""
    root = work / "book"
    for name in ("docs", "seeds", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    (root / "docs" / "imprint.md").write_text("# Imprint\n\nExample Desk, 1 Quay Street.\n", encoding="utf-8")
    with serving(root / "site") as address:
        (root / "mkdocs.yml").write_text(_settings(address), encoding="utf-8")
        if subprocess.run([sys.executable, "-m", "briefbook", "build"], cwd=root, check=False).returncode:
            sys.exit("error: the book to be audited can't be built")
        (bundle,) = (root / "dist").glob("*.zip")
        with zipfile.ZipFile(bundle) as packed:
            packed.extractall(work / "unpacked")
        yield Audited(site=root / "site", address=address, bundle=work / "unpacked" / bundle.stem)


def _settings(address: str) -> str:
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("\n  briefbook:\n", f"\n  briefbook:{OWN}", 1)
    text = text.replace("\nnot_in_nav: |\n", "\nnot_in_nav: |\n  /imprint.md\n", 1)
    return f"site_url: {address}\n{text}"
