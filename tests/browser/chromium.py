"""Chromium for the browser tests: found, or installed with apt when that may be done, or its absence said clearly.

Run as a program it makes sure that the tests will have one: `python -m tests.browser.chromium`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome; `CHROMIUM` names one that is elsewhere."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def is_demanded() -> bool:
    """On a machine that checks changes a missing browser is a failure, elsewhere its tests are skipped."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def install_chromium() -> str | None:
    """Install Debian's Chromium; None, or why it could not be."""
    if shutil.which("apt-get") is None:
        return "this system has no apt-get"
    if os.geteuid() != 0:
        return "only root may install packages: run `apt-get install chromium` as root"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            return f"apt-get {command[0]} failed: {(done.stderr.strip().splitlines() or ['no message'])[-1]}"
    return None


def main() -> int:
    """Find or install the browser; the exit status says whether the tests may go on."""
    if find_chromium():
        return 0
    print("no Chromium found: installing Debian's package", file=sys.stderr)
    reason = install_chromium()
    if reason is None and find_chromium():
        return 0
    consequence = "error" if is_demanded() else "warning: the browser tests will be skipped"
    print(f"{consequence}: no Chromium ({reason}); name one with CHROMIUM=/path/to/chromium", file=sys.stderr)
    return 1 if is_demanded() else 0


if __name__ == "__main__":
    sys.exit(main())
