"""Bad input, table by table: one clear line and the exit status of the contract, never a traceback."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.commands import errors, put_article, run

LINE = re.compile(r"error: .+: .+")

PROSE = (
    "Envoy meets minister\n\nEnvoy Lena Marsh met Foreign Minister Omar Haddad in Geneva on Friday, her office said.\n"
)


def put(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.txt", b"", "empty", id="empty text"),
        pytest.param("a.txt", b" \n\n\t", None, id="only white space"),
        pytest.param(
            "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, None, id="a picture named .txt"
        ),
        pytest.param("a.txt", b"PK\x03\x04" + bytes(200), None, id="an archive named .txt"),
        pytest.param("a.json", b"", "empty", id="empty object"),
        pytest.param("a.json", b"{", None, id="half an object"),
        pytest.param("a.json", b"[1, 2]", None, id="a list"),
        pytest.param("a.json", b'{"headline": "x"}', None, id="no paragraphs"),
        pytest.param("a.json", b'{"paragraphs": [1]}', None, id="a number for a paragraph"),
        pytest.param("a.json", b'{"paragraphs": "text"}', None, id="text for a list"),
        pytest.param("a.json", b"[" * 100_000, None, id="deep nesting"),
        pytest.param("a.jsonl", b'{"paragraphs": ["A."]}\n{"paragraphs": 1}\n', ":2: ", id="bad second line"),
        pytest.param("a.xyz", b"text", "unknown format", id="unknown suffix"),
        pytest.param("a", b"text", "unknown format", id="no suffix"),
    ],
)
def test_article_that_can_not_be_read(tmp_path, name, data, said):
    put(tmp_path / name, data)

    done = run("extract", name, cwd=tmp_path)

    assert done.status == 1
    assert len(done.said) == 1
    assert LINE.fullmatch(done.said[0])
    assert done.said[0].startswith(f"error: {name}:")
    assert said is None or said in done.said[0]


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252")


def test_other_encodings_are_read(tmp_path):
    text = PROSE.replace("Omar Haddad", "José Müller") + "“We are glad,” she said – at last.\n"
    for encoding in ENCODINGS:
        mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
        put(tmp_path / f"{encoding}.txt", mark + text.encode(encoding))

    done = run("extract", *(f"{encoding}.txt" for encoding in ENCODINGS), cwd=tmp_path)

    assert (done.status, errors(done)) == (0, [])
    blocks = [json.loads(line)["article"]["blocks"] for line in done.out.splitlines()]
    assert blocks == [blocks[0]] * len(ENCODINGS)
    assert "José Müller" in blocks[0][1]["text"]
    assert blocks[0][-1]["text"].endswith("“We are glad,” she said – at last.")


@pytest.mark.parametrize(
    ("sidecar", "line"),
    [
        pytest.param("publisher: [x\n", None, id="broken YAML"),
        pytest.param("- a\n- b\n", None, id="a list"),
        pytest.param("publisher: Example Post\npublihser: x\n", 2, id="unknown key"),
        pytest.param("date_published: soon\n", 1, id="no date"),
    ],
)
def test_broken_sidecar(tmp_path, sidecar, line):
    put(tmp_path / "a.txt", PROSE.encode())
    put(tmp_path / "a.txt.yml", sidecar.encode())

    done = run("extract", "a.txt", cwd=tmp_path)

    assert (done.status, done.out, len(done.said)) == (1, "", 1)
    assert done.said[0].startswith(f"error: a.txt.yml:{line}: " if line else "error: a.txt.yml:")


def test_missing_folder(tmp_path):
    done = run("extract", "nowhere", cwd=tmp_path)

    assert (done.status, done.out, len(errors(done))) == (1, "", 1)


def test_folder_without_an_article(tmp_path):
    (tmp_path / "empty").mkdir()

    done = run("extract", "empty", cwd=tmp_path)

    assert (done.status, done.out, len(errors(done))) == (2, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.json", "--jobs", "0"],
        ["extract", "a.json", "--jobs", "many"],
        ["extract", "a.json", "--no-such-option"],
        ["no-such-command"],
        ["generate", "extra"],
    ],
)
def test_wrong_usage(tmp_path, arguments):
    done = run(*arguments, cwd=tmp_path)

    assert (done.status, done.out) == (2, "")
    assert done.said


@pytest.mark.parametrize("command", ["build", "generate", "check"])
@pytest.mark.parametrize(
    ("mkdocs", "seeds", "said"),
    [
        pytest.param(None, True, "error: mkdocs.yml: no such file", id="no settings"),
        pytest.param(
            "extra:\n  briefbook:\n    sumary_words: 3\n",
            True,
            "error: mkdocs.yml:3: unknown setting",
            id="unknown setting",
        ),
        pytest.param("site_name: x\n", False, "error: seeds: no such folder", id="no seeds"),
    ],
)
def test_book_that_can_not_be_made(tmp_path, command, mkdocs, seeds, said):
    if mkdocs:
        put(tmp_path / "mkdocs.yml", mkdocs.encode())
    if seeds:
        put_article(tmp_path / "seeds" / "a.json")
    before = sorted(tmp_path.rglob("*"))

    done = run(command, cwd=tmp_path)

    assert (done.status, done.out, len(done.said)) == (2, "", 1)
    assert done.said[0].startswith(said)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", ["build", "generate", "check"])
def test_seeds_without_an_article(tmp_path, command):
    put(tmp_path / "mkdocs.yml", b"site_name: x\n")
    put(tmp_path / "seeds" / "README.md", b"# Nothing yet\n")

    done = run(command, cwd=tmp_path)

    assert (done.status, done.out) == (2, "")
    assert errors(done)[0].startswith("error: seeds: holds no article")
