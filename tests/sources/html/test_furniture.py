"""What stands in a page's body without being the article."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from briefbook.model import BlockKind
from briefbook.sources.html.body import BodyText
from briefbook.sources.html.furniture import clean, take_link_blocks
from briefbook.sources.html.metadata import read_metadata
from briefbook.sources.html.structured import StructuredData
from briefbook.sources.html.tree import parse

LONG = "The council voted to keep the swimming pool open through the winter, at a cost it did not disclose to anybody."


def paragraph(text: str) -> BodyText:
    return BodyText(BlockKind.PARAGRAPH, text)


def subhead(text: str) -> BodyText:
    return BodyText(BlockKind.SUBHEAD, text)


@pytest.mark.parametrize(
    ("markup", "taken"),
    [
        pytest.param('<p><a href="/a">Ten pools to visit</a></p>', ["Ten pools to visit"], id="one link"),
        pytest.param('<h3><a href="/a">Pool wins prize</a></h3>', ["Pool wins prize"], id="a teaser's heading"),
        pytest.param('<p><b><a href="/a">POOL WINS PRIZE</a></b></p>', ["POOL WINS PRIZE"], id="wrapped link"),
        pytest.param('<p>See <a href="/a">the report</a></p>', [], id="words before the link"),
        pytest.param('<p><a href="/a">The mayor</a> resigned</p>', [], id="words after the link"),
        pytest.param('<p><a href="/a">The mayor resigned on Monday.</a></p>', [], id="a linked sentence"),
        pytest.param("<p><a>Anchor only</a></p>", [], id="no address"),
        pytest.param('<p>\n<a href="/a">Pool\n  wins</a>\n</p>', ["Pool wins"], id="white space around"),
        pytest.param('<p><a href="/a">Pool<br>wins</a></p>', ["Pool wins"], id="a line break inside"),
        pytest.param(
            '<p><a href="/a">Pool wins</a><svg><text>x</text></svg></p>', ["Pool wins"], id="a picture beside it"
        ),
        pytest.param('<p><a href="/a">Pool wins</a><b>prize</b></p>', [], id="words beside it in an element"),
        pytest.param('<p><b>Our</b><a href="/a">Pool wins</a></p>', [], id="words before it in an element"),
        pytest.param('<p><a href="/a">Pool wins</a><a href="/b">Mayor resigns</a></p>', [], id="two links"),
        pytest.param('<p><a href="/a"><img src="x.jpg"></a></p>', [], id="a picture without words"),
        pytest.param(f'<p><a href="/a">{"Pool wins " * 21}</a></p>', [], id="too long for a title"),
        pytest.param(f'<p><a href="/a">{"Pool wins " * 19}</a></p>', [("Pool wins " * 19).strip()], id="a long title"),
        pytest.param('<p><a href="/a">Pool <script>x</script>wins</a></p>', ["Pool wins"], id="a script inside"),
    ],
)
def test_a_block_that_is_only_a_link_is_taken_out(markup: str, taken: list[str]) -> None:
    tree = lxml.html.fromstring(f"<div><p>{LONG}</p>{markup}</div>")

    assert take_link_blocks(tree) == taken
    assert LONG in tree.text_content()
    assert not any(text in tree.text_content() for text in taken)


def test_prompts_between_paragraphs_are_left_out_and_kept_apart() -> None:
    found = clean([paragraph(LONG), paragraph("Advertisement"), paragraph(LONG)])

    assert [item.text for item in found.body] == [LONG, LONG]
    assert found.omitted == ["Advertisement"]


def test_the_last_heading_above_links_ends_the_text() -> None:
    teaser = paragraph("A teaser that is a sentence about something else.")
    found = clean([*[paragraph(LONG)] * 3, subhead("Most read"), paragraph(LONG), subhead("Related stories"), teaser])

    assert [item.text for item in found.body] == [LONG] * 4
    assert set(found.omitted) == {"Most read", "Related stories", teaser.text}


def test_a_heading_of_the_article_ends_nothing() -> None:
    body = [paragraph(LONG), subhead("A cold winter"), paragraph(LONG)]

    assert clean(body).body == body


def test_a_note_on_the_author_is_left_out_only_at_the_end() -> None:
    note = paragraph("Ann Able can be reached at ann.able@herald.example.")
    found = clean([paragraph(LONG)] * 4 + [note])

    assert found.omitted == [note.text]


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        pytest.param('<meta name="author" content="Reuters">', ("Reuters",), id="agency alone"),
        pytest.param('<meta name="author" content="Rosa Diaz Reuters">', ("Rosa Diaz",), id="agency behind a name"),
        pytest.param(
            '<meta name="author" content="Rosa Diaz, Associated Press">', ("Rosa Diaz",), id="name and agency"
        ),
        pytest.param('<meta name="author" content="Herald Staff">', (), id="desk"),
        pytest.param('<meta name="author" content="The Herald">', (), id="site"),
        pytest.param('<meta name="author" content="https://herald.example/ann">', (), id="address"),
    ],
)
def test_authors_are_people_or_the_agency_whose_report_it_is(head: str, authors: tuple[str, ...]) -> None:
    page = f'<html><head><meta property="og:site_name" content="The Herald">{head}</head><body><p>x</p></body></html>'
    tree = parse(page.encode(), Path("a.html"))

    assert read_metadata(tree, StructuredData()).authors == authors
