"""What points outside a sentence, and what only seems to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.summary.pointing import pointing
from briefbook.extract.summary.slices import versions

Analysed = Callable[..., AnalysedDocument]


def _leans(document: AnalysedDocument, sentence: int = 0) -> bool:
    whole = versions(document, document.sentences[sentence])[0]
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
        pytest.param("On Tuesday, it will call a second witness.", id="it, after a day"),
        pytest.param("Eventually the pair were brought out by the police.", id="the pair, after an adverb"),
        pytest.param("Today that mission looks too small to the engineers.", id="that, after a day"),
        pytest.param("Since then, the ministry has moved the soldiers.", id="since then"),
        pytest.param("With this backdrop, the bank will keep its rate.", id="this, in an opening phrase"),
        pytest.param("Similar moves brought down the ministry in March.", id="similar"),
        pytest.param("Many farmers know it, too.", id="it, not the one who knows"),
        pytest.param("The mayor met him on Monday in the harbour.", id="him, not the one who met"),
        pytest.param("The plan, she said, would cost 40 million euros.", id="she said, in the middle"),
        pytest.param("The five stood in a crowd in the harbour.", id="the five"),
        pytest.param("Some of them were turned away by the council.", id="some of them"),
    ],
)
def test_leans_on_the_sentence_before(analysed: Analysed, sentence: str) -> None:
    assert _leans(analysed("The fair opened on Sunday.", sentence), 1)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The mayor said he would leave the town.", id="the subject explains it"),
        pytest.param("It is clear that the council will meet again.", id="placeholder"),
        pytest.param("“He is a friend of the town,” the mayor said.", id="in the words of another"),
        pytest.param("Farmers left the hall because they were tired.", id="they, explained"),
        pytest.param("Some farmers were turned away by the council.", id="determiner with its noun"),
        pytest.param("The council approved the plan on Monday.", id="nothing points"),
        pytest.param("This week the council approved the plan.", id="this, of a day"),
        pytest.param("In those who came, the doctors found no trace of it.", id="those, explained"),
        pytest.param("One of the ferries sank in the harbour on Monday.", id="one, of what"),
        pytest.param("Two of the country's unions could merge in June.", id="two, of what"),
        pytest.param("With its new plan, the city wants to save water.", id="its, explained by what follows"),
        pytest.param("The farmers met her brother, and the mayor greeted them.", id="them, the farmers"),
        pytest.param("The mayor read the letter and burned it.", id="it, the letter"),
        pytest.param("The five ministers were part of a crowd.", id="the five, of what"),
    ],
)
def test_stands_alone(analysed: Analysed, sentence: str) -> None:
    assert not _leans(analysed("The fair opened on Sunday.", sentence), 1)


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        pytest.param("These pictures show the harbour after the storm.", False, id="these"),
        pytest.param("This is the moment the bridge fell into the harbour.", False, id="this"),
        pytest.param("In this town of fishermen, the council is the law.", False, id="in this town"),
        pytest.param("It is one of the oldest harbours of the coast.", False, id="it is"),
        pytest.param("It was rejected by the council on Monday.", True, id="it was done"),
        pytest.param("They agreed to meet again in the harbour.", True, id="they"),
        pytest.param("Such visits are rare in the valley.", True, id="such"),
    ],
)
def test_the_opening_of_an_article_explains_what_it_points_at(analysed: Analysed, sentence: str, leans: bool) -> None:
    assert _leans(analysed(sentence)) is leans
    assert _leans(analysed("The fair opened on Sunday.", sentence), 1)


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("“I have never seen that before.”", True),
        ("“They took it from us in the night.”", True),
        ("“The harbour belongs to the town of Rovani.”", False),
        ("“We want a new harbour for the town.”", False),
    ],
)
def test_speech_torn_from_its_place_leans_when_it_alludes(analysed: Analysed, sentence: str, leans: bool) -> None:
    document = analysed(sentence)
    whole = versions(document, document.sentences[0])[0]

    assert pointing(References(document=document, actors=()), whole, speech=True).leans is leans
