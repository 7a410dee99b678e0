"""Whatever an article says stays text."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from briefbook.pages.escape import Md, fragment, joined, metadata, plain, text, web_address
from hypothesis import given, settings
from hypothesis import strategies as st

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.blocks.html",
)  # fmt: skip
"""More than any book needs."""

HOSTILE = markdown.Markdown(
    extensions=list(EXTENSIONS),
    extension_configs={
        "smarty": {"smart_quotes": False, "smart_ellipses": True, "smart_dashes": True},
        "pymdownx.smartsymbols": {"ordinal_numbers": False, "fractions": False, "care_of": False},
        "toc": {"permalink": False},
    },
)  # fmt: skip
"""An engine with more switched on than any book needs."""


class Read(HTMLParser):
    """The text and the elements of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.elements, self.attributes = "", [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


TRICKS = (
    "<script>alert(1)</script>", "</p><img src=x onerror=alert(1)>", "&lt;b&gt; &amp; &#60;", "<!-- x -->", "<?php ?>",
    "*a* **b** _c_ __d__ `e`", "[x](javascript:alert(1))", "![i](//evil.example/x.png)", "<http://evil.example>",
    "http://evil.example/a_b_c", "www.evil.example", "a@evil.example", "[x]: http://evil.example", "[^1]: note", "[^1]",
    "*[HTML]: Hyper", "# heading", "heading\n=======", "heading\n---", "- item", "+ item", "1. item", "12) item", "> quote",
    "    code", "```\ncode\n```", "~~~\ncode\n~~~", "--- \ntitle: x\n---", "---", "***", "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{ config }}", "{% raw %}", "{# x #}", "${x}", "--8<-- \"/etc/passwd\"", ";--8<-- \"x\"", "{: .x onclick=alert(1) }",
    "{ .x }", ":smile:", ":material-heart:", "!!! note\n    x", "??? note\n    x", "=== \"Tab\"\n    x", "/// html | div\n///",
    "Term\n:   definition", "++ctrl+alt++", "{++ins++}", "==mark==", "~~del~~", "^^ins^^", "H~2~O", "x^2^", "(c) (tm) (r)",
    "+/- --> <-- ... -- ---", "\\*x\\*", "a\\", "\x02wzxhzdk:0\x03", "\x00", "\u202Egnp.exe", "\u2066x", "a  \nb", "C #",
    "<details open ontoggle=alert(1)>", "<div markdown>", "\u2028# x", "\x85- x", "&copy; &#x3C;script&#x3E;", "[ ] task",
)  # fmt: skip

ALPHABET = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\\`*_{}[]<>&|~^$@\"#!+=-.:'%/?,;() \n\tab1", max_size=40),
    st.lists(st.sampled_from(TRICKS), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from(TRICKS), min_size=1, max_size=3).map("\n".join),
    st.lists(st.sampled_from(TRICKS), min_size=1, max_size=3).map("".join),
)


def check(raw: str, frame: str, elements: list[str], words: str, render: Callable[[str], str]) -> None:
    """Text placed in a frame shows as itself and adds no element and no attribute."""
    seen = Read(render(frame.replace("¤", text(raw))))
    assert " ".join(seen.words.split()) == " ".join(words.replace("¤", plain(raw)).split())
    assert seen.elements == elements
    assert all(name not in {"onclick", "onerror", "src", "style"} for name, _ in seen.attributes)


FRAMES = [
    pytest.param("¤", ["p"], "¤", id="alone"),
    pytest.param("Before ¤ after", ["p"], "Before ¤ after", id="in a sentence"),
    pytest.param("Before ¤", ["p"], "Before ¤", id="at the end"),
    pytest.param("## x¤ { #id }", ["h2"], "x¤", id="heading"),
    pytest.param("- x¤", ["ul", "li"], "x¤", id="list item"),
    pytest.param("[x¤](a.md)", ["p", "a"], "x¤", id="link"),
    pytest.param("Term\n:   x¤", ["dl", "dt", "dd"], "Term x¤", id="definition"),
    pytest.param("> x¤", ["blockquote", "p"], "x¤", id="quotation"),
    pytest.param('<p class="k" markdown="span">x¤</p>', ["p"], "x¤", id="block of HTML"),
    pytest.param('y <span class="k">x¤</span>', ["p", "span"], "y x¤", id="inline HTML"),
    pytest.param(
        "| a | b |\n| --- | --- |\n| x¤ | y |",
        ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
        "a b x¤ y",
        id="table cell",
    ),
]


@pytest.mark.parametrize(("frame", "elements", "words"), FRAMES)
@settings(max_examples=60, deadline=None)
@given(raw=ALPHABET)
def test_any_text_shows_as_itself_and_adds_no_element(frame: str, elements: list[str], words: str, raw: str) -> None:
    """The door holds in every place where pages put text."""
    if not plain(raw).strip() and frame == "¤":
        elements = []
    check(raw, frame, elements, words, lambda source: HOSTILE.reset().convert(source))


@pytest.mark.parametrize("raw", TRICKS)
def test_known_tricks_stay_text(raw: str, render_markdown: Callable[[str], str]) -> None:
    """Each construct that Markdown, HTML, templates or the site engine knows."""
    check(raw, "Before ¤ after", ["p"], "Before ¤ after", render_markdown)
    check(raw, "¤", ["p"] if plain(raw) else [], "¤", render_markdown)


def test_text_without_signs_of_markup_stays_readable() -> None:
    """Pages on disk are read by people too."""
    raw = "Lena Marsh (62), Director of the U.S. Harbour Office – O'Brien's aide; it's 3.5 per cent: a lot. Why?"
    assert text(raw) == raw


@pytest.mark.parametrize("raw", ["\u202egnp.exe", "a\u2067b\u2069", "x\u202ay"])
def test_direction_overrides_are_left_out(raw: str) -> None:
    """An override would reorder what stands after it on the page."""
    assert not set(text(raw)) & {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def test_lone_surrogates_and_controls_can_be_written_as_utf_8() -> None:
    """A page must be encodable whatever the article holds."""
    assert text("a\ud800b\x07c") == "a\ufffdb\ufffdc"


@settings(deadline=None)
@given(raw=ALPHABET)
def test_metadata_is_one_yaml_string_that_cannot_become_a_tag(raw: str) -> None:
    """Themes print titles raw, or after stripping tags and resolving references."""
    from markupsafe import Markup

    loaded = yaml.safe_load(f"title: {metadata(raw)}\n")["title"]

    assert isinstance(loaded, str)
    assert not set(loaded) & set('<>"')
    assert "<" not in Markup(loaded).striptags() or "&lt;" in loaded
    assert Read(f"<title>{loaded}</title>").elements == ["title"]
    assert Read(f'<meta content="{loaded}">').attributes == [("content", Read(loaded).words)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d", id="plain"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param("JaVaScRiPt:alert(1)//http://x", None, id="script in mixed case"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("//evil.example/x", None, id="no scheme"),
        pytest.param("/etc/passwd", None, id="path"),
        pytest.param("http://[::1", None, id="broken"),
        pytest.param(None, None, id="none"),
        pytest.param(
            "https://news.example/a (b)>'\"<x>`{}|\\",
            "https://news.example/a%20%28b%29%3E%27%22%3Cx%3E%60%7B%7D%7C%5C",
            id="signs",
        ),
        pytest.param("https://news.example/š\u202e", "https://news.example/%C5%A1%E2%80%AE", id="not ASCII"),
    ],
)
def test_only_web_addresses_become_links(raw: str | None, expected: str | None) -> None:
    """http and https, percent-encoded; nothing else."""
    assert web_address(raw) == expected


@given(raw=st.text(max_size=60))
def test_a_web_address_never_leaves_its_link(raw: str) -> None:
    """No address, however written, adds an element or an attribute of its own."""
    address = web_address(f"https://news.example/{raw}")
    assert address is not None
    seen = Read(HOSTILE.reset().convert(f"[x](<{address}>)"))
    assert seen.elements == ["p", "a"]
    assert [name for name, _ in seen.attributes] == ["href"]


def test_fragment_encodes_what_the_directive_gives_meaning_to() -> None:
    """`-` and `,` separate the parts of a text directive, `&` separates directives."""
    assert fragment("al-Nasir, R&D 5%") == "al%2DNasir%2C%20R%26D%205%25"


def test_joined_sends_raw_parts_through_the_door() -> None:
    """Only parts that are safe already are taken as they are."""
    assert joined([Md("**bold**"), "*raw*"], Md(" and ")) == "**bold** and &#42;raw&#42;"
