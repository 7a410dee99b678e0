"""What the words of a name tell by themselves."""

from __future__ import annotations

import pytest
from briefbook.extract.actors.kinds import decide
from briefbook.extract.actors.shapes import shape_votes
from briefbook.extract.actors.votes import Kind

ORGANISATIONS = [
    "Harrow Steel Corp", "Ministry of Fisheries", "Harvest Party", "Università di Orsa", "Partido Verde", "PT Hijau Lestari",
    "Farmers for Clean Rivers", "Orsa School District", "Brink & Daughters", "Dynamo Orsa", "Veterans against Hunger",
    "Fundación Agua", "Dominican Order", "Northport Harbour Authority", "Hamas", "BioNTech", "Orsa Conservatory", "Tide FM",
]  # fmt: skip
PERSONS = [
    "Jan Mol", "J. P. Alder", "Elias Ford Jr.", "Ziad al-Masri", "Abu Bakr Qutob", "Willem van der Laan", "Umm Layth Karam",
]  # fmt: skip
PLACES = ["Lake Orsa", "Kestrel Province", "Kingdom of Norland", "Playa Verde", "Northshire", "Beit Orsa", "Wadi Karam"]
NOBODY = [
    "ID", "VIPs", "MPs", "PACs", "USS Kestrel", "Space Shuttle Kestrel", "Tour de Norland", "Lisbon Treaty", "Oval Office",
    "COVID-19", "Executive Order", "iPhone", "Catholicism", "Lassaphobia", "Hurricane Odile", "A320", "Federal", "PhD",
]  # fmt: skip
PEOPLES = ["Norwegian", "Muslims", "Arab-Israeli", "Protestant Christian"]
STATES = ["Norway", "U.S.", "United Kingdom"]


def kind_of(name):
    return decide(shape_votes(name.split()))


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_organisations(name):
    assert kind_of(name) is Kind.ORGANISATION


@pytest.mark.parametrize("name", PERSONS)
def test_persons(name):
    assert kind_of(name) is Kind.PERSON


@pytest.mark.parametrize("name", PLACES)
def test_places(name):
    assert kind_of(name) is Kind.PLACE


@pytest.mark.parametrize("name", NOBODY)
def test_nobody(name):
    assert kind_of(name) is Kind.OTHER


@pytest.mark.parametrize("name", PEOPLES)
def test_peoples(name):
    assert kind_of(name) is Kind.PEOPLE


@pytest.mark.parametrize("name", STATES)
def test_states(name):
    assert kind_of(name) is Kind.STATE


@pytest.mark.parametrize("name", ["MacLeish", "McAllister", "DeVries", "LaMarche", "FitzGerald", "O'Dwyer", "DiCarlo"])
def test_prefixed_surnames_are_no_firms(name):
    assert shape_votes([name])[Kind.ORGANISATION] == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Elena Park", Kind.PLACE), ("Jordan Bank", Kind.ORGANISATION)],
)
def test_a_given_name_weakens_the_head_noun(name, kind):
    head = f"Orsa {name.split()[1]}"

    assert shape_votes(name.split())[kind] < shape_votes(head.split())[kind]


def test_a_plural_abbreviation_of_a_known_body_is_that_body():
    assert shape_votes(["NATOs"])[Kind.ORGANISATION] > 0
    assert shape_votes(["NATOs"])[Kind.OTHER] == 0


def test_no_votes_no_kind():
    assert decide(shape_votes(["Qzx"])) is Kind.OTHER
