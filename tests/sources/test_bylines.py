"""Who wrote it: the people that bylines name, whatever stands around them."""

from __future__ import annotations

import re

import pytest
from briefbook import lexicons
from briefbook.lexicons import Entry
from briefbook.sources.bylines import agencies, is_ordinary, people, signed, split_names, without_agency
from hypothesis import given
from hypothesis import strategies as st

ENTRIES = lexicons.load("bylines", "any").entries
NAMES = st.sampled_from(["Jane Roe", "Ana Silva", "Jan van der Meer", "Marie-Claire Dupont", "J. K. Doe", "Luis Vega"])


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("Jane Roe", ["Jane Roe"], id="a name"),
        pytest.param("JANE ROE AND ANA SILVA", ["JANE ROE", "ANA SILVA"], id="capitals stay"),
        pytest.param("By Jane Roe", ["Jane Roe"], id="by"),
        pytest.param("ByJane Roe", ["Jane Roe"], id="by, glued"),
        pytest.param("By JANE ROE FOR COAST NEWS", ["JANE ROE"], id="for whom, in capitals"),
        pytest.param("By Jane Roe-Silva Coast News", ["Jane Roe-Silva"], id="a medium behind the name"),
        pytest.param("Byron Roe", ["Byron Roe"], id="a name that begins with by"),
        pytest.param("Words by Jane Roe", ["Jane Roe"], id="words by"),
        pytest.param("Additional reporting by Jane Roe", ["Jane Roe"], id="reporting by"),
        pytest.param("Ein Bericht von Anna Amsel", ["Anna Amsel"], id="German, a report by"),
        pytest.param("Von Anna Amsel, Berlin", ["Anna Amsel"], id="German, with a place"),
        pytest.param("Von unserem Korrespondenten Jan Nowak", ["Jan Nowak"], id="German, our correspondent"),
        pytest.param("par Jean Dupont avec AFP", ["Jean Dupont"], id="French, with an agency"),
        pytest.param(
            "Jean-Luc de la Tour et Marie Dupont à Paris", ["Jean-Luc de la Tour", "Marie Dupont"], id="French"
        ),
        pytest.param("Propos recueillis par Marie Dupont", ["Marie Dupont"], id="French, an interview"),
        pytest.param("Por Ana Silva, em Lisboa", ["Ana Silva"], id="Portuguese, with a place"),
        pytest.param("Ana Silva e João Costa", ["Ana Silva", "João Costa"], id="Portuguese, two"),
        pytest.param("Ana Ortega y Luis Vega", ["Ana Ortega", "Luis Vega"], id="Spanish, two"),
        pytest.param("Ana Ortega y Gasset", ["Ana Ortega y Gasset"], id="Spanish, one name"),
        pytest.param("Texto: Ana Ortega", ["Ana Ortega"], id="Spanish, a label"),
        pytest.param("Door onze correspondente Jane Roe", ["Jane Roe"], id="Dutch"),
        pytest.param("Анна Иванова, корреспондент", ["Анна Иванова"], id="Russian"),
        pytest.param("بقلم أحمد علي", ["أحمد علي"], id="Arabic"),
        pytest.param("أحمد علي وسارة خالد", ["أحمد علي", "سارة خالد"], id="Arabic, two"),
        pytest.param("박준호 기자 외 2명", ["박준호"], id="Korean, and two others"),
        pytest.param("文/王小明", ["王小明"], id="Chinese"),
        pytest.param("記者 王小明", ["王小明"], id="Chinese, reporter"),
        pytest.param("Jane Roe in Lisbon and Bo Baker", ["Jane Roe", "Bo Baker"], id="written from a place"),
        pytest.param("Jane Roe for The Harbour Post", ["Jane Roe"], id="for a medium"),
        pytest.param("Jane Roe, New York", ["Jane Roe"], id="a place of two words"),
        pytest.param("Jane Roe, Chief Economist, Harbour Bank", ["Jane Roe"], id="post and employer"),
        pytest.param("Jane Roe Middle East Editor", ["Jane Roe"], id="a post without a comma"),
        pytest.param("JANE ROE Staff Writer", ["JANE ROE"], id="a staff writer is a person"),
        pytest.param("Editor Jane Roe", ["Jane Roe"], id="a post before the name"),
        pytest.param("Jane Roe is a freelance writer in Porto", ["Jane Roe"], id="a note on the author"),
        pytest.param("Jane Roe Published May 4, 2023", ["Jane Roe"], id="the day behind"),
        pytest.param("Jane Roe • 3 hours ago", ["Jane Roe"], id="the age behind"),
        pytest.param("Jane Roe jane@post.example John Doe", ["Jane Roe", "John Doe"], id="an address between"),
        pytest.param("Jane Roe @janeroe", ["Jane Roe"], id="a handle"),
        pytest.param("Jane Roe (Reuters)", ["Jane Roe"], id="agency in brackets"),
        pytest.param("AFP/Jane Roe", ["Jane Roe"], id="agency before"),
        pytest.param("Rosa Diaz Reuters", ["Rosa Diaz"], id="agency without a sign"),
        pytest.param("Jane Roe | Getty Images", ["Jane Roe"], id="a picture agency"),
        pytest.param("Written by Jane Roe Reviewed by Ana Silva", ["Jane Roe"], id="a reviewer"),
        pytest.param("Story by: Jane Roe; photos by Ana Silva", ["Jane Roe"], id="a photographer"),
        pytest.param("Photos: Ana Silva; text: Jane Roe", ["Jane Roe"], id="a photographer first"),
        pytest.param("Dr. Jane Roe Jr.", ["Dr. Jane Roe Jr."], id="title and suffix"),
        pytest.param("Jane Church", ["Jane Church"], id="a surname that organisations have too"),
        pytest.param("Harper Lee Young", ["Harper Lee Young"], id="a name of ordinary words"),
        pytest.param("Marie DUPONT", ["Marie DUPONT"], id="surname in capitals"),
        pytest.param("Jane Roe, Jane Roe", ["Jane Roe"], id="said twice"),
        pytest.param("Harbour Post Staff", [], id="staff"),
        pytest.param("Sports Desk", [], id="desk"),
        pytest.param("By Our Special Correspondent", [], id="nobody named"),
        pytest.param("Unsere Onlineredaktion", [], id="German desk"),
        pytest.param("La Redacción", [], id="Spanish desk"),
        pytest.param("Die Welle", [], id="a site with an article"),
        pytest.param("harbourpost.com", [], id="an address"),
        pytest.param("https://social.example/harbourpost", [], id="a link"),
        pytest.param("The Associated Press", [], id="an agency"),
        pytest.param("admin", [], id="one word"),
        pytest.param("12 comments", [], id="a count"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_people_of_bylines(byline: str, names: list[str]) -> None:
    assert list(people([byline])) == names


def test_the_publisher_is_no_author() -> None:
    assert people(["Jane Roe, Harbour Herald"], "Harbour Herald") == ("Jane Roe",)
    assert people(["Harbour Herald"], "Harbour Herald") == ()


def test_a_place_alone_may_be_a_name_but_not_beside_one() -> None:
    assert people(["Jane Roe, Santa Barbara"]) == ("Jane Roe",)


@pytest.mark.parametrize(
    ("byline", "publisher", "wire"),
    [
        pytest.param("By The Associated Press", None, ("The Associated Press",), id="agency"),
        pytest.param("dpa, Reuters", None, ("dpa", "Reuters"), id="two agencies"),
        pytest.param("Reuters", "Reuters", (), id="the publisher's own"),
        pytest.param("Jane Roe", None, (), id="a person"),
    ],
)
def test_agencies_of_bylines(byline: str, publisher: str | None, wire: tuple[str, ...]) -> None:
    assert agencies([byline], publisher) == wire


@pytest.mark.parametrize(
    ("name", "alone"),
    [("Rosa Diaz Associated Press", "Rosa Diaz"), ("Rosa Diaz", "Rosa Diaz"), ("Diaz Reuters", "Diaz Reuters")],
)
def test_an_agency_behind_a_name_is_no_part_of_it(name: str, alone: str) -> None:
    assert without_agency(name) == alone


@given(
    st.lists(NAMES, min_size=1, max_size=4, unique=True),
    st.sampled_from([", ", " and ", " und ", " & ", "; ", " | ", " / ", " et "]),
)
def test_names_come_back_from_any_list_of_them(names: list[str], joint: str) -> None:
    assert list(people([f"By {joint.join(names)}"])) == names


@given(
    NAMES,
    st.sampled_from(["By ", "Von ", "Por ", "Text: ", ""]),
    st.sampled_from(["", " | Harbour Post", ", Staff Writer", " 4 May 2023"]),
)
def test_what_stands_around_a_name_is_no_part_of_it(name: str, before: str, after: str) -> None:
    assert name in people([f"{before}{name}{after}"])


@given(st.text(max_size=200))
def test_any_text_gives_stripped_names_of_some_letters(text: str) -> None:
    for name in people([text]):
        assert name == name.strip()
        assert any(character.isalpha() for character in name)
        assert len(name) <= 60
        assert not re.search(r"\d|@", name)


@given(st.text(alphabet="ab ,;&|/()-by.", max_size=3_000))
def test_long_bylines_take_no_time(text: str) -> None:
    assert len(list(split_names(text * 3))) <= 1_000


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_patterns_match_their_examples_and_nothing_else(entry: Entry) -> None:
    flags = 0 if entry.id == "tail" else re.IGNORECASE
    pattern = re.compile(entry.pattern or "", flags)
    look = pattern.match if entry.id in ("opener", "other-work") else pattern.search

    assert all(look(text) for text in entry.examples)
    assert not any(look(text) for text in entry.counterexamples)


@pytest.mark.parametrize("byline", ["Reuters Rosa Diaz", "Rosa Diaz Reuters", "By Rosa Diaz, Reuters"])
def test_an_agency_before_or_behind_a_name_is_no_part_of_it(byline):
    assert people([byline]) == ("Rosa Diaz",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Anna Kovacs, Coast News", ("Anna Kovacs",), id="a medium"),
        pytest.param("Anna Kovacs, Health Editor", ("Anna Kovacs",), id="a job"),
        pytest.param("Anna Kovacs & Ben Stone", ("Anna Kovacs", "Ben Stone"), id="two writers"),
        pytest.param("Anna Kovacs | Lisbon", ("Anna Kovacs",), id="a place"),
        pytest.param("Anna Kovacs · Coast News · Posted: Jun 12, 2025", ("Anna Kovacs",), id="a day"),
        pytest.param("Anna Kovacs with AFP", ("Anna Kovacs",), id="an agency"),
        pytest.param("Anna Kovacs, Labour Party", (), id="a subject and his party"),
        pytest.param("Lighthouses, Anna Kovacs", (), id="a subject before a name"),
        pytest.param("Coast News, Lisbon", (), id="nobody"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_line_without_by_is_a_byline_when_all_in_it_belongs_to_one(line: str, names: tuple[str, ...]) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(("line", "ordinary"), [("Heard All Day Long", True), ("Anna Kovacs", False), ("", False)])
def test_a_line_of_ordinary_words_is_no_name(line: str, ordinary: bool) -> None:
    assert is_ordinary(line) is ordinary
