"""Fragments of HTML in feeds and news formats: every word becomes a block, once and in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from briefbook.model import BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.html.fragment import add_fragment
from hypothesis import given
from hypothesis import strategies as st

KINDS = {BlockKind.PARAGRAPH: "", BlockKind.SUBHEAD: "# ", BlockKind.CAPTION: "[] "}


def blocks(markup: str) -> list[str]:
    """The blocks of a fragment; subheads with a hash, captions with brackets before them."""
    builder = ArticleBuilder(Path("a.xml"), b"", language="en")
    add_fragment(builder, markup)
    return [KINDS[block.kind] + block.text for block in builder.build().blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("One line.", ["One line."], id="plain text"),
        pytest.param("One.\n\n  Two  words.\r\nThree.", ["One.", "Two words.", "Three."], id="lines of plain text"),
        pytest.param("<p>One.</p><p>Two.</p>", ["One.", "Two."], id="paragraphs"),
        pytest.param("<p>One\n   line</p>", ["One line"], id="white space is folded"),
        pytest.param("<h2>Shops</h2><p>One.</p>", ["# Shops", "One."], id="subhead"),
        pytest.param("<hl2>Shops</hl2><p>One.</p>", ["# Shops", "One."], id="subhead of NITF"),
        pytest.param("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"], id="list"),
        pytest.param("<blockquote><p>One.</p></blockquote>", ["One."], id="quotation"),
        pytest.param("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"], id="table"),
        pytest.param("<dl><dt>Mayor</dt><dd>Ilse Branten</dd></dl>", ["Mayor", "Ilse Branten"], id="definitions"),
        pytest.param("<p>The <b>new</b> <a href='x'>bridge</a>.</p>", ["The new bridge."], id="inside a line"),
        pytest.param("<p>At <time>noon</time> it opened.</p>", ["At noon it opened."], id="a time inside a line"),
        pytest.param("<p>One<br>line</p>", ["One line"], id="one line break"),
        pytest.param("One.<br><br>Two.<br/><br/>Three.", ["One.", "Two.", "Three."], id="two line breaks part"),
        pytest.param("One.<p>Two.</p>Three.", ["One.", "Two.", "Three."], id="bare words around a paragraph"),
        pytest.param("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."], id="bare words in a box"),
        pytest.param("The <b>new</b> bridge.<p>Two.</p>", ["The new bridge.", "Two."], id="a bare line with marks"),
        pytest.param("<p><img src='x.jpg'>One.</p>", ["One."], id="words behind a picture"),
        pytest.param("<p>One <img src='x.jpg'> Two</p>", ["One", "Two"], id="words around a picture"),
        pytest.param("<p><a href='x'><img src='x.jpg'></a>One.</p>", ["One."], id="words behind a linked picture"),
        pytest.param("<span><p>One.</p>Two.</span>", ["One.", "Two."], id="a paragraph in a span"),
        pytest.param("<p>One.<script>alert(1)</script></p>", ["One."], id="no script"),
        pytest.param("<style>p { color: red }</style><p>One.</p>", ["One."], id="no style"),
        pytest.param("<p>One.<!-- two --></p>", ["One."], id="no comment"),
        pytest.param("<p>R&amp;D &lt;b&gt; &#8220;x&#8221;</p>", ["R&D <b> “x”"], id="character references"),
        pytest.param("<p>One.", ["One."], id="an end tag is missing"),
        pytest.param("One</p>", ["One"], id="a start tag is missing"),
        pytest.param("3 < 4 and 5 > 4", ["3 < 4 and 5 > 4"], id="signs that are no tags"),
        pytest.param("<p></p><p> </p>", [], id="empty paragraphs"),
    ],
)
def test_the_blocks_of_a_fragment(markup: str, expected: list[str]) -> None:
    assert blocks(markup) == expected


def test_a_figure_is_an_image_with_caption_and_credit() -> None:
    builder = ArticleBuilder(Path("a.xml"), b"", language="en")
    add_fragment(
        builder,
        "<p>One.</p><figure><img src='https://a.example/1.jpg' alt='  A\n bridge '>"
        "<figcaption>The new bridge. (Oda Klint/Nordfoto)</figcaption></figure><p>Two.</p>",
    )
    article = builder.build()
    (image,) = article.images

    assert (image.caption, image.credit_line) == ("The new bridge.", "Oda Klint/Nordfoto")
    assert (image.alt_text, image.url) == ("A bridge", "https://a.example/1.jpg")
    assert [block.text for block in article.blocks][::2] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("figure", "alt", "url"),
    [
        ("<figure><figcaption>The bridge. Photo: Oda Klint</figcaption></figure>", None, None),
        ("<figure><img src='1.jpg'><figcaption>The bridge. Photo: Oda Klint</figcaption></figure>", None, "1.jpg"),
        ("<figure><img alt='x'><figcaption>The bridge. Photo: Oda Klint</figcaption></figure>", "x", None),
    ],
)
def test_what_a_figure_lacks_is_unknown(figure: str, alt: str | None, url: str | None) -> None:
    builder = ArticleBuilder(Path("a.xml"), b"", language="en")
    add_fragment(builder, figure)
    (image,) = builder.build().images

    assert (image.alt_text, image.url) == (alt, url)


WORDS = st.sampled_from(["bridge", "opened", "Monday", "lorries", "Branten", "flood"])
TAGS = st.sampled_from(["p", "div", "b", "a", "span", "li", "ul", "td", "h2", "em", "section", "blockquote", "time"])


@st.composite
def fragments(draw: st.DrawFn, depth: int = 3) -> str:
    """Words, numbered by their place, in any elements in each other."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        parts.append(draw(WORDS))
        if depth and draw(st.booleans()):
            tag = draw(TAGS)
            parts.append(f"<{tag}>{draw(fragments(depth - 1))}</{tag}>")
    return " ".join(parts)


@given(fragments())
def test_every_word_is_in_one_block_and_in_order(markup: str) -> None:
    said = re.sub(r"<[^>]*>", " ", markup).split()

    found = [word for text in blocks(markup) for word in text.removeprefix("# ").split()]

    assert found == said


@given(st.text(max_size=120))
def test_any_text_gives_blocks_of_folded_text(markup: str) -> None:
    for text in blocks(markup):
        assert " ".join(text.split()) == text.strip()


@pytest.mark.parametrize("tag", ["div", "p", "b", "span", "section", "li"])
def test_nesting_without_end_is_read_or_left(tag: str) -> None:
    assert len(blocks(f"<{tag}>" * 20_000 + "word")) <= 1
