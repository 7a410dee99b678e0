"""Breadcrumbs above the headline: in any language, with any sign between the names, they are left out and lost to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.model import Article, BlockKind
from briefbook.sources import read
from briefbook.sources.pasted.lines import read_lines
from briefbook.sources.pasted.trail import is_trail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.pasted.test_golden import PAGES
from tests.sources.pasted.test_pages import pasted

TRAILS = [
    "Home > World > Asia",
    "Politics Federal Water",
    "World Europe Climate Alps",
    "Home>World>Asia",
    "Home › World",
    "News › Politik",
    "Startseite » Wirtschaft",
    "Startseite » Wirtschaft » Verkehr »",
    "Inicio / Mundo",
    "Inicio / Mundo / América Latina",
    "Início > Economia > Portos",
    "Accueil > Monde >",
    "Accueil » Société » Transports",
    "Home | Nieuws | Buitenland",
    "Etusivu → Kotimaa",
    "Hem ❯ Utrikes",
    "Strona główna > Wiadomości > Kraj",
    "Главная » Мир » Азия",
    "Anasayfa ▸ Dünya",
    "الرئيسية > أخبار > العالم",
    "الرئيسية « أخبار",
    "首页 > 新闻 > 国际",
    "ホーム＞社会＞交通",
    "You are here: Home > News",
    "Home > Election 2024 > Results",
    "Home · Region · Islands",
    "Home / News / AFP",
    "Home > World > Europe > Ferry sinks off Corvo, twelve missing",
]
NO_TRAILS = [
    "World leaders meet",
    "Sport Minister Resigns Suddenly",
    "Harbour Politics Business",
    pytest.param("Ferry sinks off Corvo, twelve missing", id="a headline"),
    pytest.param("Ferry sinks off Corvo | Harbour News", id="a headline and its site"),
    pytest.param("Rui Amaral | Corvo", id="a writer and a place"),
    pytest.param("By Rui Amaral | Corvo | Harbour News", id="a byline"),
    pytest.param("« Nous avons attendu toute la nuit » : le récit d'un marin", id="a French quotation"),
    pytest.param("»Wir haben gewartet« » Reportage", id="a German quotation"),
    pytest.param("Why the 2023/24 season ended early", id="a season"),
    pytest.param("Profits > losses.", id="a sentence"),
    pytest.param("The council of the island / The harbour master of Corvo", id="two long names"),
    pytest.param(
        "The council voted for the new ferry on Monday > the harbour master said that it would come", id="prose"
    ),
    pytest.param("Live | Storm reaches the islands and closes both harbours for the night | Video", id="a long part"),
    pytest.param(">", id="a sign alone"),
    pytest.param("10:15 > 11:30 > 12:45", id="hours"),
    pytest.param("Share", id="a button"),
]
PARAGRAPHS = [
    "The ferry Santa Irene sank off the island of Corvo on Monday night after its engine failed in heavy seas, the coast guard said.",
    "Twelve people were still missing on Tuesday and four boats were looking for them, said the captain of the port.",
]


def saved(folder: Path, *lines: str, between: str = "\n\n") -> Article:
    path = folder / "a.txt"
    path.write_text(between.join(lines), encoding="utf-8")
    (article,) = read(path)
    return article


@pytest.mark.parametrize("trail", TRAILS)
def test_knows_a_trail(trail: str) -> None:
    (line,) = read_lines(trail)

    assert is_trail(line)


@pytest.mark.parametrize("text", NO_TRAILS)
def test_takes_nothing_else_for_a_trail(text: str) -> None:
    (line,) = read_lines(text)

    assert not is_trail(line)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "no empty lines"])
@pytest.mark.parametrize("headline", ["Ferry sinks off Corvo, twelve missing", "Ferry disaster"])
@pytest.mark.parametrize("trail", TRAILS)
def test_the_headline_is_the_line_below_the_trail(trail: str, headline: str, between: str, tmp_path: Path) -> None:
    article = saved(tmp_path, trail, headline, "By Marta Oliveira", "May 4, 2023", *PARAGRAPHS, between=between)

    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADLINE, headline),
        *((BlockKind.PARAGRAPH, text) for text in PARAGRAPHS),
    ]
    assert article.omitted == (trail, "By Marta Oliveira", "May 4, 2023")
    assert (article.authors, article.date_published) == (("Marta Oliveira",), "2023-05-04")


def test_a_standfirst_below_the_headline_stays_one(tmp_path: Path) -> None:
    standfirst = "The engine failed in heavy seas, and the crew had no time to launch the boats"
    article = saved(
        tmp_path, "Home > World", "Ferry sinks off Corvo, twelve missing", standfirst, "By Marta Oliveira", *PARAGRAPHS
    )

    kinds = {block.kind: block.text for block in article.blocks}
    assert kinds[BlockKind.HEADLINE] == "Ferry sinks off Corvo, twelve missing"
    assert kinds[BlockKind.STANDFIRST] == standfirst


def test_a_text_of_nothing_but_a_trail_keeps_it(tmp_path: Path) -> None:
    article = saved(tmp_path, "Home > World > Asia")

    assert [block.text for block in article.blocks] == ["Home > World > Asia"]


@pytest.mark.parametrize("trail", ["Home > World > Asia", "Inicio / Mundo", "Startseite » Wirtschaft"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_trail_above_a_page_changes_nothing_of_its_article(page: Path, trail: str, tmp_path: Path) -> None:
    plain = pasted(page, tmp_path)
    lines = (tmp_path / f"{page.stem}.txt").read_text(encoding="utf-8")

    article = saved(tmp_path, trail, lines.lstrip("\n"))

    assert [(b.kind, b.text) for b in article.blocks] == [(b.kind, b.text) for b in plain.blocks]
    assert article.omitted == (trail, *plain.omitted)
    assert (article.authors, article.date_published) == (plain.authors, plain.date_published)
    assert [(i.caption, i.credit_line) for i in article.images] == [(i.caption, i.credit_line) for i in plain.images]


NAMES = st.lists(st.text("abcdefgäöüéжшاب新聞", min_size=2, max_size=12), min_size=2, max_size=6)


@given(NAMES, st.sampled_from([" > ", ">", " › ", " → ", " » ", " « "]))
def test_names_of_sections_with_arrows_between_are_a_trail(names: list[str], sign: str) -> None:
    (line,) = read_lines(sign.join(names))

    assert is_trail(line)


@given(NAMES, st.sampled_from([" > ", " | ", " / "]), st.sampled_from([".", "!", "?", "…"]))
def test_what_ends_like_a_sentence_is_no_trail(names: list[str], sign: str, end: str) -> None:
    (line,) = read_lines(sign.join(names) + end)

    assert not is_trail(line)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TRAILS), min_size=1, max_size=3, unique=True))
def test_no_line_is_lost_or_doubled_below_several_trails(tmp_path: Path, trails: list[str]) -> None:
    article = saved(tmp_path, *trails, "Ferry sinks off Corvo, twelve missing", *PARAGRAPHS)

    assert article.headline == "Ferry sinks off Corvo, twelve missing"
    assert article.omitted == tuple(trails)
