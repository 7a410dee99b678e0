from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.model import BlockKind
from briefbook.sources import read

TEXT = (
    "Harbour reopens after storm\n\nThe harbour of Porto reopened on Monday after a week of storms, officials said.\n"
)
CAPTION = "\n A ship leaves the harbour\nA ship leaves the harbour. Photo: Ana Silva/AP\n\nShips left at once for the islands, the board said in a statement on Monday.\n"


def with_sidecar(folder: Path, sidecar: str, text: str = TEXT) -> Path:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    (folder / "a.txt.yml").write_text(sidecar, encoding="utf-8")
    return path


def test_fills_what_the_text_does_not_state(tmp_path: Path) -> None:
    path = with_sidecar(
        tmp_path,
        "publisher: Harbour Post\nurl: https://example.org/a\nauthors: [Ana Silva, Peter Brandt]\ndate_published: 2023-02-05\n"
        "rights: © Harbour Post\nsource_text: none\nlanguage: en\nretrieved: 2023-02-06T10:00Z\n",
    )
    (article,) = read(path)

    assert (article.publisher, article.url, article.rights) == (
        "Harbour Post",
        "https://example.org/a",
        "© Harbour Post",
    )
    assert article.authors == ("Ana Silva", "Peter Brandt")
    assert (article.date_published, article.source_text, article.language) == ("2023-02-05", "none", "en")


def test_one_author_needs_no_list(tmp_path: Path) -> None:
    (article,) = read(with_sidecar(tmp_path, "authors: Ana Silva"))

    assert article.authors == ("Ana Silva",)


def test_a_headline_overrides_the_printed_one_in_its_block_too(tmp_path: Path) -> None:
    (article,) = read(with_sidecar(tmp_path, "headline: Porto harbour open again"))

    assert article.headline == "Porto harbour open again"
    assert article.blocks[0].text == "Porto harbour open again"
    assert len([b for b in article.blocks if b.kind is BlockKind.HEADLINE]) == 1


def test_an_added_standfirst_keeps_numbers_and_captions_right(tmp_path: Path) -> None:
    (article,) = read(with_sidecar(tmp_path, "standfirst: Ships leave again.", TEXT + CAPTION))

    assert [block.number for block in article.blocks] == list(range(len(article.blocks)))
    assert article.blocks[1].kind is BlockKind.STANDFIRST
    number = article.images[0].caption_block
    assert number is not None
    assert article.blocks[number].kind is BlockKind.CAPTION


def test_an_empty_sidecar_changes_nothing(tmp_path: Path) -> None:
    (article,) = read(with_sidecar(tmp_path, "# nothing yet\n"))

    assert article.publisher is None


@pytest.mark.parametrize(
    ("sidecar", "line", "words"),
    [
        pytest.param("publisher: A\npublsher: B\n", 2, "did you mean 'publisher'", id="misspelt key"),
        pytest.param("zzz: 1\n", 1, "expected one of", id="unknown key"),
        pytest.param("authors:\n  - [unclosed\n", None, "no valid YAML", id="broken YAML"),
        pytest.param("- a\n- b\n", 1, "key: value", id="a list"),
        pytest.param("language: en\ndate_published: yesterday\n", 2, "a date like", id="bad date"),
        pytest.param("date_published: 2023-02-31\n", 1, "", id="impossible date"),
        pytest.param("date_published: 2023-02-05T10:00\n", 1, "with zone", id="time without zone"),
        pytest.param("authors: 5\n", 1, "a name or a list of names", id="wrong type"),
        pytest.param("url: javascript:alert(1)\n", 1, "http", id="dangerous address"),
        pytest.param("source_text: all\n", 1, "full, cited, none", id="wrong choice"),
        pytest.param("publisher: A\npublisher: B\n", 2, "twice", id="key given twice"),
        pytest.param("headline: !!python/object:os.system {}\n", 1, "no valid YAML", id="YAML tags are no code"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_its_line(tmp_path: Path, sidecar: str, line: int | None, words: str) -> None:
    path = with_sidecar(tmp_path, sidecar)

    with pytest.raises(SourceError) as caught:
        list(read(path))

    assert caught.value.path == path.with_name("a.txt.yml")
    assert caught.value.line is not None
    assert line is None or caught.value.line == line
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
