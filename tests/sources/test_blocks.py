"""Articles built block by block, as every format builds them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from briefbook.model import BlockKind
from briefbook.sources.blocks import ArticleBuilder
from hypothesis import given
from hypothesis import strategies as st

PATH = Path("seeds/Harbour Talks (2).txt")
TEXT = st.one_of(st.none(), st.text(" \n\tab", max_size=8))


def builder() -> ArticleBuilder:
    return ArticleBuilder(PATH, b"bytes", language="en")


def test_an_article_knows_its_file_and_its_bytes() -> None:
    article = builder().build(authors=("Ana Silva",))

    assert (article.id, article.source.path) == ("harbour-talks-2", "seeds/Harbour Talks (2).txt")
    assert article.source.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert (article.headline, article.authors, article.language) == (None, ("Ana Silva",), "en")


@given(st.lists(st.tuples(st.sampled_from(BlockKind), TEXT), max_size=8))
def test_blocks_are_numbered_in_order_and_never_empty(items: list[tuple[BlockKind, str | None]]) -> None:
    made = builder()
    numbers = [made.add(kind, text) for kind, text in items]
    article = made.build()
    kept = [(kind, text.strip()) for kind, text in items if text and text.strip()]

    assert [(block.kind, block.text) for block in article.blocks] == kept
    assert [block.number for block in article.blocks] == list(range(len(kept)))
    assert [number for number in numbers if number is not None] == list(range(len(kept)))
    assert made.is_empty == all(kind is not BlockKind.PARAGRAPH for kind, _ in kept)


@given(st.lists(st.sampled_from(["one", "two", "three"]), min_size=1, max_size=3))
def test_the_first_headline_is_the_articles(headlines: list[str]) -> None:
    made = builder()
    for text in headlines:
        made.add(BlockKind.HEADLINE, text)

    assert made.headline == made.build().headline == headlines[0]


@pytest.mark.parametrize(
    ("printed", "credit", "expected"),
    [
        pytest.param("Boats leave. (Photo: Ana Silva/AP)", None, ("Boats leave.", "Photo: Ana Silva/AP"), id="in the caption"),
        pytest.param("Boats leave.", "Ana Silva/AP", ("Boats leave.", "Ana Silva/AP"), id="given apart"),
        pytest.param("Boats leave.", "  Ana Silva/AP ", ("Boats leave.", "Ana Silva/AP"), id="with white space"),
        pytest.param("Boats leave the harbour of Porto.", None, ("Boats leave the harbour of Porto.", None), id="no credit"),
        pytest.param("(Photo: Ana Silva/AP)", None, (None, "Photo: Ana Silva/AP"), id="no caption"),
        pytest.param(None, "Ana Silva/AP", (None, "Ana Silva/AP"), id="a credit alone"),
        pytest.param("", None, (None, None), id="nothing"),
    ],
)  # fmt: skip
def test_a_picture_has_its_caption_and_its_credit(
    printed: str | None, credit: str | None, expected: tuple[str | None, str | None]
) -> None:
    made = builder()
    made.add_image(printed, credit_line=credit)
    article = made.build()
    (image,) = article.images

    assert (image.caption, image.credit_line) == expected
    shown = [block.text for block in article.blocks]
    assert (image.caption_block is None) == (shown == [])
    assert all(part in shown[0] for part in expected if part)


def test_a_picture_that_lies_beside_no_page_has_no_file() -> None:
    made = builder()
    made.add_image("Boats leave.", url="https://example.org/a.jpg", alt_text="boats")
    made.add_image("Boats return.", url="../outside.jpg")
    made.add_image("Boats rest.", file="nowhere.jpg")
    images = made.build().images

    assert [image.file for image in images] == [None, None, None]
    assert [image.url for image in images] == ["https://example.org/a.jpg", "../outside.jpg", "nowhere.jpg"]
    assert images[0].alt_text == "boats"
