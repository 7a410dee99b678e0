"""The pages of a whole book: what they show, what they link to, what they must not show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest
import yaml
from briefbook.model import Actor, ActorKind, Book, Briefing, MeetingStatus, Mention, Relation, RelationType
from briefbook.pages import PageOptions, SourceText, assets, render

from .factory import PARAGRAPHS, Draft, article, book, briefing, empty
from .test_escape import TRICKS, Read

HAND_WRITTEN = {"about.md", "method.md"}
UNCITED = ("The weather was mild.", "Gulls circled over the pier.")

SECOND = {
    "id": "second-day",
    "headline": "Second day of harbour talks",
    "date_published": "2024-07-02",
    "url": None,
}


def rendered(made: Book | None = None, **options: object) -> dict[str, str]:
    """The pages of a book by path."""
    pages = render(made or book(), PageOptions(**options))  # type: ignore[arg-type]
    found = {page.path: page.content for page in pages}
    assert len(found) == len(pages), "two pages share a path"
    return found


def two() -> Book:
    """A book of two articles."""
    return book(briefing(), briefing(**SECOND))


def many(number: int) -> Book:
    """A book of articles that tell the same of the same people."""
    return book(*(briefing(id=f"day-{n:03}", headline=f"Day {n}") for n in range(number)))


GOLDEN_PAGES = sorted(rendered())


@pytest.mark.parametrize("path", GOLDEN_PAGES)
def test_pages_of_one_article_match_the_golden_ones(path: str, golden: Callable[[str, str], None]) -> None:
    """Every page type, word for word."""
    golden(f"one/{path}", rendered(contact="desk@harbour.example")[path])


@pytest.mark.parametrize("path", ["index.md", "articles/index.md", "actors/lena-marsh.md", "statements.md"])
def test_pages_of_two_articles_match_the_golden_ones(path: str, golden: Callable[[str, str], None]) -> None:
    """The home page becomes a list; entries name their article."""
    golden(f"two/{path}", rendered(two(), source_text=SourceText.FULL)[path])


def links(pages: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Every link within the book, as (page, target)."""
    for path, content in pages.items():
        for target in re.findall(r"\]\(([^)<]*)\)", content):
            yield path, target


def anchors(content: str) -> set[str]:
    """The anchors of a page."""
    return set(re.findall(r'\bid="([^"]+)"', content)) | set(re.findall(r"\{ #([\w-]+)", content))


BOOKS = [
    pytest.param(lambda: rendered(), id="one article"),
    pytest.param(lambda: rendered(two()), id="two articles"),
    pytest.param(lambda: rendered(two(), page_size=1), id="one entry a page"),
    pytest.param(lambda: rendered(many(12)), id="twelve articles"),
    pytest.param(lambda: rendered(source_text=SourceText.FULL), id="full text"),
    pytest.param(lambda: rendered(source_text=SourceText.NONE), id="no text"),
    pytest.param(lambda: rendered(book(empty())), id="nothing found"),
]


@pytest.mark.parametrize("pages", BOOKS)
def test_every_link_leads_to_a_page_and_an_anchor(pages: Callable[[], dict[str, str]]) -> None:
    """A book has no dead link, whatever its settings."""
    made = pages()
    dead = []
    for path, target in links(made):
        file, _, name = target.partition("#")
        found = normpath(join(dirname(path), file))
        if found not in HAND_WRITTEN and (found not in made or (name and name not in anchors(made[found]))):
            dead.append(f"{path}: {target}")
    assert not dead


@pytest.mark.parametrize("pages", BOOKS)
def test_every_mark_opens_a_note_and_every_note_has_a_mark(pages: Callable[[], dict[str, str]]) -> None:
    """Numbers are those of the page, from 1 on without a gap."""
    for path, content in pages().items():
        marks = set(re.findall(r'popovertarget="note-(\d+)"', content))
        notes = re.findall(r'id="note-(\d+)"', content)
        assert notes == [str(n) for n in range(1, len(notes) + 1)], path
        assert marks == set(notes), path


