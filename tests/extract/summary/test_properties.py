"""What holds of every summary, whatever sentences an article is made of and however few words are left."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import statements, summary
from briefbook.model import SummarySentence
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Analysed = Callable[..., AnalysedDocument]
OURS = re.compile(r"\s*\[[^\]]*\]\s*")

PLAIN = (
    "The council of Rovani closed the harbour on Monday after a storm broke its wall.",
    "Mayor Ines Caro, who took office in spring, opened the new bridge on Friday.",
    "But the farmers of the valley refused to leave the hall.",
    "However, the ministry has invited them to a meeting in Lima next week.",
    "Meanwhile crowds gathered in front of the town hall.",
    "It was the third walkout in two weeks.",
    "On Tuesday, it will hear two engineers.",
    "They agreed to meet again in the harbour.",
    "The ferry, built in Genoa in 1954, sank within minutes, drowning four of the crew.",
    "“The harbour is lost. We will never get it back,” Pavel Orsic said.",
    "‘Nobody asked the fishermen. They are the town,’ said Olga Brandt.",
    "Since then, the price of fish has doubled.",
    "Click here to read our rules.",
)
SOURCED = (
    ("The mayor took bribes from two builders, hiding the money in a freezer, prosecutors said.", "prosecutors"),
    ("The fund bought villas and a boat (an audit of the ministry says) and left two hospitals without beds.", "audit"),
    ("According to the indictment, Pavel Orsic met the smugglers in Trieste eleven times.", "indictment"),
    ("The dam broke because its keeper was asleep, according to a report by the Lake Institute.", "report"),
    ("As engineers told the council on Monday, the wall of the harbour cannot be saved.", "engineers"),
    ("The minister knew of the leak for a year, her former secretary has alleged.", "alleged"),
    ("The firm denied on Friday that its ships had left oil in the bay, blaming a pipe of the town.", "denied"),
)
"""Sentences that tell what somebody says, and a word without which they would tell it as a fact."""
SENTENCES = st.sampled_from([*PLAIN, *(text for text, _ in SOURCED)])
ARTICLES = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=7)
few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _summary(document: AnalysedDocument, words: int) -> tuple[SummarySentence, ...]:
    references = References(document=document, actors=())
    return summary.extract(references, (), statements.extract(references), (), words=words)


@few
@given(ARTICLES, st.integers(0, 130))
def test_the_budget_is_kept(analysed: Analysed, paragraphs: list[str], words: int) -> None:
    told = _summary(analysed(*paragraphs), words)

    assert sum(len(sentence.text.split()) for sentence in told) <= words


@few
@given(ARTICLES, st.integers(10, 130))
def test_every_part_is_a_slice_of_the_article_in_reading_order(
    analysed: Analysed, paragraphs: list[str], words: int
) -> None:
    document = analysed(*paragraphs)
    told = _summary(document, words)
    cited = [(citation.block, citation.start) for sentence in told for citation in sentence.citations]

    assert cited == sorted(set(cited))
    for sentence in told:
        assert all(document.article.holds(citation) for citation in sentence.citations)
        slices = " ".join(citation.exact for citation in sentence.citations)
        assert all(piece.strip(" .,;") in slices for piece in OURS.split(sentence.text))


@few
@given(ARTICLES, st.integers(8, 130))
def test_who_says_it_is_never_cut(analysed: Analysed, paragraphs: list[str], words: int) -> None:
    document = analysed(*paragraphs)
    for sentence in _summary(document, words):
        first = sentence.citations[0]
        whole = next(
            text
            for text in (document.sentence_text(s) for s in document.sentences if s.block == first.block)
            if first.exact in text
        )
        for source, word in SOURCED:
            assert whole != source or word in sentence.text


@few
@given(ARTICLES)
def test_nothing_begins_with_words_that_join_it_to_what_was_left_out(analysed: Analysed, paragraphs: list[str]) -> None:
    for sentence in _summary(analysed(*paragraphs), 130):
        assert not re.match(r"(?:But|However|Meanwhile)\b", sentence.text)


@few
@given(ARTICLES)
def test_a_sentence_that_points_back_follows_the_one_it_points_at(analysed: Analysed, paragraphs: list[str]) -> None:
    document = analysed(*paragraphs)
    told = [sentence.citations[0] for sentence in _summary(document, 130)]
    numbers = {(s.block, s.start): s.index for s in document.sentences}
    indexes = [numbers.get((citation.block, citation.start)) for citation in told]
    for number, citation in enumerate(told):
        if re.match(r"It was the third|On Tuesday, it|They agreed|Since then", citation.exact):
            index = numbers[citation.block, citation.start]
            assert index == 0 or number, "only the opening of the article explains itself"
            before = indexes[number - 1] if number else None
            assert before is None or index == before + 1


@few
@given(ARTICLES, st.integers(10, 130))
def test_the_same_article_gives_the_same_summary(analysed: Analysed, paragraphs: list[str], words: int) -> None:
    assert _summary(analysed(*paragraphs), words) == _summary(analysed(*paragraphs), words)


@few
@given(ARTICLES)
def test_more_words_never_tell_of_less(analysed: Analysed, paragraphs: list[str]) -> None:
    document = analysed(*paragraphs)

    assert len(_summary(document, 400)) >= len(_summary(document, 25))
