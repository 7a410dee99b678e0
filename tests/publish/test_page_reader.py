"""The hurried reader tells what the standard library's reader tells, as far as a check may ask."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from briefbook.publish import links, outside, page_reader, policy
from hypothesis import example, given
from hypothesis import strategies as st


class Seen:
    """Notes what is told."""

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self.told = []

    def handle_starttag(self, tag, attrs):
        self.told.append((tag, dict(attrs)))


class Hurried(Seen, page_reader.PageReader):
    """Reads with our reader."""


class Careful(Seen, HTMLParser):
    """Reads with the standard library's."""


def hurried(page, *, with_links=True):
    reader = Hurried(links=with_links)
    reader.read(page)
    return reader.told


def careful(page):
    reader = Careful()
    reader.feed(page)
    reader.close()
    return reader.told


TELLING = {
    "href",
    "src",
    "id",
    "name",
    "style",
    "data",
    "poster",
    "xlink:href",
    "srcset",
    "onclick",
    "action",
    "content",
    "rel",
    "ping",
}

TAGS = [
    "a",
    "p",
    "span",
    "div",
    "td",
    "svg",
    "path",
    "use",
    "button",
    "img",
    "link",
    "meta",
    "article",
    "base",
    "form",
    "text",
]
NAMES = [
    "class",
    "title",
    "data-x",
    "data",
    "aria-label",
    "href",
    "src",
    "id",
    "name",
    "style",
    "hidden",
    "d",
    "x",
    "xlink:href",
    "rel",
]
VALUES = [
    "",
    "x",
    "a b",
    "//other.example/x",
    "a&amp;b",
    "it's",
    "1 > 0",
    "url(//other.example/y)",
    "javascript:x",
    "#top",
]

attributes = st.one_of(
    st.builds('{}="{}"'.format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
    st.builds("{}='{}'".format, st.sampled_from(NAMES), st.sampled_from([v for v in VALUES if "'" not in v])),
    st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(["x", "//other.example/z"])),
    st.sampled_from(NAMES),
)
starts = st.builds(
    lambda tag, found, end: f"<{' '.join([tag, *found])}{end}",
    st.sampled_from([*TAGS, "SPAN", "A", "Td"]),
    st.lists(attributes, max_size=3),
    st.sampled_from([">", "/>", " >", "\n>"]),
)
ends = st.builds("</{}>".format, st.sampled_from(TAGS))
raw = st.sampled_from(
    [
        "<script>if (a<b) x('<span class=y>')</script>",
        '<script type="application/ld+json">{"a": "<a href=x>"}</script>',
        "<style>p{background:url(//other.example/a)}</style>",
        "<!-- <img src=x> -->",
        "text & more",
        "a < b",
        "<",
        "<span class=",
        '<span class="x" <a href="y">',
        "\n\n",
    ]
)
pages = st.lists(st.one_of(starts, ends, raw), max_size=12).map("".join)


@given(page=pages)
@example(page='<span class="a"><span class="b" id="c">')
@example(page='<span class="a"<a href="x">')
@example(page="<p class='x' style='y'>")
@example(page='<span title="</span><img src=//other.example/x>">')
def test_nothing_that_may_matter_is_passed_over(page):
    told = hurried(page)
    rest = iter(told)

    for item in careful(page):
        if TELLING & item[1].keys() or item[0] in {"article", "base", "script", "style"}:
            assert item in rest, f"{item} of {page!r} was not told, or not in order"
    assert [tag for tag, _ in told if tag not in dict.fromkeys(tag for tag, _ in careful(page))] == []


@given(page=pages)
def test_checks_find_the_same_with_either_reader(page, tmp_path_factory):
    def found():
        reader = links._Reader()
        reader.read(page)
        path = tmp_path_factory.getbasetemp() / "page.html"
        return reader.links, reader.anchors, list(outside.in_html(page, path)), policy.hosted_policy(page)

    quick = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_reader.PageReader, "parse_starttag", HTMLParser.parse_starttag)
        patch.setattr(page_reader.PageReader, "parse_endtag", HTMLParser.parse_endtag)
        assert found() == quick


@pytest.mark.parametrize(
    "tag",
    [
        '<span class="x">',
        "<td>",
        "<br />",
        "<br/>",
        '<div class="md-grid" data-md-component="top">',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
        '<path d="M3 3h2"/>',
        '<label class="md-icon" for="__drawer">',
        '<time class="when" datetime="2023-02-05">',
        '<button class="cite" type="button" popovertarget="c-1" aria-label="Source">',
        "<p hidden>",
    ],
)
def test_plain_tags_are_passed_over(tag):
    assert hurried(f"{tag}text &amp; more{tag}</span></div>") == []


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ('<a href="x">', 1),
        ('<p id="x">', 1),
        ('<span style="x">', 1),
        ("<span class='x'>", 1),
        ('<span class="a" onclick="x()">', 1),
        ('<object data="x">', 1),
        ('<use xlink:href="x">', 1),
        ("<article>", 1),
        ("<base>", 1),
        ('<img class="x" src="y">', 1),
        ("<script>x</script>", 1),
        ('<title class="x">', 1),
    ],
)
def test_what_may_matter_is_told(tag, told):
    assert len(hurried(f"<p>{tag}</p>")) == told


@pytest.mark.parametrize("tag", ['<a href="x" class="y">', '<p id="x">', '<a rel="next" href="x">'])
def test_links_and_anchors_are_told_only_to_who_asks_for_them(tag):
    assert len(hurried(tag)) == 1
    assert hurried(tag, with_links=False) == []


@pytest.mark.parametrize(
    "tag", ['<link href="x">', '<use href="x">', '<a ping="x">', '<a style="x">', '<base href="x">', '<image href="x">']
)
def test_what_loads_is_told_to_all(tag):
    assert len(hurried(tag, with_links=False)) == 1


def test_lines_are_those_of_the_page():
    class Lines(page_reader.PageReader):
        """Notes lines."""

        def handle_starttag(self, tag, attrs):
            lines.append((tag, self.line))

        def handle_data(self, data):
            if data.strip():
                lines.append((data.strip(), self.line))

    lines: list[tuple[str, int]] = []
    Lines().read("<p>\n\n<img src=x>\r\n<td class='y'>\n<span>\n</span>\n<script>\nx\n</script>\n<img\nsrc=z>a\n&amp")

    assert lines == [("img", 3), ("td", 4), ("script", 7), ("x", 7), ("img", 10), ("a\n&", 11)]


def test_a_page_of_many_lines_is_counted_through_once(monkeypatch):
    """Counting from the top at every link would take time with the square of the page's length."""
    counted = []

    class Text(str):
        __slots__ = ()

        def count(self, what, start=0, end=None):
            counted.append(end - start)
            return str.count(self, what, start, end)

    reader = links._Reader()
    reader.read(Text('<a href="x">\n' * 500))

    assert [line for line, _ in reader.links] == list(range(1, 501))
    assert sum(counted) <= 13 * 500