@pytest.mark.parametrize("pages", BOOKS)
def test_front_matter_gives_title_and_description(pages: Callable[[], dict[str, str]]) -> None:
    """Every page has both; pages that only list are left out of the search."""
    for path, content in pages().items():
        meta = yaml.safe_load(content.split("---\n")[1])
        assert meta["title"], path
        assert meta["description"], path
    lists = {path for path, content in pages().items() if "exclude: true" in content.split("---\n")[1]}
    assert {"actors/index.md", "meetings/index.md", "timeline.md"} <= lists


@pytest.mark.parametrize("pages", BOOKS)
def test_every_page_but_the_first_has_breadcrumbs(pages: Callable[[], dict[str, str]]) -> None:
    """Pages outside the navigation get none from the site engine."""
    without = {path for path, content in pages().items() if 'class="bb-crumbs"' not in content}
    assert without == {"index.md"}


@pytest.mark.parametrize("path", ["index.md", "articles/index.md", "timeline.md", "provenance.md"])
def test_sections_lead_on_to_each_other(path: str) -> None:
    """A reader without the menu can go through the book in order."""
    content = rendered(two())[path]

    assert ("bb-previous" in content) == (path != "index.md")
    assert ("bb-next" in content) == (path != "provenance.md")


def test_every_page_leads_back_or_on() -> None:
    """Nothing is a dead end."""
    for path, content in rendered(two(), page_size=1).items():
        assert "bb-pager" in content or "bb-pages" in content, path


def text_of(pages: dict[str, str], render_markdown: Callable[[str], str], path: str) -> str:
    """The words of a built page."""
    return " ".join(Read(render_markdown(pages[path].split("---\n", 2)[2])).words.split())


@pytest.mark.parametrize("mode", [SourceText.CITED, SourceText.NONE])
def test_sentences_that_no_fact_cites_are_on_no_page(mode: SourceText, render_markdown: Callable[[str], str]) -> None:
    """A mere mention is no citation: the reader of the book does not get the article for nothing."""
    draft = Draft(article())
    idle = Actor(id="idle", name="Idle", kind=ActorKind.PERSON, mentions=(Mention(citation=draft.cite("Gulls")),))
    pages = rendered(book(replace(briefing(), actors=(*briefing().actors, idle))), source_text=mode)

    for path in pages:
        words = text_of(pages, render_markdown, path)
        assert not [sentence for sentence in UNCITED if sentence in words], path


def test_the_full_text_is_shown_sentence_by_sentence(render_markdown: Callable[[str], str]) -> None:
    """With `full`, nothing is left out and each sentence has its anchor."""
    pages = rendered(source_text=SourceText.FULL)

    words = text_of(pages, render_markdown, "sources/harbour-talks.md")

    assert all(paragraph in words for paragraph in PARAGRAPHS)
    assert "[…]" not in words
    assert anchors(pages["sources/harbour-talks.md"]) >= {f"s{n}" for n in range(1, len(briefing().sentences) + 1)}


def test_gaps_are_marked_once_for_each_run_of_left_out_text() -> None:
    """One mark inside a paragraph, one for blocks left out whole."""
    content = rendered()["sources/harbour-talks.md"]

    assert content.count('class="bb-gap"') == 3  # the standfirst, the weather, the gulls


def test_an_articles_own_setting_goes_before_the_books() -> None:
    """A publisher may forbid what the book's owner allows."""
    pages = rendered(book(briefing(source_text="none")), source_text=SourceText.FULL)

    assert "bb-sentence" not in pages["sources/harbour-talks.md"]


def test_addresses_stay_when_an_article_is_added() -> None:
    """Whatever one article's book has, the larger book has at the same place."""
    assert set(rendered()) <= set(rendered(two()))


