"""The manifest: which files below `docs/` the program made.

It is committed with the pages.  A file it lists may be rewritten and, when it is no longer made, deleted; every other
file was written by a person and is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from briefbook.errors import OutputError

NAME = ".briefbook-manifest"
_HEADER = "# Files that `briefbook generate` made and may rewrite or delete; commit this list with them.\n"


def read_manifest(docs: Path) -> frozenset[str]:
    """The paths listed, "/"-separated and relative to `docs`; none when there is no manifest.

    Raises:
        OutputError: The list can't be read, or holds a path that leads out of `docs`.
    """
    path = docs / NAME
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError("can't be read: restore it from version control", path=path) from error
    found = set()
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#"):
            if not is_inside(line):
                raise OutputError(f"'{line}' is no path inside {docs.name}/", path=path, line=number)
            found.add(line)
    return frozenset(found)


def manifest_bytes(paths: Iterable[str]) -> bytes:
    """The manifest as a file: the paths sorted, one a line."""
    return (_HEADER + "".join(f"{path}\n" for path in sorted(paths))).encode()


def is_inside(path: str) -> bool:
    """Is this a relative, "/"-separated path that stays inside its folder?"""
    parts = path.split("/")
    return not PurePosixPath(path).is_absolute() and not {"", ".", ".."} & set(parts) and not set("\\\0\n") & set(path)
