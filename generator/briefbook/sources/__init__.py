"""File -> Article: one module a format, one registry by suffix and content."""

from briefbook.sources.folder import find_articles
from briefbook.sources.registry import SUFFIXES, read

__all__ = ["SUFFIXES", "find_articles", "read"]