def test_a_meeting_is_never_named_without_its_status() -> None:
    """On every page, a link to a meeting stands after its status, in its row or in its own page's frame."""
    for path, content in rendered(two()).items():
        for line in content.splitlines():
            if re.search(
                r"\]\([^)]*(marsh-and-jose-orsted-port-ann|vellmark-and-jose-orsted-dunmoor|the-toll-union-meeting)\.md\)",
                line,
            ):
                assert "bb-status--" in line or path.startswith("meetings/"), (path, line)


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_only_a_held_meeting_reads_as_one(status: MeetingStatus) -> None:
    """The page of a meeting says in words what its status does and does not claim."""
    made = briefing()
    meeting = replace(made.meetings[0], status=status)
    content = rendered(book(replace(made, meetings=(meeting,))))[
        "meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann.md"
    ]

    assert (": The article reports that this meeting took place." in content.replace("</span> ", ": ")) == (
        status is MeetingStatus.HELD
    )
    assert f"bb-status--{status.value}" in content


def test_a_plan_whose_day_is_past_is_not_what_comes_next() -> None:
    """Seen from a later article, last year's invitation is no longer ahead."""
    late = empty(id="later", headline="Later", date_published="2025-09-01")
    home = rendered(book(briefing(date_published="2024-06-05"), late))["index.md"]

    assert "nothing dated that is still to come" in home
    assert (
        "vellmark-and-jose-orsted-dunmoor.md" in rendered(book(briefing(date_published="2025-08-20"), late))["index.md"]
    )


