"""The book on paper: the right pages in the right order, links that hold, and page numbers that are true."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from briefbook.config import load_settings
from briefbook.errors import UsageError
from briefbook.pages import assets
from briefbook.publish import bundle_day, pdf, print_book, require_printer
from briefbook.publish.paper import paper, reading_order
from lxml import html

from .books import make_book

INDEX = """<!doctype html><html><head><link rel="stylesheet" href="assets/main.css">
<link rel="stylesheet" href="https://elsewhere.example/x.css"></head><body>
<nav class="md-nav">Menu</nav><article class="md-content__inner md-typeset">
<h1 id="talks">Harbour &amp; talks</h1>
<p>Lena Marsh met Omar Vale.<button class="bb-cite" type="button" popovertarget="note-1" aria-label="Source 1">1</button>
<a href="actors/marsh/#meetings">Marsh</a> <a href="#talks">up</a> <a href="data/actors.csv">table</a>
<a href="https://news.example/a">original</a></p>
<svg aria-labelledby="f-title" aria-describedby="f-desc"><title id="f-title">Talks</title><desc id="f-desc">x</desc></svg>
<img src="pictures/a/1.png" alt="Pier">
<section class="bb-notes"><p class="bb-note" id="note-1" popover="auto"><q>They met.</q></p></section>
<nav class="bb-pager">next</nav><footer class="bb-foot">made</footer><script>alert(1)</script>
</article></body></html>"""
PROFILE = """<html><head></head><body><article><nav class="bb-crumbs">Home</nav>
<h1><span class="bb-kicker">Person<span class="bb-colon">: </span></span>Lena Marsh</h1>
<h2 id="meetings">Meetings</h2><p><a href="../../">home</a></p>
<h2 id="mentions">Every mention</h2><p class="bb-label">In A</p><ul class="bb-mentions"><li>paragraph 1</li></ul>
</article></body></html>"""
MEETING = """<html><body><article><h1><span class="bb-kicker">Meeting (planned): </span>Marsh and Vale</h1>
<p class="bb-verdict"><span class="bb-status bb-status--planned">planned</span> A plan.</p></article></body></html>"""
ORDER = ["index.md", "actors/marsh.md", "meetings/a/marsh-and-vale.md"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three pages as the site engine leaves them."""
    folder = tmp_path / "site"
    for name, text in (
        ("index.html", INDEX),
        ("actors/marsh/index.html", PROFILE),
        ("meetings/a/marsh-and-vale/index.html", MEETING),
        ("data/actors.csv", "x"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def printed(site: Path, **numbers: int) -> html.HtmlElement:
    return html.fromstring(paper(site, ORDER, title="Harbour & “talks”", language="en", numbers=numbers))


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        pytest.param(
            ["index.md", "actors/index.md", "actors/b.md", "articles/index.md", "articles/x.md", "articles/y.md",
             "sources/x.md", "sources/y.md", "timeline.md", "about.md", "method.md"],
            ["index.md", "articles/index.md", "articles/x.md", "sources/x.md", "articles/y.md", "sources/y.md",
             "actors/index.md", "actors/b.md", "timeline.md", "method.md", "about.md"],
            id="several articles, each before its source text",
        ),
        pytest.param(
            ["index.md", "articles/index.md", "articles/x.md", "sources/x.md", "statements.md"],
            ["index.md", "sources/x.md", "statements.md"],
            id="one article is on the first page already",
        ),
        pytest.param(
            ["index.md", "actors/index.md", "actors/page-2.md", "actors/b.md", "statements.md", "statements/2.md"],
            ["index.md", "actors/index.md", "actors/page-2.md", "actors/b.md", "statements.md", "statements/2.md"],
            id="lists that go on stand together",
        ),
        pytest.param(
            ["index.md", "data.md", "formats.md", "assets/briefbook/briefbook.css", "meetings/index.md",
             "meetings/x/a-and-b.md"],
            ["index.md", "meetings/index.md", "meetings/x/a-and-b.md"],
            id="files and pages about files are left out",
        ),
    ],
)  # fmt: skip
def test_reading_order(pages: list[str], order: list[str]) -> None:
    assert reading_order(pages) == order


def test_no_page_stands_twice() -> None:
    pages = ["index.md", "articles/a.md", "articles/b.md", "sources/a.md", "sources/b.md", "index.md"]

    assert len(reading_order(pages)) == len(set(reading_order(pages))) == 5


def test_every_name_is_unique_and_every_link_leads_somewhere(site: Path) -> None:
    tree = printed(site)
    names = tree.xpath("//@id")
    inside = [link[1:] for link in tree.xpath("//@href") if link.startswith("#")]

    assert len(names) == len(set(names))
    assert set(inside) <= set(names)
    assert {"p0-note-1", "p0-talks", "p1-meetings", "p0", "p1", "p2"} <= set(names)


