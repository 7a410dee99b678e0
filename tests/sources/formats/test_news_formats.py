"""News formats: the same article from every one, and files made to break the readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.archive import read_wacz, read_warc
from briefbook.sources.feed import read_feed
from briefbook.sources.newsml import read_news_xml
from briefbook.sources.ninjs import is_ninjs, read_ninjs

from tests.sources.formats import samples

Read = Callable[[Path, bytes], Iterator[Article]]


def ninjs(path: Path, data: bytes) -> Iterator[Article]:
    """Read a ninjs file."""
    return read_ninjs(json.loads(data), path, data)


CASES = [
    pytest.param(ninjs, json.dumps(samples.NINJS_1).encode(), id="ninjs 1"),
    pytest.param(ninjs, json.dumps(samples.NINJS_2).encode(), id="ninjs 2"),
    pytest.param(ninjs, json.dumps(samples.NINJS_3).encode(), id="ninjs 3"),
    pytest.param(read_news_xml, samples.NITF.encode(), id="NITF"),
    pytest.param(read_news_xml, samples.NEWSML.encode(), id="NewsML-G2"),
    pytest.param(read_feed, samples.RSS.encode(), id="RSS"),
    pytest.param(read_warc, samples.warc(), id="WARC"),
    pytest.param(read_wacz, samples.wacz(), id="WACZ"),
]


def only(read: Read, data: bytes) -> Article:
    """The one article of a file."""
    (article,) = read(Path("seeds/bridge.x"), data)
    return article


@pytest.mark.parametrize(("read", "data"), CASES)
def test_every_format_gives_headline_body_and_subhead(read: Read, data: bytes) -> None:
    article = only(read, data)
    prose = [(b.kind, b.text) for b in article.blocks if b.kind is not BlockKind.CAPTION]

    assert article.headline == "Bridge opens"
    assert prose[0] == (BlockKind.HEADLINE, "Bridge opens")
    assert (BlockKind.SUBHEAD, "Shops") in prose
    paragraphs = [text for kind, text in prose if kind is BlockKind.PARAGRAPH]
    assert paragraphs[0].startswith(samples.FIRST)
    assert paragraphs[1].startswith(samples.SECOND)


@pytest.mark.parametrize(("read", "data"), CASES)
def test_every_format_gives_author_publisher_and_instant(read: Read, data: bytes) -> None:
    article = only(read, data)

    assert article.authors == ("Per Aasen",)
    assert article.publisher == "Nord Agency"
    assert article.date_published in ("2023-05-08T10:15:00+00:00", "2023-05-08")


@pytest.mark.parametrize(("read", "data"), CASES)
def test_every_format_gives_the_picture_with_caption_and_credit(read: Read, data: bytes) -> None:
    (image,) = only(read, data).images

    assert image.caption == samples.CAPTION
    assert image.credit_line == samples.CREDIT
    assert image.url is not None
    assert image.url.endswith("1.jpg")


def test_a_wacz_file_gives_only_the_pages_it_lists() -> None:
    with pytest.raises(SourceError, match="no page"):
        list(read_wacz(Path("a.wacz"), samples.wacz(listed=("https://agency.example/other",))))


def test_a_wacz_file_that_lists_no_page_gives_them_all() -> None:
    assert len(list(read_wacz(Path("a.wacz"), samples.wacz(listed=())))) == 1


def test_an_article_object_is_not_taken_for_ninjs() -> None:
    assert not is_ninjs({"uri": "x", "headline": "h", "paragraphs": ["p"]})
    assert not is_ninjs(["uri"])
    assert is_ninjs(samples.NINJS_3)


@pytest.mark.parametrize(
    ("read", "data", "words"),
    [
        pytest.param(read_news_xml, samples.BILLION_LAUGHS.encode(), "entities", id="entity bomb"),
        pytest.param(read_news_xml, samples.EXTERNAL_ENTITY.encode(), "entities", id="external entity"),
        pytest.param(read_feed, samples.BILLION_LAUGHS.encode(), "entities", id="entity bomb in a feed"),
        pytest.param(read_news_xml, b"<a><b></a>", "well-formed", id="broken XML"),
        pytest.param(read_news_xml, b"<svg/>", "expected NewsML-G2 or NITF", id="other XML"),
        pytest.param(read_news_xml, b"<x>" * 100_000, "well-formed", id="nested XML"),
        pytest.param(read_feed, b"<svg/>", "no RSS", id="not a feed"),
        pytest.param(read_warc, b"no archive at all", "WARC", id="not a WARC"),
        pytest.param(read_warc, samples.TRUNCATED_WARC, "", id="truncated gzip"),
        pytest.param(read_wacz, b"PK\x03\x04 broken", "zip", id="broken zip"),
    ],
)
def test_a_broken_or_hostile_file_is_one_clear_error(read: Read, data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as raised:
        list(read(Path("bad.x"), data))

    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_record_that_claims_ten_gigabytes_gives_what_it_holds() -> None:
    assert [block.text for block in only(read_warc, samples.HUGE_CLAIM).blocks] == ["short"]


def test_nothing_leaves_an_archive_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work" / "deep")
    list(read_wacz(Path("a.wacz"), samples.wacz()))

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
