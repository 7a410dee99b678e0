"""The tools of the audit: found, or installed where that may be done, or their absence said clearly.

Packages of npm and of Python lie in `.cache/audit`, pinned; Node, Java and ICU come from the system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.audit.findings import NotRunError

HOME = Path(__file__).parents[2] / ".cache" / "audit"
NPM = {"axe-core": "4.14.1", "lighthouse": "12.8.2", "vnu-jar": "26.9.27"}
FOLLOW_THE_MONEY = "followthemoney==4.11.2"
PATIENCE = 240
"""Seconds for one installation."""


def run(command: list[str], *, seconds: int = PATIENCE, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end.

    Raises:
        NotRunError: It is not there, or takes too long.
    """
    try:
        return subprocess.run(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError as error:
        raise NotRunError(f"{command[0]} is missing") from error
    except subprocess.TimeoutExpired as error:
        raise NotRunError(f"{Path(command[0]).name} took longer than {seconds} s") from error


def program(name: str, package: str) -> str:
    """The path of a system's program, installed from Debian's package when we may.

    Raises:
        NotRunError: It is not there and can't be installed.
    """
    if found := shutil.which(name):
        return found
    reason = apt_install(package)
    if found := shutil.which(name):
        return found
    raise NotRunError(f"{name} is missing ({reason or 'its package does not bring it'}): install {package}")


def apt_install(*packages: str) -> str | None:
    """Install Debian's packages; None, or why they could not be."""
    if shutil.which("apt-get") is None:
        return "this system has no apt-get"
    if os.geteuid() != 0:
        return "only root may install packages"
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = run(["apt-get", "-qq", *arguments], DEBIAN_FRONTEND="noninteractive")
        if done.returncode:
            return f"apt-get {arguments[0]} failed: {last_line(done.stderr)}"
    return None


def node_package(name: str) -> Path:
    """The folder of a package of npm.

    Raises:
        NotRunError: Node or npm is missing, or the package can't be fetched.
    """
    program("node", "nodejs")
    folder = HOME / "node_modules" / name
    if not (folder / "package.json").is_file() or f'"version": "{NPM[name]}"' not in _text(folder / "package.json"):
        _install_node_packages()
    if not (folder / "package.json").is_file():
        raise NotRunError(f"npm did not install {name}")
    return folder


def _install_node_packages() -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    (HOME / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    wanted = [f"{name}@{version}" for name, version in NPM.items()]
    quiet = ["--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--loglevel=error"]
    done = run([program("npm", "npm"), "install", "--prefix", str(HOME), *quiet, *wanted])
    if done.returncode:
        raise NotRunError(f"npm can't install {', '.join(NPM)}: {last_line(done.stderr)}")


def follow_the_money() -> str:
    """A Python that has the followthemoney package.

    Raises:
        NotRunError: It can't be installed: it needs a C++ compiler and ICU.
    """
    folder = HOME / "followthemoney"
    python = folder / "bin" / "python"
    probe = [str(python), "-c", "import followthemoney"]
    if python.exists() and run(probe).returncode == 0:
        return str(python)
    made = run([sys.executable, "-m", "venv", str(folder)])
    install = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq", "install", FOLLOW_THE_MONEY]
    done = made if made.returncode else run(install)
    if done.returncode and apt_install("g++", "libicu-dev", "pkg-config", "python3-dev") is None:
        done = run(install)
    if done.returncode:
        raise NotRunError(
            f"followthemoney can't be installed (it needs a C++ compiler and ICU): {last_line(done.stderr)}"
        )
    return str(python)


def last_line(text: str) -> str:
    """What a tool said last."""
    return (text.strip().splitlines() or ["no message"])[-1][:300]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
