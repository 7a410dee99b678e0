"""Writing: whole or not at all, and only what changed."""

from __future__ import annotations

import os
import stat

import pytest
from briefbook.errors import OutputError
from briefbook.publish.disk import atomic_file, replace_folder, work_folder, write_if_changed


def test_file_appears_complete(tmp_path):
    target = tmp_path / "out.jsonl"

    with atomic_file(target) as stream:
        stream.write("Gespräche\n")
        assert not target.exists()

    assert target.read_bytes() == "Gespräche\n".encode()
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_file_stays_as_it_was_when_the_work_fails(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("before", encoding="utf-8")

    with pytest.raises(ZeroDivisionError), atomic_file(target) as stream:
        stream.write("half")
        raise ZeroDivisionError

    assert target.read_text(encoding="utf-8") == "before"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_link_keeps_pointing(tmp_path):
    (tmp_path / "real").write_text("before", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to("real")

    with atomic_file(link) as stream:
        stream.write("after")

    assert link.is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "after"


def test_device_is_written_directly():
    with atomic_file(__import__("pathlib").Path("/dev/null")) as stream:
        stream.write("gone")

    assert stat.S_ISCHR(os.stat("/dev/null").st_mode), "the device is still one"


def test_folder_as_file_is_refused(tmp_path):
    with pytest.raises(OutputError, match="it is a folder"), atomic_file(tmp_path):
        pass


def test_missing_parent_is_refused(tmp_path):
    with (
        pytest.raises(OutputError, match=r"can't be written \(No such file or directory\)"),
        atomic_file(tmp_path / "no" / "out"),
    ):
        pass


def test_unchanged_file_keeps_its_time(tmp_path):
    page = tmp_path / "a" / "page.md"
    assert write_if_changed(page, b"text", tmp_path)
    os.utime(page, (1, 1))

    assert not write_if_changed(page, b"text", tmp_path)
    assert page.stat().st_mtime == 1
    assert write_if_changed(page, b"other", tmp_path)
    assert page.read_bytes() == b"other"


def test_folder_is_replaced_whole(tmp_path):
    old, new = tmp_path / "site", tmp_path / "new"
    old.mkdir()
    (old / "gone.html").write_text("x", encoding="utf-8")
    new.mkdir()
    (new / "index.html").write_text("y", encoding="utf-8")

    replace_folder(new, old)

    assert sorted(p.name for p in tmp_path.rglob("*")) == ["index.html", "site"]


def test_file_in_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    (tmp_path / "new").mkdir()

    with pytest.raises(OutputError, match="expected a folder or nothing"):
        replace_folder(tmp_path / "new", tmp_path / "site")

    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_work_folder_leaves_nothing(tmp_path):
    with work_folder(tmp_path) as work:
        (work / "file").write_text("x", encoding="utf-8")
        assert work.is_relative_to(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_work_folder_leaves_other_caches(tmp_path):
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "other").write_text("x", encoding="utf-8")

    with pytest.raises(ZeroDivisionError), work_folder(tmp_path):
        raise ZeroDivisionError

    assert [p.name for p in tmp_path.rglob("*")] == [".cache", "other"]
