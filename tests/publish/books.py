"""Invented books on disk, small enough to be built in a second."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefbook.model import Page
from briefbook.publish import vendored_files

REPOSITORY = Path(__file__).parents[2]

MKDOCS = """\
site_name: Talks
extra:
  generator: false
  polyfills: [assets/vendor/iframe-worker/shim.js]
theme:
  name: material
  font: false
  custom_dir: overrides
plugins:
  - search
  - offline:
      enabled: !ENV [OFFLINE, false]
markdown_extensions: [attr_list, md_in_html, tables]
nav:
  - Home: index.md
  - By hand: about.md
validation:
  links:
    anchors: warn
"""

PAGES = (
    Page(path="index.md", content="# Talks\n\n[Kamel](actors/kamel.md) met [José](actors/jose.md#top).\n"),
    Page(path="actors/kamel.md", content="# Kamel\n\nDirector.\n"),
    Page(path="actors/jose.md", content="# José Ramírez { #top }\n\nEnvoy.\n"),
    *vendored_files(),
)


def make_book(folder: Path, *, mkdocs: str = MKDOCS) -> Path:
    """A book with settings, the theme's mended templates, and one page written by hand."""
    (folder / "docs").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    (folder / "docs" / "about.md").write_text("# By hand\n\n[Home](index.md)\n", encoding="utf-8")
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
