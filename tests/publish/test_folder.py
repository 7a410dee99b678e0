"""The folder of pages: written, compared, cleared of stale pages, and never at the cost of a person's file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from briefbook.errors import OutputError
from briefbook.model import Page
from briefbook.publish import DifferenceKind, differences, write_pages
from briefbook.publish.manifest import NAME, is_inside, read_manifest


def page(path: str, content: str = "text\n") -> Page:
    return Page(path=path, content=content)


@pytest.fixture
def book(tmp_path):
    (tmp_path / "docs").mkdir()
    return tmp_path


def write(book: Path, *pages: Page):
    return write_pages(book, book / "docs", pages)


def files(book: Path) -> set[str]:
    docs = book / "docs"
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} - {NAME}


def kinds(changes) -> dict[str, str]:
    return {change.path: change.kind.value for change in changes}


def test_writes_pages_and_remembers_them(book):
    changes = write(book, page("index.md"), page("actors/a.md"))

    assert files(book) == {"index.md", "actors/a.md"}
    assert read_manifest(book / "docs") == {"index.md", "actors/a.md"}
    assert kinds(changes) == {NAME: "missing", "index.md": "missing", "actors/a.md": "missing"}


def test_second_run_changes_nothing(book):
    write(book, page("index.md"))
    before = {path: path.stat().st_mtime_ns for path in book.rglob("*")}

    assert write(book, page("index.md")) == ()
    assert {path: path.stat().st_mtime_ns for path in book.rglob("*")} == before


def test_deletes_stale_pages_and_their_empty_folders(book):
    write(book, page("index.md"), page("actors/a.md"), page("actors/b.md"), page("meetings/m.md"))
    (book / "docs" / "meetings" / "notes.md").write_text("by hand", encoding="utf-8")

    changes = write(book, page("index.md"))

    assert files(book) == {"index.md", "meetings/notes.md"}
    assert not (book / "docs" / "actors").exists()
    assert kinds(changes)["actors/a.md"] == "stale"


def test_check_writes_nothing(book):
    write(book, page("index.md"), page("old.md"))
    (book / "docs" / "index.md").write_text("edited", encoding="utf-8")
    before = files(book)

    changes = differences(book / "docs", [page("index.md"), page("new.md")])

    assert kinds(changes) == {NAME: "different", "index.md": "different", "new.md": "missing", "old.md": "stale"}
    assert files(book) == before


def test_check_is_content_with_what_was_written(book):
    write(book, page("index.md"), page("a.md"))

    assert differences(book / "docs", [page("a.md"), page("index.md")]) == ()


def test_hand_written_file_in_the_way_is_refused(book):
    mine = book / "docs" / "index.md"
    mine.write_text("by hand", encoding="utf-8")

    with pytest.raises(OutputError, match="not made by briefbook, and in the way"):
        write(book, page("a.md"), page("index.md"))

    assert files(book) == {"index.md"}
    assert mine.read_text(encoding="utf-8") == "by hand"


def test_file_with_the_same_bytes_is_adopted(book):
    """A book cloned without its manifest, or a run that was killed."""
    (book / "docs" / "index.md").write_text("text\n", encoding="utf-8")

    write(book, page("index.md"))

    assert read_manifest(book / "docs") == {"index.md"}


def test_deleted_page_comes_back(book):
    write(book, page("index.md"))
    (book / "docs" / "index.md").unlink()

    assert kinds(write(book, page("index.md"))) == {"index.md": "missing"}
    assert files(book) == {"index.md"}


def test_folder_in_the_way_is_refused(book):
    (book / "docs" / "index.md").mkdir()

    with pytest.raises(OutputError, match="a folder is in the way"):
        write(book, page("index.md"))


def test_file_in_the_way_of_a_folder_is_refused(book):
    (book / "docs" / "actors").write_text("by hand", encoding="utf-8")

    with pytest.raises(OutputError, match="a file is in the way of a folder"):
        write(book, page("actors/a.md"))


def test_never_writes_through_a_link(book, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (book / "docs" / "actors").symlink_to(elsewhere)

    with pytest.raises(OutputError, match="symbolic link"):
        write(book, page("actors/a.md"))

    assert list(elsewhere.iterdir()) == []


def test_never_deletes_through_a_link(book, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.md").write_text("precious", encoding="utf-8")
    write(book, page("index.md"), page("actors/a.md"))
    (book / "docs" / "actors" / "a.md").unlink()
    (book / "docs" / "actors").rmdir()
    (book / "docs" / "actors").symlink_to(elsewhere)

    with pytest.raises(OutputError, match="symbolic link"):
        write(book, page("index.md"))

    assert (elsewhere / "a.md").exists()


@pytest.mark.parametrize("line", ["../../etc/passwd", "/etc/passwd", "a/../../b", "a//b", "./a", "a\\b", "a/."])
def test_manifest_that_leads_out_is_refused(book, line):
    (book / "docs" / NAME).write_text(f"# list\nindex.md\n{line}\n", encoding="utf-8")

    with pytest.raises(OutputError, match="is no path inside docs/") as caught:
        write(book, page("index.md"))

    assert caught.value.line == 3


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../x.md", "", NAME, "a\0b"])
def test_unsafe_page_is_our_bug(book, path):
    with pytest.raises(OutputError, match="unsafe path"):
        write(book, page(path))


def test_two_pages_of_one_path_are_our_bug(book):
    """On some systems `A.md` and `a.md` are one file."""
    with pytest.raises(OutputError, match="two pages have one path"):
        write(book, page("A.md"), page("a.md"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_can_not_be_written_is_one_line(book):
    (book / "docs").chmod(0o500)
    try:
        with pytest.raises(OutputError, match="can't be written"):
            write(book, page("index.md"))
    finally:
        (book / "docs").chmod(0o700)


def test_a_killed_run_still_knows_its_own(book, monkeypatch):
    """The manifest names new pages before they are written and stale ones until they are gone."""
    write(book, page("old.md"))
    monkeypatch.setattr("briefbook.publish.folder._delete", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        write(book, page("new.md"))

    assert read_manifest(book / "docs") == {"new.md", "old.md"}
    monkeypatch.undo()
    write(book, page("new.md"))
    assert files(book) == {"new.md"}


def test_kinds_are_words():
    assert {kind.value for kind in DifferenceKind} == {"missing", "different", "stale"}


@pytest.mark.parametrize(
    ("path", "inside"), [("a.md", True), ("a/b.md", True), ("..", False), (".", False), ("a/..", False)]
)
def test_inside(path, inside):
    assert is_inside(path) is inside
