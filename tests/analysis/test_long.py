"""Texts far longer than any article: read up to a bound, the rest shown, and said so."""

from __future__ import annotations

import importlib

import pytest
from briefbook.analysis import analyse, analyse_all
from briefbook.model import Severity
from briefbook.pipeline import brief_all

from tests.conftest import make_article

ANALYSE = importlib.import_module("briefbook.analysis.analyse")  # the package has a function of that name
SENTENCE = "The mayor of Norhaven met the envoy of Calidor on Monday."
PARAGRAPHS = [SENTENCE, f"{SENTENCE} {SENTENCE}", SENTENCE, SENTENCE]


@pytest.fixture
def short_bound(monkeypatch):
    monkeypatch.setattr(ANALYSE, "MOST_CHARACTERS", 3 * len(SENTENCE) + 1)


def test_blocks_beyond_the_bound_have_sentences_without_tokens(short_bound, language_model):
    document = analyse(make_article(PARAGRAPHS), language_model)

    assert [s.block for s in document.sentences] == [0, 1, 1]
    assert {token.block for token in document.tokens} == {0, 1}
    assert [(s.block, s.first, s.last) for s in document.unread] == [(2, 0, 0), (3, 0, 0)]
    assert document.sentence_text(document.unread[0]) == SENTENCE


def test_one_long_line_is_read_up_to_the_bound(monkeypatch, language_model):
    monkeypatch.setattr(ANALYSE, "MOST_CHARACTERS", 5_000)
    text = " ".join([SENTENCE] * 200)
    document = analyse(make_article([text]), language_model)

    shown = [document.sentence_text(s) for s in (*document.sentences, *document.unread)]
    assert shown == [SENTENCE] * 200
    assert document.tokens[-1].end <= 5_000 < document.unread[-1].end


def test_very_many_small_blocks_are_bounded_too(monkeypatch, language_model):
    monkeypatch.setattr(ANALYSE, "MOST_PORTIONS", 3)
    document = analyse(make_article(PARAGRAPHS), language_model)

    assert [s.block for s in document.unread] == [3]


def test_the_briefing_warns_and_shows_every_sentence(short_bound, language_model):
    (briefing,) = brief_all([make_article(PARAGRAPHS)], language_model)

    (finding,) = [f for f in briefing.findings if f.code == "text-too-long"]
    assert finding.severity is Severity.WARNING
    assert finding.citation is not None
    assert finding.citation.block == 2
    assert len(briefing.sentences) == 5
    assert all(meeting.trigger.block < 2 for meeting in briefing.meetings)


def test_an_article_after_a_long_one_keeps_its_own_sentences(short_bound, language_model):
    documents = list(analyse_all([make_article(PARAGRAPHS), make_article([SENTENCE])], language_model))

    assert len(documents[1].sentences) == 1
    assert documents[1].unread == ()
