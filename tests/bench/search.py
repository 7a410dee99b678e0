"""`python -m tests.bench.search [PAGES]`: how long the first search result takes in a large book that is read from disk.

A bench, not a test: it prints the figure beside the aim, for the machine it runs on.  Time runs from the focus of the search
field, when the theme begins to build its index, through typing a name, to the first result on the screen.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from briefbook.analysis import load_model
from briefbook.compose import collect
from briefbook.config import load_settings
from briefbook.pipeline import brief_all, make_pages
from briefbook.publish import build_site, bundle_day, create_book
from playwright.sync_api import Browser, sync_playwright

from tests.bench.articles import make_articles
from tests.browser.chromium import find_chromium

PAGES = 500
ROUNDS = 5
AIM = 1.5
"""Seconds to the first result."""


def large_bundle(folder: Path, pages: int) -> tuple[Path, int]:
    """Build a book of at least so many pages; its unpacked bundle and how many pages there are."""
    root = folder / "bench"
    create_book(root)
    settings = load_settings(root)
    articles, made, count = max(4, pages // 40), (), 0
    model = load_model()
    while count < pages:
        book = collect("Bench", tuple(brief_all(make_articles(articles), model)))
        made = make_pages(settings, book)
        count = sum(page.path.endswith(".md") for page in made)
        articles = max(articles + 1, round(articles * pages / count))
    built = build_site(settings, made, bundle_day([]))
    with zipfile.ZipFile(built.bundle) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked" / built.bundle.stem, count


def first_result(browser: Browser, home: str, words: str = "Marsh") -> float:
    """Seconds from the focus of the search field to the first result, in a browser that has not seen the book."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(home, wait_until="load")
    page.wait_for_timeout(500)
    began = time.perf_counter()
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("a.md-search-result__link").first.wait_for(state="visible", timeout=60_000)
    seconds = time.perf_counter() - began
    context.close()
    return seconds


def main(pages: int) -> None:
    """Print size, and the first search result of several fresh starts."""
    with tempfile.TemporaryDirectory() as work, sync_playwright() as driver:
        bundle, count = large_bundle(Path(work), pages)
        index = (bundle / "search" / "search_index.js").stat().st_size / 1e6
        browser = driver.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        times = [first_result(browser, (bundle / "index.html").as_uri()) for _ in range(ROUNDS)]
        browser.close()
    print(f"bundle of {count} pages, search index {index:.2f} MB, opened from disk")
    print(
        f"first search result    {statistics.median(times):7.2f} s  (best {min(times):.2f}, worst {max(times):.2f}; aim {AIM})"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
