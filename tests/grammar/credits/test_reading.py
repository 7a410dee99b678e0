from __future__ import annotations

import pytest
from briefbook.grammar.credits import looks_like_credit, read_credit
from briefbook.grammar.credits.licences import read_licence
from briefbook.grammar.credits.names import NameKind, classify, is_person_shaped, known_agency


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Silva", NameKind.PERSON),
        ("Peter von Marsh", NameKind.PERSON),
        ("Xqwlt Zzorb", NameKind.LIKELY_PERSON),
        ("Reuters", NameKind.AGENCY),
        ("AP Photo", NameKind.AGENCY),
        ("Pixabay", NameKind.COMMUNITY),
        ("Harbour Museum", NameKind.ORGANIZATION),
        ("Board of Trade", NameKind.ORGANIZATION),
        ("NPA", NameKind.ORGANIZATION),
        ("harbour-photos.com", NameKind.ORGANIZATION),
        ("Fleischberg", NameKind.UNKNOWN),
    ],
)
def test_classifies_names(text: str, kind: NameKind) -> None:
    assert classify(text).kind is kind


def test_short_agency_names_need_their_capitals() -> None:
    assert known_agency("AP") == "AP"
    assert known_agency("pa") is None


@pytest.mark.parametrize("text", ["Ana", "ana silva", "Ana Silva 3", "@ana silva"])
def test_what_is_no_persons_name(text: str) -> None:
    assert not is_person_shaped(text)


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("CC BY-SA 3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("cc by sa 2.0", "CC BY-SA 2.0", "https://creativecommons.org/licenses/by-sa/2.0/"),
        ("CC-BY-NC-ND 4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC BY", "CC BY", None),
        ("CC0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Public domain", "Public domain", None),
    ],
)
def test_reads_licences(text: str, name: str, url: str | None) -> None:
    licence = read_licence(text)

    assert licence is not None
    assert (licence.name, licence.url) == (name, url)


def test_without_a_licence_there_is_none() -> None:
    assert read_licence("ccnull/Ana Silva") is None


def test_the_distributor_is_no_creator() -> None:
    credit = read_credit("Ana Silva/Harbour Post via AP")

    assert credit.via == "AP"
    assert "AP" not in credit.agencies


def test_police_pictures_are_handed_out() -> None:
    assert read_credit("Harbour Police").handout


def test_names_in_capitals_stay_as_printed() -> None:
    assert read_credit("REUTERS/ ANA MARIA SILVA").photographers == ("ANA MARIA SILVA",)


@pytest.mark.parametrize("line", ["", "...", "()", "/", "Photo:"])
def test_a_line_without_names_gives_an_empty_credit(line: str) -> None:
    credit = read_credit(line)

    assert (credit.photographers, credit.agencies, credit.via) == ((), (), None)


@pytest.mark.parametrize("line", ["Ana Silva/AP", "(Reuters)", "Foto: dpa", "Handout", "© Ana Silva"])
def test_lines_that_are_nothing_but_a_credit(line: str) -> None:
    assert looks_like_credit(line)


@pytest.mark.parametrize(
    "line", ["The ship left on Monday.", "Ana Silva", "Read more", "12 May 2023", "Who owns the harbour?"]
)
def test_lines_that_are_something_else(line: str) -> None:
    assert not looks_like_credit(line)
