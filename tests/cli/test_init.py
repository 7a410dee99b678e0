"""`briefbook init`: a book that builds as it is, and keeps in step with this repository's own."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
import yaml
from briefbook.config import load_settings
from briefbook.errors import UsageError
from briefbook.publish import create_book
from briefbook.publish.manifest import read_manifest

from tests.cli.commands import errors, run

REPOSITORY = Path(__file__).parents[2]
TEMPLATE = resources.files("briefbook.publish") / "new_book"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("init") / "cairo-talks"
    done = run("init", folder.name, cwd=folder.parent)
    assert (done.status, done.out) == (0, "")
    assert done.said[-1] == "next: cd cairo-talks && briefbook build"
    return folder


def test_has_all_that_a_book_needs(book):
    assert {path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file()} >= {
        ".github/workflows/book.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        "README.md",
        "docs/about.md",
        "docs/method.md",
        "mkdocs.yml",
        "overrides/main.html",
        "seeds/example.txt",
        "seeds/example.txt.yml",
    }


def test_bears_the_name_of_its_folder(book):
    assert load_settings(book).title == "Cairo talks"
    assert (book / "README.md").read_text(encoding="utf-8").startswith("# Cairo talks\n")


def test_nothing_is_left_unfilled(book):
    for path in book.rglob("*"):
        assert path.is_dir() or "@" + "TITLE@" not in path.read_text(encoding="utf-8")
        assert path.is_dir() or "@" + "VERSION@" not in path.read_text(encoding="utf-8")


def test_workflows_are_valid(book):
    for name in (".github/workflows/book.yml", ".gitlab-ci.yml", "seeds/example.txt.yml"):
        assert isinstance(yaml.safe_load((book / name).read_text(encoding="utf-8")), dict)


@pytest.mark.slow
def test_builds_strictly_and_shows_the_example(book):
    done = run("build", cwd=book)

    assert (done.status, errors(done)) == (0, [])
    assert [path.name for path in (book / "dist").iterdir()] == ["briefbook-cairo-talks-offline.zip"]
    home = (book / "docs" / "index.md").read_text(encoding="utf-8")
    assert "Envoy meets foreign minister in Geneva" in home
    meetings = json.loads(run("extract", "seeds", cwd=book).out)["meetings"]
    assert {"held", "invited", "denied"} <= {meeting["status"] for meeting in meetings}
    assert run("generate", "--check", "--strict", cwd=book).status == 0


@pytest.mark.parametrize("title", ['a"b', "x: y #z", "{{ braces }}", "é-و"])
def test_any_folder_name_makes_valid_settings(tmp_path, title):
    create_book(tmp_path / title)

    assert load_settings(tmp_path / title).title.casefold() == title.replace("-", " ").casefold()


def test_folder_that_holds_something_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError, match="is not empty"):
        create_book(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_file_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    done = run("init", "notes.txt", cwd=tmp_path)

    assert (done.status, done.said) == (2, ["error: notes.txt: is a file: name a new folder"])


def test_template_is_this_repositorys_own_book_under_another_title():
    own = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    new = (TEMPLATE / "mkdocs.yml").read_text(encoding="utf-8").splitlines()

    assert [line for line in own if not line.startswith("site_name:")] == [
        line for line in new if not line.startswith("site_name:")
    ]
    for path in (REPOSITORY / "overrides").rglob("*"):
        if path.is_file():
            twin = TEMPLATE / "overrides" / path.relative_to(REPOSITORY / "overrides").as_posix()
            assert twin.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    for path in hand_written_pages():
        twin = TEMPLATE / "docs" / path.name
        assert twin.is_file(), f"copy docs/{path.name} into the new book: its menu names it"
        assert path.name == "about.md" or twin.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def hand_written_pages():
    made = read_manifest(REPOSITORY / "docs")
    return [path for path in (REPOSITORY / "docs").glob("*.md") if path.name not in made]