def test_links_to_files_are_undone_and_those_out_of_the_book_stay(site: Path) -> None:
    links = {link.text: link.get("href") for link in printed(site).iter("a") if link.text}

    assert links["table"] is None
    assert links["original"] == "https://news.example/a"
    assert links["Marsh"] == "#p1-meetings"
    assert links["home"] == "#p0"


def test_a_citation_becomes_a_link_to_its_note(site: Path) -> None:
    mark = printed(site).xpath("//*[@class='bb-cite']")[0]

    assert (mark.tag, mark.get("href"), mark.get("aria-label")) == ("a", "#p0-note-1", "Source 1")
    assert mark.get("popovertarget") is None
    assert printed(site).xpath("//*[@popover]") == []


def test_names_and_descriptions_of_figures_stay_tied(site: Path) -> None:
    figure = printed(site).find(".//svg")

    assert figure.get("aria-labelledby") == "p0-f-title"
    assert figure.get("aria-describedby") == "p0-f-desc"
    assert figure.find("title").get("id") == "p0-f-title"


@pytest.mark.parametrize("gone", ["Menu", "alert(1)", "next", "made", "Every mention", "paragraph 1", "In A"])
def test_what_only_a_screen_needs_is_left_out(site: Path, gone: str) -> None:
    assert gone not in paper(site, ORDER, title="T", language="en", numbers={})


def test_quoted_sentences_stay(site: Path) -> None:
    assert "They met." in printed(site).xpath("string(//*[@id='p0-note-1'])")


def test_contents_name_each_page_by_its_heading(site: Path) -> None:
    entries = printed(site).xpath("//*[@class='bb-entry']/text()")

    assert entries == ["Briefing", "Lena Marsh", "Marsh and Vale (planned)"]


def test_contents_carry_the_page_numbers_that_are_known(site: Path) -> None:
    tree = printed(site, p0=3, p1=5)

    assert tree.xpath("//li//*[@class='bb-sheet']/text()") == ["3", "5"]


def test_only_style_sheets_of_the_book_are_used(site: Path) -> None:
    sheets = printed(site).xpath("//link[@rel='stylesheet']/@href")

    assert sheets == [(site / "assets/main.css").resolve().as_uri()]
    assert printed(site).xpath("//img/@src") == [(site / "pictures/a/1.png").resolve().as_uri()]


def test_a_title_cannot_leave_its_style_rule(site: Path) -> None:
    made = paper(site, ORDER, title='"; } </style><script>', language="en", numbers={})

    assert "<script>" not in made
    assert re.search(r'content: "[^"<]*"; }', made)


@pytest.mark.parametrize(
    ("chromium", "pypdf", "words"),
    [
        pytest.param(
            "/nowhere/chromium", True, "CHROMIUM names '/nowhere/chromium', which is no program", id="wrong path"
        ),
        pytest.param(None, True, "apt-get install chromium", id="no browser"),
        pytest.param("python3", False, "pip install 'briefbook[pdf]'", id="no pypdf"),
    ],
)
def test_a_missing_printer_is_named(
    chromium: str | None, pypdf: bool, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for a PDF on a machine without Chromium reads what to install, before anything is built."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    if chromium:
        monkeypatch.setenv("CHROMIUM", chromium)
    else:
        monkeypatch.setattr(shutil, "which", lambda name: None)
    if not pypdf:
        monkeypatch.setattr(pdf.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(UsageError, match="--pdf needs") as caught:
        require_printer()
    assert words in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_browser_that_fails_is_told_of(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "false")
    book = make_book(tmp_path / "book")
    shutil.copytree(site, book / "site")

    with pytest.raises(pdf.PrintError, match="could not print the book"):
        print_book(load_settings(book), ORDER, bundle_day(()))


@pytest.mark.browser
@pytest.mark.slow
def test_the_printed_book_has_contents_with_true_page_numbers(tmp_path: Path, site: Path) -> None:
    """Read back with another program: title, day, bookmarks, and every number of the contents."""
    reader_of = pytest.importorskip("pypdf").PdfReader
    try:
        require_printer()
    except UsageError as missing:
        pytest.skip(str(missing))
    styles = {page.path: page.content for page in assets()}
    (site / "assets").mkdir()
    (site / "assets" / "main.css").write_text(styles["assets/briefbook/print.css"], encoding="utf-8")
    book = make_book(tmp_path / "book")
    shutil.copytree(site, book / "site")
    file = print_book(load_settings(book), ORDER, date(2024, 6, 5))
    reader = reader_of(file)
    told = pdf.sheets(file)
    contents = " ".join(page.extract_text() for page in reader.pages[: told["p0"] - 1])

    assert file == book / "dist" / "briefbook-talks.pdf"
    assert (reader.metadata.title, f"{reader.metadata.creation_date:%Y-%m-%d}") == ("Talks", "2024-06-05")
    assert "Lena Marsh" in reader.pages[told["p1"] - 1].extract_text()
    assert re.search(rf"Lena Marsh\s*{told['p1']}\b", contents)
    assert reader.outline
