"""Run all checks; a tool that can't be had is told and fails nothing.  `python -m tests.audit [NAME...]` runs some."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.audit import in_browser, programs
from tests.audit.book import Audited, built_book
from tests.audit.findings import Result, checked, closing

CHECKS: dict[str, tuple[str, Callable[[Audited, Result], None]]] = {
    "hygiene": ("links, addresses of other hosts, policy", programs.hygiene),
    "weight": ("weight of a first view", in_browser.weight),
    "axe": ("axe: WCAG 2.2 AA and good practice, console", in_browser.accessibility),
    "html": ("valid HTML", programs.validity),
    "lighthouse": ("Lighthouse: accessibility, best practices, search engines", programs.marks),
    "entities": ("FollowTheMoney entities", programs.entities),
}


def main(names: list[str]) -> int:
    """Audit a freshly built book; the exit status says whether something was found."""
    if unknown := set(names) - CHECKS.keys():
        print(f"error: unknown: {', '.join(sorted(unknown))}; known are {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    results = []
    with tempfile.TemporaryDirectory() as work, built_book(Path(work)) as book:
        for name in names or CHECKS:
            title, work_on = CHECKS[name]
            result = checked(title, partial(work_on, book))
            results.append(result)
            print("\n".join(result.lines()), flush=True)
    line, status = closing(results)
    print(line)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
