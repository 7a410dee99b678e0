"""Whole pages: every line is labelled with the part it plays (see pages/); all text is invented.

head headline, stand standfirst, para paragraph, subh subhead, alt text alternative, capt caption with its credit, cred
a credit on its own line below, omit left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.model import Article, BlockKind
from briefbook.sources import read

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
KINDS = {
    BlockKind.HEADLINE: "head",
    BlockKind.STANDFIRST: "stand",
    BlockKind.PARAGRAPH: "para",
    BlockKind.SUBHEAD: "subh",
    BlockKind.CAPTION: "capt",
}


def labelled(page: Path) -> list[tuple[str, str]]:
    """(label, line) of every line of a page file."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return [(line.partition("|")[0].strip(), line.partition("|")[2]) for line in lines]


def pasted(page: Path, folder: Path) -> Article:
    path = folder / f"{page.stem}.txt"
    path.write_text("\n".join(text for _, text in labelled(page)), encoding="utf-8")
    (article,) = read(path)
    return article


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_plays_its_part(page: Path, tmp_path: Path) -> None:
    article = pasted(page, tmp_path)
    expected = [(label, text) for label, text in labelled(page) if label not in ("", "omit", "alt")]
    shown = [(KINDS[block.kind], line) for block in article.blocks for line in block.text.split("\n")]

    assert [(label.replace("cred", "capt"), text) for label, text in expected] == shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_left_out_is_kept_verbatim(page: Path, tmp_path: Path) -> None:
    article = pasted(page, tmp_path)

    assert list(article.omitted) == [text for label, text in labelled(page) if label == "omit"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_text_alternative_and_caption_are_one_image(page: Path, tmp_path: Path) -> None:
    article = pasted(page, tmp_path)
    alternatives = [text.strip() for label, text in labelled(page) if label == "alt"]

    assert [image.alt_text for image in article.images if image.alt_text] == alternatives
    assert len(article.images) == sum(label == "capt" for label, _ in labelled(page))
    assert all(image.credit_line and image.credit_line not in (image.caption or "") for image in article.images)


def image_of(name: str, folder: Path) -> tuple[str | None, str | None]:
    page = next(page for page in PAGES if page.stem == name)
    (image,) = pasted(page, folder).images
    return image.caption, image.credit_line


def test_a_credit_on_its_own_line_loses_its_brackets_only(tmp_path: Path) -> None:
    caption, credit = image_of("credit-on-its-own-line", tmp_path)

    assert caption == "A pilot boat waits at the mouth of the river, in Porto, June 23, 2019"
    assert credit == "photo credit: REUTERS/ ANA MARIA SILVA"


@pytest.mark.parametrize(
    ("name", "authors", "published", "language"),
    [
        ("share-buttons-and-teasers", ("Ana Silva",), "2023-05-04T12:30+00:00", "en"),
        ("german-with-boxes", ("Anna Brandt",), "2023-05-04", "de"),
        ("spanish-captions-amid-text", ("Ana Silva",), "2023-05-04", "es"),
        ("arabic", (), None, "ar"),
        ("posts-and-pull-quotes", ("Ana Silva",), "2023-05-04", "en"),
        ("credit-on-its-own-line", (), None, "en"),
    ],
)
def test_reads_who_wrote_it_and_when(
    name: str, authors: tuple[str, ...], published: str | None, language: str, tmp_path: Path
) -> None:
    page = next(page for page in PAGES if page.stem == name)
    article = pasted(page, tmp_path)

    assert (article.authors, article.date_published, article.language) == (authors, published, language)
