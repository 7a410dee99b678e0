"""The link check: what leads somewhere and what does not."""

from __future__ import annotations

import pytest
from briefbook.publish.links import broken_links


@pytest.fixture
def site(tmp_path):
    (tmp_path / "actors" / "kamel").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a b.css").write_text("", encoding="utf-8")
    (tmp_path / "actors" / "kamel" / "index.html").write_text(
        '<h1 id="top">x</h1><a name="old"></a><p id="é">', encoding="utf-8"
    )
    (tmp_path / "404.html").write_text('<a href="/nowhere">', encoding="utf-8")
    return tmp_path


def broken(site, markup):
    (site / "index.html").write_text(f'<p id="here">\n{markup}', encoding="utf-8")
    return [(item.line, item.link) for item in broken_links(site)]


@pytest.mark.parametrize(
    "link",
    [
        "actors/kamel/",
        "actors/kamel/index.html",
        "actors/kamel/#top",
        "actors/kamel/#old",
        "actors/kamel/#%C3%A9",
        "#here",
        "#",
        "assets/a%20b.css",
        "https://example.org/nowhere#x",
        "//example.org/x",
        "mailto:editor@example.org",
        "data:text/plain,x",
        "actors/kamel/#top:~:text=met",
        ".",
    ],
)
def test_leads_somewhere(site, link):
    assert broken(site, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "actors/abbas/",
        "actors/kamel/#bottom",
        "#there",
        "/actors/kamel/",
        "../outside",
        "assets/missing.css",
        "actors/",
    ],
)
def test_leads_nowhere(site, link):
    assert broken(site, f'<a href="{link}">x</a>') == [(2, link)]


def test_pictures_and_scripts_count(site):
    assert broken(site, '<img src="assets/x.png"><script src="assets/y.js"></script>') == [
        (2, "assets/x.png"),
        (2, "assets/y.js"),
    ]
