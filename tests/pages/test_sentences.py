"""Which sentences a citation touches, and which are cited at all."""

from __future__ import annotations

import pytest
from briefbook.model.evidence import Sentences
from briefbook.pages.notes import deep_address
from briefbook.pages.sentences import whereabouts

from .factory import PARAGRAPHS, Draft, article, briefing


def test_a_citation_finds_the_sentences_it_touches() -> None:
    """Inside one, across two, and at the seam."""
    made = briefing()
    draft, found = Draft(made.article), Sentences(made)
    across = draft.cite("on Tuesday. The weather")

    assert [s.citation.exact for s in found.covering(draft.cite("weather"))] == ["The weather was mild."]
    assert len(found.covering(across)) == 2
    assert [s.citation.exact[:3] for s in found.covering(draft.cite("The weather was mild."))] == ["The"]
    assert len(found.covering(draft.cite(PARAGRAPHS[0]))) == 2


def test_mentions_alone_cite_nothing() -> None:
    """The sentence about the gulls names nobody that matters to a fact."""
    made = briefing()
    cited = {s.citation.exact for s in made.sentences if s.number in Sentences(made).cited}

    assert "Gulls circled over the pier." not in cited
    assert "The weather was mild." not in cited
    assert PARAGRAPHS[2] in cited


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Harbour talks", "headline"),
        ("The two sides", "standfirst"),
        ("Ferries wait", "image caption"),
        ("Lena Marsh, Director", "paragraph 1"),
        ("We will find", "paragraph 2"),
    ],
)
def test_whereabouts_count_paragraphs_as_a_reader_does(words: str, expected: str) -> None:
    """Headlines and captions are not counted."""
    draft = Draft(article())
    assert whereabouts(draft.article, draft.cite(words)) == expected


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        pytest.param(None, "x", None, id="no address"),
        pytest.param("https://n.example/a", "one two", "https://n.example/a#:~:text=one%20two", id="short"),
        pytest.param("https://n.example/a#part", "one", "https://n.example/a#part:~:text=one", id="with an anchor"),
        pytest.param(
            "https://n.example/a",
            " ".join(f"w{n}" for n in range(20)),
            "https://n.example/a#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19",
            id="long",
        ),
    ],
)
def test_deep_addresses_follow_the_text_fragment_syntax(address: str | None, words: str, expected: str | None) -> None:
    """`#:~:text=start,end`, with an anchor of the page's own kept before it."""
    assert deep_address(address, words) == expected
