"""Words in other languages and scripts: marked for screen readers, kept apart from what stands around them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefbook.model import ActorKind, Finding, Severity
from briefbook.pages import SourceText, figures, figures_relations, markup
from briefbook.pages.figures_relations import Neighbour, Node

from .factory import book, briefing, empty
from .test_pages import rendered

ARABIC, HEBREW, PERSIAN = "محمود عباس", "בנימין נתניהו", "علی‌اکبر"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("Lena Marsh", "Lena Marsh", id="nothing to mark"),
        pytest.param(ARABIC, f'<bdi lang="und-Arab">{ARABIC}</bdi>', id="Arabic script: which language is not known"),
        pytest.param(HEBREW, f'<bdi lang="und-Hebr">{HEBREW}</bdi>', id="Hebrew script"),
        pytest.param(
            f"Mr Abbas ({ARABIC}) spoke",
            f'Mr Abbas (<bdi lang="und-Arab">{ARABIC}</bdi>) spoke',
            id="within a sentence",
        ),
        pytest.param(
            f"{HEBREW} said", f'<bdi lang="und-Hebr">{HEBREW}</bdi> said', id="at its beginning, which stays English"
        ),
        pytest.param(
            f"{HEBREW} and {ARABIC}",
            f'<bdi lang="und-Hebr">{HEBREW}</bdi> and <bdi lang="und-Arab">{ARABIC}</bdi>',
            id="two scripts",
        ),
        pytest.param(PERSIAN, f'<bdi lang="und-Arab">{PERSIAN}</bdi>', id="joined by a zero-width sign"),
        pytest.param("José Ørsted", "José Ørsted", id="Latin letters with marks"),
        pytest.param("Володимир", "Володимир", id="Cyrillic is written from left to right"),
    ],
)
def test_runs_from_right_to_left(words: str, shown: str) -> None:
    assert markup.passage(words, "en", "en") == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", '<span lang="de" dir="auto">Hafen</span>'),
        ("en-GB", "Hafen"),
        ("EN", "Hafen"),
        (None, "Hafen"),
        ('x" onload="y', "Hafen"),
        ("ar", '<span lang="ar" dir="auto">Hafen</span>'),
    ],
)
def test_passages_of_another_language_carry_it(language: str | None, shown: str) -> None:
    assert markup.passage("Hafen", language, "en") == shown


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("ar", ' lang="ar" dir="rtl"'),
        ("he-IL", ' lang="he-IL" dir="rtl"'),
        ("fa", ' lang="fa" dir="rtl"'),
        ("ur", ' lang="ur" dir="rtl"'),
        ("de", ' lang="de" dir="ltr"'),
        ("zh-Hant", ' lang="zh-Hant" dir="ltr"'),
        ("en", ""),
        (None, ""),
        ("not a tag", ""),
    ],
)
def test_blocks_carry_language_and_direction(language: str | None, attributes: str) -> None:
    assert markup.direction(language, "en") == attributes


@pytest.mark.parametrize(
    ("language", "name"),
    [("ar", "Arabic"), ("he-IL", "Hebrew"), ("DE", "German"), ("tlh", "tlh"), (None, "not known")],
)
def test_languages_have_names(language: str | None, name: str) -> None:
    assert markup.language_name(language) == name


def test_source_text_of_another_language_is_set_in_its_direction() -> None:
    page = rendered(book(briefing(language="he")), source_text=SourceText.FULL)["sources/harbour-talks.md"]

    assert page.count('<p class="bb-block bb-block--paragraph" lang="he" dir="rtl" markdown="span">') == 4


def test_source_text_of_the_own_language_carries_nothing() -> None:
    page = rendered(source_text=SourceText.FULL)["sources/harbour-talks.md"]

    assert ' lang="' not in page


@pytest.mark.parametrize(
    ("words", "lang"), [(ARABIC, "und-Arab"), (HEBREW, "und-Hebr"), ("Lena Marsh", None), ("東京", None)]
)
def test_labels_of_figures_carry_their_script(words: str, lang: str | None) -> None:
    label = figures.label(words, 0, 0, 300)

    assert (f'lang="{lang}"' in label) if lang else ("lang=" not in label)


def test_names_in_a_figure_carry_their_script() -> None:
    other = Neighbour(node=Node(name=ARABIC, kind=ActorKind.PERSON, target="a.md"), words="met", ties=("met",))
    drawn = figures_relations.around(HEBREW, ActorKind.PERSON, [other])

    assert re.findall(r'<text [^>]*lang="([\w-]+)"', drawn) == ["und-Hebr", "und-Arab"]


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        pytest.param("Port Ann", 200, ["Port Ann"], id="fits"),
        pytest.param("Lena Marsh met Omar Vale", 100, ["Lena Marsh met", "Omar Vale"], id="two lines"),
        pytest.param("Lena Marsh met Omar Vale in Port Ann", 80, ["Lena Marsh", "met Omar V…"], id="shortened"),
        pytest.param("Donaudampfschifffahrtsgesellschaft", 60, ["Donauda…"], id="no space to break at"),
        pytest.param("", 60, [""], id="nothing"),
    ],
)
def test_lines(words: str, room: float, shown: list[str]) -> None:
    drawn = [re.sub("<[^>]+>", "", line) for line in figures.lines(words, 0, 0, room, "words", 13)]

    assert drawn == shown


def unread(language: str = "ar") -> dict[str, str]:
    """The pages of an article in a language that the program does not read."""
    finding = Finding(severity=Severity.INFO, code="language-not-supported", message="no language pack")
    made = replace(empty(language=language, headline="عنوان", caption=None), findings=(finding,), sentences=())
    return rendered(book(made))


def test_an_article_that_is_not_read_says_so_and_nothing_else() -> None:
    page = unread()["articles/harbour-talks.md"]

    assert "does not read this article’s language (Arabic)" in page
    assert "No summary" not in page
    assert "## " not in page
    assert "0 timeline" not in page


def test_its_source_page_says_why_it_is_empty() -> None:
    page = unread()["sources/harbour-talks.md"]

    assert "cites no sentence of this article" in page
    assert "[…]" not in page


def test_an_article_that_is_read_has_its_sections() -> None:
    assert "## Summary" in rendered()["articles/harbour-talks.md"]
    assert "does not read" not in rendered()["articles/harbour-talks.md"]
