"""The book's own `mkdocs.yml` switches on what the pages need, and nothing that was not tried against hostile text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from briefbook.pages import MARKDOWN_EXTENSIONS, assets

from .test_escape import EXTENSIONS


class Loader(yaml.SafeLoader):
    """Reads the site engine's own tags (`!ENV`) as nothing."""


Loader.add_multi_constructor("!", lambda *_: None)

SETTINGS: dict[str, Any] = yaml.load((Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"), Loader)


def switched_on() -> set[str]:
    """The Markdown extensions of the book."""
    return {name if isinstance(name, str) else next(iter(name)) for name in SETTINGS["markdown_extensions"]}


def test_every_extension_that_pages_use_is_switched_on() -> None:
    """Without one of them, pages would show its signs."""
    assert set(MARKDOWN_EXTENSIONS) <= switched_on()


def test_no_extension_is_switched_on_that_hostile_text_was_not_tried_with() -> None:
    """Whoever adds one adds it to the test of the door."""
    assert switched_on() <= set(EXTENSIONS)


def test_every_style_and_script_is_loaded() -> None:
    """A file that no page loads is of no use."""
    loaded = {*SETTINGS["extra_css"], *SETTINGS["extra_javascript"]}
    assert {page.path for page in assets()} <= loaded
