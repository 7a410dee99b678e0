"""Bring a folder of pages into line with what was made: write what differs, delete what is no longer made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefbook.errors import OutputError
from briefbook.model import BinaryFile, OutputFile
from briefbook.publish.disk import work_folder, write_if_changed, writing
from briefbook.publish.manifest import NAME, is_inside, manifest_bytes, read_manifest


class DifferenceKind(StrEnum):
    """How a file on disk differs from what would be written."""

    MISSING = "missing"
    DIFFERENT = "different"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file below the folder that a run would change; `path` is "/"-separated and relative to it."""

    path: str
    kind: DifferenceKind


def differences(docs: Path, pages: Iterable[OutputFile]) -> tuple[Difference, ...]:
    """What writing these pages would change, sorted by path; nothing is written.

    Raises:
        OutputError: A file that the program did not make is in the way.
    """
    wanted = _contents(pages)
    listed = read_manifest(docs)
    _refuse_hand_written(docs, wanted, listed)
    found = [_difference(docs, path, data) for path, data in wanted.items()]
    found += [
        Difference(path=path, kind=DifferenceKind.STALE) for path in listed - wanted.keys() if (docs / path).exists()
    ]
    if listed != wanted.keys():
        kind = DifferenceKind.DIFFERENT if (docs / NAME).exists() else DifferenceKind.MISSING
        found.append(Difference(path=NAME, kind=kind))
    return tuple(sorted((d for d in found if d is not None), key=lambda d: d.path))


def write_pages(root: Path, docs: Path, pages: Iterable[OutputFile]) -> tuple[Difference, ...]:
    """Write the pages into `docs` (inside the book at `root`) and delete the stale ones; say what changed.

    The manifest names old and new files while the work goes on, so that after a kill the next run still knows its own.

    Raises:
        OutputError: A file can't be written, or one that the program did not make is in the way.
    """
    wanted = _contents(pages)
    changes = differences(docs, (BinaryFile(path=path, data=data) for path, data in wanted.items()))
    if not changes:
        return ()
    with work_folder(root) as work:
        listed = read_manifest(docs)
        write_if_changed(docs / NAME, manifest_bytes(listed | wanted.keys()), work)
        for change in changes:
            if change.kind is DifferenceKind.STALE:
                _delete(docs, change.path)
            elif change.path in wanted:
                write_if_changed(docs / change.path, wanted[change.path], work)
        write_if_changed(docs / NAME, manifest_bytes(wanted), work)
    return changes


def _contents(pages: Iterable[OutputFile]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    folded: dict[str, str] = {}
    for page in pages:
        if not is_inside(page.path) or page.path == NAME:
            raise OutputError(f"a page has the unsafe path {page.path!r}: this is a bug of briefbook")
        if other := folded.get(page.path.casefold()):
            raise OutputError(f"two pages have one path, {other!r} and {page.path!r}: this is a bug of briefbook")
        folded[page.path.casefold()] = page.path
        found[page.path] = page.data
    return found


def _difference(docs: Path, path: str, data: bytes) -> Difference | None:
    target = docs / path
    if not target.is_file():
        return Difference(path=path, kind=DifferenceKind.MISSING)
    with writing(target):
        same = target.read_bytes() == data
    return None if same else Difference(path=path, kind=DifferenceKind.DIFFERENT)


def _refuse_hand_written(docs: Path, wanted: dict[str, bytes], listed: frozenset[str]) -> None:
    for path, data in wanted.items():
        target = docs / path
        _refuse_links(docs, target)
        if target.is_dir():
            raise OutputError("a folder is in the way of a generated page: rename or delete it", path=target)
        if target.exists() and path not in listed and target.read_bytes() != data:
            raise OutputError(
                "not made by briefbook, and in the way of a generated page: rename or delete it", path=target
            )


def _refuse_links(docs: Path, target: Path) -> None:
    """Never write or delete through a symbolic link: it may lead anywhere."""
    for step in (target, *target.parents):
        if step == docs:
            return
        if step.is_symlink():
            raise OutputError("a symbolic link is in the way of a generated page: delete it", path=step)
        if step != target and step.exists() and not step.is_dir():
            raise OutputError("a file is in the way of a folder of generated pages: rename or delete it", path=step)


def _delete(docs: Path, path: str) -> None:
    target = docs / path
    _refuse_links(docs, target)
    with writing(target):
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == docs or any(folder.iterdir()):
                return
            folder.rmdir()
