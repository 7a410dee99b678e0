"""Names that stand apart beside a caption, and names as lists know them."""

from __future__ import annotations

import pytest
from briefbook.grammar.credits import names_maker, read_credit
from briefbook.grammar.credits.names import NameKind, classify, has_organization_word, known_agency
from briefbook.grammar.credits.words import credit_words, unaccented


@pytest.mark.parametrize(
    "text",
    [
        "Hannah Coyle",
        "HANNAH COYLE",
        "Jonas Keller/dpa",
        "Photo: Hannah Coyle",
        "Getty Images",
        "Polizei Nordheim",
        "Kreispolizei Nordheim",
        "Ellery Port Authority",
        "(Hannah Coyle/The Gazette)",
        "© Jeroen de Wit",
        "Lucía Prado",
        "연합뉴스",
    ],
)
def test_a_name_that_stands_apart_is_a_makers(text: str) -> None:
    assert names_maker(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry reaches Port Ellery",
        "Read more",
        "3 min",
        "Ein Frachter verlässt den Hafen.",
        "The crew waved. Nobody waved back.",
        "",
        "–",
        "a",
    ],
)
def test_other_words_that_stand_apart_are_none(text: str) -> None:
    assert not names_maker(text)


@pytest.mark.parametrize("name", ["Lucía", "LUCÍA", "Jose", "José", "Jean-Pierre", "François", "Zoë"])
def test_given_names_are_known_with_and_without_accents(name: str) -> None:
    assert credit_words().is_given(name)


@pytest.mark.parametrize("name", ["Harbour", "Xq", "", "-", "Ferry-Port"])
def test_other_words_are_no_given_names(name: str) -> None:
    assert not credit_words().is_given(name)


@pytest.mark.parametrize(("text", "plain"), [("Łódź", "łodz"), ("François", "francois"), ("ÅSE", "ase"), ("", "")])
def test_accents_are_folded(text: str, plain: str) -> None:
    assert unaccented(text) == plain


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hannah Coyle", NameKind.PERSON),
        ("Lucía Prado", NameKind.PERSON),
        ("김민수 기자", NameKind.PERSON),
        ("山田太郎撮影", NameKind.PERSON),
        ("dpa-infografik", NameKind.AGENCY),
        ("Stadtverwaltung Nordheim", NameKind.ORGANIZATION),
        ("Presidencia de la República", NameKind.ORGANIZATION),
        ("Familie Wolf", NameKind.ORGANIZATION),
    ],
)
def test_a_name_is_told_by_its_words_and_form(text: str, kind: NameKind) -> None:
    assert classify(text).kind is kind


@pytest.mark.parametrize("text", ["", " ", "-", "photo", "Photo image"])
def test_what_holds_no_name_is_no_agency(text: str) -> None:
    assert known_agency(text) is None


@pytest.mark.parametrize("text", ["Anna Zimmermann", "Stella Maris", "March 3, 2021", "Werkmann", ""])
def test_names_and_dates_hold_no_word_of_an_organisation(text: str) -> None:
    assert not has_organization_word(text)


@pytest.mark.parametrize(
    ("line", "handout"),
    [
        ("Foto: Kreispolizei Nordheim", True),
        ("Foto: Freiwillige Feuerwehr Nordheim", True),
        ("Photo: Office of the President", True),
        ("Crédito: Divulgação/Governo de Orsa", True),
        ("Foto: Nordheimer Tageszeitung", False),
        ("Photo: Ellery Gazette", False),
    ],
)
def test_public_bodies_hand_their_pictures_out(line: str, handout: bool) -> None:
    assert read_credit(line).handout is handout


@pytest.mark.parametrize(
    ("line", "people", "agencies"),
    [
        ("Hannah Coyle, Ellery Gazette", ["Hannah Coyle"], ["Ellery Gazette"]),
        ("Foto: Jonas Keller, Polizei Nordheim", ["Jonas Keller"], ["Polizei Nordheim"]),
        ("Foto Prensa Libre: Lucía Prado", ["Lucía Prado"], ["Prensa Libre"]),
        ("CLAIRE MOREL POUR « LE MONDE »", ["CLAIRE MOREL"], ["LE MONDE"]),
        ("Hannah Coyle-Pool/Getty Images", ["Hannah Coyle"], ["Getty Images"]),
        ("Hannah Coyle—Getty Images", ["Hannah Coyle"], ["Getty Images"]),
        ("Hannah Coyle / Special to The Orsa Times", ["Hannah Coyle"], ["The Orsa Times"]),
        ("Photo: Hannah Coyle, Freelance", ["Hannah Coyle"], []),
        ("로이터=연합뉴스", [], ["로이터", "연합뉴스"]),
        ("Universal History Archive/Getty Images", [], ["Universal History Archive", "Getty Images"]),
    ],
)
def test_makers_and_owners_are_told_apart(line: str, people: list[str], agencies: list[str]) -> None:
    credit = read_credit(line)

    assert list(credit.photographers) == people
    assert list(credit.agencies) == agencies
