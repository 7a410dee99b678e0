"""Wrong usage, command by command: one line that says what is wrong, status 2 or 1, nothing on standard output."""

from __future__ import annotations

import os
import sys

import briefbook.cli.app as module
import pytest
from briefbook.publish import create_book

from tests.cli.commands import run

LONG = "x" * 300


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a book, and with files that are no articles."""
    folder = tmp_path_factory.mktemp("wrong")
    create_book(folder / "book")
    create_book(folder / "no-seeds")
    for path in (folder / "no-seeds" / "seeds").iterdir():
        path.unlink()
    (folder / "no-seeds" / "seeds").rmdir()
    (folder / "no-seeds" / "seeds").write_text("a file", encoding="utf-8")
    (folder / "bad-yaml").mkdir()
    (folder / "bad-yaml" / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    (folder / "folder").mkdir()
    files = {"empty.txt": b"", "note.xyz": b"hi", "half.json": b"{", "list.json": b"[]", "none.html": b"<p></p>"}
    files |= {name: bytes(range(7, 107)) for name in ("odd.pdf", "odd.docx", "odd.warc", "odd.wacz", "odd.eml")}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    os.symlink("nowhere", folder / "dangling.txt")
    return folder


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("frobnicate", 2, "no such command 'frobnicate' (see briefbook --help)"),
        ("--frobnicate", 2, "no such option: --frobnicate"),
        ("build --bok x", 2, "no such option: --bok"),
        ("build extra", 2, "got unexpected extra argument"),
        ("build --book", 2, "option '--book' requires an argument"),
        ("build", 2, "mkdocs.yml: no such file: run this in the folder of a book"),
        ("build --book nowhere", 2, "nowhere/mkdocs.yml: no such file"),
        ("build --book empty.txt", 2, "empty.txt/mkdocs.yml: "),
        ("build --book bad-yaml", 2, "bad-yaml/mkdocs.yml:1: not valid YAML"),
        ("build --book no-seeds", 2, "no-seeds/seeds: no such folder"),
        ("generate --check --book nowhere", 2, "nowhere/mkdocs.yml: no such file"),
        ("check --book folder", 2, "folder/mkdocs.yml: no such file"),
        ("extract", 2, "missing argument 'INPUT...' (see briefbook extract --help)"),
        ("extract missing.txt", 1, "missing.txt: can't be read (No such file or directory)"),
        ("extract folder", 2, "folder: holds no article"),
        ("extract --jobs 0 book/seeds", 2, "invalid value for '--jobs'"),
        ("extract --jobs many book/seeds", 2, "invalid value for '--jobs'"),
        ("extract --published yesterday book/seeds", 2, "--published: expected a date like"),
        ("extract --published 2023-02-30 book/seeds", 2, "--published: expected a date like"),
        ("extract --output folder book/seeds", 2, "folder: can't be written: it is a folder"),
        ("extract --output none/x book/seeds", 2, "none/x: can't be written"),
        ("init", 2, "missing argument 'DIR' (see briefbook init --help)"),
        ("init book", 2, "book: is not empty: name a new folder"),
        ("init note.xyz", 2, "note.xyz: is a file: name a new folder"),
        ("init note.xyz/book", 2, "can't be"),
        (f"init {LONG}", 2, "can't be"),
        ("add", 2, "missing argument 'FILE_OR_URL' (see briefbook add --help)"),
        ("add missing.txt --book book", 2, "missing.txt: no such file: expected a file, or an address"),
        ("add dangling.txt --book book", 2, "dangling.txt: no such file"),
        ("add folder --book book", 2, "folder: is a folder: expected a file, or an address"),
        (f"add {LONG} --book book", 2, "(File name too long)"),
        ("add note.xyz --book book", 2, "note.xyz: unknown format '.xyz': expected one of"),
        ("add empty.txt --book book", 1, "empty.txt: is empty: expected an article"),
        ("add half.json --book book", 1, "is no JSON"),
        ("add list.json --book book", 1, "list.json: expected an article object, found a list"),
        ("add none.html --book book", 1, "none.html: no article text found"),
        ("add odd.pdf --book book", 1, "odd.pdf: is no readable PDF"),
        ("add odd.docx --book book", 1, "odd.docx: is no readable Word file"),
        ("add odd.warc --book book", 1, "odd.warc: is damaged or no WARC file"),
        ("add odd.wacz --book book", 1, "odd.wacz: "),
        ("add odd.eml --book book", 1, "odd.eml: "),
        ("add empty.txt --book nowhere", 2, "nowhere/mkdocs.yml: no such file"),
        ("add book/seeds/example.txt --book book", 2, "is there already: rename it, or overwrite it with --force"),
        ("add http://example.org/x --book book", 2, "plain http can be read and changed on its way"),
        ("add ftp://example.org/x --book book", 2, "expected an address that begins with https://"),
        ("add https:// --book book", 2, "expected an address that begins with https://"),
        ("add https://127.0.0.1/x --book book", 2, "https://127.0.0.1/x: '127.0.0.1' is an address of this machine"),
        ("add https://u:p@example.org/x --book book", 2, "holds a user name or password"),
        ("add https://no.such.host.invalid/x --book book", 1, "https://no.such.host.invalid/x: the host"),
        ("serve --book nowhere", 2, "nowhere/mkdocs.yml: no such file"),
        ("serve --book book --address nonsense", 2, "--address: expected HOST:PORT"),
    ],
)
def test_is_told_in_one_line(place, monkeypatch, capsys, arguments, status, said):
    """In this process, as starting one for each would take a minute."""
    monkeypatch.chdir(place)
    monkeypatch.setattr(sys, "argv", ["briefbook", *arguments.split()])

    found = module._run()

    out, err = capsys.readouterr()
    told = [line for line in err.splitlines() if line != "nothing was written"]
    assert (found, out, len(told)) == (status, "", 1), err
    assert told[0].startswith("error: ")
    assert said in told[0]


def test_what_a_library_remarks_about_an_odd_file_is_not_shown(place):
    done = run("add", "odd.pdf", "--book", "book", cwd=place)

    assert done.status == 1
    assert len(done.said) == 1
    assert done.said[0].startswith("error: odd.pdf: is no readable PDF")


def test_no_command_shows_the_commands(tmp_path):
    done = run(cwd=tmp_path)

    assert (done.status, done.out) == (2, "")
    assert done.said[0].startswith("Usage: briefbook")
    assert any("serve" in line for line in done.said)
