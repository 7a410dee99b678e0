"""Where a page shows what."""

from __future__ import annotations

import lxml.html
import pytest
from briefbook.model import BlockKind
from briefbook.sources.html.body import BodyText
from briefbook.sources.html.figures import take_figures
from briefbook.sources.html.layout import Layout, placed, read_layout
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

LONG = "The council voted on Thursday to keep the harbour ferry running through the winter, although the fares do not pay for it."
OTHER = "Ferry workers welcomed the vote and said that they would return to work on the first morning after the holiday weekend."


def page(body: str) -> HtmlElement:
    return lxml.html.document_fromstring(f"<html><body>{body}</body></html>")


def layout_of(body: str) -> Layout:
    return read_layout(page(body), [])


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(f"<p>{LONG}</p>", id="as it is"),
        pytest.param(f"<p>{LONG.replace(' ', chr(10) + '   ')}</p>", id="with other white space"),
        pytest.param(f"<p>{' ' * 100}{LONG}</p>", id="far in from the left"),
        pytest.param(f"<p>{LONG.replace(' ', ' ' * 9, 4)}</p>", id="with gaps"),
        pytest.param(f"<p>{LONG.upper()}</p>", id="in capitals"),
        pytest.param(
            f"<p><b>The council</b>{LONG.removeprefix('The council')}</p>", id="with its first words stressed"
        ),
        pytest.param(
            f"<p><a><b>The</b> council</a>{LONG.removeprefix('The council')}</p>", id="with its first words linked"
        ),
        pytest.param(f"<p>{LONG} <a>More</a></p>", id="with a link behind it"),
        pytest.param(f"<div>{LONG}</div>", id="in a div of its own"),
        pytest.param(f"<ul><li>{LONG}</li></ul>", id="in a list"),
        pytest.param(f"<p>{LONG[:64]}</p>", id="cut short"),
    ],
)
def test_a_text_is_found_where_it_begins(paragraph: str) -> None:
    layout = layout_of(f"<p>{OTHER}</p>{paragraph}")
    before, found = layout.position(OTHER), layout.position(LONG)
    assert before is not None
    assert found is not None
    assert before < found


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(f"<p>{LONG[4:]}</p>", id="beginning with another word"),
        pytest.param(f"<p>{LONG[:40]}</p>", id="cut too short"),
        pytest.param(f"<table><tr><td>{LONG}</td></tr></table>", id="in an element that holds no paragraphs"),
        pytest.param("<p></p>", id="not at all"),
    ],
)
def test_a_text_is_not_found(paragraph: str) -> None:
    assert layout_of(f"<p>{OTHER}</p>{paragraph}").position(LONG) is None


def test_of_two_equal_texts_the_last_counts() -> None:
    layout = layout_of(f"<p>{LONG}</p><p>{OTHER}</p><p>{LONG}</p>")
    assert (layout.position(LONG) or 0) > (layout.position(OTHER) or 0)


@given(st.lists(st.integers(1, 10), min_size=15, max_size=15))
def test_white_space_does_not_hide_a_text(gaps: list[int]) -> None:
    words = "One by one the small boats left the quay and turned north past the light".split()
    spaced = "".join(word + " " * gap for word, gap in zip(words, gaps, strict=False))
    assert layout_of(f"<p>{spaced}</p>").position(" ".join(words)) is not None


def test_a_standfirst_is_marked_by_its_class_but_not_around_a_picture() -> None:
    layout = layout_of(
        f'<p class="article-standfirst">{OTHER}</p><div class="article-standfirst"><img src="a.jpg">{LONG}</div>'
    )
    assert [text for _, text in layout.marked] == [OTHER]


def test_figures_stand_between_the_paragraphs_around_them() -> None:
    tree = page(
        f"<article><p>{LONG}</p><figure><img src='/a.jpg'><figcaption>The ferry at the quay. Ada Brook/Harbour Post</figcaption>"
        f"</figure><p>{OTHER}</p></article>"
    )
    figures = take_figures(tree)
    body = [BodyText(BlockKind.PARAGRAPH, text) for text in (LONG, OTHER)]
    content = placed(body, figures, read_layout(tree, figures))
    assert len(figures) == 1
    assert content == [body[0], figures[0], body[1]]
