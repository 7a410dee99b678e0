"""Lists that a reader runs over: nothing said twice, nothing that every line repeats, the newest first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from briefbook.model import (
    Book,
    Briefing,
    Finding,
    MeetingTime,
    Mention,
    MentionForm,
    Relation,
    RelationType,
    Role,
    Severity,
)
from briefbook.pages import SourceText
from briefbook.pages.relations import BACKWARD, FORWARD

from .factory import Draft, book, briefing, empty
from .test_pages import SECOND, rendered, two


def without_publisher(made: Briefing) -> Briefing:
    return replace(made, article=replace(made.article, publisher=None))


def not_read(language: str) -> Briefing:
    """An article in a language that the program does not read."""
    finding = Finding(severity=Severity.INFO, code="language-not-supported", message="no language pack")
    return replace(empty(id="foreign", headline="Treffen", language=language), findings=(finding,))


def with_time(text: str, day: str) -> Book:
    """The invented article, whose first meeting was on a day that it tells in these words."""
    made = briefing(date_published="2024-06-05")
    first = made.meetings[0]
    assert first.time is not None
    at = date.fromisoformat(day)
    time = MeetingTime(text=text, start=at, end=at, basis=None, citations=first.time.citations)
    return book(replace(made, meetings=(replace(first, time=time), *made.meetings[1:])))


# ---- articles -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stated", "shown"), [(True, True), (False, False)])
def test_a_publisher_that_no_article_states_is_no_column(stated: bool, shown: bool) -> None:
    made = two() if stated else book(*map(without_publisher, two().briefings))

    assert ("| Publisher |" in rendered(made)["articles/index.md"]) is shown


def test_one_article_that_states_its_publisher_makes_the_column() -> None:
    one, other = two().briefings
    page = rendered(book(one, without_publisher(other)))["articles/index.md"]

    assert "The Ann Courier |" in page
    assert "not stated" in page


def test_every_row_of_the_articles_has_as_many_cells_as_the_head() -> None:
    for made in (two(), book(*map(without_publisher, two().briefings))):
        lines = [line for line in rendered(made)["articles/index.md"].splitlines() if line.startswith("|")]

        assert len(lines) == 4
        assert len({line.count(" |") for line in lines}) == 1


@pytest.mark.parametrize("path", ["statements.md", "credits.md"])
def test_the_newest_article_stands_first(path: str) -> None:
    older, newer = briefing(date_published="2024-06-05"), briefing(**SECOND)
    page = rendered(book(older, newer))[path]

    assert 0 < page.index("## [Second day") < page.index("## [Harbour talks")


def test_the_home_page_of_several_articles_is_left_out_of_the_search() -> None:
    """It only repeats what other pages hold; with one article it is the briefing itself."""
    assert "exclude: true" in rendered(two())["index.md"]
    assert "exclude: true" not in rendered()["index.md"]


def test_an_article_in_a_language_that_is_not_read_says_so_in_the_list() -> None:
    page = rendered(book(briefing(), not_read("de")))["index.md"]

    assert page.count("in German, not read") == 1


# ---- meetings -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("June 4, 2024", "4 June 2024"),
        ("4 June 2024", "4 June 2024"),
        ("Tuesday", "Tuesday, 4 June 2024"),
        ("June 4", "4 June 2024"),
        ("Tuesday, June 4, 2024", "Tuesday, June 4, 2024"),
    ],
)
def test_a_day_is_told_once(text: str, shown: str) -> None:
    page = rendered(with_time(text, "2024-06-04"))["meetings/index.md"]
    cell = next(line for line in page.splitlines() if "Port Ann" in line and line.startswith("|")).split(" | ")[3]

    assert re.sub("<[^>]+>", "", cell) == shown
    assert 'datetime="2024-06-04"' in cell, "it must sort by its day"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("June 4", False),
        ("June 4, 2024", False),
        ("4 June", False),
        ("Tuesday", True),
        ("on June 4", True),
        ("2024", False),
    ],
)
def test_the_timeline_quotes_a_time_only_where_its_days_say_less(text: str, quoted: bool) -> None:
    made = briefing()
    day = date(2024, 6, 4)
    event = replace(made.timeline[0], start=day, end=day, possible=None, time_text=text)
    page = rendered(book(replace(made, timeline=(event,))))["timeline.md"]

    assert "<strong>4 June 2024</strong>" in page
    assert (f"“{text}”</span>" in page) is quoted


def test_a_title_begins_with_a_capital() -> None:
    made = briefing()
    first = made.meetings[0]
    parties = tuple(
        replace(p, name="board of the port" if n == 0 else p.name) for n, p in enumerate(first.participants)
    )
    made = replace(made, meetings=(replace(first, participants=parties), *made.meetings[1:]))

    assert any("Board of the port and José" in line for line in rendered(book(made))["index.md"].splitlines())


# ---- profiles -----------------------------------------------------------------------------------------------------------


def led(*types: RelationType) -> Briefing:
    """The invented article, in which the first actor stands so to the second."""
    made = briefing()
    marsh, orsted, office, *others = made.actors
    cited = marsh.mentions[0].citation
    relations = tuple(Relation(type=type_, actor=office.id, citations=(cited,)) for type_ in types)
    role = Role(
        title="Director", organization=office.id, organization_name=office.name, former=False, citations=(cited,)
    )
    return replace(made, actors=(replace(marsh, relations=relations, roles=(role,)), orsted, office, *others))


@pytest.mark.parametrize(
    ("types", "told"),
    [
        ((RelationType.MEMBER_OF,), {RelationType.MEMBER_OF}),
        ((RelationType.LEADS,), {RelationType.LEADS}),
        ((RelationType.LEADS, RelationType.MEMBER_OF), {RelationType.LEADS}),
        ((RelationType.MEMBER_OF, RelationType.SPOKESPERSON_OF), {RelationType.SPOKESPERSON_OF}),
        ((RelationType.PART_OF, RelationType.MEMBER_OF), {RelationType.PART_OF, RelationType.MEMBER_OF}),
    ],
)
def test_who_leads_a_body_is_not_said_to_belong_to_it_as_well(
    types: tuple[RelationType, ...], told: set[RelationType]
) -> None:
    made = led(*types)
    page = rendered(book(made))["actors/lena-marsh.md"]
    shown = {
        type_ for type_ in RelationType if re.search(rf"^- {FORWARD[type_]} \[Harbour Office\]", page, re.MULTILINE)
    }

    assert shown == told


def test_people_with_their_posts_are_not_listed_again_as_relations() -> None:
    """Where no figure needs the list as its words."""
    page = rendered(book(led(RelationType.LEADS)))["actors/harbour-office.md"]

    assert "## People" in page
    assert f"- {BACKWARD[RelationType.LEADS]}" not in page


def test_the_table_of_actors_cites_each_role_once() -> None:
    made = led(RelationType.LEADS)
    marsh = made.actors[0]
    draft = Draft(made.article)
    twice = (draft.cite("Director of the Harbour Office"), draft.cite("Marsh said"))
    role = replace(marsh.roles[0], citations=twice)
    pages = rendered(book(replace(made, actors=(replace(marsh, roles=(role,)), *made.actors[1:]))))
    row = next(line for line in pages["actors/index.md"].splitlines() if line.startswith("| [Lena Marsh]"))

    assert row.split(" | ")[2].count('class="bb-cite"') == 1
    assert pages["actors/lena-marsh.md"].split("bb-lead")[1].split("</p>")[0].count('class="bb-cite"') == 2


def test_why_a_pronoun_means_somebody_is_set_in_print() -> None:
    made = briefing()
    marsh = made.actors[0]
    said = Draft(made.article).cite("We will find")
    mention = Mention(citation=said, form=MentionForm.PRONOMINAL, reason="'We' is Lena Marsh, the office's head")
    page = rendered(book(replace(made, actors=(replace(marsh, mentions=(*marsh.mentions, mention)), *made.actors[1:]))))

    assert "“We” is Lena Marsh, the office’s head" in page["actors/lena-marsh.md"]


# ---- sources ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://news.example/harbour", "news.example"),
        ("https://www.news.example/harbour?a=1", "news.example"),
        ("http://NEWS.example:8080/", "news.example"),
    ],
)
def test_the_way_to_the_whole_article_names_where_it_leads(url: str, named: str) -> None:
    assert f"Read the whole article at [{named}](<" in rendered(book(briefing(url=url)))["sources/harbour-talks.md"]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "ftp://news.example/a", "https://[broken"])
def test_without_a_web_address_there_is_no_way_to_the_whole_article(url: str | None) -> None:
    assert "Read the whole article" not in rendered(book(briefing(url=url)))["sources/harbour-talks.md"]


@pytest.mark.parametrize("mode", list(SourceText))
def test_of_an_article_that_is_not_read_only_the_text_that_is_shown_is_promised(mode: SourceText) -> None:
    page = rendered(book(not_read("ar")), source_text=mode)["index.md"]

    assert "does not read this article’s language (Arabic)" in page
    assert ("only shows its text" in page) is (mode is SourceText.FULL)


# ---- notes --------------------------------------------------------------------------------------------------------------


def note_of(page: str, words: str) -> str:
    """The note that quotes these words."""
    return next(line for line in page.splitlines() if f'<q class="bb-quote">{words}' in line)


def test_a_note_names_the_article_that_it_quotes() -> None:
    note = note_of(rendered()["statements.md"], "“We will find a berth")

    assert "Vellmark invites José Ørsted’s envoys, The Ann Courier" in note


def test_a_note_that_quotes_the_headline_does_not_say_it_again() -> None:
    made = briefing()
    headline = made.article.blocks[0].text
    sentence = replace(made.summary[0], text=headline, citations=(Draft(made.article).cite(headline),))
    page = rendered(book(replace(made, summary=(sentence, *made.summary[1:]))))["index.md"]
    note = note_of(page, "Harbour talks: Vellmark")

    assert note.count("Harbour talks: Vellmark invites") == 1
    assert "headline in the source text" in note
