"""Where the sentence behind a dateline begins; text without one is left whole."""

from __future__ import annotations

import pytest
from briefbook.grammar.datelines import LONGEST, dateline_end
from briefbook.lexicons import load
from hypothesis import given
from hypothesis import strategies as st

DATELINES = [
    "HANOI (AFP) - ",
    "(Reuters) - ",
    "BISHKEK, Kyrgyzstan — ",
    "JUBA — ",
    "Juba — ",
    "OSLO, March 3 - ",
    "PARIS, 6 September – ",
    "Rome (CNN) ",
    "ROME (AP) _ ",
    "NEW DELHI: ",
    "BEIJING, May 5 (Xinhua) -- ",
    "WASHINGTON—",
    "WASHINGTON, D.C. — ",
    "VATICAN CITY (RNS) — ",
    "GENEVA/LONDON, March 3 (Reuters) - ",
    "BRUSSELS/PARIS – ",
    "MANILA, Philippines – ",
    "Kabul, Afghanistan (CNN) -- ",
    "ST. PETERSBURG, Fla. (AP) — ",
    "SAN JOSE DE LAS MATAS, Dominican Republic (AP) — ",
    "NAIROBI, Kenya, March 3, 2015 (AFP) - ",
    "OLDER MILL, Ohio, Dec 23 (Reuters) - ",
    "GRANTLEIGH - ",
    "HOLMBRIDGE, April 3 (Meridian) - ",
    "GREATER SALTFORD — ",
    "LA VEGA BAJA, June 26 - ",
    "SAN ORSO, 3 May — ",
    "18:42 – ",
    "9.05 | ",
    "2.15pm BST - ",
    "7:30 a.m. CET: ",
]
SENTENCES = ["The council met.", "“We met,” the mayor said.", "Ines Caro met the council.", "12 people met."]

NO_DATELINES = [
    pytest.param("The World Health Board (WHO) Director-General spoke.", id="an abbreviation in brackets"),
    pytest.param("Harbour Watch International (HW) - The report", id="an abbreviation that is no agency"),
    pytest.param("Mayor Ines Caro (IC) - The speech", id="initials"),
    pytest.param("WATCH: The council meets", id="a call"),
    pytest.param("BREAKING: The council met", id="a mark of urgency"),
    pytest.param("UPDATE - The council met", id="a mark before a hyphen"),
    pytest.param("EXCLUSIVE — The council met", id="a mark before a dash"),
    pytest.param("NATO — The alliance met", id="an alliance in capitals"),
    pytest.param("The U.N. - The council met", id="an article before it"),
    pytest.param("Caro — The woman who would be mayor", id="a name and a dash"),
    pytest.param("Mayor Caro — The council knew", id="a post, a name and a dash"),
    pytest.param("London: The novel of a city", id="a place before a colon, not in capitals"),
    pytest.param("INES CARO: We met in Oslo.", id="a speaker"),
    pytest.param("OSLO HERALD: The council met", id="a paper named after a town"),
    pytest.param("Q: What did the council do?", id="a question"),
    pytest.param("Sen. Caro (R) Texas", id="a party"),
    pytest.param("The council met — And voted.", id="a dash in the sentence"),
    pytest.param("Ines Caro (left) spoke.", id="lower case in the brackets"),
    pytest.param("On Monday the council met.", id="no mark"),
    pytest.param("OSLO — ", id="nothing behind it"),
    pytest.param("OSLO — the council met", id="small letters behind it"),
    pytest.param("UPDATE, June 26 - The council met", id="a mark of the newsroom with a day"),
    pytest.param("Ann Roe, June 26 - The council met", id="a name with a day"),
    pytest.param("9.58 Ulf Bolten won.", id="a result"),
    pytest.param("10:30 on points they won.", id="an hour in its sentence"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("dateline", DATELINES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentence_begins_behind_the_dateline(dateline: str, sentence: str) -> None:
    assert dateline_end(dateline + sentence) == len(dateline)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_text_without_a_dateline_is_left_whole(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("14:05 Police close the bridge.", 6),
        ("14:05 GMT “We wait.”", 10),
        ("17:00 UN envoys land.", 6),
        ("8.30am Doors open.", 7),
    ],
)
def test_the_hour_of_an_entry_needs_no_sign(text: str, end: int) -> None:
    assert dateline_end(text) == end


@given(st.text(alphabet="OSLO oslo,.()-–—:_/'12(AP) ", max_size=150))
def test_something_is_always_left_to_tell(text: str) -> None:
    end = dateline_end(text)

    assert 0 <= end <= LONGEST
    assert end == 0 or text[end:].strip()


@pytest.mark.parametrize("agency", sorted(load("datelines", "any").words("unmarked-agencies")))
def test_an_agency_that_does_without_a_dash(agency: str) -> None:
    dateline = f"Rome ({agency}) "

    assert dateline_end(dateline + "The council met.") == len(dateline)


@pytest.mark.parametrize("mark", sorted(load("datelines", "any").words("marks")))
@pytest.mark.parametrize("between", [" - ", " — "])
def test_a_mark_of_the_newsroom_is_no_town(mark: str, between: str) -> None:
    assert dateline_end(f"{mark}{between}The council met.") == 0
