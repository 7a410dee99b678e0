"""From article to analysed document: offsets, order, hostile and long text."""

from __future__ import annotations

import pytest
from briefbook.analysis import analyse_all

from tests.conftest import make_article


def offsets_hold(document) -> bool:
    blocks = document.article.blocks
    return all(blocks[t.block].text[t.start : t.end] == t.text for t in document.tokens)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>alert('Lena Marsh')</script> & {{ jinja }} --8<-- x", id="markup"),
        pytest.param("Right\u202eto left\u202c and zero\u200bwidth \ufeffmark", id="direction overrides"),
        pytest.param("A lone \ud800 surrogate by Lena Marsh.", id="lone surrogate"),
        pytest.param("\u0000 nul \u0007 bell", id="control characters"),
        pytest.param("e\u0301te\u0301 İstanbul ß ŉ ǰ", id="letters that change length with case"),
        pytest.param("🙂 Lena Marsh 👩‍👩‍👧 met", id="astral characters"),
        pytest.param("…", id="a lone mark"),
        pytest.param("MARSH TIGHTENS İSTANBUL GRIP ON NORLAND", id="shouted with a letter that grows"),
    ],
)
def test_hostile_text_keeps_its_offsets(analysed, text):
    document = analysed(text)

    assert offsets_hold(document)
    assert all(document.sentence_text(sentence) for sentence in document.sentences)


def test_a_long_block_is_read_in_portions_with_true_offsets(analysed):
    text = "Lena Marsh met Odo Brandt on Monday. " * 1500

    document = analysed(text.strip())

    assert offsets_hold(document)
    assert len(document.sentences) == 1500
    assert {s.block for s in document.sentences} == {0}


def test_articles_come_back_in_order_whatever_their_blocks(language_model):
    articles = [make_article(["One."]), make_article([]), make_article(["Two.", "Three."]), make_article([])]

    documents = list(analyse_all(articles, language_model))

    assert [[t.text for t in d.tokens if t.text != "."] for d in documents] == [["One"], [], ["Two", "Three"], []]
    assert [d.article for d in documents] == articles


def test_a_shouted_title_keeps_its_letters_and_tells_the_restored_ones(analysed):
    document = analysed("President Lena Marsh spoke in Norland.", headline="MARSH SPEAKS IN NORLAND")
    title = [t for t in document.tokens if t.block == 0]

    assert [t.text for t in title] == ["MARSH", "SPEAKS", "IN", "NORLAND"]
    assert [t.cased for t in title] == ["Marsh", "speaks", "in", "Norland"]
    assert document.cased_text(0, 4) == "Marsh speaks in Norland"
    assert document.text(0, 4) == "MARSH SPEAKS IN NORLAND"


def test_words_with_small_letters_are_known(analysed):
    assert {"met", "in"} <= analysed("Lena Marsh met them in Orsa.").small_words
    assert "Orsa" not in analysed("Lena Marsh met them in Orsa.").small_words


def test_a_citation_may_leave_out_the_full_stop_of_an_abbreviation(analysed):
    document = analysed("He works for Harrow Steel Corp.")
    block = document.article.blocks[0].text
    start, end = block.index("Harrow"), len(block) - 1

    span = document.token_range(document.article.cite(0, start, end))

    assert span is not None
    assert document.tokens[span[0]].text == "Harrow"
