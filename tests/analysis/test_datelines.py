"""A dateline belongs to its sentence and takes no part in its grammar."""

from __future__ import annotations

import pytest
from briefbook.analysis import DATELINE, AnalysedDocument

from tests.extract.summary.test_slices import Analysed

LEAD = "Norland President Ida Berg will visit the port on Friday, her office said. She leaves on Sunday."


@pytest.mark.parametrize(
    "dateline", ["OSLO (AP) — ", "OSLO, May 3 (Reuters) - ", "OSLO, Norway — ", "18:42 – ", "9.15 a.m. BST: "]
)
def test_the_sentence_is_read_as_without_the_dateline(analysed: Analysed, dateline: str) -> None:
    bare, dated = analysed(LEAD), analysed(dateline + LEAD)
    told = dated.told_from(dated.sentences[0])

    def grammar(document: AnalysedDocument, first: int) -> list[tuple[str, str, int]]:
        return [(t.text, t.dep, t.head - first) for t in document.tokens[first:]]

    assert grammar(dated, told) == grammar(bare, 0)
    assert {token.dep for token in dated.tokens[:told]} == {DATELINE}
    assert {token.head for token in dated.tokens[:told]} == {next(t.index for t in dated.tokens if t.dep == "ROOT")}


def test_the_dateline_is_cited_with_its_sentence(analysed: Analysed) -> None:
    document = analysed("The port.", "OSLO (AP) — " + LEAD)

    assert [document.sentence_text(s) for s in document.sentences] == [
        "The port.",
        "OSLO (AP) — Norland President Ida Berg will visit the port on Friday, her office said.",
        "She leaves on Sunday.",
    ]
    assert [t.sentence for t in document.tokens if t.text == "OSLO"] == [1]


def test_names_and_offsets_are_those_of_the_block(analysed: Analysed) -> None:
    document = analysed("OSLO (AP) — " + LEAD)

    assert "Ida Berg" in [document.text(name.first, name.last) for name in document.names]
    text = document.article.blocks[0].text
    assert all(text[t.start : t.end] == t.text for t in document.tokens)
    assert [t.index for t in document.tokens] == list(range(len(document.tokens)))


def test_a_headline_has_no_dateline(analysed: Analysed) -> None:
    document = analysed(LEAD, headline="OSLO — The port reopens")

    assert DATELINE not in {token.dep for token in document.tokens}


def test_a_sentence_without_dateline_tells_from_its_first_token(analysed: Analysed) -> None:
    document = analysed(LEAD)

    assert [document.told_from(sentence) for sentence in document.sentences] == [s.first for s in document.sentences]


def test_a_sentence_can_be_cited_without_its_dateline(analysed: Analysed) -> None:
    document = analysed("OSLO (AP) — " + LEAD, LEAD)

    assert [document.cite_told(sentence).exact for sentence in document.sentences] == [
        "Norland President Ida Berg will visit the port on Friday, her office said.",
        "She leaves on Sunday.",
    ] * 2
