"""Parts of saved pages that are told by their words alone: breadcrumbs, brackets of credits, times that are updates."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from briefbook.sources.html.authors import _are_listed, _said, _visible
from briefbook.sources.html.figures import _around, _unbracketed
from briefbook.sources.html.metadata import _is_update
from briefbook.sources.html.page import read_html
from briefbook.sources.html.unmarked import MOST_INSIDE, is_own_caption, labels_in
from hypothesis import given
from hypothesis import strategies as st

HEADLINE = "Harbour reopens after the storm"
PARAGRAPHS = [
    "The harbour was opened again on Monday after two weeks of repairs, the port authority said.",
    "Ferries and freighters had waited outside the breakwater, and crews were glad to get ashore, a pilot told reporters.",
    "The storm had sunk eleven boats and torn the roof from the fish market, which will stay closed until the autumn.",
]
CAPTION = "A pilot boat waits at the mouth of the river"


@pytest.mark.parametrize("below", [False, True], ids=["above the headline", "below it"])
@pytest.mark.parametrize(
    "trail",
    [
        "<p>Home &gt; World &gt; Asia</p>",
        "<div>Home › World</div>",
        '<ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul>',
        '<p><a href="/">Inicio</a> / <a href="/m">Mundo</a></p>',
        '<nav class="breadcrumb"><span>Startseite</span> » <span>Wirtschaft</span></nav>',
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li>Accueil</li><li>Monde</li></ol>',
    ],
)
def test_a_trail_is_neither_headline_nor_text(trail: str, below: bool) -> None:
    head = f"<h1>{HEADLINE}</h1>{trail}" if below else f"{trail}<h1>{HEADLINE}</h1>"
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = f'<!doctype html><html lang="en"><head><title>{HEADLINE}</title></head><body><main><article>{head}<div>{body}</div></article></main></body></html>'
    (article,) = read_html(Path("page.html"), page.encode())

    assert [block.text for block in article.blocks] == [HEADLINE, *PARAGRAPHS]
    assert article.authors == ()


@pytest.mark.parametrize(
    ("credit", "bare"),
    [
        ("(Ana Silva/AP)", "Ana Silva/AP"),
        ("[Ana Silva/AP]", "Ana Silva/AP"),
        ("[(Ana Silva/AP)]", "[(Ana Silva/AP)]"),
        ("Ana Silva (AP)", "Ana Silva (AP)"),
        ("(Ana Silva (AP))", "(Ana Silva (AP))"),
        ("Ana Silva/AP)", "Ana Silva/AP"),
        ("(Ana Silva/AP", "Ana Silva/AP"),
        ("  Ana Silva/AP  ", "Ana Silva/AP"),
        ("", ""),
    ],
)
def test_brackets_around_a_whole_credit_go(credit: str, bare: str) -> None:
    assert _unbracketed(credit) == bare


@given(st.text("ab ()[]", max_size=12))
def test_taking_brackets_off_takes_no_letter_and_ends(credit: str) -> None:
    bare = _unbracketed(credit)

    assert bare in credit
    assert [sign for sign in bare if sign.isalpha()] == [sign for sign in credit if sign.isalpha()]


@pytest.mark.parametrize(
    ("printed", "words", "credit", "line"),
    [
        pytest.param(f"{CAPTION}. Photo: Ana Silva (AP)", f"{CAPTION}. Photo: Ana Silva", "(AP)", "Photo: Ana Silva (AP)", id="only its end is marked"),
        pytest.param(f"{CAPTION}. Photo: Ana Silva", f"{CAPTION}.", "Photo: Ana Silva", None, id="all of it is marked"),
        pytest.param(f"{CAPTION}. (AP)", f"{CAPTION}.", "(AP)", None, id="nothing before it"),
        pytest.param(f"{CAPTION}.", f"{CAPTION}.", "AP", None, id="it stands elsewhere"),
    ],
)  # fmt: skip
def test_a_mark_around_the_end_of_a_credit_is_widened(printed: str, words: str, credit: str, line: str | None) -> None:
    found = _around(printed, words, credit)

    assert (found and found.credit_line) == line


@pytest.mark.parametrize(
    ("markup", "update"),
    [
        pytest.param("<p>Updated <time>4 May 2023</time></p>", True, id="words before it"),
        pytest.param("<p><b>Port</b> Last updated: <time>4 May 2023</time></p>", True, id="behind an element"),
        pytest.param('<p><time itemprop="dateModified">4 May 2023</time></p>', True, id="its property"),
        pytest.param('<p><time class="updated">4 May 2023</time></p>', True, id="its class"),
        pytest.param("<p>Published <time>4 May 2023</time></p>", False, id="published"),
        pytest.param("<p><time>4 May 2023</time></p>", False, id="no words"),
        pytest.param('<p><time itemprop="datePublished">4 May 2023</time></p>', False, id="another property"),
    ],
)
def test_a_time_may_be_that_of_a_change(markup: str, update: bool) -> None:
    (time,) = lxml.html.fromstring(markup).iter("time")

    assert _is_update(time) is update


@pytest.mark.parametrize(
    ("markup", "own"),
    [
        pytest.param(f"<figure><img src=a.jpg><p>{CAPTION}</p></figure>", True, id="a picture and words"),
        pytest.param(f"<figure><noscript></noscript><p>{CAPTION}</p></figure>", True, id="loaded by a script"),
        pytest.param("<figure><img src=a.jpg></figure>", False, id="no words"),
        pytest.param("<figure><img src=a.jpg><p>Porto</p></figure>", False, id="a single word"),
        pytest.param(f"<figure><p>{CAPTION}</p></figure>", False, id="no picture"),
        pytest.param(f"<figure><img src=a.jpg><blockquote>{CAPTION}</blockquote></figure>", False, id="a quotation"),
        pytest.param(f"<figure><img src=a.jpg><h3>{CAPTION}</h3></figure>", False, id="a teaser"),
        pytest.param(f"<figure><figure><img src=a.jpg></figure><p>{CAPTION}</p></figure>", False, id="figures inside"),
        pytest.param(f"<figure><img src=a.jpg><a href=/a>{CAPTION}</a></figure>", False, id="a link"),
        pytest.param(f"<figure><img src=a.jpg>{CAPTION}{'<b></b>' * (MOST_INSIDE - 2)}</figure>", True, id="just so many elements"),
        pytest.param(f"<figure><img src=a.jpg>{CAPTION}{'<b></b>' * (MOST_INSIDE - 1)}</figure>", False, id="a page of its own"),
    ],
)  # fmt: skip
def test_words_of_a_figure_without_a_marked_caption(markup: str, own: bool) -> None:
    figure = next(lxml.html.fromstring(f"<div>{markup}</div>").iter("figure"))

    assert is_own_caption(figure, ()) is own


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<p><span>Caption:</span> A boat</p>", ["Caption:"]),
        ("<p><b>Boats</b> of Porto</p>", []),
        ("<p><span>Caption: <i>A boat</i></span></p>", []),
    ],
)
def test_what_only_announces_a_caption(markup: str, labels: list[str]) -> None:
    assert [element.text for element in labels_in([lxml.html.fromstring(markup)])] == labels


@pytest.mark.parametrize(
    ("markup", "groups"),
    [
        pytest.param('<p class="byline">Ana Silva</p>', [["Ana Silva"]], id="one"),
        pytest.param('<ul><li><a class="author">Ana Silva</a></li><li><a class="author">Bo Lind</a></li></ul>', [["Ana Silva", "Bo Lind"]] * 2, id="items of a list"),
        pytest.param('<div><a class="author">Ana Silva</a> <a class="author">Bo Lind</a></div>', [["Ana Silva", "Bo Lind"]] * 2, id="neighbours"),
        pytest.param('<p><a class="author">Ana Silva</a></p><aside><a class="author">Bo Lind</a></aside>', [["Ana Silva"], ["Bo Lind"]], id="elsewhere"),
        pytest.param('<div class="byline"><span class="author">Ana Silva</span></div>', [["Ana Silva"]], id="the innermost"),
        pytest.param('<p class="byline">A</p>', [], id="too short"),
    ],
)  # fmt: skip
def test_bylines_of_one_list_are_read_together(markup: str, groups: list[list[str]]) -> None:
    assert list(_visible(lxml.html.fromstring(f"<div>{markup}</div>"))) == groups


def test_bylines_of_other_form_are_not_of_one_list() -> None:
    one, other = lxml.html.fromstring('<div><a class="author">Ana Silva</a><b class="author">Porto</b></div>')

    assert not _are_listed(one, other)
    assert _are_listed(one, one)


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("<p>By Ana Silva</p>", [["By Ana Silva"]]),
        ("<p>Von Anna Brandt</p>", [["Von Anna Brandt"]]),
        ("<p>By Monday the water had gone.</p>", []),
        ("<p>Ana Silva</p>", []),
    ],
)
def test_a_line_below_the_headline_may_say_by(below: str, said: list[list[str]]) -> None:
    assert list(_said(lxml.html.fromstring(f"<div><h1>{HEADLINE}</h1>{below}</div>"))) == said
