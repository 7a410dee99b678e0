"""Help and version: complete, quick, and loading nothing heavy."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from briefbook import __version__

from tests.cli.commands import run

COMMANDS = ("add", "build", "check", "extract", "generate", "init", "serve")
HEAVY = ("spacy", "numpy", "lxml", "jinja2", "trafilatura", "urllib3", "yaml", "rich.progress", "concurrent.futures")


def test_help_names_every_command(tmp_path):
    done = run("--help", cwd=tmp_path)

    assert done.status == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in done.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(tmp_path, command):
    done = run(command, "--help", cwd=tmp_path)

    assert (done.status, done.said) == (0, [])
    assert done.out.startswith("Usage: ")


def test_version(tmp_path):
    assert run("--version", cwd=tmp_path).out == f"briefbook {__version__}\n"


def test_help_loads_nothing_heavy():
    script = (
        "import sys; sys.argv = ['briefbook', '--help']\n"
        "from briefbook.cli import app\n"
        "try: app.app()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_help_is_quick():
    """0.3 s on two idle cores; here in processor time, so that other tests beside it do not count."""
    script = (
        "import sys, time; sys.argv = ['briefbook', '--help']\n"
        "from briefbook.cli import app\n"
        "try: app.app()\n"
        "except SystemExit: print(time.process_time())\n"
    )
    times = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        times.append(float(done.stdout.splitlines()[-1]))

    assert min(times) < 0.3
    assert time.process_time() > 0
