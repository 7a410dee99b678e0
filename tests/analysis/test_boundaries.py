"""Sentence boundaries: where the marks and not the model decide."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "Debt fell to £355m. Shares rose to 212p. He left for Orsa.",
            ["Debt fell to £355m.", "Shares rose to 212p.", "He left for Orsa."],
            id="a unit behind a number is no initial",
        ),
        pytest.param(
            "It lies 40 km. The road is closed. On 3 Jan. Marsh left, at 9 a.m. Monday.",
            ["It lies 40 km.", "The road is closed.", "On 3 Jan. Marsh left, at 9 a.m. Monday."],
            id="a month or an hour behind a number is no unit",
        ),
        pytest.param(
            "“We will not give up.” Gen. Pietro Vanni left.",
            ["“We will not give up.”", "Gen. Pietro Vanni left."],
            id="closing quote belongs to the sentence before, abbreviation is no end",
        ),
        pytest.param(
            '"We won." Marsh agreed at once.', ['"We won."', "Marsh agreed at once."], id="straight closing quote"
        ),
        pytest.param(
            "He lives in the U.S. He likes it.",
            ["He lives in the U.S.", "He likes it."],
            id="U.S. ends a sentence before a pronoun",
        ),
        pytest.param(
            "He met U.S. President Lena Marsh.", ["He met U.S. President Lena Marsh."], id="U.S. goes on into a name"
        ),
        pytest.param(
            "Rep. Jim Cole and Sen. Ana Ruiz met Mrs. Vane.",
            ["Rep. Jim Cole and Sen. Ana Ruiz met Mrs. Vane."],
            id="honorifics",
        ),
        pytest.param(
            "“We held it,” spokesman Col. Idris Haroun said. Sgt. Ole Berg and Maj. Ana Lund left.",
            ["“We held it,” spokesman Col. Idris Haroun said.", "Sgt. Ole Berg and Maj. Ana Lund left."],
            id="ranks that the model splits from their point",
        ),
        pytest.param(
            "Cllr. Jo Moody agreed. Supt. Bo Lund did not.",
            ["Cllr. Jo Moody agreed.", "Supt. Bo Lund did not."],
            id="ranks of councils and the police",
        ),
        pytest.param(
            "The talks (held in Norland. It was cold.) went on.",
            ["The talks (held in Norland. It was cold.) went on."],
            id="no sentence begins inside brackets",
        ),
        pytest.param(
            "Harrow Inc. said it fell 3.5 percent. Shares rose.",
            ["Harrow Inc. said it fell 3.5 percent.", "Shares rose."],
            id="company suffix and decimal point",
        ),
        pytest.param(
            "“Really?” asked Ms. Vane.",
            ["“Really?” asked Ms. Vane."],
            id="a question quoted goes on into its attribution",
        ),
        pytest.param("One line\nAnother line", ["One line", "Another line"], id="a line break ends a sentence"),
        pytest.param("He said: “Go.” They went.", ["He said: “Go.”", "They went."], id="no break at the colon"),
        pytest.param("J. P. Alder spoke.", ["J. P. Alder spoke."], id="initials"),
        pytest.param(
            "“We go,” she wrote on X. Prime Minister Ana Vane agreed.",
            ["“We go,” she wrote on X.", "Prime Minister Ana Vane agreed."],
            id="a platform that is a letter ends a sentence",
        ),
        pytest.param(
            "“I wrote it on X.” Marsh left.",
            ["“I wrote it on X.”", "Marsh left."],
            id="a letter before a closing quote",
        ),
        pytest.param(
            "Norland play in Group B. Sudland lost to Pera.",
            ["Norland play in Group B.", "Sudland lost to Pera."],
            id="a group that is a letter",
        ),
        pytest.param(
            "It began at 9 a.m. Monday and ended at 3 p.m. Marsh left.",
            ["It began at 9 a.m. Monday and ended at 3 p.m.", "Marsh left."],
            id="an hour, with its day and at the end",
        ),
        pytest.param("Francis X. Marsh spoke on X.", ["Francis X. Marsh spoke on X."], id="X as an initial"),
    ],
)
def test_boundaries(analysed, text, sentences):
    document = analysed(text)

    assert [document.sentence_text(sentence) for sentence in document.sentences] == sentences


def test_a_headline_is_one_sentence(analysed):
    document = analysed("The vote is on Monday.", headline="Is it over? Marsh says no. Others wait")

    assert [document.sentence_text(s) for s in document.sentences if s.block == 0] == [
        "Is it over? Marsh says no. Others wait"
    ]


def test_no_dependency_leaves_its_sentence(analysed):
    document = analysed("“We won.” Marsh agreed. She (it is said. Twice.) left the U.S. He stayed.", "A. B. C. D!” E?")

    for sentence in document.sentences:
        assert all(sentence.first <= token.head < sentence.last for token in document.sentence_tokens(sentence))


def test_sentences_cover_all_tokens_in_order(analysed):
    document = analysed("One. Two! Three? “Four.” (Five. Six.) Seven…", "Eight.")

    assert [i for s in document.sentences for i in range(s.first, s.last)] == list(range(len(document.tokens)))


def test_a_rank_is_one_token_and_no_part_of_a_name(analysed):
    document = analysed("Lt. Col. Alex Vind told lawmakers about it.")

    assert [token.text for token in document.tokens[:4]] == ["Lt.", "Col.", "Alex", "Vind"]
    assert all(not document.text(name.first, name.last).startswith(("Lt.", "Col.")) for name in document.names)
