"""The book of this repository, built once, served over http and unpacked for file://, and a browser to look at it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from briefbook.config import load_settings
from briefbook.publish import bundle_name
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.browser.chromium import find_chromium, is_demanded
from tests.browser.serving import as_file, serving
from tests.cli.commands import run

PATIENCE = 120_000
"""Milliseconds that a busy machine may take for one step."""

REPOSITORY = Path(__file__).parents[2]


@dataclass
class Visit:
    """A page in the browser, the addresses it asked for, and what it complained about."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Requests that left the book."""
        own = ("data:", "blob:", self.home)
        return [address for address in self.requests if not address.startswith(own)]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's book, built as a reader of the README would."""
    root = tmp_path_factory.mktemp("book")
    for name in ("docs", "seeds", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    done = run("build", cwd=root)
    assert done.status == 0, done.said
    return root


@pytest.fixture(scope="session")
def hosted(built: Path) -> Iterator[str]:
    """The address of the site, served on this machine."""
    with serving(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the bundle, unpacked in a folder with an awkward name."""
    folder = tmp_path_factory.mktemp("USB stick é")
    name = bundle_name(load_settings(built).title)
    with zipfile.ZipFile(built / "dist" / f"{name}.zip") as bundle:
        bundle.extractall(folder)
    return (folder / name).as_uri() + "/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a network of its own: it may reach this machine only."""
    path = find_chromium()
    if path is None:
        (pytest.fail if is_demanded() else pytest.skip)("no Chromium: run `make browser`, or name one with CHROMIUM")
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(params=["hosted", "bundle"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """`visit("actors/")` opens a page of the hosted site and, as another test, of the bundle."""
    is_hosted = request.param == "hosted"
    home: str = request.getfixturevalue("hosted" if is_hosted else "unpacked")
    contexts = []

    def open_page(path: str = "", *, width: int = 1300, scheme: str = "light", script: bool = True) -> Visit:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        visit = Visit(context.new_page(), home)
        visit.page.on("request", lambda sent: visit.requests.append(_address(sent)))
        visit.page.on(
            "console", lambda said: visit.complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.goto(home + (path if is_hosted else as_file(path)))
        return visit

    yield open_page
    for context in contexts:
        context.close()


def _address(sent: Request) -> str:
    return sent.url
