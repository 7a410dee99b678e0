"""The exception tree: what a user's mistake, a broken input or our own bug raises.

The command line catches `BriefbookError`, prints `error: <message>` and exits with the class's `exit_status`; the
library never prints and never exits.  A message says what, where, what was expected and what to do, on one line.
"""

from __future__ import annotations

from pathlib import Path

MAX_PROBLEM = 500
"""Characters of a message that may quote a file."""


class BriefbookError(Exception):
    """A problem that one clear line explains.

    Args:
        problem: What is wrong, what was expected, what to do.
        path: The file or folder it concerns.
        line: 1-based line in that file.
    """

    exit_status = 1

    def __init__(self, problem: str, *, path: Path | str | None = None, line: int | None = None) -> None:
        self.problem, self.path, self.line = problem, path, line
        super().__init__(problem)

    def __str__(self) -> str:
        if self.path is None:
            return self.problem
        where = f"{self.path}:{self.line}" if self.line is not None else f"{self.path}"
        return f"{where}: {self.problem}"


class UsageError(BriefbookError):
    """The command was called in a way that can't work: a missing seeds folder, an unknown format."""

    exit_status = 2


class SettingsError(UsageError):
    """A setting in `mkdocs.yml` is unknown or has a wrong value."""


class OutputError(UsageError):
    """A file or folder that must be written can't be."""


class SourceError(BriefbookError):
    """An article or its sidecar can't be read; the other articles are not concerned.

    The problem may quote a broken or hostile file, so it is kept to one line of printable characters.
    """

    def __init__(self, problem: str, *, path: Path | str | None = None, line: int | None = None) -> None:
        printable = "".join(char if char.isprintable() else " " for char in problem[:MAX_PROBLEM])
        super().__init__(" ".join(printable.split()), path=path, line=line)


class LexiconError(BriefbookError):
    """A lexicon file breaks its schema: a bug of whoever edited the file."""


class LanguageModelError(UsageError):
    """The language model is not installed, is not for English, or its weights are not the expected ones."""


class CitationError(BriefbookError):
    """A citation does not equal the slice of the article it points to: always our bug."""
