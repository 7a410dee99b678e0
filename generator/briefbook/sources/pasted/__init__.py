"""Text pasted from a news page (`.txt`) -> Article."""

from __future__ import annotations

from briefbook.sources.pasted.reading import read_pasted

__all__ = ["read_pasted"]
