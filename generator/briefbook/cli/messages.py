"""What the program says besides its data: one line a problem, on standard error, counted."""

from __future__ import annotations

import sys

from briefbook.errors import BriefbookError


class Messages:
    """Prints problems as they come and knows, in the end, how the command must exit.

    Attributes:
        errors: How many errors were printed.
        warnings: How many warnings were printed.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self.errors = 0
        self.warnings = 0
        self._strict = strict
        self._status = 0

    def error(self, problem: BriefbookError) -> None:
        """Print a problem; the command goes on and will exit with the problem's status."""
        self.errors += 1
        self._status = max(self._status, problem.exit_status)
        say(f"error: {problem}")

    def warning(self, text: str) -> None:
        """Print a warning; with `strict` the command will fail."""
        self.warnings += 1
        say(f"warning: {text}")

    @property
    def status(self) -> int:
        """The exit status that what was said so far calls for."""
        return self._status or (1 if self._strict and self.warnings else 0)


def say(text: str) -> None:
    """Print one line on standard error, whatever characters it holds."""
    flat = " ".join(text.split())
    shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in flat)
    print(shown, file=sys.stderr, flush=True)
