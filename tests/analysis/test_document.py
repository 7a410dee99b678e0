"""The analysed document by itself: what hangs on what, what spans what, and what can be cited.

The documents are made by hand, so that the answers do not depend on a language model.
"""

from __future__ import annotations

import pytest
from briefbook.analysis import AnalysedDocument
from briefbook.analysis.document import DATELINE, Sentence, Token
from briefbook.model import Article, Block, BlockKind, Citation, Source
from hypothesis import given
from hypothesis import strategies as st


def token(index, text, head, dep, *, block=0, start=0, sentence=0, cased=None):
    return Token(
        index=index,
        text=text,
        lower=text.lower(),
        lemma=text.lower(),
        pos="X",
        tag="XX",
        dep=dep,
        head=head,
        block=block,
        start=start,
        end=start + len(text),
        sentence=sentence,
        entity="",
        cased=cased or text,
    )


def document(*blocks):
    """One sentence a block; a block is a list of (word, head within the block, label), the words a space apart."""
    tokens, sentences, made = [], [], []
    for number, words in enumerate(blocks):
        first, at = len(tokens), 0
        for word, head, dep, *cased in words:
            tokens.append(
                token(
                    len(tokens),
                    word,
                    first + head,
                    dep,
                    block=number,
                    start=at,
                    sentence=number,
                    cased=cased[0] if cased else None,
                )
            )
            at += len(word) + 1
        text = " ".join(word for word, *_ in words)
        made.append(Block(number=number, kind=BlockKind.PARAGRAPH, text=text))
        sentences.append(Sentence(index=number, block=number, first=first, last=len(tokens), start=0, end=len(text)))
    article = Article(id="a", source=Source(path="a.txt", sha256="0" * 64), blocks=tuple(made), language="en")
    return AnalysedDocument(article=article, tokens=tuple(tokens), sentences=tuple(sentences))


LAKES = [
    ("Envoys", 3, "nsubj"),
    ("from", 0, "prep"),
    ("Norland", 1, "pobj"),
    ("met", 3, "ROOT"),
    ("farmers", 3, "dobj"),
    (",", 4, "punct"),
    ("millers", 4, "conj"),
    ("and", 6, "cc"),
    ("bakers", 6, "conj"),
    (".", 3, "punct"),
]
"""Envoys from Norland met farmers, millers and bakers."""


def words(tokens):
    return [t.text for t in tokens]


class TestWhatATokenGoverns:
    @pytest.mark.parametrize(
        ("index", "labels", "want"),
        [
            (3, (), ["Envoys", "farmers", "."]),
            (3, ("nsubj",), ["Envoys"]),
            (3, ("dobj", "nsubj"), ["Envoys", "farmers"]),  # in the order of the text
            (3, ("agent",), []),
            (4, ("conj",), ["millers"]),
            (2, (), []),
        ],
    )
    def test_dependents(self, index, labels, want):
        assert words(document(LAKES).dependents(index, *labels)) == want

    def test_a_root_does_not_govern_itself(self):
        assert 3 not in document(LAKES).children[3]

    @pytest.mark.parametrize(
        ("index", "want"),
        [(4, ["farmers", "millers", "bakers"]), (6, ["millers", "bakers"]), (8, ["bakers"]), (0, ["Envoys"])],
    )
    def test_conjuncts_are_those_joined_after_it(self, index, want):
        found = document(LAKES)

        assert [found.tokens[i].text for i in found.conjuncts(index)] == want

    @pytest.mark.parametrize(
        ("index", "want"),
        [(2, ["from", "Envoys", "met"]), (8, ["millers", "farmers", "met"]), (3, [])],
    )
    def test_ancestors_run_up_to_the_root(self, index, want):
        assert words(document(LAKES).ancestors(index)) == want

    @pytest.mark.parametrize(
        ("index", "want"),
        [(0, "Envoys from Norland"), (4, "farmers , millers and bakers"), (7, "and"), (3, None)],
    )
    def test_a_subtree_is_all_that_is_governed(self, index, want):
        found = document(LAKES)

        assert found.text(*found.subtree(index)) == (want or found.article.blocks[0].text)

    def test_blocks_are_apart(self):
        found = document(LAKES, [("Bakers", 1, "nsubj"), ("left", 1, "ROOT")])

        assert words(found.dependents(11)) == ["Bakers"]
        assert found.subtree(11) == (10, 12)
        assert found.block_sentences == {0: (found.sentences[0],), 1: (found.sentences[1],)}


