"""Whatever the text, both rooms give facts that stand where they say."""

from __future__ import annotations

from briefbook.analysis import LoadedModel, References, analyse
from briefbook.extract import actors, roles, statements
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import make_article

PIECES = st.sampled_from(
    [
        "Ole Berg",
        "Lena Marsh",
        "the mayor",
        "Harrow Bank",
        "Norway's",
        "said",
        "told reporters",
        "according to",
        "that",
        "it rained",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        ":",
        "?",
        "—",
        "(D-Ohio)",
        "president of",
        "and",
        "who heads",
        "former",
        "Lt.",
        "was appointed",
        "as",
        "its",
        "he",
        "they",
        "-based",
        "88-year-old",
        "VOSS:",
        "[",
        "]",
        "not",
        "would",
        "\u202e",
        "\n",
    ]
)


@settings(max_examples=80, deadline=None)
@given(paragraphs=st.lists(st.lists(PIECES, min_size=1, max_size=18).map(" ".join), min_size=1, max_size=3))
def test_every_fact_stands_where_it_says(language_model: LoadedModel, paragraphs: list[str]) -> None:
    document = analyse(make_article(paragraphs, headline="Ole Berg: bank to close"), language_model)
    named = roles.extract(References(document=document, actors=actors.extract(document).actors))
    found = statements.extract(References(document=document, actors=named))

    cited = [c for a in named for item in (*a.roles, *a.relations) for c in item.citations]
    cited += [c for s in found for c in (*s.content, *s.citations)]
    assert all(document.article.holds(c) and c.exact for c in cited)
    assert all(s.citations and s.speaker_name and s.cue for s in found)
    assert len({a.id for a in named}) == len(named)
