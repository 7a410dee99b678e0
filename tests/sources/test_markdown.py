from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.model import BlockKind
from briefbook.sources import read

TEXT = """---
publisher: Harbour Post
date_published: 2023-02-05
---
# Harbour reopens after storm

The harbour of *Porto* reopened
on Monday.

![A ship](pictures/ship.jpg)

*A ship leaves the harbour. Photo: Ana Silva/AP*

## What comes next

Ships leave [on Tuesday](https://example.org).
"""


def test_reads_front_matter_headings_paragraphs_and_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    (article,) = read(path)

    assert (article.publisher, article.date_published) == ("Harbour Post", "2023-02-05")
    assert [(b.kind, b.text) for b in article.blocks] == [
        (BlockKind.HEADLINE, "Harbour reopens after storm"),
        (BlockKind.PARAGRAPH, "The harbour of *Porto* reopened on Monday."),
        (BlockKind.CAPTION, "A ship leaves the harbour. Photo: Ana Silva/AP"),
        (BlockKind.SUBHEAD, "What comes next"),
        (BlockKind.PARAGRAPH, "Ships leave [on Tuesday](https://example.org)."),
    ]
    (image,) = article.images
    assert (image.caption, image.credit_line, image.alt_text) == (
        "A ship leaves the harbour.",
        "Photo: Ana Silva/AP",
        "A ship",
    )
    assert "pictures/ship.jpg" in (image.file, image.url)


def test_a_headline_in_front_matter_is_the_headline(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nheadline: Storm\n---\nShips stay in.\n", encoding="utf-8")
    (article,) = read(path)

    assert article.headline == "Storm"
    assert [b.text for b in article.blocks] == ["Storm", "Ships stay in."]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\npublisher: A\n", 1, "not closed"),
        ("---\nlanguage: en\npublsher: A\n---\nText.\n", 3, "did you mean 'publisher'"),
        ("---\nheadline: A\n---\n", None, "no paragraph"),
    ],
)
def test_what_is_wrong_names_the_line_of_the_file(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SourceError, match=words) as caught:
        list(read(path))

    assert caught.value.line == line
