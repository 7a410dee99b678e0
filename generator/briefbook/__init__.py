"""Briefbook turns news articles into a briefing book: cited, searchable, offline."""

from __future__ import annotations

__version__ = "0.1.0"
