"""The share card: a picture of the right size that holds the title, whatever the title is."""

from __future__ import annotations

import io

import pytest
from briefbook.publish.share_card import COLOUR, SIZE, _fits, _fitted, _room, _shown, draw_card
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def ink(image, box):
    """How many pixels of a part are not the ground."""
    part = image.crop(box)
    ground = image.getpixel((5, 5))
    return sum(count for count, colour in part.getcolors(1 << 24) if colour != ground)


def test_has_the_size_that_other_sites_ask_for():
    card = opened(draw_card("Cairo talks", "Example Desk", None))

    assert (card.format, card.size) == ("PNG", SIZE)
    assert card.getpixel((5, 5)) == tuple(int(COLOUR[at : at + 2], 16) for at in (1, 3, 5))


def test_bears_the_colour_of_the_owner():
    assert opened(draw_card("Cairo talks", None, "#5a1f3d")).getpixel((5, 5)) == (0x5A, 0x1F, 0x3D)


def test_same_words_same_bytes_and_others_not():
    assert draw_card("Cairo talks", "Desk", None) == draw_card("Cairo talks", "Desk", None)
    assert draw_card("Cairo talks", "Desk", None) != draw_card("Cairo talk", "Desk", None)
    assert draw_card("Cairo talks", "Desk", None) != draw_card("Cairo talks", None, None)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Cairo talks", "Cairo talks"),
        ("Gespräche à Genève", "Gesprache a Geneve"),
        ("Erdoğan in Łódź", "Erdogan in Lodz"),
        ("习近平", ""),
        ("محادثات", ""),
    ],
)
def test_letters_are_shown_or_made_plain_or_left_out(title, shown):
    assert _shown(title) == shown


def test_title_that_can_not_be_shown_leaves_its_place_empty():
    upper = (0, 120, SIZE[0], 450)

    assert ink(opened(draw_card("习近平", None, None)), upper) == 0
    assert ink(opened(draw_card("Xi Jinping", None, None)), upper) > 1000


@settings(max_examples=25)
@given(st.text(alphabet="abcXYZ é-", max_size=400), st.text(alphabet="abc d", max_size=120))
def test_nothing_is_written_over_the_edge(title, publisher):
    card = opened(draw_card(title, publisher, None))

    assert ink(card, (SIZE[0] - 60, 0, SIZE[0], SIZE[1])) == 0
    assert ink(card, (0, SIZE[1] - 60, SIZE[0], SIZE[1])) == 0
    assert ink(card, (0, 475, SIZE[0], 495)) == 0, "the title does not run into the publisher's name"


@pytest.mark.parametrize("title", ["a", "Talks " * 8, "Talks " * 60, "x" * 300, ""])
def test_lines_fit(title):
    size, lines = _fitted(title.split())

    assert len(lines) <= _room(size)
    assert all(_fits(line, size) for line in lines)


def test_what_is_cut_is_marked():
    assert _fitted(("Talks " * 60).split())[1][-1].endswith("…")
    assert not _fitted("Talks in Oslo".split())[1][-1].endswith("…")
