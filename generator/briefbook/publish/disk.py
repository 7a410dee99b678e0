"""Writing to disk so that a reader, and a run that is killed, never sees half a file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from briefbook.errors import OutputError

WORK_FOLDER = Path(".cache") / "briefbook"
"""Where unfinished work is kept, relative to the book: on the same file system, so that moving it is one step."""


@contextmanager
def atomic_file(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that appears under its name, complete, when the block ends without an error.

    A device or pipe (`/dev/stdout`) is written directly, and behind a symbolic link its target is replaced.

    Raises:
        OutputError: The file can't be written.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError("can't be written: it is a folder", path=path)
    direct = target.exists() and not target.is_file()
    temporary = target if direct else target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with writing(path):
        stream = temporary.open("w", encoding="utf-8", newline="\n")
    try:
        with writing(path), stream:
            yield stream
        if not direct:
            with writing(path):
                os.replace(temporary, target)
    finally:
        if not direct:
            temporary.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn an operating-system error of the block into an `OutputError` about `path`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror or type(error).__name__})", path=path) from error


def write_if_changed(path: Path, data: bytes, work: Path) -> bool:
    """Write a file by way of the folder `work`, unless it holds exactly these bytes; say whether it was written.

    A file that did not change keeps its time, so that whoever watches the folder is not woken.
    """
    with writing(path):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = work / f"page.{os.getpid()}"
        temporary.write_bytes(data)
        os.replace(temporary, path)
    return True


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder in the place of another, which is then deleted."""
    with writing(target):
        old = new.with_name(new.name + ".old")
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise OutputError("expected a folder or nothing, found a link or a file: delete it", path=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            os.rename(target, old)
        try:
            os.rename(new, target)
        except OSError:
            if old.exists():
                os.rename(old, target)
            raise
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def work_folder(root: Path) -> Iterator[Path]:
    """A fresh folder below the book for unfinished work; gone when the block ends.

    Raises:
        OutputError: It can't be made.
    """
    base = root / WORK_FOLDER
    with writing(base):
        base.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=base))
        folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _remove_empty(base, base.parent)


def _remove_empty(*folders: Path) -> None:
    """Delete folders that hold nothing, so that a book without other caches is left as it was."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return
