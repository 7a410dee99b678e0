"""Credits broken over lines are joined; nothing else is."""

from __future__ import annotations

import pytest
from briefbook.sources.pasted.joining import join_labels
from briefbook.sources.pasted.lines import read_lines
from hypothesis import given
from hypothesis import strategies as st


def joined(text: str) -> list[str]:
    return [line.text for line in join_labels(read_lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ship\n\nFoto:\n\nLea Wolf / dpa\n\nText.", ["A ship", "Foto:\nLea Wolf / dpa", "Text."]),
        ("A ship\n\nPhoto credit:\n\nHannah Coyle", ["A ship", "Photo credit:\nHannah Coyle"]),
        ("A ship (\n\nImage:\n\nPA)\n\nText.", ["A ship (\nImage:\nPA)", "Text."]),
        ("A ship (\n\nImage:\n\nElly Live)\n\nText.", ["A ship (\nImage:\nElly Live)", "Text."]),
    ],
)
def test_a_label_is_joined_with_the_name_below_it(text: str, expected: list[str]) -> None:
    assert joined(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Photo:\n\nThe harbour was opened again on Monday after two weeks of repairs, the authority said.",
        "Foto:",
        "Related:\n\nHannah Coyle",
        "She said:\n\nHannah Coyle",
        "Photo: Hannah Coyle\n\nRavi Menon",
        "Image:\n\nImage:\n\nImage:",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert joined(text) == [line.text for line in read_lines(text)]


@given(
    st.lists(st.sampled_from(["Foto:", "Image:", "Lea Wolf / dpa", "A ship (", "PA)", "Text of the report.", "(", ":"]))
)
def test_no_word_is_lost_and_lines_are_numbered(lines: list[str]) -> None:
    found = join_labels(read_lines("\n\n".join(lines)))

    assert "\n".join(line.text for line in found).split("\n") == (lines or [""])
    assert [line.number for line in found] == list(range(len(found)))
