"""Names as people type them, and the paths and links made from them."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

import pytest
from briefbook.model import Actor, ActorKind, Citation, Mention
from briefbook.model.naming import distinct, folded, slug
from briefbook.pages.names import written
from briefbook.pages.paths import numbered, relative
from hypothesis import given
from hypothesis import strategies as st

MENTION = Mention(citation=Citation(block=0, start=0, end=1, exact="x"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Recep Demirtürk", "Recep Demirturk"),
        ("Jürgen Weiß", "Jurgen Weiss"),
        ("Søren Ærø", "Soren Aero"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("Ayşe Işık", "Ayse Isik"),
        ("O’Malley", "O'Malley"),
        ("al‑Rashid", "al-Rashid"),
        ("Nguyễn Văn Ân", "Nguyen Van An"),
        ("Володимир", "Володимир"),
    ],
)
def test_names_are_folded_to_what_a_keyboard_types(name: str, expected: str) -> None:
    """Accents go, letters without a decomposition are replaced, other scripts stay."""
    assert folded(name) == expected


def test_every_typed_form_of_every_alias_is_listed_once() -> None:
    """The name itself is not listed; it is the page's heading."""
    actor = Actor(id="a", name="Seán O’Dwyer-Kay", kind=ActorKind.PERSON, aliases=("O’Dwyer-Kay",), mentions=(MENTION,))

    names, typed = written([actor, actor])

    assert names == ["O’Dwyer-Kay"]
    assert typed == [
        "Sean O'Dwyer-Kay",
        "Sean O'Dwyer Kay",
        "Sean O'DwyerKay",
        "Sean ODwyer-Kay",
        "O'Dwyer-Kay",
        "O'Dwyer Kay",
        "O'DwyerKay",
        "ODwyer-Kay",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lena Marsh", "lena-marsh"),
        ("José Ørsted", "jose-orsted"),
        ("O’Brien & Sons, Ltd.", "obrien-sons-ltd"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slugs_are_readable(name: str, expected: str) -> None:
    """A reader sees them in the address."""
    assert slug(name, fallback="actor") == expected


@pytest.mark.parametrize("name", ["CON", "nul", "index", "page-2", "COM1", "", "习近平", "…", "x" * 300])
def test_names_that_make_no_good_file_name_get_a_hash(name: str) -> None:
    """Device names of Windows, the folder's own page, nothing left, too much."""
    assert re.fullmatch(r"[a-z0-9-]{1,70}-[0-9a-f]{6}", slug(name, fallback="actor"))


def test_a_long_name_is_cut_between_words() -> None:
    """Sixty characters are enough to know it by."""
    name = "Lena Marsh, Omar Vale, senior officials of the Harbour Office and two others"

    assert re.fullmatch(
        r"lena-marsh-omar-vale-senior-officials-of-the-harbour-office-[0-9a-f]{6}", slug(name, fallback="x")
    )


@given(st.lists(st.text(max_size=30)))
def test_distinct_names_get_distinct_safe_slugs(names: list[str]) -> None:
    """Whatever the names; and the order in which they come does not matter."""
    found = distinct(names, fallback="x")

    assert set(found) == set(names)
    assert len(set(found.values())) == len(found)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) for value in found.values())
    assert found == distinct(reversed(names), fallback="x")


PATHS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@given(target=PATHS, page=PATHS)
def test_a_relative_link_leads_back_to_its_target(target: str, page: str) -> None:
    """From any page to any page."""
    way = relative(f"{target}#x", page)

    assert way.endswith("#x")
    assert normpath(join(dirname(page), way.removesuffix("#x"))) == target


@pytest.mark.parametrize(
    ("path", "number", "expected"),
    [
        ("statements.md", 1, "statements.md"),
        ("statements.md", 2, "statements/2.md"),
        ("actors/index.md", 1, "actors/index.md"),
        ("actors/index.md", 3, "actors/page-3.md"),
        ("actors/lena-marsh.md", 2, "actors/lena-marsh/2.md"),
    ],
)
def test_the_first_page_of_a_list_keeps_the_lists_address(path: str, number: int, expected: str) -> None:
    """Links to a list stay good when it grows."""
    assert numbered(path, number) == expected
