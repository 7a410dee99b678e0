"""`briefbook extract` from outside: what it prints, where, in which order, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.commands import ARTICLE, errors, put_article, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    base = tmp_path_factory.mktemp("extract")
    for name in ("b", "a", "c"):
        put_article(base / "seeds" / f"{name}.json", id=name)
    (base / "seeds" / "README.md").write_text("# About these\n\nNot an article.\n", encoding="utf-8")
    (base / "seeds" / "_draft.json").write_text("{}", encoding="utf-8")
    (base / "seeds" / ".hidden.json").write_text("{}", encoding="utf-8")
    return base


@pytest.fixture(scope="module")
def plain(folder):
    """The whole folder, extracted in one process."""
    return run("extract", "seeds", cwd=folder)


def ids(text):
    return [json.loads(line)["article"]["id"] for line in text.splitlines()]


def test_prints_one_briefing_a_line(folder):
    done = run("extract", "seeds/a.json", cwd=folder)

    assert (done.status, done.said) == (0, [])
    briefing = json.loads(done.out)
    assert done.out.count("\n") == 1
    assert briefing["schema_version"] == 1
    assert briefing["article"]["source"]["path"] == "seeds/a.json"


def test_folder_in_order_of_names_without_what_is_no_article(plain):
    assert ids(plain.out) == ["a", "b", "c"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_inputs_in_the_order_given_and_the_good_ones_printed(folder, jobs):
    done = run("extract", "seeds/c.json", "missing.json", "seeds/a.json", "--jobs", jobs, cwd=folder)

    assert done.status == 1
    assert ids(done.out) == ["c", "a"]
    assert done.said == ["error: missing.json: can't be read (No such file or directory)"]


def test_same_bytes_whatever_processes_zone_locale_and_hash_seed(plain, folder):
    other = run(
        "extract", "seeds", "--jobs", "2", cwd=folder, TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="77"
    )

    assert plain.out == other.out


def test_output_goes_to_the_file_and_only_there(folder, tmp_path):
    target = tmp_path / "out.jsonl"

    done = run("extract", "seeds", "--output", target, cwd=folder)

    assert (done.status, done.out) == (0, "")
    assert ids(target.read_text(encoding="utf-8")) == ["a", "b", "c"]
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_published_dates_what_has_no_date(tmp_path):
    put_article(tmp_path / "a.json", id="undated", date_published=None)
    put_article(tmp_path / "b.json", id="dated")

    done = run("extract", "a.json", "b.json", "--published", "2024-03-01T14:30+02:00", cwd=tmp_path)

    dates = [json.loads(line)["article"]["date_published"] for line in done.out.splitlines()]
    assert dates == ["2024-03-01T14:30+02:00", "2023-02-05"]


@pytest.mark.parametrize("date", ["yesterday", "2024-13-01", "2024-02-30", "20240301", "2024-03-01T14:30", ""])
def test_published_refuses_what_is_no_date(folder, date):
    done = run("extract", "seeds", "--published", date, cwd=folder)

    assert (done.status, done.out) == (2, "")
    assert errors(done) == [
        f"error: --published: expected a date like 2023-02-05 or a time like 2023-02-05T14:30+02:00, found '{date}'"
    ]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("no/such/out.jsonl", "can't be written (No such file or directory)"),
        ("seeds", "can't be written: it is a folder"),
    ],
)
def test_output_that_can_not_be_written(folder, target, said):
    done = run("extract", "seeds", "--output", target, cwd=folder)

    assert (done.status, done.out, done.said) == (2, "", [f"error: {target}: {said}"])


def test_full_disk_is_said():
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefbook", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr) == (2, "error: standard output can't be written (No space left on device)\n")


def test_reader_that_leaves_is_no_error(folder):
    command = f"{sys.executable} -m briefbook extract seeds seeds seeds | head -c 10"

    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)

    assert (len(done.stdout), done.stderr) == (10, b"")


def test_interrupt_is_one_line(folder):
    script = (
        "import sys, briefbook.cli.app as app\n"
        "import briefbook.cli.extraction as extraction\n"
        "def stop(*_, **__): raise KeyboardInterrupt\n"
        "extraction.read_all = stop\n"
        "sys.argv = ['briefbook', 'extract', 'seeds']\n"
        "app.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "error: interrupted\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_article_that_breaks_a_room_does_not_stop_the_others(folder, jobs):
    """A bug of ours costs one article, not the run."""
    script = (
        "import sys, briefbook.cli.app as app, briefbook.pipeline as pipeline\n"
        "whole = pipeline.brief\n"
        "def broken(document, *a, **k):\n"
        "    if document.article.id == 'b': raise IndexError('7')\n"
        "    return whole(document, *a, **k)\n"
        "pipeline.brief = broken\n"
        "if __name__ == '__main__':\n"
        f"    sys.argv = ['briefbook', 'extract', 'seeds', '--jobs', '{jobs}']\n"
        "    app.main()\n"
    )
    (folder / "broken.py").write_text(script, encoding="utf-8")
    done = subprocess.run([sys.executable, "broken.py"], cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert ids(done.stdout) == ["a", "c"]
    assert done.stderr == "error: seeds/b.json: article 'b' can't be briefed, a bug of briefbook (IndexError: 7)\n"


def test_settings_of_the_book_hold(tmp_path):
    put_article(tmp_path / "a.json")
    (tmp_path / "mkdocs.yml").write_text("extra:\n  briefbook:\n    language_model: no_such_model\n", encoding="utf-8")

    done = run("extract", "a.json", cwd=tmp_path)

    assert done.status == 2
    assert errors(done)[0].startswith("error: language model 'no_such_model' is not installed")


def test_file_over_the_limit_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("extra:\n  briefbook:\n    max_file_megabytes: 1\n", encoding="utf-8")
    put_article(tmp_path / "a.json", paragraphs=["word " * 250_000])
    put_article(tmp_path / "b.json", id="b")

    done = run("extract", "a.json", "b.json", cwd=tmp_path)

    assert (done.status, ids(done.out)) == (1, ["b"])
    assert done.said == ["error: a.json: larger than 1 MB (1.3 MB): split it, or raise the setting max_file_megabytes"]


def test_half_a_surrogate_pair_is_carried_through(tmp_path):
    text = "Envoy Lena Marsh met Omar Haddad\ud83d in Geneva."
    (tmp_path / "a.json").write_text(json.dumps({**ARTICLE, "paragraphs": [text]}), encoding="utf-8")

    done = run("extract", "a.json", cwd=tmp_path)

    assert done.status in (0, 1)
    if done.status == 0:
        assert json.loads(done.out)["schema_version"] == 1
