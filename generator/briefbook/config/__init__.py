"""Settings of a book: read from `mkdocs.yml`, validated once, frozen."""

from __future__ import annotations

from briefbook.config.settings import FILE_NAME, Settings, load_settings, parse_settings
from briefbook.config.values import OWN

__all__ = ["FILE_NAME", "OWN", "Settings", "load_settings", "parse_settings"]
