"""What makes a sentence worth telling: each trait by itself, all else equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.summary.features import announces, setting, worth
from briefbook.extract.summary.sentences import tellable
from briefbook.extract.summary.weights import WEIGHTS, Weights

Analysed = Callable[..., AnalysedDocument]
NONE = replace(WEIGHTS, **{field.name: 0.0 for field in fields(Weights)})


def _worths(document: AnalysedDocument, **weights: float) -> list[float]:
    told = tellable(document)
    where = setting(References(document=document, actors=()), frozenset(), told)
    only = replace(NONE, **{"full": 1.0, **weights})
    return [worth(document, item, where, only) for item in told]


@pytest.mark.parametrize(
    ("trait", "better", "worse"),
    [
        pytest.param(
            "figure",
            "The council paid 40 farmers of the valley.",
            "The council paid the farmers of the valley.",
            id="figure",
        ),
        pytest.param(
            "specific", "Ines Caro met Pavel Orsic in Lima.", "The mayor met the farmers in town.", id="names"
        ),
    ],
)
def test_a_trait_adds_worth(analysed: Analysed, trait: str, better: str, worse: str) -> None:
    with_it, without = _worths(analysed(better, worse), **{trait: 1.0})

    assert with_it > without == 0


@pytest.mark.parametrize(
    ("trait", "worse", "better"),
    [
        pytest.param(
            "quoted",
            "“The harbour belongs to us,” said the mayor.",
            "The harbour belongs to the town, said the mayor.",
            id="quotation",
        ),
        pytest.param(
            "own_voice", "I never saw the letter of the mayor.", "He never saw the letter of the mayor.", id="own voice"
        ),
        pytest.param(
            "background",
            "The town was founded in 1612 by traders.",
            "The town was flooded on Monday by rain.",
            id="background",
        ),
        pytest.param(
            "torn",
            "“The harbour of the town belongs to all of us, said the mayor of Rovani.",
            "The harbour of the town belongs to all of us, said the mayor of Rovani.",
            id="torn quotation",
        ),
    ],
)
def test_a_fault_takes_worth_away(analysed: Analysed, trait: str, worse: str, better: str) -> None:
    with_it, without = _worths(analysed(worse, better), **{trait: -1.0})

    assert with_it < without == 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council will meet the farmers again.", True),
        ("The bridge is scheduled to open in May.", True),
        ("The council met the farmers again.", False),
    ],
)
def test_knows_what_announces(analysed: Analysed, sentence: str, expected: bool) -> None:
    document = analysed(sentence)

    assert announces(document, tellable(document)[0]) is expected


def test_a_day_around_the_publication_adds_worth(analysed: Analysed) -> None:
    document = analysed("The harbour council met again.", "The farmers sold their sweet apples.")
    told = tellable(document)
    where = setting(References(document=document, actors=()), frozenset(), told, recent=frozenset({0}))

    assert [worth(document, item, where, replace(NONE, full=1.0, recent=1.0)) for item in told] == [1.0, 0.0]


@pytest.mark.parametrize(
    "heading", ["Farmers to meet the harbour council this week", "Harbour council to meet farmers"]
)
def test_taking_up_the_line_above_adds_worth(analysed: Analysed, heading: str) -> None:
    document = analysed(
        "The market was closed early.", heading, "The harbour council met the farmers.", "Apples were sold in autumn."
    )

    assert [value > 0 for value in _worths(document, subhead=1.0)] == [False, True, False]


def test_a_line_without_a_full_stop_is_a_heading_and_not_told(analysed: Analysed) -> None:
    document = analysed("Harbour council to meet farmers", "The harbour council met the farmers on Monday.")
    told = tellable(document)

    assert [item.text for item in told] == ["The harbour council met the farmers on Monday."]
    assert {"harbour", "council", "farmer"} <= told[0].topic


def test_the_first_sentence_of_a_paragraph_opens_it(analysed: Analysed) -> None:
    document = analysed("The market was closed early. The school was closed later.", "The church was closed on Monday.")

    assert _worths(document, opens=1.0) == [1.0, 0.0, 1.0]


def test_earlier_is_worth_more(analysed: Analysed) -> None:
    document = analysed(*(f"The {word} of the town was closed." for word in ("market", "school", "quay", "church")))

    for trait in ("early", "place"):
        worths = _worths(document, **{trait: 1.0})
        assert worths == sorted(worths, reverse=True)
        assert len(set(worths)) == 4


def test_only_the_first_sentence_is_first(analysed: Analysed) -> None:
    assert _worths(analysed("The market was closed early.", "The school was closed early."), first=1.0) == [1.0, 0.0]


def test_taking_up_the_headline_adds_worth(analysed: Analysed) -> None:
    document = analysed(
        "The farmers sold their sweet apples.", "The harbour council met again.", headline="Harbour council meets"
    )
    other, same = _worths(document, headline=1.0)

    assert same > other == 0


def test_without_a_headline_nothing_takes_it_up(analysed: Analysed) -> None:
    assert _worths(analysed("The harbour council met again."), headline=1.0) == [0.0]


def test_a_dated_sentence_adds_worth(analysed: Analysed) -> None:
    document = analysed("The harbour council met again.", "The farmers sold their sweet apples.")
    told = tellable(document)
    where = setting(References(document=document, actors=()), frozenset({1}), told)
    dated = replace(NONE, full=1.0, dated=1.0)

    assert [worth(document, item, where, dated) for item in told] == [0.0, 1.0]


def test_what_recurs_is_central(analysed: Analysed) -> None:
    document = analysed(
        "The harbour was closed early.", "The harbour council met again.", "Apples were sold by farmers."
    )
    closed, council, apples = _worths(document, central=1.0)

    assert closed > apples
    assert council > apples


def test_a_short_sentence_is_worth_its_share(analysed: Analysed) -> None:
    document = analysed("The mayor then left again.", "The mayor of the harbour town then left the angry farmers.")
    short, long = _worths(document, base=1.0, full=4.0)

    assert short < long == 1.0


def test_every_weight_is_a_number() -> None:
    assert all(isinstance(getattr(WEIGHTS, field.name), float) for field in fields(Weights))
