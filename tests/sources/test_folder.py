from __future__ import annotations

from pathlib import Path

import pytest
from briefbook import lexicons
from briefbook.errors import SourceError
from briefbook.model import Article, Source
from briefbook.sources import find_articles, read
from briefbook.sources.folder import with_unique_ids
from briefbook.sources.language import recognise


def test_articles_of_a_folder_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.json", "sub/c.md", "README.md", "readme.txt", "corrections.yml", "_draft.txt", ".hidden.txt",
                 "b.txt.yml", "page_files/x.html", "_old/d.txt", "picture.png"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert [p.relative_to(tmp_path).as_posix() for p in find_articles(tmp_path)] == ["a.json", "b.txt", "sub/c.md"]


def test_a_folder_without_articles_gives_none(tmp_path: Path) -> None:
    assert list(find_articles(tmp_path)) == []


def test_ids_that_are_taken_are_continued() -> None:
    articles = [Article(id=name, source=Source(path="a", sha256="0"), blocks=()) for name in ("a", "a", "a-2", "b")]

    assert [article.id for article in with_unique_ids(articles)] == ["a", "a-2", "a-2-2", "b"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n", "is empty"),
        ("a.xyz", b"x", "unknown format"),
        ("a.txt", b"\x89PNG\r\n", "PNG"),
    ],
)
def test_what_is_no_article_is_one_line(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(SourceError, match=words) as caught:
        list(read(tmp_path / name))

    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="can't be read"):
        list(read(tmp_path / "none.txt"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour of Porto reopened on Monday after a week of storms, officials said.", "en"),
        ("Der Hafen von Porto wurde am Montag nach einer Woche Sturm wieder geöffnet, teilte die Behörde mit.", "de"),
        ("El puerto reabrió el lunes tras una semana de tormentas, según informaron las autoridades del país.", "es"),
        ("أعيد فتح الميناء يوم الاثنين بعد أسبوع من العواصف بحسب ما قال المسؤولون في المدينة", "ar"),
        ("Porto.", None),
        ("1234 5678 " * 20, None),
    ],
)
def test_recognises_the_language_or_says_nothing(text: str, language: str | None) -> None:
    assert recognise(text) == language


def test_frequent_words_tell_english_from_its_neighbours() -> None:
    (entry,) = lexicons.load("frequent_words").entries

    assert all(recognise(text) == "en" for text in entry.examples)
    assert not any(recognise(text) == "en" for text in entry.counterexamples)
