"""Which sentences facts stand on: found fast, and none forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefbook.model import Citation
from briefbook.model.briefing import SourceSentence
from briefbook.model.evidence import Sentences, evidence
from hypothesis import given
from hypothesis import strategies as st

from tests.pages import factory


@pytest.fixture(scope="module")
def briefing():
    return factory.briefing()


class TestEvidence:
    """Every citation that a fact stands on, and no mere mention."""

    def test_every_kind_of_fact_is_covered(self, briefing):
        found = set(evidence(briefing))

        for items in (briefing.summary, briefing.meetings, briefing.statements, briefing.timeline):
            assert {c for item in items for c in item.citations} <= found
        for actor in briefing.actors:
            assert {c for role in actor.roles for c in role.citations} <= found
            assert {c for relation in actor.relations for c in relation.citations} <= found
        for meeting in briefing.meetings:
            assert meeting.trigger in found
            assert {c for participant in meeting.participants for c in participant.citations} <= found

    def test_a_meeting_without_place_time_topic_or_outcome_has_evidence_too(self, briefing):
        bare = tuple(replace(m, place=None, time=None, topic=None, outcome=None) for m in briefing.meetings)

        assert {m.trigger for m in bare} <= set(evidence(replace(briefing, meetings=bare)))

    def test_an_empty_briefing_has_none(self):
        assert list(evidence(factory.empty())) == []

    def test_mere_mentions_are_none(self, briefing):
        found = set(evidence(replace(briefing, meetings=(), statements=(), timeline=(), summary=(), date_bounds=None)))
        stated = {c for a in briefing.actors for part in (*a.roles, *a.relations) for c in part.citations}

        assert found == stated

    def test_what_is_cited_is_sentences_by_number(self, briefing):
        sentences = Sentences(briefing)
        touched = {
            sentence.number
            for sentence in briefing.sentences
            for citation in evidence(briefing)
            if sentence.citation.overlaps(citation)
        }

        assert sentences.cited == touched


texts = st.lists(st.lists(st.integers(1, 5), max_size=4), min_size=1, max_size=3)
"""Blocks of sentences of so many letters, a space between two."""


def laid_out(blocks):
    """The sentences of the blocks, and the longest block's end."""
    found, longest = [], 0
    for block, lengths in enumerate(blocks):
        at = 0
        for length in lengths:
            citation = Citation(block=block, start=at, end=at + length, exact="x" * length)
            found.append(SourceSentence(number=len(found), citation=citation))
            at += length + 1
        longest = max(longest, at)
    return tuple(found), longest


class TestCovering:
    """The sentences that a citation touches."""

    @given(texts, st.data())
    def test_they_are_those_that_share_a_character(self, blocks, data):
        found, longest = laid_out(blocks)
        start = data.draw(st.integers(0, longest))
        length = data.draw(st.integers(1, 8))
        citation = Citation(block=data.draw(st.integers(0, 3)), start=start, end=start + length, exact="x" * length)

        covering = Sentences(replace(factory.empty(), sentences=found)).covering(citation)

        assert covering == tuple(s for s in found if s.citation.overlaps(citation))

    @given(texts)
    def test_every_block_gives_its_own_in_order(self, blocks):
        found, _ = laid_out(blocks)
        sentences = Sentences(replace(factory.empty(), sentences=found))

        assert [s for block in range(len(blocks)) for s in sentences.in_block(block)] == list(found)
        assert sentences.in_block(99) == ()

    def test_an_empty_citation_is_in_the_sentence_it_stands_in(self):
        found, _ = laid_out([[3, 4]])
        sentences = Sentences(replace(factory.empty(), sentences=found))

        inside = Citation(block=0, start=5, end=5, exact="")

        assert [s.number for s in sentences.covering(inside)] == [1]

    def test_a_citation_of_white_space_between_two_is_in_neither(self):
        found, _ = laid_out([[3, 4]])
        sentences = Sentences(replace(factory.empty(), sentences=found))

        assert sentences.covering(Citation(block=0, start=3, end=4, exact=" ")) == ()
