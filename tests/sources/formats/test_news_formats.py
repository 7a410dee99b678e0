"""News formats: the same article from every one, and files made to break the readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.archive import read_wacz, read_warc
from briefbook.sources.article_object import read_json, read_json_lines
from briefbook.sources.feed import read_feed
from briefbook.sources.newsml import read_news_xml
from briefbook.sources.ninjs import is_ninjs
from briefbook.sources.registry import read as read_file

from tests.sources.formats import samples

Read = Callable[[Path, bytes], Iterator[Article]]


CASES = [
    pytest.param(read_json, json.dumps(samples.NINJS_1).encode(), id="ninjs 1"),
    pytest.param(read_json, json.dumps(samples.NINJS_2).encode(), id="ninjs 2"),
    pytest.param(read_json, json.dumps(samples.NINJS_3).encode(), id="ninjs 3"),
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


SUFFIXES = {
    "NINJS_1": ".json",
    "NINJS_2": ".json",
    "NINJS_3": ".json",
    "NITF": ".xml",
    "NEWSML": ".xml",
    "RSS": ".rss",
}


@pytest.mark.parametrize(("name", "suffix"), SUFFIXES.items())
def test_a_file_finds_its_reader_by_suffix_and_content(name: str, suffix: str, tmp_path: Path) -> None:
    sample = getattr(samples, name)
    path = tmp_path / f"bridge{suffix}"
    path.write_text(sample if isinstance(sample, str) else json.dumps(sample), encoding="utf-8")

    (article,) = read_file(path)

    assert article.headline == "Bridge opens"
    assert article.source.path.endswith(path.name)


def test_a_feed_with_another_suffix_is_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "bridge.xml"
    path.write_text(samples.RSS, encoding="utf-8")

    assert [article.headline for article in read_file(path)] == ["Bridge opens"]


def test_article_objects_and_ninjs_may_stand_line_by_line() -> None:
    lines = [{"paragraphs": ["One."]}, samples.NINJS_1, {"paragraphs": ["Two."], "headline": "Two"}, samples.NINJS_3]
    data = "\n".join(map(json.dumps, lines)).encode()

    found = list(read_json_lines(Path("a.jsonl"), data))

    assert [article.headline for article in found] == [None, "Bridge opens", "Two", "Bridge opens"]
    assert len({article.source.sha256 for article in found}) == 4, "each is told by its own line"


def test_a_line_of_ninjs_without_a_body_is_named() -> None:
    data = b'{"paragraphs": ["One."]}\n{"uri": "urn:x", "headline": ""}\n'
    articles = read_json_lines(Path("a.jsonl"), data)

    assert next(articles).blocks[0].text == "One."
    with pytest.raises(SourceError, match="without a body") as raised:
        next(articles)
    assert str(raised.value).startswith("a.jsonl:2: ")


@pytest.mark.parametrize(
    "item",
    [
        pytest.param({}, id="empty"),
        pytest.param({"uri": "urn:x"}, id="an address alone"),
        pytest.param({"uri": 5, "headline": "h"}, id="an address that is no text"),
        pytest.param({"headline": "h", "body_text": "b"}, id="no address"),
        pytest.param({"headline": "h"}, id="an article object without paragraphs"),
    ],
)
def test_an_object_that_is_neither_says_what_was_expected(item: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="a list 'paragraphs', or a ninjs object"):
        list(read_json(Path("a.json"), json.dumps(item).encode()))


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
