from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from briefbook.errors import SourceError
from briefbook.model import BlockKind
from briefbook.sources import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def write(folder: Path, content: Any, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_every_paragraph_is_one_block_in_order(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, {"headline": "H", "standfirst": "S", "paragraphs": [" one ", "", "two"]}))

    assert [(b.kind, b.text) for b in article.blocks] == [
        (BlockKind.HEADLINE, "H"), (BlockKind.STANDFIRST, "S"), (BlockKind.PARAGRAPH, "one"), (BlockKind.PARAGRAPH, "two"),
    ]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_paragraphs_are_kept_as_given(tmp_path: Path, paragraphs: list[str]) -> None:
    (article,) = read(write(tmp_path, json.dumps({"paragraphs": paragraphs})))

    assert [block.text for block in article.blocks] == [text.strip() for text in paragraphs if text.strip()]


def test_captions_are_parted_from_credits_and_kept_as_printed(tmp_path: Path) -> None:
    printed = "A ship leaves (photo credit: REUTERS/ANA SILVA)"
    (article,) = read(
        write(
            tmp_path,
            {"paragraphs": ["p"], "images": [{"caption": printed, "alt_text": None, "url": "https://e.org/i"}]},
        )
    )
    (image,) = article.images

    assert (image.caption, image.credit_line, image.url) == (
        "A ship leaves",
        "photo credit: REUTERS/ANA SILVA",
        "https://e.org/i",
    )
    assert image.caption_block is not None
    assert article.blocks[image.caption_block].text == printed


def test_lines_are_articles_with_their_own_ids(tmp_path: Path) -> None:
    path = write(tmp_path, '{"paragraphs": ["one"]}\n\n{"id": "b7", "paragraphs": ["two"]}\n', "Some News.jsonl")

    assert [article.id for article in read(path)] == ["some-news-1", "b7"]


def test_ids_of_files_are_safe_in_addresses(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, {"paragraphs": ["p"]}, "Über uns & Häfen.json"))

    assert article.id == "uber-uns-hafen"


def test_a_time_without_zone_names_no_instant(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, {"paragraphs": ["p"], "date_published": "2023-02-05T10:00:00"}))

    assert article.date_published == "2023-02-05"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"paragraphs": [}', "no JSON"),
        ("[]", "found a list"),
        ('"text"', "found a text"),
        ("{}", "'paragraphs'"),
        ('{"paragraphs": "one"}', "'paragraphs': expected a list of texts"),
        ('{"paragraphs": [1]}', "'paragraphs': expected a list of texts"),
        ('{"paragraphs": [], "headline": 3}', "'headline': expected a text or null, found a number"),
        ('{"paragraphs": [], "images": ["x"]}', "'images': expected a list of objects"),
        ('{"paragraphs": [], "images": [{"caption": 1}]}', "'caption'"),
        ('{"paragraphs": [], "authors": "A"}', "'authors': expected a list"),
        ('{"paragraphs": [], "date_published": "soon"}', "expected an ISO date"),
        ("[" * 100_000, "nested too deeply"),
        ("   ", "empty"),
    ],
)
def test_what_is_wrong_is_one_line(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(write(tmp_path, content)))

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_line_of_a_broken_article_is_named_and_those_before_are_read(tmp_path: Path) -> None:
    articles = read(write(tmp_path, '{"paragraphs": ["one"]}\n{"paragraphs": 5}\n', "a.jsonl"))

    assert next(articles).blocks[0].text == "one"
    with pytest.raises(SourceError, match=r"a\.jsonl:2: "):
        next(articles)
