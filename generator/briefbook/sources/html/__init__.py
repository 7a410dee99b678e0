"""Saved web pages: body, metadata and image records of a news page."""

from briefbook.sources.html.page import read_html

__all__ = ["read_html"]
