"""How firmly one sentence tells of a meeting: hundreds of wordings by status, from `status_words.yaml`.

Every sentence stands alone and is published on a Thursday.  `none` tells of no meeting.  Where the program does not see
the status yet, the sentence stands under `gaps`, and has to leave it as soon as it does; but nothing unreal may read as
a meeting that took place or is under way, in either list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from briefbook.analysis import LoadedModel
from briefbook.model import Article, Block, BlockKind, Briefing, MeetingStatus, Source
from briefbook.pipeline import brief_all

FILE = Path(__file__).parent / "status_words.yaml"
WORDS: dict[str, dict[str, list[str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
REAL = {"held", "under_way"}


def _sentences() -> Iterator[tuple[str, str, bool]]:
    """Status, sentence, and whether the program is known not to see it."""
    for status, lists in WORDS.items():
        for kind, sentences in lists.items():
            for sentence in sentences:
                yield status, sentence, kind == "gaps"


SENTENCES = list(_sentences())


@pytest.fixture(scope="module")
def told(language_model: LoadedModel) -> dict[str, set[str]]:
    """The statuses that each sentence's briefing gives its meetings."""
    articles = [
        Article(
            id=f"article-{number}",
            source=Source(path=f"seeds/{number}.txt", sha256="0" * 64),
            blocks=(Block(number=0, kind=BlockKind.PARAGRAPH, text=sentence),),
            date_published="2025-10-09",
            language="en",
        )
        for number, (_, sentence, _) in enumerate(SENTENCES)
    ]
    return {_sentence(briefing): _statuses(briefing) for briefing in brief_all(articles, language_model)}


def _sentence(briefing: Briefing) -> str:
    return briefing.article.blocks[0].text


def _statuses(briefing: Briefing) -> set[str]:
    return {meeting.status.value for meeting in briefing.meetings}


def test_every_status_has_wordings_and_no_sentence_stands_twice():
    assert set(WORDS) == {status.value for status in MeetingStatus} - {"invited"} | {"none"}
    assert len({sentence for _, sentence, _ in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize(("status", "sentence", "gap"), SENTENCES, ids=[f"{s}: {text}" for s, text, _ in SENTENCES])
def test_the_words_decide_the_status(told, status, sentence, gap):
    expected = set() if status == "none" else {status}

    if status not in REAL:
        assert not told[sentence] & REAL
    assert (told[sentence] == expected) is not gap
