"""Locator maps: the right part of the globe, places where they are, nothing claimed that is not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from briefbook.model import MeetingPlace, MeetingStatus, Place
from briefbook.pages import PageOptions, figures_map, render
from briefbook.pages.escape import Md
from briefbook.pages.figures import WIDTH
from briefbook.pages.figures_map import MEANING, Spot
from briefbook.pages.figures_timeline import Standing
from briefbook.pages.outlines import Box, clipped, outlines
from briefbook.pages.projection import SMALLEST, Projection
from hypothesis import given
from hypothesis import strategies as st

from .factory import book, briefing
from .test_escape import TRICKS

OSLO, CAIRO, TOKYO, LIMA, SUVA, APIA = (
    (10.75, 59.91), (31.24, 30.04), (139.69, 35.69), (-77.03, -12.05), (178.44, -18.14), (-171.77, -13.83),
)  # fmt: skip
DEGREES = st.tuples(st.floats(-180, 180), st.floats(-60, 78))


def spot(name: str = "Oslo", at: tuple[float, float] = OSLO, **changes: object) -> Spot:
    told: dict[str, object] = {"standing": Standing.OTHER, "target": "places.md#place-oslo", **changes}
    return Spot(name=name, longitude=at[0], latitude=at[1], **told)  # type: ignore[arg-type]


def drawn(source: Md, render_markdown: Callable[[str], str]) -> ElementTree.Element:
    """The map as a browser gets it, parsed as XML."""
    html = render_markdown(f'<div markdown="span">{source}</div>')
    return ElementTree.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # type: ignore[index]


def words(tree: ElementTree.Element, kind: str) -> list[str]:
    return [item.text or "" for item in tree.iter("text") if kind in (item.get("class") or "")]


# ---- outlines ------------------------------------------------------------------------------------------------------


def test_outlines_are_on_the_globe_and_whole() -> None:
    for outline in outlines():
        assert len(outline.points) > 2
        assert -90 <= outline.box.low <= outline.box.high <= 90
        assert outline.box.right - outline.box.left < 200, outline.code
        assert outline.code is None or re.fullmatch("[A-Z]{2}", outline.code)


@pytest.mark.parametrize(
    ("code", "inside"),
    [("NO", OSLO), ("EG", CAIRO), ("JP", TOKYO), ("PE", LIMA), ("FJ", (178.0, -17.8)), ("LS", (28.3, -29.6))],
)
def test_outlines_hold_their_capitals(code: str, inside: tuple[float, float]) -> None:
    """A point in the middle of a state lies within one of its rings."""
    assert any(_holds(outline.points, inside) for outline in outlines() if outline.code == code)


def _holds(ring: tuple[tuple[float, float], ...], at: tuple[float, float]) -> bool:
    x, y = at
    crossed = 0
    for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
        crossed += (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    return crossed % 2 == 1


def test_outlines_name_their_source() -> None:
    """The file says whose work it is and on what terms."""
    from importlib.resources import files

    head = (files("briefbook.pages") / "atlas" / "states.tsv").read_text(encoding="utf-8").split("\n", 6)[:6]
    assert "public domain" in " ".join(head)
    assert "Permission to use, copy" in (files("briefbook.pages") / "atlas" / "LICENSE").read_text(encoding="utf-8")


SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


@pytest.mark.parametrize(
    ("box", "area"),
    [
        pytest.param(Box(-1, -1, 11, 11), 100, id="all of it"),
        pytest.param(Box(5, 5, 20, 20), 25, id="a corner"),
        pytest.param(Box(-5, 4, 20, 6), 20, id="a band"),
        pytest.param(Box(4, 4, 6, 6), 4, id="from within"),
        pytest.param(Box(20, 20, 30, 30), 0, id="nothing"),
    ],
)
def test_clipping(box: Box, area: float) -> None:
    assert _area(clipped(SQUARE, box)) == pytest.approx(area)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12))
def test_clipped_rings_stay_within_their_box(ring: list[tuple[float, float]]) -> None:
    box = Box(-10, -5, 10, 5)
    for x, y in clipped(ring, box):
        assert box.left - 1e-6 <= x <= box.right + 1e-6
        assert box.low - 1e-6 <= y <= box.high + 1e-6


def _area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a * d - b * c for (a, b), (c, d) in zip(ring, [*ring[1:], *ring[:1]], strict=True))) / 2


# ---- which part of the globe ------------------------------------------------------------------------------------------


@given(st.lists(DEGREES, min_size=1, max_size=8))
def test_every_place_is_on_its_map(places: list[tuple[float, float]]) -> None:
    projection = Projection.of(places)
    for place in places:
        if projection.part.low <= place[1] <= projection.part.high:
            assert projection.shows(projection.spot(*place))
    assert 100 <= projection.height <= 301


def test_a_single_place_stands_in_the_middle_of_its_surroundings() -> None:
    projection = Projection.of([CAIRO])
    x, y = projection.spot(*CAIRO)

    assert (x, y) == pytest.approx((WIDTH / 2, projection.height / 2), abs=0.1)
    assert projection.part.right - projection.part.left >= SMALLEST


def test_a_map_across_the_date_line_is_not_a_map_of_the_world() -> None:
    """Fiji and Samoa are ten degrees apart, on both sides of 180."""
    projection = Projection.of([SUVA, APIA])

    assert projection.part.right - projection.part.left < 40
    assert projection.spot(*SUVA)[0] < projection.spot(*APIA)[0]


def test_places_far_apart_make_a_map_of_the_world() -> None:
    projection = Projection.of([TOKYO, LIMA, OSLO])

    assert (projection.part.left, projection.part.right) == (-180, 180)
    assert all(projection.shows(projection.spot(*place)) for place in (TOKYO, LIMA, OSLO))


@pytest.mark.parametrize(("north", "south"), [(OSLO, CAIRO), (TOKYO, SUVA), (CAIRO, LIMA)])
def test_north_is_up(north: tuple[float, float], south: tuple[float, float]) -> None:
    projection = Projection.of([north, south])

    assert projection.spot(*north)[1] < projection.spot(*south)[1]


def test_east_and_west_stand_in_true_proportion() -> None:
    """At 60 degrees north a degree of longitude is half as long as one of latitude."""
    projection = Projection.of([(10, 59), (11, 61)])
    x, y = projection.spot(10, 60)
    across, up = projection.spot(11, 60)[0] - x, y - projection.spot(10, 61)[1]

    assert across / up == pytest.approx(0.5, rel=0.01)


# ---- the drawing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*TRICKS, "]]>", "</svg><script>"])
def test_names_of_places_stay_words(name: str, render_markdown: Callable[[str], str]) -> None:
    tree = drawn(figures_map.locator("m", "Places", [spot(name)]), render_markdown)
    plain = drawn(figures_map.locator("m", "Places", [spot("A")]), render_markdown)

    assert [item.tag for item in tree.iter()] == [item.tag for item in plain.iter()]


def test_a_map_says_in_words_what_it_shows(render_markdown: Callable[[str], str]) -> None:
    places = [
        spot("Cairo", CAIRO, standing=Standing.HELD),
        spot("Oslo", standing=Standing.AHEAD),
        spot("Bergen", (5.3, 60.4)),
    ]
    tree = drawn(figures_map.locator("m", "Places", places), render_markdown)
    told = next(item.text for item in tree if item.tag == "desc")

    assert told == "meeting held: Cairo; planned or to come: Oslo; place named: Bergen."
    assert [item.get("href") for item in tree.iter("a")] == ["places.md#place-oslo"] * 3
    assert {title.text for title in tree.iter("title")} >= {"Cairo: meeting held", "Oslo: planned or to come"}


@pytest.mark.parametrize("standing", list(MEANING))
def test_the_legend_names_what_is_there(standing: Standing, render_markdown: Callable[[str], str]) -> None:
    tree = drawn(figures_map.locator("m", "Places", [spot(standing=standing)]), render_markdown)

    assert [w for w in words(tree, "bb-legend") if w in MEANING.values()] == [MEANING[standing]]


def test_a_state_is_tinted_and_has_no_sign(render_markdown: Callable[[str], str]) -> None:
    """A dot in the middle of Norway would be a place that nobody named."""
    places = [spot("Oslo"), spot("Norway", (9.5, 61.0), state="NO", area=True)]
    tree = drawn(figures_map.locator("m", "Places", places), render_markdown)

    assert sum("bb-point" in (item.get("class") or "") for item in tree.iter()) == 2  # the sign and its legend
    assert words(tree, "bb-words--area") == ["Norway"]
    assert "bb-land bb-land--named" in [item.get("class") for item in tree.iter("path")]
    assert "state named" in words(tree, "bb-legend")


def test_a_region_has_a_sign_only_where_people_met(render_markdown: Callable[[str], str]) -> None:
    quiet = [spot("Oslo"), spot("Dalarna", (14.0, 60.8), area=True)]
    met = [quiet[0], replace(quiet[1], standing=Standing.HELD)]

    assert words(drawn(figures_map.locator("m", "P", quiet), render_markdown), "bb-words--area") == ["Dalarna"]
    assert words(drawn(figures_map.locator("m", "P", met), render_markdown), "bb-words--place") == ["Oslo", "Dalarna"]


def test_places_side_by_side_share_a_sign_and_say_so(render_markdown: Callable[[str], str]) -> None:
    near = [spot("Oslo"), spot("Cairo", CAIRO), spot("Drammen", (10.2, 59.74), standing=Standing.HELD)]
    tree = drawn(figures_map.locator("m", "Places", near), render_markdown)

    assert "Oslo and Drammen" in words(tree, "bb-words--place")
    assert "Oslo: place named; Drammen: meeting held" in {title.text for title in tree.iter("title")}
    assert sum(item.get("class") == "bb-point bb-point--held" for item in tree.iter("circle")) == 2


def test_labels_do_not_cover_each_other(render_markdown: Callable[[str], str]) -> None:
    """Thirty towns on one spot of land: as many names as there is room for, each at its own height or side."""
    crowd = [spot(f"Town {n}", (10 + n % 6 * 0.9, 58 + n // 6 * 0.5)) for n in range(30)]
    tree = drawn(figures_map.locator("m", "Places", crowd), render_markdown)
    at = [(item.get("x"), item.get("y")) for item in tree.iter("text") if "place" in (item.get("class") or "")]

    assert 5 < len(at) == len(set(at)) < 31
    assert len(list(tree.iter("a"))) == 30


def test_land_is_drawn_in_few_bytes() -> None:
    assert len(figures_map.locator("m", "Places", [spot()])) < 12_000
    assert len(figures_map.locator("m", "Places", [spot(), spot("Lima", LIMA), spot("Tokyo", TOKYO)])) < 45_000


def test_the_same_places_make_the_same_map() -> None:
    places = [spot("Oslo"), spot("Cairo", CAIRO), spot("Egypt", (30, 27), state="EG", area=True)]

    assert figures_map.locator("m", "Places", places) == figures_map.locator("m", "Places", list(places))


@pytest.mark.parametrize(
    ("spots", "told"),
    [
        pytest.param([], False, id="no place"),
        pytest.param([spot()], True, id="a town"),
        pytest.param([spot("Norway", area=True, state="NO")], False, id="a state alone"),
        pytest.param([spot("Norway", area=True, state="NO"), spot("Egypt", CAIRO, area=True)], True, id="two areas"),
        pytest.param([spot("Sinai", (34, 29), area=True, standing=Standing.HELD)], True, id="a meeting in a region"),
    ],
)
def test_a_map_that_tells_nothing_is_not_drawn(spots: list[Spot], told: bool) -> None:
    assert figures_map.drawable(spots) is told


# ---- on the pages ----------------------------------------------------------------------------------------------------


def _placed(**places: tuple[str | None, float | None, float | None]) -> dict[str, str]:
    """The pages of a book whose article names these places, the first of them the place of its meetings."""
    made = briefing()
    cited = made.meetings[0].citations[0]
    listed = tuple(
        Place(id=f"p{n}", name=name, country=country, latitude=lat, longitude=lon, mentions=(cited,))
        for n, (name, (country, lat, lon)) in enumerate(places.items())
    )
    there = MeetingPlace(name=listed[0].name, place="p0", citations=(cited,))
    held = replace(made.meetings[0], place=there, status=MeetingStatus.HELD)
    changed = replace(made, places=listed, meetings=(held, *made.meetings[1:]))
    return {page.path: page.content for page in render(book(changed), PageOptions())}


def test_places_article_and_meeting_show_the_place() -> None:
    pages = _placed(Cairo=("EG", 30.04, 31.24), Egypt=("EG", 26.8, 30.8))
    meeting = next(
        text for path, text in pages.items() if path.startswith("meetings/harbour-talks/") and "place-map" in text
    )

    assert 'id="places-map-title"' in pages["places.md"]
    assert 'id="places-map-title"' in pages["articles/harbour-talks.md"]
    assert "Where Cairo is" in meeting
    assert "bb-figure--small" in meeting


def test_places_without_position_are_counted_not_guessed() -> None:
    pages = _placed(Cairo=("EG", 30.04, 31.24), Dunmoor=(None, None, None), Vale=(None, None, None))

    assert "2 places are not on the map: their position is not known." in pages["places.md"]


def test_no_map_without_known_places() -> None:
    pages = _placed(Dunmoor=(None, None, None))

    assert not any("bb-map" in text for text in pages.values())


def land(source: Md, render_markdown: Callable[[str], str]) -> dict[str, str]:
    """The outlines on a map, by their class."""
    paths = drawn(source, render_markdown).iter("path")
    return {item.get("class", ""): item.get("d", "") for item in paths if "bb-land" in item.get("class", "")}


def test_maps_of_the_same_part_share_their_land_but_not_its_tint(render_markdown: Callable[[str], str]) -> None:
    """The land is kept from one page to the next, which may name other states."""
    plain = land(figures_map.locator("m", "Places", [spot()]), render_markdown)
    norway = spot("Norway", (9.5, 61.0), state="NO", area=True)
    sweden = spot("Sweden", (15.0, 62.0), state="SE", area=True)
    tints = [land(figures_map.locator("m", "Places", [spot(), state]), render_markdown) for state in (norway, sweden)]

    assert set(plain) == {"bb-land"}
    assert all(set(tint) == {"bb-land", "bb-land bb-land--named"} for tint in tints)
    assert tints[0] != tints[1]
    rings = [sorted("".join(shown.values()).split("M")) for shown in (plain, *tints)]
    assert rings[0] == rings[1] == rings[2]
    assert land(figures_map.locator("m", "Places", [spot()]), render_markdown) == plain


@pytest.mark.parametrize("first", [CAIRO, TOKYO, LIMA, SUVA, APIA])
def test_every_part_of_the_globe_has_land_of_its_own(
    first: tuple[float, float], render_markdown: Callable[[str], str]
) -> None:
    oslo = land(figures_map.locator("m", "Places", [spot()]), render_markdown)
    other = land(figures_map.locator("m", "Places", [spot("Elsewhere", first)]), render_markdown)

    assert other != oslo
    assert land(figures_map.locator("m", "Places", [spot()]), render_markdown) == oslo
