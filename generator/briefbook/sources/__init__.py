"""File -> Article: one module a format, one registry by suffix and content."""

from briefbook.sources.blocks import slug
from briefbook.sources.folder import find_articles, with_unique_ids
from briefbook.sources.registry import SUFFIXES, read, suffix_of
from briefbook.sources.sidecar import sidecar_of

__all__ = ["SUFFIXES", "find_articles", "read", "sidecar_of", "slug", "suffix_of", "with_unique_ids"]
