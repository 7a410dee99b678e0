"""What may be left out of a sentence, and what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument
from briefbook.extract.summary.slices import unpaired, versions

Analysed = Callable[..., AnalysedDocument]


def _shown(document: AnalysedDocument) -> list[str]:
    return [
        " … ".join(document.text(*part) for part in version) for version in versions(document, document.sentences[0])
    ]


@pytest.mark.parametrize(
    ("sentence", "shortened"),
    [
        pytest.param(
            "Mayor Ines Caro, who took office in spring, opened the new bridge on Monday.",
            "Mayor Ines Caro … opened the new bridge on Monday.",
            id="relative clause in the middle",
        ),
        pytest.param(
            "The town council approved the budget, which had been delayed by three months.",
            "The town council approved the budget",
            id="relative clause at the end",
        ),
        pytest.param(
            "Olga Brandt, a farmer from the north of the valley, won the vote on Sunday.",
            "Olga Brandt … won the vote on Sunday.",
            id="apposition of a common noun",
        ),
        pytest.param(
            "The ministry closed the port on Friday, citing high waves and broken cranes.",
            "The ministry closed the port on Friday",
            id="participle at the end",
        ),
        pytest.param(
            "Five towns in the valley, including Rovani and Old Mill, signed the contract on Friday.",
            "Five towns in the valley … signed the contract on Friday.",
            id="examples",
        ),
        pytest.param(
            "The delegation left the hall (its third walkout in two weeks) before the vote was held.",
            "The delegation left the hall … before the vote was held.",
            id="brackets",
        ),
        pytest.param(
            "The old ferry, built in Genoa in 1954, sank in the harbour on Monday.",
            "The old ferry … sank in the harbour on Monday.",
            id="participle clause that describes a noun",
        ),
        pytest.param(
            "The minister opened the fair in Lima, and her deputy visited the flooded villages.",
            "The minister opened the fair in Lima",
            id="second clause with its own subject",
        ),
        pytest.param(
            "Leaders of both unions opened the meeting on Friday, with their members at odds over pay.",
            "Leaders of both unions opened the meeting on Friday",
            id="what goes along with it",
        ),
    ],
)
def test_leaves_out_what_only_describes(analysed: Analysed, sentence: str, shortened: str) -> None:
    assert shortened in _shown(analysed(sentence))[1:]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The council will meet on Monday if the mayor returns from Oslo in time.", id="condition"),
        pytest.param(
            "The bridge was closed because its cables had rusted, engineers said.", id="attribution and reason"
        ),
        pytest.param("According to the ministry, Ines Caro met the farmers in Lima.", id="opening attribution"),
        pytest.param("The farmers who signed the letter were invited to the palace.", id="restrictive clause"),
        pytest.param("Without the mayor, Olga Brandt would not open the session.", id="opening exception"),
        pytest.param("On Monday, Olga Brandt met the farmers in Lima.", id="opening date"),
        pytest.param("The mayor resigned on Friday, which her office denied in a letter.", id="denial"),
        pytest.param("The ferry sank on Monday, and the crew did not leave in time.", id="negation"),
        pytest.param("The mayor signed the law on Monday, but the court stopped it within hours.", id="contrast"),
        pytest.param("Ines Caro opened the bridge and left for Lima in the evening.", id="shared subject"),
        pytest.param("The talks between both sides were held, alleged to be the last ones.", id="doubt"),
    ],
)
def test_never_leaves_out_what_changes_the_truth(analysed: Analysed, sentence: str) -> None:
    assert _shown(analysed(sentence)) == [sentence]


def test_nothing_is_left_out_of_a_quotation(analysed: Analysed) -> None:
    sentence = "“The harbour, which we built ourselves, belongs to the town,” Olga Brandt said."

    assert all("which we built ourselves" in shown for shown in _shown(analysed(sentence)))


def test_every_version_is_made_of_exact_slices_in_order(analysed: Analysed) -> None:
    document = analysed("Ines Caro, who took office in spring, opened the bridge, citing safer cables and wider lanes.")

    for version in versions(document, document.sentences[0]):
        ends = [0, *(part.last for part in version)]
        assert all(part.first < part.last for part in version)
        assert all(end <= part.first for end, part in zip(ends, version, strict=False))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("LIMA (AP) — The council met.", "The council met."),
        ("OLD MILL, Ohio, Dec 23 (Reuters) - The council met.", "The council met."),
        ("Rome (CNN) The council met.", "The council met."),
        ("LISBON, 6 September 2023 - The council met.", "The council met."),
        ("BRUSSELS/PARIS – The council met.", "The council met."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(analysed: Analysed, text: str, rest: str) -> None:
    assert _shown(analysed(text))[0] == rest


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("However, Ines Caro refused to sign the second contract.", "Ines Caro refused to sign the second contract."),
        ("But the farmers of the valley refused to sign it.", "the farmers of the valley refused to sign it."),
        (
            "Also on Sunday, Ines Caro met the farmers of the valley.",
            "Also on Sunday, Ines Caro met the farmers of the valley.",
        ),
    ],
)
def test_an_opening_that_points_back_is_dropped_where_the_rest_stands_alone(
    analysed: Analysed, sentence: str, shown: str
) -> None:
    assert _shown(analysed(sentence))[0] == shown


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("“Yes,” she said.", False),
        ("“Yes, she said.", True),
        ('"Yes," she said.', False),
        ('and that is all," she said.', True),
        ("The vote (the third) failed.", False),
        ("the third) failed.", True),
    ],
)
def test_knows_a_torn_quotation(text: str, torn: bool) -> None:
    assert unpaired(text) is torn
