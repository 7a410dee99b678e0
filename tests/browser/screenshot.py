"""The picture in the README: the home page of the built site (`make site` first), from disk, as a reader sees it.

`python -m tests.browser.screenshot [FILE] [PAGE] [WIDTH] [SCHEME]`
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path

from briefbook.config import load_settings
from briefbook.publish import bundle_name
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium


def take(target: Path, page: str = "index.html", width: int = 1300, scheme: str = "light") -> None:
    """Write a picture of a page of the offline bundle."""
    name = bundle_name(load_settings(Path()).title)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(Path("dist") / f"{name}.zip") as bundle:
        bundle.extractall(folder)
        with sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            view = chromium.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme)
            view.goto((Path(folder) / name / page).as_uri())
            view.wait_for_load_state("networkidle")
            view.screenshot(path=target)
            chromium.close()


if __name__ == "__main__":
    given = [*sys.argv[1:], *["screenshot.png", "index.html", "1300", "light"][len(sys.argv) - 1 :]]
    take(Path(given[0]), given[1], int(given[2]), given[3])
