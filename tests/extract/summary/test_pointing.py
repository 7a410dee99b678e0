"""What points outside a sentence, and what only seems to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.summary.pointing import pointing
from briefbook.extract.summary.slices import versions

Analysed = Callable[..., AnalysedDocument]


def _leans(document: AnalysedDocument) -> bool:
    whole = versions(document, document.sentences[0])[0]
    return pointing(References(document=document, actors=()), whole).leans


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("He left the town early on Monday.", id="he"),
        pytest.param("They agreed to meet again in the harbour.", id="they"),
        pytest.param("It was rejected by the council on Monday.", id="it"),
        pytest.param("Such visits are rare in the valley.", id="such"),
        pytest.param("The two agreed to meet again in the harbour.", id="the two"),
        pytest.param("Some were turned away by the council.", id="bare subject"),
        pytest.param("“The harbour is closed,” he said on Monday.", id="he after a quotation"),
        pytest.param("Later they agreed to meet again.", id="after an adverb"),
    ],
)
def test_leans_on_the_sentence_before(analysed: Analysed, sentence: str) -> None:
    assert _leans(analysed(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The mayor said he would leave the town.", id="the subject explains it"),
        pytest.param("It is clear that the council will meet again.", id="placeholder"),
        pytest.param("“He is a friend of the town,” the mayor said.", id="in the words of another"),
        pytest.param("Farmers left the hall because they were tired.", id="they, explained"),
        pytest.param("Some farmers were turned away by the council.", id="determiner with its noun"),
        pytest.param("The council approved the plan on Monday.", id="nothing points"),
    ],
)
def test_stands_alone(analysed: Analysed, sentence: str) -> None:
    assert not _leans(analysed(sentence))
