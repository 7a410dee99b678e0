"""The command line: arguments, messages, exit statuses."""

from __future__ import annotations

from briefbook.cli.app import main

__all__ = ["main"]