@pytest.mark.parametrize("size", [1, 2, 3])
def test_lists_are_cut_into_pages_that_together_hold_everything(size: int) -> None:
    """No entry is lost between pages, and none stands twice."""
    pages = rendered(two(), page_size=size)
    said = [path for path in pages if path.startswith("statements")]

    assert len(said) == -(-4 // size)
    assert sum(pages[path].count('class="bb-speaker"') for path in said) == 4
    assert all(pages[path].count('class="bb-speaker"') <= size for path in said)


def test_pages_grow_with_the_book_and_not_with_its_square() -> None:
    """Twice the articles, about twice the pages and bytes."""

    def weigh(number: int) -> tuple[int, int, int]:
        sizes = [len(page) for page in rendered(many(number), page_size=20).values()]
        return len(sizes), sum(sizes), max(sizes)

    (few, light, _), (pages, heavy, largest) = weigh(40), weigh(80)

    assert pages < 2.1 * few
    assert heavy < 2.2 * light
    assert largest < 60_000


def test_words_in_another_language_say_so() -> None:
    """A screen reader must know, and the browser must know the direction."""
    pages = rendered(book(briefing(language="he")))

    assert (
        '<span lang="he" dir="auto">Lena Marsh</span>'
        in pages["meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann.md"]
    )
    assert "<span lang=" not in rendered()["meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann.md"]


def test_letters_from_right_to_left_are_kept_apart_from_what_stands_around_them() -> None:
    """A Hebrew headline must not reorder the number after it."""
    pages = rendered(book(briefing(headline="שיחות בנמל")))

    assert '[<bdi lang="und-Hebr">שיחות בנמל</bdi>](../articles/harbour-talks.md)' in pages[
        "articles/index.md"
    ].replace("(harbour", "(../articles/harbour")


def test_an_actor_is_found_under_the_name_as_people_type_it() -> None:
    """The search folds neither accents nor apostrophes."""
    content = rendered()["actors/jose-orsted.md"]

    assert "Also written as\n:   Ørsted\n" in content
    assert "Also typed as\n:   Jose Orsted, Orsted\n" in content


def test_the_source_page_shows_a_headline_that_only_the_page_has() -> None:
    """A reader who knows the article by its visible headline finds it; nothing is said where there is one headline."""
    made = briefing()
    both = replace(made, article=replace(made.article, visible_headline="Envoys meet on the lake"))

    def shows(what: Briefing) -> bool:
        return any("another headline: “Envoys meet" in content for content in rendered(book(what)).values())

    assert shows(both)
    assert not shows(made)


def hostile() -> Briefing:
    """A briefing in which every piece of text is an attack."""
    trick = " ".join(TRICKS).replace("\n", " ")
    made = briefing(
        headline=f"x{trick}", standfirst=trick, id="../../x", language='"><script>', url="javascript:alert(1)"
    )
    role = replace(made.actors[0].roles[0], title=trick, organization_name=trick, organization=None)
    actor = replace(made.actors[0], name=f"a{trick}", aliases=(trick,), roles=(role,))
    party = replace(made.meetings[0].participants[0], name=trick, as_written=trick, reason=trick)
    meeting = replace(made.meetings[0], id="../m", participants=(party,), reasons=(trick,))
    statement = replace(made.statements[0], speaker=None, speaker_name=trick, reason=trick)
    place = replace(made.places[0], name=f"p{trick}", aliases=(trick,), country='"><b>')
    image = replace(made.article.images[0], caption=trick, credit_line=trick, alt_text=trick)
    source = replace(
        made.article, publisher=trick, authors=(trick,), rights=trick, visible_headline=trick, images=(image,)
    )
    return replace(
        made,
        article=source,
        actors=(actor, *made.actors[1:]),
        meetings=(meeting, *made.meetings[1:]),
        statements=(statement,),
        places=(place,),
        credits=(replace(made.credits[0], missing=(trick,)),),
    )


ALLOWED = {
    "a", "bdi", "blockquote", "br", "button", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "li", "mark", "nav", "p",
    "q", "section", "span", "strong", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
    "figure", "figcaption", "svg", "title", "desc", "g", "path", "rect", "circle", "text",
}  # fmt: skip


def test_a_hostile_article_adds_no_element_and_no_script(render_markdown: Callable[[str], str]) -> None:
    """Whatever field the attack stands in, only our own elements are on the page, and links lead where we said."""
    for path, content in rendered(book(hostile()), source_text=SourceText.FULL).items():
        yaml.safe_load(content.split("---\n")[1])
        seen = Read(render_markdown(content.split("---\n", 2)[2]))
        assert set(seen.elements) <= ALLOWED, (path, set(seen.elements) - ALLOWED)
        assert not [name for name, _ in seen.attributes if name.startswith("on") or name in {"style", "src"}], path
        assert not [value for name, value in seen.attributes if name == "href" and ":" in (value or "")], path


def test_hostile_ids_make_safe_paths() -> None:
    """No page is written outside its folder, and none has a name that a file system refuses."""
    paths = rendered(book(hostile(), briefing(id="CON"), briefing(id="index"), briefing(id="نص")))

    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", path) for path in paths)
    assert not [path for path in paths if re.search(r"(^|/)(con|nul|aux)\.md$", path)]


def test_two_meetings_of_the_same_people_have_two_pages() -> None:
    """ "Another meeting" of the same two in the same place is another entry."""
    made = briefing()
    again = replace(made.meetings[0], id="meeting-9")
    pages = rendered(book(replace(made, meetings=(*made.meetings, again))))

    assert {path for path in pages if "port-ann" in path} == {
        "meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann.md",
        "meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann-meeting-9.md",
    }


def test_articles_with_one_id_do_not_overwrite_each_other() -> None:
    """`a.txt` and `a.html` beside each other, or the same line twice in one file."""
    pages = rendered(book(briefing(), briefing(headline="Another"), briefing(headline="Third")))

    assert len([path for path in pages if path.startswith("sources/")]) == 3
    assert len([path for path in pages if path.endswith("/lena-marsh-and-jose-orsted-port-ann.md")]) == 3


def test_the_same_book_gives_the_same_pages() -> None:
    """No clock, no set order."""
    assert rendered(two()) == rendered(two())


def test_assets_ask_no_other_host_for_anything() -> None:
    """Styles and scripts that every book needs, without an outside address."""
    found = assets()

    assert {page.path for page in found} == {
        f"assets/briefbook/{name}" for name in ("briefbook.css", "citations.js", "print.css", "search.js", "tables.js")
    }
    assert not [page.path for page in found if re.search(r"https?://|url\(|@import", page.content)]


def test_an_error_report_names_the_page() -> None:
    """With a contact, every page offers a report with its own address filled in."""
    pages = rendered(contact="desk@harbour.example", site_url="https://book.example/")

    assert (
        "[Report an error](<mailto:desk@harbour.example?subject=Error%20on%20https%3A%2F%2Fbook.example%2Ftimeline%2F>)"
        in pages["timeline.md"]
    )
    assert "subject=Error%20on%20https%3A%2F%2Fbook.example%2F>)" in pages["index.md"]
    assert "Report an error" not in rendered()["timeline.md"]


def test_an_error_report_fills_the_page_into_a_form() -> None:
    """A form's address gets the page where it says so."""
    contact = "https://desk.example/report?about={page}&kind=error"
    pages = rendered(contact=contact, site_url="https://book.example/at/")

    assert "about=https%3A%2F%2Fbook.example%2Fat%2Factors%2F&kind=error>)" in pages["actors/index.md"]


def test_a_citation_leads_to_the_original_with_a_text_fragment() -> None:
    """A short sentence as a whole, a long one by its first and last words."""
    content = rendered()["meetings/harbour-talks/vellmark-and-jose-orsted-dunmoor.md"]

    assert (
        "(<https://news.example/harbour?id=1&lang=en#:~:text="
        "Vellmark%20has%20invited%20%C3%98rsted%20to%20Dunmoor%20for%20talks%20on%20ferry%20tolls%20next%20week.>)"
        in content
    )
    assert (
        "#:~:text=Lena%20Marsh%2C%20Director%20of%20the,in%20Port%20Ann%20on%20Tuesday.>)"
        in rendered()["meetings/harbour-talks/lena-marsh-and-jose-orsted-port-ann.md"]
    )


def test_without_an_address_there_is_no_link_out() -> None:
    """A citation still shows its sentence and its place in the source text."""
    shown = (content.split("---\n", 2)[2] for content in rendered(book(briefing(url=None))).values())

    assert "https://" not in "".join(shown)


def test_dated_meetings_lead_to_their_calendar_file() -> None:
    """Only those that have one, each from its own page."""
    file = "data/calendar/harbour-talks-marsh-orsted.ics"
    pages = rendered(
        calendars={("harbour-talks", "marsh-orsted"): file, ("harbour-talks", "nobody"): "data/calendar/x.ics"}
    )

    found = {path: content for path, content in pages.items() if "Add to calendar" in content}
    assert [path for path in found if path.startswith("meetings/harbour-talks/lena-marsh")] == list(found)
    assert all(f"[Add to calendar](../../{file})" in content for content in found.values())
    assert len(found) == 1


def test_a_companion_is_not_shown_as_somebody_met() -> None:
    """Whoever accompanied a participant to a meeting was not met at it."""
    made = briefing()
    host, guest = (p.actor for p in made.meetings[0].participants[:2])
    along = Relation(type=RelationType.ACCOMPANIED, actor=host or "", citations=made.meetings[0].citations)
    made = replace(made, actors=tuple(replace(a, relations=()) for a in made.actors))
    actors = tuple(replace(a, relations=(along,)) if a.id == guest else a for a in made.actors)
    name = next(a.name for a in made.actors if a.id == guest)

    def told(of: Briefing) -> str:
        slug = next(a.slug for a in book(of).actors if any(x.actor.id == host for x in a.appearances))
        return rendered(book(of))[f"actors/{slug}.md"]

    assert f"met [{name}]" in told(made)
    assert f"met [{name}]" not in told(replace(made, actors=actors))
