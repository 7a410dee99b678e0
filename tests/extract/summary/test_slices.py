"""What may be left out of a sentence, and what must not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument
from briefbook.extract.summary.quoted import unpaired
from briefbook.extract.summary.slices import versions

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


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The mayor took bribes for years (prosecutors say in their report).", id="remark in brackets"),
        pytest.param(
            "The mayor took bribes for years — prosecutors told the court in Lima — and hid them.", id="between dashes"
        ),
        pytest.param("As prosecutors told the court in Lima, Ines Caro took bribes for years.", id="opening as"),
        pytest.param("Ines Caro, as prosecutors told the court, took bribes for years.", id="as in the middle"),
        pytest.param("The harbour was closed on Monday, as the ministry announced in a letter.", id="as at the end"),
        pytest.param(
            "The council raised the immunity of two members, paving the way for a trial, according to party officials.",
            id="according to, behind what may go",
        ),
        pytest.param(
            "The ferry sank within minutes, killing two of the sailors, the police said.", id="they said, at the end"
        ),
        pytest.param(
            "The ferry sank within minutes, killing two of the sailors, said Olga Brandt.", id="said she, at the end"
        ),
    ],
)
def test_an_attribution_is_never_left_out(analysed: Analysed, sentence: str) -> None:
    """An allegation may not become a fact."""
    source = re.compile(r"prosecutors|ministry|according to party officials|the police said|said Olga Brandt")

    assert all(source.search(shown) for shown in _shown(analysed(sentence)))


@pytest.mark.parametrize(
    ("sentence", "shortened"),
    [
        pytest.param(
            "The council closed the old harbour on Monday, saying that the cranes were too old for the big ships.",
            "The council closed the old harbour on Monday",
            id="what they said beside what they did",
        ),
        pytest.param(
            "Olga Brandt, who says the cranes are safe, met the council on Monday in the harbour.",
            "Olga Brandt … met the council on Monday in the harbour.",
            id="what somebody says of something else",
        ),
    ],
)
def test_what_somebody_said_besides_may_go(analysed: Analysed, sentence: str, shortened: str) -> None:
    assert shortened in _shown(analysed(sentence))


def test_a_link_of_a_chain_is_no_apposition(analysed: Analysed) -> None:
    sentence = (
        "The plan was carried on Friday with 13 votes for it, none against it, and two members of the council absent."
    )

    assert not any("… and two" in shown for shown in _shown(analysed(sentence)))


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
        ("LIMA, Peru (AP)_ The council met.", "The council met."),
        ("LIMA (AP) _ The council met.", "The council met."),
        ("14:05 The council of Rovani met on Monday.", "The council of Rovani met on Monday."),
        ("2.15pm BST - The council of Rovani met on Monday.", "The council of Rovani met on Monday."),
        ("2.15 million people met on Monday in the harbour.", "2.15 million people met on Monday in the harbour."),
        ("14:05 was when the council met on Monday.", "14:05 was when the council met on Monday."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(analysed: Analysed, text: str, rest: str) -> None:
    assert _shown(analysed(text))[0] == rest


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("However, Ines Caro refused to sign the second contract.", "Ines Caro refused to sign the second contract."),
        ("But the farmers of the valley refused to sign it.", "the farmers of the valley refused to sign it."),
        ("Meanwhile the farmers of the valley gathered in Lima.", "the farmers of the valley gathered in Lima."),
        ("But then the farmers of the valley refused to sign it.", "the farmers of the valley refused to sign it."),
        ("And so, the farmers of the valley refused to sign it.", "the farmers of the valley refused to sign it."),
        ("Then President Ines Caro signed the treaty in Lima.", "Then President Ines Caro signed the treaty in Lima."),
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
