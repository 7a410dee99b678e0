"""The types every room hands on: frozen, slotted, named by keyword, and made of the standard library alone."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pickle
import pkgutil
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path

import briefbook.model as model
import pytest
from briefbook.model import Article, Block, BlockKind, Citation, MeetingStatus, Source
from briefbook.model.page import BinaryFile, Page
from briefbook.model.timeline import EventStatus
from hypothesis import given
from hypothesis import strategies as st

MODULES = [
    importlib.import_module(f"{model.__name__}.{info.name}")
    for info in pkgutil.iter_modules(model.__path__)
    if info.name != "__init__"
]
TYPES = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__.startswith(model.__name__)
    },
    key=lambda kind: kind.__name__,
)
ENUMS = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    },
    key=lambda kind: kind.__name__,
)


def named(kinds):
    return [pytest.param(kind, id=kind.__name__) for kind in kinds]


def test_there_are_types():
    assert len(TYPES) > 25
    assert len(ENUMS) > 6


@pytest.mark.parametrize("kind", named(TYPES))
def test_a_type_is_frozen_slotted_and_named_by_keyword(kind):
    settings = kind.__dataclass_params__

    assert settings.frozen, "what one room found, no other changes"
    assert "__slots__" in vars(kind), "thousands of citations are held at once"
    assert all(field.kw_only for field in dataclasses.fields(kind)), "nobody counts to the seventh argument"


@pytest.mark.parametrize("kind", named(TYPES))
def test_collections_in_a_type_cannot_be_changed_either(kind):
    fields = {field.name: str(field.type) for field in dataclasses.fields(kind)}

    assert [name for name, told in fields.items() if "list[" in told or "set[" in told.replace("frozenset[", "")] == []
    assert [name for name, told in fields.items() if "dict[" in told] == []


@pytest.mark.parametrize("kind", named(ENUMS))
def test_a_choice_is_written_as_the_contract_writes_it(kind):
    for member in kind:
        assert str(member) == member.value
        assert member.value.isascii()
        assert member.name == member.name.upper()


def test_only_the_standard_library_is_known():
    allowed = {*sys.stdlib_module_names, "briefbook"}
    for module in MODULES:
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert {name.split(".")[0] for name in names} <= allowed, module.__name__
            assert all(name.startswith(("briefbook.model",)) for name in names if name.startswith("briefbook"))


def test_only_two_statuses_take_place():
    """`held` and `under_way` are what a reader takes for a fact; a new status must be thought about here."""
    real = {MeetingStatus.HELD, MeetingStatus.UNDER_WAY}

    assert {status for status in MeetingStatus if status not in real} == {
        MeetingStatus.PLANNED,
        MeetingStatus.INVITED,
        MeetingStatus.PROPOSED,
        MeetingStatus.CANCELLED,
        MeetingStatus.DENIED,
    }
    assert set(EventStatus) == {EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.CANCELLED}


def article(*texts, published=None):
    blocks = tuple(Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(texts))
    source = Source(path="a.txt", sha256="0" * 64)
    return Article(id="a", source=source, blocks=blocks, date_published=published)


class TestArticle:
    """Citing, and the day of publication."""

    @given(st.text(max_size=60), st.data())
    def test_an_article_holds_what_it_cites(self, text, data):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found = article("first", text)
        citation = found.cite(1, start, end)

        assert citation.exact == text[start:end]
        assert found.holds(citation)

    @pytest.mark.parametrize(
        "citation",
        [
            pytest.param(Citation(block=0, start=0, end=5, exact="Lunde"), id="other words"),
            pytest.param(Citation(block=0, start=5, end=99, exact="left"), id="an end behind the text's"),
            pytest.param(Citation(block=0, start=0, end=4, exact="vane"), id="other capitals"),
            pytest.param(Citation(block=1, start=0, end=4, exact="Vane"), id="no such block"),
            pytest.param(Citation(block=-1, start=0, end=4, exact="Vane"), id="counted from the end"),
            pytest.param(Citation(block=0, start=-4, end=99, exact="left"), id="before the start"),
            pytest.param(Citation(block=0, start=4, end=0, exact=""), id="the wrong way round"),
            pytest.param(Citation(block=0, start=0, end=99, exact="Vane left too"), id="more than there is"),
        ],
    )
    def test_it_does_not_hold_what_it_does_not_say(self, citation):
        assert not article("Vane left").holds(citation)

    def test_offsets_count_code_points(self):
        found = article("🙂 Vane e\u0301te\u0301")

        assert found.cite(0, 2, 6).exact == "Vane"
        assert found.cite(0, 7, 9).exact == "e\u0301", "a letter and its accent are two"

    @pytest.mark.parametrize(
        ("stated", "day"),
        [
            (None, None),
            ("2023-02-05", date(2023, 2, 5)),
            ("2023-02-05T23:30:00-08:00", date(2023, 2, 5)),  # the day where it was published
            ("2023-02-05T00:10:00+13:00", date(2023, 2, 5)),
        ],
    )
    def test_the_day_of_publication_is_that_of_its_zone(self, stated, day):
        assert article("x", published=stated).publication_day == day

    def test_an_article_travels_between_processes(self):
        found = article("Vane left.", published="2023-02-05")

        assert pickle.loads(pickle.dumps(found)) == found


spans = st.tuples(st.integers(0, 2), st.integers(0, 8), st.integers(1, 6))


def span(block, start, length):
    return Citation(block=block, start=start, end=start + length, exact="x" * length)


def characters(citation):
    return {(citation.block, at) for at in range(citation.start, citation.end)}


class TestCitations:
    """How two slices lie to each other, told by the characters they hold."""

    @given(spans, spans)
    def test_overlapping_is_sharing_a_character(self, one, other):
        a, b = span(*one), span(*other)

        assert a.overlaps(b) == bool(characters(a) & characters(b)) == b.overlaps(a)

    @given(spans, spans)
    def test_within_is_holding_every_character(self, one, other):
        a, b = span(*one), span(*other)

        assert a.within(b) == (characters(a) <= characters(b))

    @given(st.lists(spans, max_size=6))
    def test_citations_sort_in_the_order_of_the_text(self, drawn):
        found = sorted(span(*each) for each in drawn)

        assert [(c.block, c.start, c.end) for c in found] == sorted((c.block, c.start, c.end) for c in found)

    def test_neighbours_do_not_overlap(self):
        assert not span(0, 0, 3).overlaps(span(0, 3, 2))
        assert not span(0, 0, 3).overlaps(span(1, 0, 3))


class TestFiles:
    """What is written below `docs/`."""

    def test_a_page_is_utf_8(self):
        assert Page(path="a.md", content="Häfen").data == b"H\xc3\xa4fen"

    def test_what_no_encoding_holds_does_not_stop_a_page(self):
        assert Page(path="a.md", content="a\ud800b").data == b"a?b"

    def test_a_picture_is_its_bytes(self):
        assert BinaryFile(path="a.png", data=b"\x89PNG").data == b"\x89PNG"
