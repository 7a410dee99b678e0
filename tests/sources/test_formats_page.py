"""The page on formats tells of every format that is read, and of no other."""

from __future__ import annotations

import re
from pathlib import Path

from briefbook.sources import SUFFIXES

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_page_lists_exactly_the_suffixes_that_are_read() -> None:
    rows = [line.split("|")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]

    assert {suffix for row in rows for suffix in re.findall(r"`(\.[\w.]+)`", row)} == set(SUFFIXES)
