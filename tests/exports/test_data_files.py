"""Data files, each read back with a library of somebody else's."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import bibtexparser
import jsonschema
import networkx
import pytest
from briefbook import pipeline
from briefbook.analysis import LoadedModel, analyse
from briefbook.compose import collect
from briefbook.exports import COLUMNS, calendar_paths, data_files
from briefbook.exports.briefing_json import to_dict
from briefbook.exports.entities import entity_lines
from briefbook.exports.network import build_graph
from briefbook.exports.references import bibtex, csl_json
from briefbook.exports.shown import shown_dict
from briefbook.exports.tables import _safe, tables
from briefbook.model import Article, Block, BlockKind, Book, Briefing, ImageRecord, Source
from briefbook.model.evidence import evidence

ROOT = Path(__file__).parents[2]
PARAGRAPHS = (
    "Foreign Minister Ada Quill of Norland met Defence Secretary Otto Brandt in Lisbon on 3 March 2021.",
    "The weather was mild and the harbour was full of sails, as so often at that time of the year.",
    "Quill will meet Brandt again in Oslo on 9 March 2021, her spokesman Piet Maas said.",
    '=HYPERLINK("x") is no formula, Maas said.',
)


def article(number: int = 1, **stated: object) -> Article:
    blocks = [Block(number=0, kind=BlockKind.HEADLINE, text="Ministers & friends {at sea} by 50%")]
    blocks += [Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(PARAGRAPHS, start=1)]
    blocks.append(Block(number=5, kind=BlockKind.CAPTION, text="The two ministers. (Photo: A. Roe/Reuters)"))
    fields: dict[str, object] = {
        "headline": blocks[0].text,
        "authors": ("Ann Able", "Bo Baker"),
        "publisher": "The Daily Sorn",
        "date_published": "2021-03-04",
        "language": "en",
        "url": "https://sorn.example/a_b",
        "images": (ImageRecord(caption="The two ministers.", caption_block=5, credit_line="Photo: A. Roe/Reuters"),),
    }
    source = Source(path=f"seeds/a{number}.txt", sha256="0" * 64)
    return Article(id=f"a{number}", source=source, blocks=tuple(blocks), **(fields | stated))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def briefing(language_model: LoadedModel) -> Briefing:
    return pipeline.brief(analyse(article(), language_model), language_model)


@pytest.fixture(scope="module")
def book(briefing: Briefing) -> Book:
    return collect("A book", [briefing])


def rows(book: Book, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dict(tables(book))[name])))


def test_briefings_obey_the_schema(book: Book) -> None:
    files = {file.path: file.data for file in data_files(book, "full")}
    schema = json.loads(files["data/briefing.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)

    for line in files["data/briefings.jsonl"].splitlines():
        jsonschema.Draft202012Validator(schema).validate(json.loads(line))


def test_the_schema_refuses_what_the_contract_excludes(briefing: Briefing) -> None:
    schema = json.loads((ROOT / "generator/briefbook/exports/briefing.schema.json").read_text(encoding="utf-8"))
    broken = to_dict(briefing)
    broken["meetings"][0]["status"] = "maybe"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_every_table_has_its_columns_and_a_row_for_each_finding(book: Book, briefing: Briefing) -> None:
    counts = {
        "actors": briefing.actors,
        "meetings": briefing.meetings,
        "statements": briefing.statements,
        "credits": briefing.credits,
    }

    for name, found in counts.items():
        read = rows(book, name)
        assert found
        assert len(read) == len(found)
        assert tuple(read[0]) == COLUMNS[name]


def test_a_planned_meeting_is_no_held_one_in_the_table(book: Book) -> None:
    status = {row["place"]: row["status"] for row in rows(book, "meetings")}

    assert status == {"Lisbon": "held", "Oslo": "planned"}


def test_no_cell_begins_like_a_formula(book: Book) -> None:
    cells = [cell for name in COLUMNS for row in rows(book, name) for cell in row.values()]

    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_whatever_a_spreadsheet_takes_for_a_formula_is_words(sign: str) -> None:
    """Also the wide signs, which spreadsheets in Japanese and Chinese take for the narrow ones."""
    assert _safe(f"{sign}SUM(1;1)") == f"'{sign}SUM(1;1)"
    assert _safe(f"a{sign}b") == f"a{sign}b"


def test_spreadsheets_see_that_tables_are_utf_8(book: Book) -> None:
    """Without the mark at their beginning Excel shows `SeÃ¡n` for `Seán`."""
    files = {file.path: file.data for file in data_files(book, "cited") if file.path.endswith(".csv")}

    assert set(files) == {f"data/{name}.csv" for name in COLUMNS}
    for name, table in tables(book):
        data = files[f"data/{name}.csv"]
        assert isinstance(data, bytes)
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.decode("utf-8-sig") == table


def test_the_data_page_explains_every_column_and_links_every_file(book: Book) -> None:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")

    for name, columns in COLUMNS.items():
        section = page.split(f"## {name}.csv")[1].split("\n## ")[0]
        assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.M)) == columns
    of_the_book = {file.path for file in data_files(book, "cited")} - set(calendar_paths(book).values())
    assert set(re.findall(r"\]\((data/[^)]+)\)", page)) == of_the_book


def test_every_dated_meeting_has_a_calendar_where_its_page_looks_for_it(book: Book) -> None:
    paths = list(calendar_paths(book).values())

    assert paths
    assert paths == [file.path for file in data_files(book, "cited") if file.path.startswith("data/calendar/")]


def test_the_graph_is_read_by_networkx_in_both_formats(book: Book) -> None:
    files = {file.path: file.data for file in data_files(book, "cited")}
    graph = build_graph(book)

    for read in (
        networkx.read_graphml(io.BytesIO(files["data/network.graphml"])),
        networkx.read_gexf(io.BytesIO(files["data/network.gexf"])),
    ):
        assert set(read.nodes) == set(graph.nodes)
        assert read.number_of_edges() == graph.number_of_edges()
        assert read.nodes["ada-quill"]["label"] == "Ada Quill"


def test_only_meetings_that_took_place_make_a_met_edge(book: Book) -> None:
    kinds = {
        data["kind"]
        for one, other, data in build_graph(book).edges(data=True)
        if {one, other} == {"ada-quill", "otto-brandt"}
    }

    assert kinds == {"met", "meeting_planned"}


def test_the_graph_bears_no_date_of_its_making(book: Book) -> None:
    files = {file.path: file.data for file in data_files(book, "cited")}

    assert str(date.today().year).encode() not in files["data/network.gexf"]


def test_entities_point_only_to_entities_of_the_file(book: Book) -> None:
    entities = [json.loads(line) for line in entity_lines(book).splitlines()]
    known = {entity["id"] for entity in entities}
    pointing = ("member", "organization", "involved", "proof")

    assert {entity["schema"] for entity in entities} >= {"Article", "Person", "Event"}
    assert len(known) == len(entities)
    for entity in entities:
        for key in pointing:
            assert set(entity["properties"].get(key, [])) <= known


def test_an_announced_meeting_says_so_in_its_name(book: Book) -> None:
    events = [json.loads(line) for line in entity_lines(book).splitlines() if '"Event"' in line]
    names = sorted(event["properties"]["name"][0].split(":")[0] for event in events)

    assert names == ["Held meeting", "Planned meeting"]


def test_references_are_read_by_a_bibtex_parser(book: Book) -> None:
    (entry,) = bibtexparser.parse_string(bibtex(book)).entries
    fields = {field.key: field.value for field in entry.fields}

    assert (entry.key, fields["year"], fields["howpublished"]) == ("a1", "2021", "The Daily Sorn")
    assert fields["url"] == "https://sorn.example/a_b"
    assert r"\&" in fields["title"]
    assert r"50\%" in fields["title"]


def test_csl_names_authors_and_day(book: Book) -> None:
    (item,) = json.loads(csl_json(book))

    assert [author["literal"] for author in item["author"]] == ["Ann Able", "Bo Baker"]
    assert item["issued"] == {"date-parts": [[2021, 3, 4]]}


@pytest.mark.parametrize("setting", ["cited", "none"])
def test_text_that_pages_do_not_show_is_not_handed_on(briefing: Briefing, setting: str) -> None:
    briefing = replace(briefing, summary=(), timeline=())
    found = shown_dict(briefing, setting)
    texts = [block["text"] for block in found["article"]["blocks"]]

    assert "harbour was full of sails" not in json.dumps(found)
    assert texts[0] == PARAGRAPHS[0] or texts[1] == PARAGRAPHS[0]
    assert [len(text) for text in texts] == [len(block.text) for block in briefing.article.blocks]
    for citation in evidence(briefing):
        assert texts[citation.block][citation.start : citation.end] == citation.exact


def test_the_whole_text_is_handed_on_where_the_owner_may(briefing: Briefing) -> None:
    assert shown_dict(briefing, "full") == to_dict(briefing)


def test_an_article_without_anything_still_makes_every_file(language_model: LoadedModel) -> None:
    bare = Article(id="b", source=Source(path="seeds/b.txt", sha256="0" * 64), blocks=(), language="en")
    files = list(data_files(collect("Empty", [pipeline.brief(analyse(bare, language_model), language_model)]), "cited"))

    assert len(files) == len({file.path for file in files}) >= 10


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ("en", ["eng"]),
        ("en-GB", ["eng"]),
        ("PT-br", ["por"]),
        ("zh-Hant-TW", ["zho"]),
        ("tlh", None),
        (None, None),
        ("", None),
    ],
)
def test_entities_name_languages_as_follow_the_money_does(
    briefing: Briefing, stated: str | None, wanted: list[str] | None
) -> None:
    changed = replace(briefing, article=replace(briefing.article, language=stated))
    entities = [json.loads(line) for line in entity_lines(collect("A book", [changed])).splitlines()]
    (found,) = [entity for entity in entities if entity["schema"] == "Article"]

    assert found["properties"].get("language") == wanted
