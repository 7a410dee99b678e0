"""Profiles and the bars beside names: true counts, a lead line that the article gives, nothing empty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from briefbook.model import ActorKind, Briefing, Mention, Role
from briefbook.pages import tally
from briefbook.pages.index import BookIndex
from briefbook.pages.options import PageOptions, SourceText
from briefbook.pages.sheet import Sheet
from briefbook.pages.tally import Tally

from .factory import PARAGRAPHS, Draft, article, book, briefing
from .test_pages import SECOND, rendered, two

BAR = re.compile(r'<svg class="bb-bar" width="(\d+)" height="8" aria-hidden="true"><rect class="bb-bar-(\w+)"')


def profile(name: str = "lena-marsh", made: Briefing | None = None, **options: object) -> str:
    return rendered(book(made or briefing()), **options)[f"actors/{name}.md"]


def lead(page: str) -> str | None:
    found = re.search(r'<p class="bb-lead" markdown="span">(.*?)</p>', page)
    return re.sub(r"<button.*?</button>|</?span[^>]*>|\]\([^)]*\)|\[", "", found[1]) if found else None


def fact(page: str, label: str) -> str | None:
    found = re.search(rf"^{label}\n:   (.*)$", page, re.MULTILINE)
    return re.sub(r"<[^>]+>|\]\([^)]*\)|\[", "", found[1]) if found else None


def with_roles(*roles: Role) -> Briefing:
    """The invented article in which Lena Marsh has these roles."""
    made = briefing()
    return replace(made, actors=(replace(made.actors[0], roles=roles), *made.actors[1:]))


def role(title: str | None, organization: str | None = None, *, former: bool = False) -> Role:
    cited = Draft(article()).cite("Director of the Harbour Office")
    return Role(title=title, organization_name=organization, former=former, citations=(cited,))


# ---- the lead line ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        pytest.param([role("Director", "Harbour Office")], "Director, Harbour Office", id="post and organisation"),
        pytest.param([role("Director")], "Director", id="post alone"),
        pytest.param([role(None, "Harbour Office")], "Harbour Office", id="organisation alone"),
        pytest.param([role("Director", former=True)], "former Director", id="a post that is over"),
        pytest.param(
            [role("predecessor", "Harbour Office", former=True)], "predecessor, Harbour Office", id="who came before"
        ),
        pytest.param(
            [role("Director", "Harbour Office"), role("chair", "Ferry Board")],
            "Director, Harbour Office; chair, Ferry Board",
            id="two posts",
        ),
        pytest.param(
            [role("Director", "Harbour Office"), role("director", "harbour office")],
            "Director, Harbour Office",
            id="one post in two spellings",
        ),
    ],
)
def test_the_lead_line_is_the_role(roles: list[Role], words: str) -> None:
    page = profile(made=with_roles(*roles))

    assert lead(page) == words
    assert fact(page, "Role") is None


def test_a_person_without_a_role_says_so_once() -> None:
    page = profile("jose-orsted")

    assert lead(page) is None
    assert fact(page, "Role") == "not stated"


@pytest.mark.parametrize("name", ["harbour-office", "vellmark"])
def test_only_persons_are_asked_for_a_role(name: str) -> None:
    assert lead(profile(name)) is None
    assert fact(profile(name), "Role") is None


def test_a_role_whose_place_the_article_leaves_out_says_why_it_is_there() -> None:
    implied = replace(role("Minister", "Norland"), reason="of the states in the article only Norland can be meant")
    page = profile(made=with_roles(implied))

    assert '<span class="bb-detail">of the states in the article only Norland can be meant</span>' in page
    assert "only Norland" not in profile(made=with_roles(role("Minister", "Norland")))


def test_every_role_of_the_lead_line_cites_its_sentence() -> None:
    line = re.search(r'<p class="bb-lead".*', profile(made=with_roles(role("Director"), role("chair"))))[0]  # type: ignore[index]

    assert line.count('class="bb-cite"') == 2


def test_a_statement_without_words_stands_in_no_empty_quotation() -> None:
    made = briefing()
    silent = replace(made.statements[0], content=(), no_comment=True)
    page = profile(made=replace(made, statements=(silent,)))

    assert '<span class="bb-detail">declined to comment' in page
    assert not re.search(r"^> *(<|$)", page, re.MULTILINE)
    assert page.count('class="bb-said"') == 1


def test_what_is_denied_does_not_stand_there_as_said() -> None:
    made = briefing()
    denied = replace(made.statements[0], cue="denied", denial=True)
    page = profile(made=replace(made, statements=(denied,)))

    assert '> <span class="bb-detail">denied&#58;</span> ' in page
    assert '<span class="bb-detail">a denial, ' in page


def test_two_sentences_of_one_paragraph_are_one_place() -> None:
    made = briefing()
    marsh = made.actors[0]
    later = replace(marsh.mentions[0], citation=Draft(article()).cite("The weather"))
    page = profile(made=replace(made, actors=(replace(marsh, mentions=(marsh.mentions[0], later)), *made.actors[1:])))

    assert fact(page, "Named") == "in paragraph 1"


def test_the_reason_of_a_speaker_has_the_marks_of_print() -> None:
    made = briefing()
    told = replace(made.statements[0], reason="'She' is Lena Marsh, the only person it can mean here")

    assert "; “She” is Lena Marsh, the only person" in profile(made=replace(made, statements=(told,)))


# ---- the facts ---------------------------------------------------------------------------------------------------------


def test_the_facts_say_how_often_where_and_with_whom() -> None:
    page = profile()

    assert fact(page, "Here") == " 3 mentions  2 statements 1 meeting"
    assert fact(page, "Named") == "first in paragraph 1, last in paragraph 2"
    assert fact(page, "Met") == "José Ørsted1"
    assert fact(page, "Also written as") == "Marsh"


def test_what_the_article_does_not_tell_has_no_line() -> None:
    page = profile("vellmark")

    assert fact(page, "Met") is None
    assert fact(page, "Also written as") is None
    assert fact(page, "Named") == "in paragraph 3"
    assert "## Statements" not in page
    assert "## Relations" not in page


def test_an_invitation_is_no_meeting_that_was_held() -> None:
    """Vellmark has invited Ørsted: they have not met."""
    assert "Vellmark" not in (fact(profile("jose-orsted"), "Met") or "")


def test_first_and_last_are_told_by_the_days_of_the_articles() -> None:
    first = briefing(date_published="2024-06-05")
    later = briefing(**SECOND)
    page = rendered(book(later, first))["actors/lena-marsh.md"]

    assert fact(page, "Named") == (
        "in 2 articles, first in Harbour talks: Vellmark invites José Ørsted’s envoys (5 June 2024), last in Second day"
        " of harbour talks (2 July 2024)"
    )


def test_without_the_day_of_each_article_no_order_is_claimed() -> None:
    """One of the two articles has no date: which was first is not known."""
    page = rendered(two())["actors/lena-marsh.md"]

    assert fact(page, "Named") == "in 2 articles"


def test_facts_stand_on_the_first_page_of_a_long_profile_only() -> None:
    pages = rendered(page_size=1)

    assert fact(pages["actors/lena-marsh.md"], "Named")
    assert fact(pages["actors/lena-marsh/2.md"], "Named") is None


def test_no_section_and_no_fact_is_empty() -> None:
    for path, content in rendered(two()).items():
        assert not re.search(r"^:   *$", content, re.MULTILINE), path
        assert not re.search(r"^#+ .*\n+(?=#|\Z)", re.sub(r"^## More.*", "", content, flags=re.DOTALL)), path


# ---- every mention ---------------------------------------------------------------------------------------------------


def test_a_sentence_stands_once_with_all_its_mentions() -> None:
    page = profile()
    rows = re.findall(r"<li markdown=\"span\">.*?</li>", page[page.index("## Every mention") :])

    assert [row.count("<mark>") for row in rows] == [1, 2]
    assert "“<mark>We</mark> will find a berth for everybody,” <mark>Marsh</mark> said." in rows[1]
    assert "The speaker says “we”." in rows[1]


def test_sentences_that_are_not_shown_leave_the_words() -> None:
    page = profile(source_text=SourceText.NONE)
    rows = re.findall(r"<li markdown=\"span\">.*?</li>", page[page.index("## Every mention") :])

    assert ["<mark>" in row for row in rows] == [False, False]
    assert "“Marsh”, “We”" in rows[1]


def test_overlapping_mentions_are_marked_once() -> None:
    """“Lena Marsh” and “Marsh” within it: one mark, no words lost."""
    made = briefing()
    draft = Draft(made.article)
    marsh = replace(
        made.actors[0],
        mentions=(Mention(citation=draft.cite("Lena Marsh")), Mention(citation=draft.cite("Marsh", 2))),
    )
    page = profile(made=replace(made, actors=(marsh, *made.actors[1:])))

    assert "<mark>Lena Marsh</mark>&#44; Director" in page


# ---- bars -------------------------------------------------------------------------------------------------------------


def test_bars_are_as_long_as_their_numbers() -> None:
    table = rendered()["actors/index.md"]
    lines = {
        re.match(r"\| \[([^\]]*)", line)[1]: BAR.findall(line) for line in table.splitlines() if line.startswith("| [")
    }  # type: ignore[index]

    assert lines["Lena Marsh"] == [("40", "mention"), ("27", "statement")]
    assert lines["José Ørsted"] == [("27", "mention")]
    assert lines["Vellmark"] == [("13", "mention")]


def test_a_bar_has_its_number_in_words_and_leads_there() -> None:
    table = rendered()["actors/index.md"]

    assert "[3 mentions](lena-marsh.md#mentions)" in table
    assert "[2 statements](lena-marsh.md#statements)" in table
    assert len(BAR.findall(table)) == table.count('class="bb-bar"') == 5


def test_an_article_counts_its_own_mentions_only() -> None:
    index = BookIndex(two(), PageOptions())
    marsh = next(actor for actor in index.book.actors if actor.name == "Lena Marsh")

    assert tally.of_book(index, marsh) == Tally(6, 4)
    assert [tally.of_article(index, entry, marsh) for entry in index.entries] == [Tally(3, 2), Tally(3, 2)]


@pytest.mark.parametrize(
    ("tallies", "longest"),
    [([], 1), ([Tally(0, 0)], 1), ([Tally(3, 1), Tally(2, 7)], 7), ([Tally(5, 0)], 5)],
)
def test_the_longest_bar(tallies: list[Tally], longest: int) -> None:
    assert tally.most(tallies) == longest


@pytest.mark.parametrize(
    ("counted", "longest", "bars"),
    [
        (Tally(10, 5), 10, [("40", "mention"), ("20", "statement")]),
        (Tally(1, 0), 500, [("2", "mention")]),
        (Tally(0, 0), 3, []),
    ],
)
def test_small_numbers_are_still_seen_and_none_is_not(
    counted: Tally, longest: int, bars: list[tuple[str, str]]
) -> None:
    index = BookIndex(book(briefing()), PageOptions())
    sheet = Sheet(index, "actors/index.md", "Actors")

    assert BAR.findall(tally.shown(sheet, index.book.actors[0], counted, longest)) == bars


def test_the_home_page_groups_actors_by_kind() -> None:
    home = rendered(two())["index.md"]
    columns = re.findall(r"^### (\w[\w ]*)$", home[home.index("## Main actors") :], re.MULTILINE)

    assert columns == ["People", "Organisations", "States and territories"]


def test_a_kind_without_actors_has_no_column() -> None:
    made = [replace(b, actors=tuple(a for a in b.actors if a.kind is ActorKind.PERSON)) for b in two().briefings]
    home = rendered(book(*(replace(b, meetings=()) for b in made)))["index.md"]

    assert "### People" in home
    assert "### Organisations" not in home


# ---- what comes next ----------------------------------------------------------------------------------------------------


def _planned(**changes: object) -> Briefing:
    """An article of 5 June 2024 whose timeline has an entry on the ferry tolls; `changes` are the entry's."""
    made = briefing(date_published="2024-06-05")
    entry = replace(made.timeline[1], **{"start": date(2024, 6, 12), "end": date(2024, 6, 12), **changes})  # type: ignore[arg-type]
    return replace(made, timeline=(entry,), meetings=())


