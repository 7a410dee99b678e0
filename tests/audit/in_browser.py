"""Checks in Chromium: axe on a page of each kind, what the console complains of, and the weight of a first view."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.audit.book import Audited
from tests.audit.findings import NotRunError, Result
from tests.audit.tools import node_package
from tests.browser.chromium import find_chromium

MOST_BYTES = 150_000
"""What a first view of a page may weigh, gzipped."""
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1300, 390)]
BUNDLE_VIEWS = [("light", 1300), ("dark", 390)]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COMPRESSED = ("image/png", "image/jpeg", "image/webp", "font/woff2")

Look = Callable[[Page, str], None]


STANDS_STILL = """() => {
  const seen = document.querySelector(".md-search__output").innerHTML
  const still = seen === window.seenBefore && document.getAnimations().every(a => a.playState !== "running")
  window.seenBefore = seen
  return still
}"""
"""Is the list of results complete, and has what was faded in its own colours?  Asked again until it is so."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser.

    Raises:
        NotRunError: There is none.
    """
    path = find_chromium()
    if path is None:
        raise NotRunError("no Chromium: run `make browser`, or name one with CHROMIUM")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


def accessibility(book: Audited, result: Result) -> None:
    """Run axe on every kind of page, hosted and in the bundle, light and dark, wide and narrow; and note complaints."""
    source = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    looks = 0
    with chromium() as browser:
        for scheme, width in VIEWS:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            said: list[str] = []
            page.on("console", lambda m, said=said: said.append(m.text) if m.type in ("error", "warning") else None)
            page.on("pageerror", lambda error, said=said: said.append(str(error)))
            for name, address in _addresses(book, (scheme, width)):
                _look(page, name, address, source, f"{scheme} {width}", result)
                result.problems += [f"{name}, {scheme} {width}: console: {line}" for line in said]
                said.clear()
                looks += 1
            context.close()
    result.remarks.append(f"{looks} views, each with its search and first citation opened as well on the home page")


def _addresses(book: Audited, view: tuple[str, int]) -> Iterator[tuple[str, str]]:
    """Hosted pages in all views, those of the bundle, which hardly differ, in two."""
    for name, page in book.pages().items():
        yield f"{name} hosted", book.address + page
        if view in BUNDLE_VIEWS:
            yield f"{name} in the bundle", book.bundled(page)


def _look(page: Page, name: str, address: str, axe: str, view: str, result: Result) -> None:
    page.goto(address, wait_until="load")
    page.evaluate(axe)
    result.problems += [f"{name}, {view}: {line}" for line in _violations(page)]
    if name.startswith("home"):
        _open_search(page)
        result.problems += [f"{name} with search open, {view}: {line}" for line in _violations(page)]
        page.goto(address, wait_until="load")
        page.evaluate(axe)
        page.locator("article button.bb-cite").first.click()
        result.problems += [f"{name} with a citation open, {view}: {line}" for line in _violations(page)]


def _open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("input.md-search__input").type("Cairo", delay=10)
    page.locator(".md-search-result__item").first.wait_for(timeout=30_000)
    page.wait_for_function(STANDS_STILL, polling=300, timeout=30_000)


def _violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, how many places, the first of them."""
    found: list[dict[str, Any]] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations'], preload: false})"
        ".then(found => found.violations)",
        TAGS,
    )
    return [
        f"{one['id']} ({one['impact']}), {len(one['nodes'])} places, first {one['nodes'][0]['html'][:160]}"
        for one in found
    ]


def weight(book: Audited, result: Result) -> None:
    """Weigh what a first view of each kind of page loads, each file gzipped once as a server would send it."""
    heaviest = (0, "")
    with chromium() as browser:
        for name, path in book.pages().items():
            context = browser.new_context(viewport={"width": 390, "height": 900})
            page = context.new_page()
            answers: list[Response] = []
            page.on("response", lambda answer, answers=answers: answers.append(answer))
            page.goto(book.address + path, wait_until="networkidle")
            total = sum(_weight(answer) for answer in answers if answer.ok)
            heaviest = max(heaviest, (total, name))
            if total > MOST_BYTES:
                parts = ", ".join(f"{answer.url.rpartition('/')[2] or 'page'} {_weight(answer)}" for answer in answers)
                result.problems.append(f"{name}: {total:,} bytes, at most {MOST_BYTES:,} ({parts})")
            context.close()
    result.remarks.append(f"heaviest: {heaviest[1]}, {heaviest[0]:,} bytes")


def _weight(answer: Response) -> int:
    body = answer.body()
    return len(body) if answer.headers.get("content-type", "").startswith(_COMPRESSED) else len(gzip.compress(body, 6))
