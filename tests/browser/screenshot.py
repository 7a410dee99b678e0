"""The pictures in the README: pages of the built book (`make site` first), from disk, as a reader sees them.

`python -m tests.browser.screenshot [FOLDER]`
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from briefbook.config import load_settings
from briefbook.publish import bundle_name
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium


class Picture(NamedTuple):
    """One picture: its name, the page, the window in pixels, the colours, and what is scrolled to (a CSS selector)."""

    name: str
    page: str
    width: int
    height: int
    scheme: str
    shown: str | None = None


PICTURES = (
    Picture("briefing", "index.html", 1300, 1080, "light"),
    Picture("meetings", "meetings/index.html", 1300, 560, "light"),
    Picture("profile", "actors/mahmoud-abbas.html", 390, 800, "light"),
    Picture("timeline", "timeline.html", 390, 800, "dark"),
    Picture("places", "places.html", 390, 800, "dark"),
)


def take(folder: Path) -> None:
    """Write the pictures of the offline bundle into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    name = bundle_name(load_settings(Path()).title)
    with tempfile.TemporaryDirectory() as unpacked, zipfile.ZipFile(Path("dist") / f"{name}.zip") as bundle:
        bundle.extractall(unpacked)
        with sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            for picture in PICTURES:
                seen = _seen(chromium, Path(unpacked) / name, picture)
                seen.save(folder / f"{picture.name}.webp", quality=82, method=6)
            chromium.close()


def _seen(chromium: Browser, book: Path, picture: Picture) -> Image.Image:
    size = {"width": picture.width, "height": picture.height}
    view = chromium.new_page(viewport=size, color_scheme=picture.scheme)
    view.goto((book / picture.page).as_uri())
    view.wait_for_load_state("networkidle")
    if picture.shown:
        view.locator(picture.shown).first.scroll_into_view_if_needed()
    data = view.screenshot()
    view.close()
    return Image.open(io.BytesIO(data)).convert("RGB")


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"))
