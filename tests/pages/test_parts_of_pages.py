"""The small concepts that all pages are made of: parts of lists, neighbours, places in an article, map sections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from briefbook.model import BlockKind, Citation, Role
from briefbook.pages import wording
from briefbook.pages.index import BookIndex
from briefbook.pages.neighbours import around
from briefbook.pages.options import PageOptions
from briefbook.pages.paging import chunks
from briefbook.pages.paths import address, numbered, picture
from briefbook.pages.posts import distinct
from briefbook.pages.projection import SMALLEST, Projection
from briefbook.pages.sentences import whereabouts
from briefbook.pages.tally import Tally, most
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.factory import article, book

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(st.lists(st.integers(), max_size=60), st.integers(1, 20))
def test_parts_of_a_list_are_the_list(items: list[int], size: int) -> None:
    parts = list(chunks(items, size))

    assert [item for _, part, _ in parts for item in part] == items
    assert [number for number, _, _ in parts] == list(range(1, len(parts) + 1))
    assert {total for _, _, total in parts} == {len(parts)}
    assert all(len(part) == size for _, part, _ in parts[:-1])
    assert len(parts[-1][1]) <= size


@given(st.lists(st.integers(), min_size=1, max_size=9, unique=True))
def test_whoever_stands_behind_has_one_before(items: list[int]) -> None:
    rows = [around(items, number) for number in range(len(items))]

    assert [before for before, _ in rows] == [None, *items[:-1]]
    assert [after for _, after in rows] == [*items[1:], None]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("page_files/a.JPG", "pictures/talks/1.jpg"),
        ("a.jpeg", "pictures/talks/1.jpeg"),
        ("a.webp", "pictures/talks/1.webp"),
        ("a.php", "pictures/talks/1.jpg"),
        ("a.svg", "pictures/talks/1.jpg"),
        ("nothing", "pictures/talks/1.jpg"),
    ],
)
def test_a_picture_keeps_only_suffixes_of_bitmaps(file: str, expected: str) -> None:
    assert picture("talks", 0, file) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("timeline.md", "timeline/"),
        ("actors/index.md", "actors/"),
        ("actors/lena-marsh.md", "actors/lena-marsh/"),
        ("actors/page-2.md", "actors/page-2/"),
        ("statements/2.md", "statements/2/"),
    ],
)
def test_addresses_of_pages(path: str, expected: str) -> None:
    assert address(path) == expected


@given(st.sampled_from(["statements.md", "actors/index.md", "actors/a.md"]), st.integers(1, 40), st.integers(1, 40))
def test_no_two_pages_of_a_list_have_one_path(path: str, one: int, other: int) -> None:
    assert (numbered(path, one) == numbered(path, other)) == (one == other)


def test_where_a_citation_stands_is_said_as_a_reader_counts() -> None:
    made = article()
    words = [whereabouts(made, Citation(block=n, start=0, end=1, exact="x")) for n in range(len(made.blocks))]

    assert words == [
        "headline",
        "standfirst",
        "paragraph 1",
        "image caption",
        "paragraph 2",
        "paragraph 3",
        "paragraph 4",
    ]
    assert sum(block.kind is BlockKind.PARAGRAPH for block in made.blocks) == 4


@pytest.mark.parametrize(
    ("tallies", "longest"),
    [([], 1), ([Tally(0, 0)], 1), ([Tally(3, 1)], 3), ([Tally(3, 1), Tally(2, 7)], 7)],
)
def test_the_longest_bar_of_a_list(tallies: list[Tally], longest: int) -> None:
    assert most(tallies) == longest


def role(title: str, name: str | None = None, *, former: bool = False) -> Role:
    return Role(title=title, organization=None, organization_name=name, citations=(), former=former)


def test_a_role_is_listed_once_whatever_its_capitals_but_apart_when_it_is_over() -> None:
    index = BookIndex(book(), PageOptions())
    (entry, actor), *_ = index.appearances(index.book.actors[0])
    roles = (role("Director"), role("director"), role("Director", former=True), role("Director", "Harbour Office"))
    found = distinct([(entry, replace(actor, roles=roles))])

    assert [item for _, item in found] == [roles[0], roles[2], roles[3]]


@given(DAYS, st.integers(0, 900))
def test_other_spans_have_other_words(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    words = wording.span(start, end)

    assert words
    assert str(end.year) in words
    assert words != wording.span(start, end + timedelta(days=1))
    assert words != wording.span(start - timedelta(days=1), end)


@given(DAYS, st.integers(1, 900))
def test_what_is_only_bounded_never_reads_as_a_span_of_days(start: date, days: int) -> None:
    words = wording.possible(start, start + timedelta(days=days)) or ""

    assert words.startswith("between ")
    assert words.endswith(wording.day(start + timedelta(days=days)))


POINTS = st.tuples(st.floats(-179.5, 179.5), st.floats(-55, 78))


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_a_map_shows_all_its_places_whatever_the_meridian(places: list[tuple[float, float]]) -> None:
    shown = Projection.of(places)

    assert all(shown.shows(shown.spot(*place)) for place in places)
    assert 100 < shown.height < 400
    assert shown.part.low >= -85
    assert shown.part.high <= 85.000001


@given(POINTS)
def test_a_map_of_one_place_shows_its_surroundings_with_the_place_amid(place: tuple[float, float]) -> None:
    shown = Projection.of([place])
    across, _ = shown.spot(*place)

    assert shown.part.right - shown.part.left >= SMALLEST
    assert across == pytest.approx(180, abs=1)


@pytest.mark.parametrize(
    ("places", "least", "most"),
    [
        pytest.param([(178.4, -18.1), (-171.8, -13.8)], 10, 20, id="Fiji and Samoa, over the date line"),
        pytest.param([(-9.1, 38.7), (13.4, 52.5)], 22, 32, id="Lisbon and Berlin"),
        pytest.param([(28.9, 41.0), (28.9, 41.0)], 9, 14, id="one place twice"),
        pytest.param([(-74.0, 40.7), (139.7, 35.7)], 150, 360, id="New York and Tokyo"),
        pytest.param([(-150.0, 61.0), (-30.0, 20.0), (100.0, 15.0)], 360, 360, id="around the world"),
    ],
)
def test_a_map_goes_the_shortest_way_around_the_globe(
    places: list[tuple[float, float]], least: float, most: float
) -> None:
    part = Projection.of(places).part

    assert least <= part.right - part.left <= most
