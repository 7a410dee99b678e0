"""The audit itself: it fails for what it finds, never for a tool that is not there, and reads the tools' reports rightly."""

from __future__ import annotations

import json
import sys

import pytest

from tests.audit import tools
from tests.audit.__main__ import CHECKS, main
from tests.audit.book import Audited
from tests.audit.findings import SHOWN, NotRunError, Result, checked, closing
from tests.audit.in_browser import MOST_BYTES
from tests.audit.programs import FULL_MARKS, html_errors, hygiene, lost_marks


def passed(result):
    result.remarks.append("fine")


def failed(result):
    result.problems.append("bad")


def missing(result):
    raise NotRunError("java is\nmissing")


def broken(result):
    raise ValueError("odd answer")


@pytest.mark.parametrize(
    ("works", "line", "status"),
    [
        ([passed, passed], "2 passed, 0 failed, 0 skipped", 0),
        ([passed, failed], "1 passed, 1 failed, 0 skipped", 1),
        ([passed, missing], "1 passed, 0 failed, 1 skipped", 0),
        ([missing], "0 passed, 0 failed, 1 skipped", 0),
        ([broken], "0 passed, 1 failed, 0 skipped", 1),
        ([], "0 passed, 0 failed, 0 skipped", 0),
    ],
)
def test_only_what_was_found_fails(works, line, status):
    assert closing([checked("x", work) for work in works]) == (line, status)


def test_a_missing_tool_is_told_in_one_line():
    (line,) = checked("valid HTML", missing).lines()

    assert line == "not run valid HTML (0 s): java is missing"


def test_a_check_that_breaks_is_a_failure_with_its_reason():
    _, line = checked("x", broken).lines()

    assert line.endswith("the check itself stopped: ValueError: odd answer")


def test_many_problems_are_counted():
    lines = list(Result("x", problems=[f"p{n}" for n in range(SHOWN + 5)]).lines())

    assert len(lines) == SHOWN + 2
    assert lines[-1].endswith("and 5 more")


def test_validators_errors_are_read_with_page_and_line(tmp_path):
    messages = [
        {"type": "error", "url": f"file:{tmp_path}/actors/x/index.html", "lastLine": 7, "message": "Bad label"},
        {"type": "info", "url": f"file:{tmp_path}/index.html", "message": "A warning"},
    ]

    assert html_errors(json.dumps({"messages": messages}), tmp_path) == ["actors/x/index.html:7: Bad label"]


@pytest.mark.parametrize("report", ["", "Error: no Java\n", '{"other": 1}'])
def test_a_validator_that_stops_did_not_run(report, tmp_path):
    with pytest.raises(NotRunError, match="the HTML validator stopped"):
        html_errors(report, tmp_path)


def lighthouse(**scores):
    refs = [{"id": "contrast", "weight": 7}, {"id": "names", "weight": 3}, {"id": "by-hand", "weight": 0}]
    return {
        "categories": {
            name: {"score": scores.get(name, 1), "auditRefs": refs} for name in (*FULL_MARKS, "performance")
        },
        "audits": {
            "contrast": {"score": 0, "scoreDisplayMode": "binary"},
            "names": {"score": None, "scoreDisplayMode": "notApplicable"},
            "by-hand": {"score": None, "scoreDisplayMode": "manual"},
        },
    }


def test_lost_marks_name_what_cost_them():
    assert lost_marks(lighthouse(accessibility=0.93)) == ["accessibility 93 of 100: contrast"]


def test_speed_costs_nothing():
    assert lost_marks(lighthouse(performance=0.2)) == []


def test_a_category_without_a_mark_has_none():
    assert lost_marks(lighthouse(seo=None))[0].startswith("seo 0 of 100")


def page(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><head>{text}</html>", encoding="utf-8")


POLICY = '<meta http-equiv="Content-Security-Policy" content="x">'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (POLICY, None),
        ("", "no Content-Security-Policy"),
        (f'{POLICY}<img src="https://example.org/x.png">', "loads https://example.org/x.png"),
        (f'{POLICY}<a href="gone.html">x</a>', "gone.html leads nowhere"),
        (f'{POLICY}<a href="#gone">x</a>', "#gone leads nowhere"),
    ],
)
def test_hygiene_sees_both_builds(tmp_path, text, said):
    for bad in ("site", "bundle"):
        folder = tmp_path / f"{len(text)}-{bad}"
        for kind in ("site", "bundle"):
            page(folder / kind, "index.html", text if kind == bad else POLICY)
        result = Result("x")
        hygiene(Audited(site=folder / "site", address="", bundle=folder / "bundle"), result)
        assert [said in problem and problem.startswith(bad) for problem in result.problems] == ([True] if said else [])


def test_one_page_of_each_kind_is_looked_at(tmp_path):
    site = tmp_path / "site"
    for name in (
        "index.html",
        "timeline/index.html",
        "actors/index.html",
        "meetings/index.html",
        "articles/index.html",
    ):
        page(site, name, "x")
    page(site, "sources/talks/index.html", "x")
    page(site, "articles/talks/index.html", "x")
    page(site, "actors/small/index.html", "x")
    page(site, "actors/large/index.html", "x" * 50)
    page(site, "meetings/talks/marsh/index.html", "x")
    page(tmp_path / "bundle", "actors/index.html", "x")
    book = Audited(site=site, address="http://127.0.0.1/", bundle=tmp_path / "bundle")

    pages = book.pages()

    assert pages["home"] == ""
    assert pages["actor"] == "actors/large/"
    assert pages["meeting"] == "meetings/talks/marsh/"
    assert {"timeline", "actors", "articles", "source", "article"} <= set(pages)
    assert book.bundled("actors/").endswith("/actors/index.html")
    assert book.bundled("actors/large/").endswith("/actors/large.html")


def test_a_program_that_hangs_did_not_run():
    with pytest.raises(NotRunError, match="took longer than 1 s"):
        tools.run([sys.executable, "-c", "import time; time.sleep(20)"], seconds=1)


def test_a_program_that_is_not_there_did_not_run():
    with pytest.raises(NotRunError, match="no-such-tool is missing"):
        tools.run(["no-such-tool"])


def test_without_npm_and_apt_the_reason_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tools, "HOME", tmp_path)

    with pytest.raises(NotRunError, match=r"node is missing \(this system has no apt-get\): install nodejs"):
        tools.node_package("axe-core")


def test_npm_versions_are_pinned():
    assert all(version.count(".") == 2 and version.replace(".", "").isdecimal() for version in tools.NPM.values())
    assert "==" in tools.FOLLOW_THE_MONEY


def test_unknown_check_is_refused(capsys):
    assert main(["speed"]) == 2
    assert "known are hygiene, weight" in capsys.readouterr().err


def test_the_promised_checks_are_there():
    assert set(CHECKS) == {"hygiene", "weight", "axe", "html", "lighthouse", "entities"}
    assert MOST_BYTES == 150_000