@st.composite
def trees(draw):
    """Any parse: the head of every token is drawn so that following heads always ends at the one root."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for place, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, place - 1))]
    labels = st.sampled_from(["nsubj", "dobj", "conj", "prep"])
    return document([(f"w{i}", heads[i], "ROOT" if heads[i] == i else draw(labels)) for i in range(size)])


class TestAnyParse:
    @given(trees())
    def test_heads_and_dependents_are_one_relation(self, found):
        for t in found.tokens:
            for below in found.dependents(t.index):
                assert below.head == t.index != below.index
        assert sum(len(found.dependents(t.index)) for t in found.tokens) == len(found.tokens) - 1

    @given(trees())
    def test_labels_part_the_dependents(self, found):
        labels = ("nsubj", "dobj", "conj", "prep")
        for t in found.tokens:
            parted = [below.index for label in labels for below in found.dependents(t.index, label)]

            assert sorted(parted) == list(found.children[t.index])

    @given(trees())
    def test_a_subtree_holds_exactly_the_outermost_of_those_below(self, found):
        for t in found.tokens:
            below = [o.index for o in found.tokens if o.index == t.index or t in list(found.ancestors(o.index))]

            assert found.subtree(t.index) == (min(below), max(below) + 1)

    @given(trees())
    def test_conjuncts_hang_on_each_other(self, found):
        for t in found.tokens:
            group = found.conjuncts(t.index)

            assert list(group) == sorted(set(group))
            assert all(i == t.index or found.tokens[i].dep == "conj" for i in group)
            assert all(i == t.index or found.tokens[i].head in group for i in group)

    @given(trees(), st.data())
    def test_a_citation_leads_back_to_its_tokens(self, found, data):
        first = data.draw(st.integers(0, len(found.tokens) - 1))
        last = data.draw(st.integers(first + 1, len(found.tokens)))
        citation = found.cite(first, last)

        assert found.token_range(citation) == (first, last)
        assert citation.exact == found.text(first, last)


class TestCiting:
    def test_a_citation_that_cuts_a_token_is_no_range(self):
        found = document(LAKES)

        assert found.token_range(Citation(block=0, start=1, end=6, exact="nvoys")) is None
        assert found.token_range(Citation(block=0, start=0, end=5, exact="Envoy")) is None
        assert found.token_range(Citation(block=7, start=0, end=6, exact="Envoys")) is None

    def test_a_full_stop_inside_the_last_token_may_be_left_out(self):
        found = document([("Lunde", 1, "compound"), ("Inc.", 1, "ROOT")])

        assert found.token_range(Citation(block=0, start=0, end=9, exact="Lunde Inc")) == (0, 2)
        assert found.token_range(Citation(block=0, start=0, end=10, exact="Lunde Inc.")) == (0, 2)

    def test_a_sentence_is_cited_whole_or_without_its_dateline(self):
        found = document([("OSLO", 2, DATELINE), ("—", 2, DATELINE), ("Envoys", 2, "ROOT"), ("met", 2, "dep")])

        assert found.cite_sentence(0).exact == "OSLO — Envoys met"
        assert found.cite_sentence(found.sentences[0]) == found.cite_sentence(0)
        assert found.cite_told(0).exact == "Envoys met"
        assert found.told_from(found.sentences[0]) == 2
        assert found.sentence_text(found.sentences[0]) == "OSLO — Envoys met"
        assert words(found.sentence_tokens(found.sentences[0])) == ["OSLO", "—", "Envoys", "met"]

    def test_a_sentence_of_a_dateline_only_keeps_its_last_word(self):
        found = document([("OSLO", 0, DATELINE), ("—", 0, DATELINE)])

        assert found.cite_told(0).exact == "—"


SHOUTED = [("MARSH", 1, "nsubj", "Marsh"), ("MEETS", 1, "ROOT", "meets"), ("EU", 1, "dobj"), ("envoys", 2, "dep")]


class TestCapitals:
    def test_text_as_running_text_would_write_it(self):
        found = document(SHOUTED)

        assert found.text(0, 4) == "MARSH MEETS EU envoys"
        assert found.cased_text(0, 4) == "Marsh meets EU envoys"
        assert found.cased_text(1, 3) == "meets EU"
        assert [t.restored for t in found.tokens] == [True, True, False, False]

    def test_small_words_are_those_that_running_text_writes_small(self):
        assert document(SHOUTED).small_words == {"meets", "envoys"}
