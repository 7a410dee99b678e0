"""`build`, `generate` and `check` from outside: what they write, what they leave, how they end."""

from __future__ import annotations

import shutil

import pytest
from briefbook.publish import create_book

from tests.cli.commands import errors, put_article, run
from tests.publish.books import snapshot

BAD = "error: seeds/bad.json"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A new book with its pages."""
    root = tmp_path_factory.mktemp("made") / "talks"
    create_book(root)
    done = run("generate", cwd=root)
    assert (done.status, done.out, errors(done)) == (0, "", [])
    return root


@pytest.fixture
def book(made, tmp_path):
    """A copy of it that a test may spoil."""
    return shutil.copytree(made, tmp_path / "talks")


def put_bad(book):
    (book / "seeds" / "bad.json").write_text('{"paragraphs": 1}', encoding="utf-8")


def test_generate_writes_only_pages(made):
    assert not (made / "site").exists()
    assert not (made / "dist").exists()
    assert (made / "docs" / "index.md").is_file()


def test_check_is_content_with_what_was_written(made):
    before = snapshot(made)

    done = run("generate", "--check", cwd=made)

    assert (done.status, done.out, errors(done)) == (0, "", [])
    assert snapshot(made) == before


def test_pages_do_not_depend_on_where_the_command_runs(made, tmp_path):
    done = run("generate", "--check", "--book", made, cwd=tmp_path)

    assert (done.status, errors(done)) == (0, [])


def test_check_names_every_page_that_differs_and_writes_nothing(book):
    (book / "docs" / "index.md").write_text("edited", encoding="utf-8")
    (book / "docs" / "timeline.md").unlink()
    before = snapshot(book)

    done = run("generate", "--check", cwd=book)

    assert done.status == 1
    assert errors(done) == [
        "error: docs/index.md: differs from what would be written: run briefbook generate",
        "error: docs/timeline.md: is missing: run briefbook generate",
    ]
    assert snapshot(book) == before


@pytest.mark.parametrize("command", ["generate", "build"])
def test_article_that_can_not_be_read_stops_everything(book, command):
    put_bad(book)
    before = snapshot(book)

    done = run(command, cwd=book)

    assert done.status == 1
    assert [line for line in errors(done) if line.startswith(BAD)]
    assert done.said[-1] == "nothing was written"
    assert snapshot(book) == before


def test_keep_going_leaves_out_the_bad_one_and_still_fails(book):
    put_bad(book)
    put_article(book / "seeds" / "good.json")

    done = run("generate", "--keep-going", cwd=book)

    assert done.status == 1
    assert len(errors(done)) == 1
    assert errors(done)[0].startswith(BAD)
    assert "Envoy meets minister" in (book / "docs" / "articles" / "index.md").read_text(encoding="utf-8")


def test_article_that_goes_takes_its_pages_along(book):
    put_article(book / "seeds" / "second.json", id="second")
    run("generate", cwd=book)
    assert (book / "docs" / "sources" / "second.md").is_file()

    (book / "seeds" / "second.json").unlink()
    done = run("generate", cwd=book)

    assert done.status == 0
    assert not (book / "docs" / "sources" / "second.md").exists()
    assert (book / "docs" / "about.md").is_file()


def test_strict_fails_on_a_warning_and_writes_nothing(book):
    """A picture without a credit is a warning."""
    text = (book / "seeds" / "example.txt").read_text(encoding="utf-8")
    put_article(book / "seeds" / "warned.json", images=[{"caption": "Delegates arrive in Geneva."}])
    assert "photo credit" in text
    before = snapshot(book)

    relaxed, strict = run("generate", "--check", cwd=book), run("generate", "--strict", cwd=book)

    warnings = [line for line in strict.said if line.startswith("warning: seeds/warned.json: ")]
    if not warnings:
        pytest.skip("the rooms warn of nothing here")
    assert strict.status == 1
    assert snapshot(book) == before
    assert relaxed.status == 1, "the new article's pages are missing"


def test_hand_written_page_in_the_way_is_one_line(book):
    (book / "docs" / ".briefbook-manifest").unlink()
    (book / "docs" / "index.md").write_text("# By hand\n", encoding="utf-8")
    before = snapshot(book)

    done = run("build", cwd=book)

    assert done.status == 2
    assert errors(done) == [
        "error: docs/index.md: not made by briefbook, and in the way of a generated page: rename or delete it"
    ]
    assert snapshot(book) == before


def test_check_builds_on_trial_and_lists_findings(book):
    (book / "docs" / "about.md").write_text("# About\n\n[gone](gone.md)\n", encoding="utf-8")
    before = snapshot(book)

    done = run("check", cwd=book)

    assert done.status == 1
    assert any("gone.md" in line for line in errors(done))
    assert done.said[-1].startswith("1 errors, ")
    assert snapshot(book) == before


@pytest.mark.slow
def test_build_makes_site_and_bundle_of_a_book_named_from_outside(book):
    done = run("build", "--book", book.name, cwd=book.parent)

    assert (done.status, done.out, errors(done)) == (0, "", [])
    assert (book / "site" / "index.html").is_file()
    assert [path.name for path in (book / "dist").iterdir()] == ["briefbook-talks-offline.zip"]
    assert not (book / ".cache").exists()
