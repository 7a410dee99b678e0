"""Languages without a pack: recognised, and cut into sentences by their marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefbook.analysis.unsupported import is_supported, split
from briefbook.pipeline import brief_all

from tests.conftest import make_article

GERMAN = "Der Hafen wurde nach dem Sturm geschlossen. Er wird erst im Mai wieder geöffnet! " * 4
ENGLISH = "The harbour was closed after the storm, and it will not open before May, the port said on Monday. " * 3


@pytest.mark.parametrize(
    ("language", "text", "supported"),
    [
        ("en", GERMAN, True),
        ("en-GB", ENGLISH, True),
        ("en_US", ENGLISH, True),
        ("de", ENGLISH, False),
        (None, ENGLISH, True),
        (None, GERMAN, False),
        (None, "Der Hafen.", True),
        (None, "Порт закрыт после шторма и откроется в мае.", False),
        (None, "", True),
    ],
)
def test_what_is_english(language, text, supported):
    assert is_supported(replace(make_article([text]), language=language)) is supported


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Eins. Zwei! „Drei?“ Vier", ["Eins.", "Zwei!", "„Drei?“ Vier"]),
        ("港は閉鎖された。五月に開く。", ["港は閉鎖された。", "五月に開く。"]),
        ("  Una frase.\nOtra  ", ["Una frase.", "Otra"]),
    ],
)
def test_sentences_by_their_marks(text, sentences):
    document = split(replace(make_article([text]), language="xx"))

    assert [document.sentence_text(sentence) for sentence in document.sentences] == sentences


def test_the_briefing_says_so_and_cites_nothing_it_does_not_understand(language_model):
    article = replace(make_article([GERMAN], headline="Hafen zu"), language="de")

    briefing = next(brief_all([article], language_model))

    assert [(f.code, str(f.severity)) for f in briefing.findings] == [("language-not-supported", "info")]
    assert briefing.provenance.language_model is None
    assert not briefing.actors
    assert not briefing.statements
    assert len(briefing.sentences) == 9
