"""Saved pages: invented ones with what must be read from them, and pages made to break the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.bylines import split_names
from briefbook.sources.html import read_html
from briefbook.sources.html.tree import decode_page, parse
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

PAGES = Path(__file__).parent / "pages"
CASES = sorted(path.stem for path in PAGES.glob("*.html"))
SENTENCES = " ".join(["The ferry left the island at nine and came back at noon with the post."] * 8)


def read(data: bytes, name: str = "page.html") -> Article:
    """The one article of a page."""
    (article,) = read_html(Path(name), data)
    return article


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[Article, dict[str, Any]]:
    """An invented page as read, and what must be read from it."""
    path = PAGES / f"{request.param}.html"
    return read(path.read_bytes(), path.name), yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))


def texts(article: Article, kind: BlockKind) -> list[str]:
    """The texts of all blocks of a kind."""
    return [block.text for block in article.blocks if block.kind is kind]


@pytest.mark.parametrize("field", ["headline", "standfirst", "publisher", "date_published", "language", "url"])
def test_reads_what_the_page_states(case: tuple[Article, dict[str, Any]], field: str) -> None:
    article, expected = case

    assert getattr(article, field) == expected[field]


def test_names_the_people_who_wrote_it(case: tuple[Article, dict[str, Any]]) -> None:
    article, expected = case

    assert list(article.authors) == expected["authors"]


def test_body_holds_paragraphs_and_subheads_and_nothing_else(case: tuple[Article, dict[str, Any]]) -> None:
    article, expected = case

    assert texts(article, BlockKind.SUBHEAD) == expected["subheads"]
    assert len(texts(article, BlockKind.PARAGRAPH)) == expected["paragraphs"]
    prose = "\n".join(texts(article, BlockKind.PARAGRAPH) + texts(article, BlockKind.SUBHEAD))
    assert [words for words in expected["absent"] if words in prose] == []


def test_every_picture_has_its_caption_and_credit(case: tuple[Article, dict[str, Any]]) -> None:
    article, expected = case
    read_images = [
        {"caption": i.caption, "credit_line": i.credit_line, "alt_text": i.alt_text, "url": i.url}
        for i in article.images
    ]

    assert read_images == expected["images"]


def test_captions_stand_where_the_page_shows_them() -> None:
    article = read((PAGES / "harbour-talks.html").read_bytes())
    kinds = [block.kind for block in article.blocks]

    assert kinds[:4] == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.PARAGRAPH]
    for image in article.images:
        assert image.caption_block is not None
        assert article.blocks[image.caption_block].kind is BlockKind.CAPTION
        assert (image.caption or "") in article.blocks[image.caption_block].text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("By Ann Able, Bo Baker and Cy Cole", ["Ann Able", "Bo Baker", "Cy Cole"], id="list"),
        pytest.param("Ann Able | The Herald", ["Ann Able", "The Herald"], id="site after a bar"),
        pytest.param("Ann Able in Port Louis and Bo Baker", ["Ann Able", "Bo Baker"], id="written from a place"),
        pytest.param("von Anna Amsel und Bernd Bach", ["Anna Amsel", "Bernd Bach"], id="German"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_bylines_are_split_into_names(line: str, names: list[str]) -> None:
    assert list(split_names(line)) == names


@pytest.mark.parametrize("number", range(160))
def test_controls_are_no_part_of_a_page(number: int) -> None:
    sign = chr(number)
    kept = number >= 32 or sign in "\t\n\r"

    assert decode_page(f"a{sign}é".encode()) == f"a{sign if kept else '' if number == 0 else ' '}é"


@pytest.mark.parametrize(
    "markup", ["<form><input name=q><select><option>a</select></form>", "<label for=x>x</label><textarea>t</textarea>"]
)
def test_fields_are_read_as_any_other_element(markup: str) -> None:
    tree = parse(f"<html><body><p>Text.</p>{markup}</body></html>".encode(), Path("page.html"))

    assert {type(element) for element in tree.iter()} == {HtmlElement}
    for element in list(tree.body[1:]):
        element.drop_tree()
    assert tree.text_content() == "Text."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("é".encode(), "é", id="UTF-8"),
        pytest.param("\ufeffé".encode(), "é", id="UTF-8 with byte order mark"),
        pytest.param("é".encode("utf-16"), "é", id="UTF-16"),
        pytest.param(b'<meta charset="iso-8859-2">\xb3', '<meta charset="iso-8859-2">ł', id="stated charset"),
        pytest.param(b"\x93quoted\x94", "“quoted”", id="Windows-1252"),
        pytest.param(b'<meta charset="nonsense-9">\xe9', '<meta charset="nonsense-9">é', id="unknown charset"),
    ],
)
def test_pages_are_decoded_whatever_they_claim(data: bytes, text: str) -> None:
    assert decode_page(data) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00" * 500, id="zeros"),
        pytest.param(b"<html><body></body></html>", id="no text"),
        pytest.param(b"<div>" * 200_000 + SENTENCES.encode(), id="nested too deep"),
    ],
)
def test_a_page_without_an_article_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^odd\.html: .*expected a saved"):
        read(data, "odd.html")


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;&a;">]>'
    article = read(f"{bomb}<html><body><h1>A headline of some length</h1><p>{SENTENCES} &b;</p></body></html>".encode())

    assert "AAAA" not in "".join(block.text for block in article.blocks)


@given(st.text(max_size=300))
def test_any_text_in_a_caption_stays_out_of_the_prose_and_crashes_nothing(caption: str) -> None:
    escaped = caption.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = f"<html><body><h1>A headline of some length</h1><p>{SENTENCES}</p><figure><img src='a.png'><figcaption>{escaped}"
    article = read(f"{page}</figcaption></figure><p>{SENTENCES}</p></body></html>".encode("utf-8", "replace"))

    assert [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH] == [SENTENCES, SENTENCES]
