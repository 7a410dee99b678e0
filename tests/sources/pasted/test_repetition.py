"""Pull quotes and very long pastes: found by their words, in time that grows with the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.model import BlockKind
from briefbook.sources import read
from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.reading import MOST_LINES
from briefbook.sources.pasted.repetition import MOST_ALIKE, find_pull_quotes

QUOTE = "We will open the harbour again in May"
PARAGRAPH = f"The mayor was sure. “{QUOTE}, whatever the storm has done to it,” she told the council."


def lines(*texts: str) -> list[Line]:
    return [Line(text=text, indented=False, group=number, number=number) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((PARAGRAPH, QUOTE), {1}),
        ((PARAGRAPH, QUOTE, QUOTE), {1, 2}),
        ((PARAGRAPH, "We will open the harbour again in June"), set()),
        ((f"““““““{QUOTE}””””””",), set()),
    ],
)
def test_pull_quotes_say_again_what_a_paragraph_says(texts, found):
    given = lines(*texts)

    assert find_pull_quotes(given, given[:1]) == found


def test_of_very_many_lines_that_begin_alike_only_some_are_looked_for():
    alike = [f"We will open the harbour {number} times" for number in range(MOST_ALIKE + 1)]
    given = lines(*alike, ". ".join(alike))

    assert len(find_pull_quotes(given[:-1], given[-1:])) == MOST_ALIKE


def test_lines_far_below_are_text_whatever_they_say(tmp_path: Path):
    path = tmp_path / "book.txt"
    told = [
        PARAGRAPH.replace("May", month).replace("council", f"council in {month}") for month in ("May", "June", "July")
    ]
    above = ["Harbour of Porto reopens", *told]
    path.write_text("\n\n".join(above) + "\n\n" + "Share\n" * MOST_LINES, encoding="utf-8")
    (article,) = read(path)

    texts = [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    assert texts == [*told, *["Share"] * len(above)]
    assert article.omitted == ("Share",) * (MOST_LINES - len(above))
