"""What holds of any text, printed captions or not."""

from __future__ import annotations

import time

import pytest
from briefbook.grammar.credits import caption_day, read_credit, split_caption
from hypothesis import given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    ["Photo: ", "(", ")", "[", "]", " / ", "/", "|", "©", ". ", ", ", " via ", "REUTERS", "AP", "Getty Images", "Ana Silva",
     "A ship leaves the harbour", "FILE - ", "Handout", "\n", "Image caption ", "提供", "dpa", "@harbour", "CC BY-SA 4.0", "...", "é", "\u202e", "\x00"]
)  # fmt: skip
PRINTED = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map("".join))


@given(PRINTED)
def test_caption_and_credit_are_slices_that_do_not_overlap(printed: str) -> None:
    parts = split_caption(printed)

    assert parts.caption is None or parts.caption in printed
    if parts.credit is not None:
        start, end = parts.credit
        assert 0 <= start < end <= len(printed)
        rest = printed[:start] + "\0" + printed[end:]
        assert parts.caption is None or parts.caption in rest


CAPTIONS = st.sampled_from(
    [
        "A ship leaves the harbour of Porto.",
        "Dock workers march on Monday",
        "Ein Schiff verlässt den Hafen.",
        "Ships in Porto, May 4, 2023",
    ]
)
CREDITS = st.sampled_from(
    [
        "Ana Silva/AP",
        "Photo: Ana Silva/Reuters",
        "Getty Images",
        "Handout",
        "© Ana Silva/dpa",
        "Foto: IMAGO/Ana Silva",
        "courtesy of Ana Silva",
    ]
)
FRAMES = st.sampled_from(["{} ({})", "{} [{}]", "{}\n({})", "{}({})", "{} ( {} )"])


@given(CAPTIONS, CREDITS, FRAMES)
def test_caption_credit_and_brackets_are_all_of_a_printed_caption(caption: str, credit: str, frame: str) -> None:
    parts = split_caption(frame.format(caption, credit))

    assert (parts.caption, parts.credit_line) == (caption, credit)


@given(CAPTIONS)
def test_a_caption_without_a_credit_stays_whole(caption: str) -> None:
    assert split_caption(caption) == (caption, caption, None)


@given(PRINTED)
def test_credit_names_are_printed_in_the_line(line: str) -> None:
    credit = read_credit(line)
    printed = "".join(line.split())

    for name in (*credit.photographers, *credit.agencies):
        for word in name.split():
            assert word in printed


@given(PRINTED)
def test_reading_twice_gives_the_same(printed: str) -> None:
    assert split_caption(printed) == split_caption(printed)
    assert caption_day(printed) == caption_day(printed)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("(" * 4_000, id="opening brackets"),
        pytest.param("a/" * 4_000, id="separators"),
        pytest.param("Photo: " * 1_000, id="labels"),
        pytest.param("via " * 2_000, id="joints"),
        pytest.param("A. " * 2_000, id="initials"),
        pytest.param("NO RESALES. " * 1_000, id="restrictions"),
        pytest.param("by-" * 2_000 + "cc by-sa", id="licences"),
        pytest.param(" " * 4_900 + "Reuters", id="spaces"),
        pytest.param("(" + "x" * 4_900 + ")", id="one long word"),
    ],
)
def test_hostile_captions_take_no_time(hostile: str) -> None:
    start = time.perf_counter()

    split_caption(hostile)
    read_credit(hostile)

    assert time.perf_counter() - start < 5.0
