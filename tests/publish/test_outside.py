"""The outside-address check: what a browser would load by itself, and what it would not."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.publish.outside import in_css, in_html, is_outside, outside_addresses

PAGE = Path("page.html")


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<SCRIPT SRC="HTTPS://CDN.EXAMPLE/x.js"></SCRIPT>',
        '<script src="ht\ntps://cdn.example/x.js"></script>',
        '<script src="\\\\cdn.example\\x.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<link rel="icon canonical" href="https://fonts.example/i.png">',
        '<img src="http://pictures.example/1.jpg">',
        '<img src="ftp://pictures.example/1.jpg">',
        '<img alt="a" srcset="a.jpg 1x, https://pictures.example/2.jpg 2x">',
        '<picture><source srcset="https://pictures.example/2.webp"></picture>',
        '<iframe src="https://video.example/1"></iframe>',
        "<iframe srcdoc=\"<img src='https://video.example/1'>\"></iframe>",
        '<video poster="https://video.example/1.jpg"></video>',
        '<video src="https://video.example/1.mp4"></video>',
        '<audio src="https://audio.example/1.mp3"></audio>',
        '<track src="https://video.example/1.vtt">',
        '<object data="https://flash.example/1.swf"></object>',
        '<embed src="https://flash.example/1.swf">',
        '<form action="https://collect.example"></form>',
        '<button formaction="https://collect.example">send</button>',
        '<a href="x.html" ping="https://collect.example">x</a>',
        '<base href="https://other.example/">',
        '<input type="image" src="https://pictures.example/b.png">',
        '<body background="https://pictures.example/b.png">',
        '<meta http-equiv="Refresh" content="0; url=https://other.example/">',
        '<p style="background: url(https://pictures.example/b.png)">x</p>',
        "<style>@import 'https://fonts.example/css';</style>",
        "<style>p { background: url( 'https://pictures.example/b.png' ) }</style>",
        '<svg><image xlink:href="https://pictures.example/b.png"/></svg>',
        '<svg><use href="https://pictures.example/b.svg#x"/></svg>',
        '<script>fetch("https://api.example/count")</script>',
        "<script>new Worker('//cdn.example/w.js')</script>",
    ],
)
def test_finds_what_a_browser_loads(markup):
    found = list(in_html(f"<!doctype html>\n{markup}", PAGE))

    assert len(found) == 1
    assert found[0].path == PAGE
    assert found[0].line >= 2


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://example.org/article#:~:text=met">the original</a>',
        '<link rel="canonical" href="https://example.org/book/">',
        '<link rel="alternate" type="application/atom+xml" href="https://example.org/feed.xml">',
        '<script type="application/ld+json">{"@context": "https://schema.org", "fetch": "https://x.example"}</script>',
        '<script src="../assets/x.js"></script>',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<img srcset="a.jpg 1x, b.jpg 2x">',
        '<p style="color: red">https://example.org is text</p>',
        "<style>p { background: url(../b.png) } /* url(https://old.example/b.png) */</style>",
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#mark"/></svg>',
        '<form action="search"></form>',
        '<blockquote cite="https://example.org/article">said</blockquote>',
        '<script>var base = "https://example.org/book/"</script>',
        '<a href="mailto:editor@example.org">report</a>',
        '<meta property="og:url" content="https://example.org/">',
    ],
)
def test_leaves_alone_what_is_no_request(markup):
    assert list(in_html(markup, PAGE)) == []


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("https://a.example", True),
        (" //a.example", True),
        ("x.css", False),
        ("/x.css", False),
        ("#x", False),
        ("?q=//x", False),
        ("data:text/plain,x", False),
        ("", False),
        ("file:///etc/passwd", True),
    ],
)
def test_tells_an_outside_address(address, outside):
    assert is_outside(address) is outside


def test_names_line_of_a_style_sheet():
    found = list(in_css("p {}\n/* two\nlines */\nq { background: url(//x.example/y) }\n", Path("a.css")))

    assert [(item.line, item.address) for item in found] == [(4, "//x.example/y")]


def test_reads_every_kind_of_file(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.css").write_text("@import url(https://1.example)", encoding="utf-8")
    (tmp_path / "b.html").write_text("<img src=https://2.example>", encoding="utf-8")
    (tmp_path / "c.svg").write_text('<svg><image href="https://3.example"/></svg>', encoding="utf-8")
    (tmp_path / "d.txt").write_text("<img src=https://4.example>", encoding="utf-8")

    assert [item.address[8] for item in outside_addresses(tmp_path)] == ["1", "2", "3"]
