"""Markdown as the site engine renders it, and golden pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from briefbook.pages import MARKDOWN_EXTENSIONS

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def render_markdown() -> Callable[[str], str]:
    """Render Markdown with the extensions that the pages ask for."""
    engine = markdown.Markdown(extensions=list(MARKDOWN_EXTENSIONS))

    def render(source: str) -> str:
        return engine.reset().convert(source)

    return render


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a page with a stored one; BRIEFBOOK_UPDATE_GOLDEN=1 rewrites it, for review in the diff."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if os.environ.get("BRIEFBOOK_UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        assert path.exists(), f"no golden page {name}: set BRIEFBOOK_UPDATE_GOLDEN=1 and review it"
        assert actual == path.read_text(encoding="utf-8")

    return check
