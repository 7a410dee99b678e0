"""What a check found, and how the audit ends: passed, failed, or not run and why."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

SHOWN = 20
"""Problems of one check that are printed; the rest is counted."""


class NotRunError(Exception):
    """A check can't run here: what is missing, and how to get it."""


@dataclass
class Result:
    """One check: its problems, remarks worth a line, or why it did not run."""

    name: str
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    not_run: str | None = None
    seconds: float = 0.0

    @property
    def word(self) -> str:
        """How it ended."""
        return "not run" if self.not_run else "failed" if self.problems else "passed"

    def lines(self) -> Iterable[str]:
        """The check as printed."""
        why = f": {self.not_run}" if self.not_run else ""
        yield f"{self.word:8}{self.name} ({self.seconds:.0f} s){why}"
        yield from (f"          {remark}" for remark in self.remarks)
        yield from (f"        - {problem}" for problem in self.problems[:SHOWN])
        if len(self.problems) > SHOWN:
            yield f"        - and {len(self.problems) - SHOWN} more"


def checked(name: str, work: Callable[[Result], None]) -> Result:
    """Run one check; a tool that is missing or stops by itself is told, not raised."""
    result = Result(name)
    began = time.monotonic()
    try:
        work(result)
    except NotRunError as reason:
        result.not_run = " ".join(str(reason).split())
    except Exception as error:
        result.problems.append(
            f"the check itself stopped: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
        )
    result.seconds = time.monotonic() - began
    return result


def closing(results: Iterable[Result]) -> tuple[str, int]:
    """The last line, and the exit status: only a check that ran and found something fails the audit."""
    words = [result.word for result in results]
    line = f"{words.count('passed')} passed, {words.count('failed')} failed, {words.count('not run')} skipped"
    return line, 1 if "failed" in words else 0
