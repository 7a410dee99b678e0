"""Tables, references, graph and entities of briefings built by hand, cell by cell and under hostile words."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise

import bibtexparser
import pytest
from briefbook.compose import collect
from briefbook.exports.entities import entity_lines
from briefbook.exports.network import build_graph, graph_files
from briefbook.exports.references import bibtex, csl_json
from briefbook.exports.shown import _blanked, may_quote
from briefbook.exports.tables import COLUMNS, _listed, _role, _safe, _table, tables
from briefbook.model import Book, MeetingStatus, Role
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.factory import PARAGRAPHS, article, book, briefing, empty

HOSTILE = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.fixture(scope="module")
def made() -> Book:
    return book()


def rows(found: Book, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dict(tables(found))[name], newline="")))


@pytest.mark.parametrize(
    ("table", "row", "cells"),
    [
        pytest.param(
            "actors",
            0,
            {"name": "Lena Marsh", "kind": "person", "aliases": "Marsh", "roles": "Director, Harbour Office", "mentions": "3", "first_mention": "2:0"},
            id="a person with a role",
        ),
        pytest.param("actors", 2, {"name": "Harbour Office", "aliases": "", "roles": "", "mentions": "1"}, id="a body"),
        pytest.param(
            "meetings",
            0,
            {"status": "held", "channel": "in_person", "participants": "Lena Marsh | José Ørsted", "place": "Port Ann", "time_text": "on Tuesday",
             "start": "", "end": "", "possible_start": "2024-06-04", "possible_end": "2024-06-30", "topic": ""},
            id="held, on a day that is only bounded",
        ),
        pytest.param(
            "meetings",
            1,
            {"status": "invited", "channel": "unstated", "topic": "talks on ferry tolls", "possible_start": "", "evidence": PARAGRAPHS[2]},
            id="invited, with a topic",
        ),
        pytest.param("meetings", 2, {"status": "denied", "participants": "the Toll Union", "place": "", "time_text": ""}, id="denied"),
        pytest.param(
            "statements",
            0,
            {"speaker": "Lena Marsh", "speaker_id": "lena-marsh", "directness": "direct", "cue": "said", "denial": "no",
             "content": "We will find a berth for everybody,"},
            id="a quotation",
        ),
        pytest.param("statements", 1, {"directness": "indirect", "denial": "yes", "no_comment": "no"}, id="a denial"),
        pytest.param(
            "credits",
            0,
            {"image": "1", "photographers": "LENA SOLL", "agencies": "AGENCE NORD", "date": "2024-06-03", "handout": "no", "licence": "",
             "credit_line": "photo credit: AGENCE NORD/ LENA SOLL", "missing": "licence | copyright notice"},
            id="a credit",
        ),
    ],
)  # fmt: skip
def test_cells_say_what_the_briefing_says(made: Book, table: str, row: int, cells: dict[str, str]) -> None:
    found = rows(made, table)[row]

    assert found["article"] == "harbour-talks"
    assert {name: found[name] for name in cells} == cells


def test_an_article_in_which_nothing_was_found_has_heads_and_its_pictures_only() -> None:
    found = book(empty())

    assert {name: len(rows(found, name)) for name in COLUMNS} == {
        "actors": 0,
        "meetings": 0,
        "statements": 0,
        "credits": 1,
    }
    assert all(text.startswith(",".join(COLUMNS[name])) for name, text in tables(found))


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role(title="Director", organization=None, organization_name="Harbour Office", citations=()), "Director, Harbour Office"),
        (Role(title="Director", organization=None, organization_name=None, citations=()), "Director"),
        (Role(title=None, organization=None, organization_name="Harbour Office", citations=()), "Harbour Office"),
        (Role(title="Director", organization=None, organization_name=None, citations=(), former=True), "former Director"),
        (Role(title="former Director", organization=None, organization_name=None, citations=(), former=True), "former Director"),
    ],
)  # fmt: skip
def test_roles_are_told_once_as_former(role: Role, words: str) -> None:
    assert _role(role) == words


@given(st.lists(st.one_of(st.none(), st.text("ab", max_size=3))))
def test_cells_of_several_values_hold_no_empty_ones(values: list[str | None]) -> None:
    cell = _listed(values)

    assert cell.split(" | ") == ([value for value in values if value] or [""])


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_any_words_come_back_from_a_table_cell_by_cell(cells: list[tuple[str, str]]) -> None:
    text = _table(("a", "b"), ({"a": one, "b": other} for one, other in cells))

    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [["a", "b"], *([_safe(one), _safe(other)] for one, other in cells)]


@given(HOSTILE)
def test_a_cell_is_its_words_or_an_apostrophe_and_its_words(words: str) -> None:
    assert _safe(words).removeprefix("'") == words.removeprefix("'")
    assert not _safe(words).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(title=HOSTILE, author=HOSTILE, publisher=HOSTILE)
def test_any_words_make_a_reference_with_its_braces_in_pairs(title: str, author: str, publisher: str) -> None:
    changed = replace(empty(), article=replace(article(), headline=title, authors=(author,), publisher=publisher))
    entry = bibtex(collect("A book", [changed]))
    bare = re.sub(r"\\[{}]", "", entry)

    depth = [0]
    for sign in bare:
        depth.append(depth[-1] + (sign == "{") - (sign == "}"))
    assert min(depth) == depth[-1] == 0
    assert not re.search(r"(?<!\\)[&%$#]", entry.replace(article().url or "", ""))


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Tolls rise by 5%", r"{Tolls rise by 5\%}"),
        ("Marsh & Ørsted", r"{Marsh \& Ørsted}"),
        ("A_b {c}", r"{A\_b \{c\}}"),
        ("Two\nlines", "{Two lines}"),
        ("$5 #1 ~ ^", r"{\$5 \#1 \textasciitilde{} \textasciicircum{}}"),
    ],
)
def test_a_headline_in_bibtex(headline: str, expected: str) -> None:
    (entry,) = bibtexparser.parse_string(bibtex(book(empty(headline=headline)))).entries

    assert {field.key: field.value for field in entry.fields}["title"] == expected


@pytest.mark.parametrize(
    ("stated", "issued"), [("2024-06-05", [[2024, 6, 5]]), ("2024-06-05T23:30:00-05:00", [[2024, 6, 5]]), (None, None)]
)
def test_a_reference_has_the_day_as_stated_or_none(stated: str | None, issued: list[list[int]] | None) -> None:
    found = book(empty(date_published=stated))
    (item,) = json.loads(csl_json(found))

    assert item.get("issued", {}).get("date-parts") == issued
    assert ("year = " in bibtex(found)) == (issued is not None)


def with_status(status: MeetingStatus) -> Book:
    made = briefing()
    first = replace(made.meetings[0], status=status)
    return book(replace(made, meetings=(first,), actors=tuple(replace(actor, relations=()) for actor in made.actors)))


@pytest.mark.parametrize("status", MeetingStatus)
def test_only_what_happened_is_an_edge_of_having_met(status: MeetingStatus) -> None:
    kinds = {kind for _, _, kind in build_graph(with_status(status)).edges(keys=True)}
    happened = status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)

    assert kinds == ({"met"} if happened else {f"meeting_{status.value}"})


def test_the_same_meeting_in_two_articles_weighs_two() -> None:
    one, two = briefing(id="a1"), briefing(id="a2")
    graph = build_graph(book(one, two))
    slugs = {data["label"]: node for node, data in graph.nodes(data=True)}
    invited = [
        data["weight"]
        for source, target, data in graph.edges(data=True)
        if {source, target} == {slugs["Vellmark"], slugs["José Ørsted"]} and data["kind"] == "meeting_invited"
    ]

    assert invited == [2]
    assert graph.nodes[slugs["Lena Marsh"]]["mentions"] == 6


def test_characters_that_xml_cannot_hold_do_not_break_the_graph() -> None:
    made = briefing()
    name = "Lena\x00 \x1fMarsh\ufffe"
    found = book(replace(made, actors=(replace(made.actors[0], name=name), *made.actors[1:])))

    assert all("Lena Marsh" in text and "\x1f" not in text for _, text in graph_files(found))


def entities(found: Book) -> list[dict[str, object]]:
    return [json.loads(line) for line in entity_lines(found).splitlines()]


def test_entities_refer_only_to_entities_of_the_same_file(made: Book) -> None:
    known = {entity["id"] for entity in entities(made)}
    links = ("member", "organization", "involved", "proof")
    referred = {
        target
        for entity in entities(made)
        for key, values in entity["properties"].items()  # type: ignore[attr-defined]
        if key in links
        for target in values
    }

    assert referred
    assert referred <= known
    assert all(re.fullmatch(r"bb-[0-9a-f]{40}", str(name)) for name in known)


def test_an_actor_of_two_articles_is_one_entity() -> None:
    found = entities(book(briefing(id="a1"), briefing(id="a2")))
    people = [entity["properties"]["name"] for entity in found if entity["schema"] == "Person"]  # type: ignore[index]

    assert sorted(people) == [["José Ørsted"], ["Lena Marsh"]]
    assert sum(entity["schema"] == "Article" for entity in found) == 2


def test_meetings_are_called_by_their_status(made: Book) -> None:
    names = [entity["properties"]["name"][0] for entity in entities(made) if entity["schema"] == "Event"]  # type: ignore[index]

    assert names == [
        "Held meeting: Lena Marsh, José Ørsted",
        "Invited meeting: Vellmark, José Ørsted",
        "Denied meeting: the Toll Union",
    ]


@pytest.mark.parametrize(
    ("own", "setting", "may"),
    [(None, "full", True), (None, "cited", True), (None, "none", False), ("none", "full", False), ("cited", "none", True)],
)  # fmt: skip
def test_an_articles_own_setting_goes_before_the_books(own: str | None, setting: str, may: bool) -> None:
    assert may_quote(empty(source_text=own), setting) is may


@given(st.text("ab c", max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_blanks_keep_every_place_and_show_no_more_than_is_cited(text: str, edges: list[int]) -> None:
    ends = sorted(min(edge, len(text)) for edge in edges)
    kept = list(pairwise(ends))[::2]
    shown = _blanked(text, kept)

    assert len(shown) == len(text)
    assert all(shown[start:end] == text[start:end] for start, end in kept)
    inside = {place for start, end in kept for place in range(start, end)}
    assert all(sign == " " for place, sign in enumerate(shown) if place not in inside)
