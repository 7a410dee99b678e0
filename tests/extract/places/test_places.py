"""Where places are: countries, coordinates, the likeliest of several, and what is disputed."""

from __future__ import annotations

import pytest
from briefbook.extract import places
from briefbook.extract.places import locate
from briefbook.model import Citation

MENTION = (Citation(block=0, start=0, end=1, exact="x"),)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Egypt", "EG"),
        ("the UK".removeprefix("the "), "GB"),
        ("Bergen", "NO"),
        ("BERGEN", "NO"),
        ("Texas", "US"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("Black Sea", None),
        ("Jerusalem", None),
        ("West Bank", None),
        ("Ramallah", None),
        ("Sevastopol", None),
    ],
)
def test_country(name, country):
    spot = locate(name)

    assert spot is not None
    assert spot.country == country
    assert spot.latitude is not None
    assert -90 <= spot.latitude <= 90
    assert spot.longitude is not None
    assert -180 <= spot.longitude <= 180


def test_what_the_map_does_not_know_has_no_position():
    (place,) = places.extract([("Zarvonia", (), MENTION)])

    assert (place.country, place.latitude, place.longitude) == (None, None, None)


def test_of_several_the_largest():
    assert locate("Birmingham").country == "GB"


def test_of_several_the_one_in_a_country_named():
    found = places.extract([("Alabama", (), MENTION), ("Birmingham", (), MENTION)])

    assert [place.country for place in found] == ["US", "US"]


def test_a_far_larger_city_is_not_given_up_for_a_village():
    assert locate("Paris", frozenset({"US"})).country == "FR"


def test_an_alias_may_be_what_the_map_knows():
    (place,) = places.extract([("Zarvonia City", ("Bergen",), MENTION)])

    assert place.country == "NO"
    assert place.aliases == ("Bergen",)


def test_ids_are_unique_and_safe_in_a_link():
    found = places.extract([("São Paulo", (), MENTION), ("Sao Paulo", (), MENTION), ("../x", (), MENTION)])

    assert [place.id for place in found] == ["sao-paulo", "sao-paulo-2", "x"]


def test_places_of_an_article(briefed):
    briefing = briefed("Lena Marsh met envoys in Cairo on Monday. The Egyptian army was near Luxor.")

    assert [(place.name, place.country) for place in briefing.places] == [("Cairo", "EG"), ("Luxor", "EG")]