def test_dated_entries_to_come_stand_under_what_comes_next() -> None:
    home = rendered(book(_planned()))["index.md"]

    assert f"- <strong>12 June 2024</strong> {PARAGRAPHS[2].rstrip('.')}" in home.replace("&#46;", ".")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"start": date(2024, 6, 4), "end": date(2024, 6, 4)}, id="past"),
        pytest.param({"start": date(2024, 6, 5), "end": date(2024, 6, 5)}, id="the day of the article"),
        pytest.param({"start": None, "end": None}, id="undated"),
        pytest.param({"background": True}, id="background"),
    ],
)
def test_what_is_not_to_come_does_not_stand_there(changes: dict[str, object]) -> None:
    assert "nothing dated that is still to come" in rendered(book(_planned(**changes)))["index.md"]


def test_a_meeting_is_not_told_twice() -> None:
    """The timeline entry of the sentence that reports the invitation is the meeting that stands there already."""
    made = briefing(date_published="2024-06-05")
    told = replace(made.timeline[1], start=date(2024, 6, 12), end=date(2024, 6, 12))
    home = rendered(book(replace(made, timeline=(told,))))["index.md"]

    assert "vellmark-and-jose-orsted-dunmoor.md" in home
    assert "<strong>12 June 2024</strong>" not in home
