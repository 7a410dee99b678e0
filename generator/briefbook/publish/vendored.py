"""Files of other projects that every book carries, so that it needs no other host."""

from __future__ import annotations

from importlib import resources

from briefbook.model import Page

_FILES = ("iframe-worker/shim.js", "iframe-worker/LICENSE")
FOLDER = "assets/vendor"


def vendored_files() -> tuple[Page, ...]:
    """The search shim that lets the offline bundle search from disk, with its licence (iframe-worker 1.0.4, MIT)."""
    home = resources.files("briefbook.publish") / "vendor"
    return tuple(Page(path=f"{FOLDER}/{name}", content=(home / name).read_text(encoding="utf-8")) for name in _FILES)
