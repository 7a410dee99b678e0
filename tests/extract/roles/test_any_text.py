"""Roles of any text: whatever stands at its very end or beginning, reading stops at its borders."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import actors, roles
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = (
    "Jim Wright", "Lena Marsh", "Harrow Bank", "South Korean", "D-Texas", "R-Kan.", "(R)", "(D)", "Sen.", "House Speaker", "acting",
    "president", "and", "of", "the", "a", ",", "'s", "who heads", "at large", "County", "chancellor of the Exchequer", "mother of two",
    "formerly", "as", "will remain as", "was re-elected", "chairs the Senate Subcommittee", "said", "White House", "both",
)  # fmt: skip


@settings(max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), stop=st.sampled_from(("", ".")))
def test_any_row_of_words_is_read(analysed: Callable[..., AnalysedDocument], pieces: list[str], stop: str) -> None:
    document = analysed(" ".join(pieces) + stop)
    references = References(document=document, actors=actors.extract(document).actors)

    for actor in roles.extract(references):
        for role in actor.roles:
            assert role.title or role.organization_name
            assert all(citation.exact for citation in role.citations)


@pytest.mark.parametrize(
    "text",
    [
        "Bob Dorn, R-Kan., agreed with House Speaker Jim Wright, D-Texas.",
        "It was agreed by Lena Marsh,",
        "Lena Marsh, a",
        "Lena Marsh (R)",
        "South Korean",
        "who chairs the Senate Subcommittee",
    ],
)
def test_a_text_may_end_anywhere(analysed: Callable[..., AnalysedDocument], text: str) -> None:
    document = analysed(text)

    assert roles.extract(References(document=document, actors=actors.extract(document).actors)) is not None
