"""The text of an element: what a reader sees, however the element is built."""

from __future__ import annotations

import string
from itertools import islice

import lxml.html
import pytest
from briefbook.sources.html.tree import LINE_BREAKS, UNSEEN, text_begins, text_of
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

TAGS = ("div", "p", "span", "a", "b", "br", "script", "svg", "li", "h3", "em", "button", "section")
TEXTS = st.none() | st.text(string.ascii_lowercase + " \n", max_size=6)


def element(tag: str, text: str | None, children: list[HtmlElement], tail: str | None = None) -> HtmlElement:
    made = lxml.html.Element(tag)
    made.text, made.tail = text, tail
    made.extend(children)
    return made


def elements(children: st.SearchStrategy[list[HtmlElement]]) -> st.SearchStrategy[HtmlElement]:
    return st.builds(element, st.sampled_from(TAGS), TEXTS, children, TEXTS)


def trees() -> st.SearchStrategy[HtmlElement]:
    leaves = elements(st.just([]))
    return st.recursive(leaves, lambda inner: elements(st.lists(inner, max_size=4)), max_leaves=12)


def seen(node: HtmlElement) -> str:
    """What a reader sees, told as simply as can be."""
    if node.tag in UNSEEN:
        return ""
    inside = (node.text or "") + "".join(seen(child) + (child.tail or "") for child in node)
    return f" {inside} " if node.tag in LINE_BREAKS else inside


@given(trees())
def test_the_text_of_an_element_is_what_a_reader_sees(tree: HtmlElement) -> None:
    assert text_of(tree) == " ".join(seen(tree).split())


@given(trees(), st.integers(1, 12))
def test_a_text_begins_with_its_first_pieces(tree: HtmlElement, pieces: int) -> None:
    assert text_begins(tree, pieces) == "".join(islice(tree.itertext(), pieces))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<p>The ferry sails.</p>", "The ferry sails.", id="words alone"),
        pytest.param("<p>\n  The ferry\n  sails. </p>", "The ferry sails.", id="white space folded"),
        pytest.param("<p></p>", "", id="nothing"),
        pytest.param("<p>The <b>ferry</b> sails.</p>", "The ferry sails.", id="a word stressed"),
        pytest.param("<p><a>The</a><a> ferry</a> sails.</p>", "The ferry sails.", id="several links"),
        pytest.param("<p><a>The <b>ferry</b></a> sails.</p>", "The ferry sails.", id="a word stressed in a link"),
        pytest.param("<p>The ferry<br>sails.</p>", "The ferry sails.", id="a line break"),
        pytest.param("<p>The ferry<script>x()</script> sails.</p>", "The ferry sails.", id="a script"),
        pytest.param("<p>The ferry<span><svg><text>x</text></svg></span> sails.</p>", "The ferry sails.", id="a sign"),
        pytest.param("<ul><li>The</li><li>ferry</li></ul>", "The ferry", id="items apart"),
        pytest.param("<section><span>The</span><span>ferry</span></section>", "Theferry", id="spans not apart"),
        pytest.param("<script>x()</script>", "", id="a script alone"),
        pytest.param("<noscript>Turn scripts on</noscript>", "", id="words for pages without scripts"),
        pytest.param("<button>Share</button>", "", id="a button"),
        pytest.param("<p>The <!-- slow --> ferry sails.</p>", "The ferry sails.", id="a comment"),
        pytest.param("<p><!-- slow -->The ferry sails.</p>", "The ferry sails.", id="a comment first"),
    ],
)
def test_what_a_reader_sees(markup: str, text: str) -> None:
    assert text_of(lxml.html.fragment_fromstring(markup)) == text


def test_a_comment_has_no_text() -> None:
    """Articles that a script would put in keep their comments."""
    comment = lxml.html.fragment_fromstring("<p><!-- slow -->The ferry sails.</p>")[0]
    assert text_of(comment) == ""


def test_words_of_some_elements_are_left_out() -> None:
    caption = lxml.html.fragment_fromstring("<p>The ferry at dawn <span>Ada Brook</span> on Monday</p>")
    assert text_of(caption, {caption[0]}) == "The ferry at dawn on Monday"


@pytest.mark.parametrize(
    ("markup", "pieces", "begins"),
    [
        pytest.param("<p>The ferry</p>", 1, "The ferry", id="words alone"),
        pytest.param("<p></p>", 3, "", id="nothing"),
        pytest.param("<p>The <b>ferry</b> sails</p>", 3, "The ferry sails", id="all of one stressed word"),
        pytest.param("<p>The <b>ferry</b> sails</p>", 2, "The ferry", id="no more than is asked for"),
        pytest.param("<p>The <b>old <i>ferry</i></b> sails</p>", 3, "The old ferry", id="deeper"),
        pytest.param("<p><b>The</b> <b>ferry</b> sails</p>", 3, "The ferry", id="two stressed words"),
        pytest.param("<p>The <!-- slow -->ferry</p>", 3, "The ferry", id="a comment"),
        pytest.param("<p><script>x()</script>The ferry</p>", 3, "x()The ferry", id="unseen words too"),
    ],
)
def test_the_beginning_of_a_text(markup: str, pieces: int, begins: str) -> None:
    assert text_begins(lxml.html.fragment_fromstring(markup), pieces) == begins
