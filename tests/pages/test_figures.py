"""Figures: well formed, safe, the same facts as the lists, and links that hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from briefbook.model import ActorKind, DateRange, MeetingStatus, TimelineEntry
from briefbook.pages import PageOptions, figures, figures_relations, figures_timeline, render
from briefbook.pages.escape import Md
from briefbook.pages.figures_relations import NEIGHBOURS, Edge, Neighbour, Node
from briefbook.pages.figures_timeline import MOST, Mark, Standing

from .factory import book, briefing
from .test_escape import TRICKS

DAY = date(2024, 6, 4)


def drawn(source: Md, render_markdown: Callable[[str], str]) -> ElementTree.Element:
    """The figure as a browser gets it, parsed as XML: anything unescaped would break it."""
    html = render_markdown(f'<div markdown="span">{source}</div>')
    return ElementTree.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # type: ignore[index]


def mark(words: str = "Talks in Port Ann", **changes: object) -> Mark:
    told = {"start": DAY, "end": DAY, "bounded": False, "standing": Standing.HELD, "background": False}
    return Mark(when="4 June 2024", words=words, target="timeline.md#event-1", **{**told, **changes})  # type: ignore[arg-type]


def node(name: str = "Lena Marsh", kind: ActorKind | None = ActorKind.PERSON) -> Node:
    return Node(name=name, kind=kind, target="lena-marsh.md")


def neighbour(name: str, words: str = "met", ties: tuple[str, ...] = ("met",)) -> Neighbour:
    return Neighbour(node=node(name), words=words, ties=ties)


def classes(tree: ElementTree.Element, tag: str) -> list[str]:
    return [item.get("class", "") for item in tree.iter(tag)]


@pytest.mark.parametrize("words", [*TRICKS, "]]>", "<title>x</title>", "</svg><script>"])
def test_words_of_articles_stay_words(words: str, render_markdown: Callable[[str], str]) -> None:
    """No name or event adds an element, an attribute or a link."""
    figure = figures_relations.around(words, ActorKind.PERSON, [neighbour(words)])
    plain = figures_relations.around("A", ActorKind.PERSON, [neighbour("B")])
    line = figures_timeline.timeline([mark(words), mark()])

    tree = drawn(figure, render_markdown)
    assert [item.tag for item in tree.iter()] == [item.tag for item in drawn(plain, render_markdown).iter()]
    assert [item.tag for item in drawn(line, render_markdown).iter("a")] == ["a", "a"]
    allowed = {"class", "href", "id", "x", "y", "cx", "cy", "r", "d", "width", "height", "transform"}
    assert {key for item in tree.iter() if item.tag != "svg" for key in item.attrib} <= allowed


def test_figures_hold_no_style_script_or_address() -> None:
    """What a strict Content-Security-Policy forbids is not there."""
    shown = figures_timeline.timeline([mark(), mark(start=date(2020, 1, 1))])

    assert not re.search(r"style=|<script|<style|https?:|\bon\w+=", shown)


def test_a_drawing_has_a_name_and_a_description(render_markdown: Callable[[str], str]) -> None:
    tree = drawn(
        figures_relations.around("Lena Marsh", ActorKind.PERSON, [neighbour("Vellmark", "leads")]), render_markdown
    )
    named = {item.get("id"): item.text for item in tree if item.get("id")}

    assert named[tree.get("aria-labelledby")] == "Relations of Lena Marsh"
    assert named[tree.get("aria-describedby")] == "Lena Marsh leads Vellmark."


def test_long_words_are_shortened_and_kept_in_full(render_markdown: Callable[[str], str]) -> None:
    name = "The Vellmark Commission for Harbours, Ferries and Inland Waterways"
    tree = drawn(figures_relations.around("A", ActorKind.PERSON, [neighbour(name)]), render_markdown)
    link = next(tree.iter("a"))

    assert link.find("title").text == f"A met {name}"  # type: ignore[union-attr]
    assert next(link.iter("text")).text.endswith("…")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("Port Ann", 200, "Port Ann"),
        ("Port Ann and beyond", 60, "Port Ann…"),
        ("日本国政府代表団", 60, "日本国政…"),
        ("", 10, ""),
        ("Marsh, Lena and others", 46, "Marsh…"),
    ],
)
def test_shortened(words: str, room: float, shown: str) -> None:
    assert figures.shortened(words, room) == shown


@pytest.mark.parametrize("standing", list(Standing))
def test_standing_is_told_by_shape(standing: Standing, render_markdown: Callable[[str], str]) -> None:
    """Held, ahead, off and other differ in more than colour, and the legend names those in use only."""
    tree = drawn(figures_timeline.timeline([mark(standing=standing), mark(standing=standing)]), render_markdown)
    tag = {Standing.HELD: "circle", Standing.AHEAD: "path", Standing.OFF: "path", Standing.OTHER: "rect"}[standing]
    legend = [item.text for item in tree.iter("text") if item.text in figures_timeline.MEANING.values()]

    assert [name for name in classes(tree, tag) if "bb-point" in name] == [f"bb-point bb-point--{standing.value}"] * 3
    assert legend == [figures_timeline.MEANING[standing]]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"end": date(2024, 6, 9)}, "held"),
        ({"end": date(2024, 6, 9), "standing": Standing.AHEAD}, "ahead"),
        ({"end": date(2024, 6, 9), "bounded": True}, "bounded"),
        ({"end": None}, "bounded"),
        ({"start": None}, "bounded"),
    ],
)
def test_spans_are_bars(changes: dict[str, object], kind: str, render_markdown: Callable[[str], str]) -> None:
    tree = drawn(figures_timeline.timeline([mark(**changes), mark()]), render_markdown)
    entry = next(tree.iter("a"))

    assert [name for name in classes(entry, "rect") if "bb-span" in name] == [f"bb-span bb-span--{kind}"]


def test_background_is_muted(render_markdown: Callable[[str], str]) -> None:
    tree = drawn(figures_timeline.timeline([mark(background=True), mark()]), render_markdown)

    assert [("bb-muted" in "".join(classes(link, "text"))) for link in tree.iter("a")] == [True, False]


def test_days_stand_in_order_on_the_axis_and_inside_the_drawing(render_markdown: Callable[[str], str]) -> None:
    """However far apart; the axis bends, but never turns."""
    days = [date(1948, 5, 1), date(2006, 1, 25), date(2024, 6, 3), DAY, date(2024, 6, 5), date(2031, 1, 1)]
    tree = drawn(figures_timeline.timeline([mark(start=day, end=day) for day in days]), render_markdown)
    places = [float(item.get("cx", "")) for link in tree.iter("a") for item in link.iter("circle")]

    assert places == sorted(set(places))
    assert 0 < places[0] < places[-1] < figures.WIDTH


def test_a_timeline_draws_no_more_than_it_can_show(render_markdown: Callable[[str], str]) -> None:
    tree = drawn(figures_timeline.timeline([mark()] * (MOST + 5)), render_markdown)

    assert len(list(tree.iter("a"))) == MOST


def test_an_actor_has_no_more_neighbours_than_fit(render_markdown: Callable[[str], str]) -> None:
    """Every other one stands on the other side, and no two on the same spot."""
    crowd = [neighbour(f"Envoy {n}") for n in range(NEIGHBOURS + 4)]
    tree = drawn(figures_relations.around("Lena Marsh", ActorKind.PERSON, crowd), render_markdown)
    fields = [(item.get("x"), item.get("y")) for item in tree.iter("rect") if item.get("class") == "bb-touch"]

    assert len(fields) == len(set(fields)) == NEIGHBOURS


def test_each_kind_of_relation_has_its_line(render_markdown: Callable[[str], str]) -> None:
    tree = drawn(
        figures_relations.around("A", ActorKind.PERSON, [neighbour("B", "leads, met", ("post", "met"))]),
        render_markdown,
    )

    assert classes(tree, "path").count("bb-tie bb-tie--post") == 2  # the line and its legend
    assert classes(tree, "path").count("bb-tie bb-tie--met") == 2


def test_a_book_draws_each_actor_once_and_each_relation(render_markdown: Callable[[str], str]) -> None:
    """Related actors stand next to each other."""
    names = ["A", "B", "C", "D"]
    kinds = [ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GEOPOLITICAL, None]
    nodes = [node(name, kind) for name, kind in zip(names, kinds, strict=True)]
    edges = [
        Edge(one=0, other=3, tie="met", words="A met D"),
        Edge(one=1, other=2, tie="kin", words="B is a relative of C"),
    ]
    tree = drawn(figures_relations.book(nodes, edges), render_markdown)

    assert [link.find("title").text for link in tree.iter("a")] == ["A", "D", "B", "C"]  # type: ignore[union-attr]
    assert {item.find("title").text for item in tree.findall("g") if item.find("title") is not None} == {  # type: ignore[union-attr]
        "A met D",
        "B is a relative of C",
    }


def entry(start: date | None, **changes: object) -> TimelineEntry:
    cited = briefing().timeline[0].citations
    return TimelineEntry(label=briefing().timeline[0].label, start=start, end=start, citations=cited, **changes)  # type: ignore[arg-type]


def pages_of(*events: TimelineEntry, status: MeetingStatus = MeetingStatus.HELD, **changes: object) -> dict[str, str]:
    made = briefing(**changes)
    meetings = (replace(made.meetings[0], status=status), *made.meetings[1:])
    made = replace(made, timeline=events, meetings=meetings)
    return {page.path: page.content for page in render(book(made), PageOptions())}


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (MeetingStatus.HELD, "held"),
        (MeetingStatus.UNDER_WAY, "held"),
        (MeetingStatus.PLANNED, "ahead"),
        (MeetingStatus.INVITED, "ahead"),
        (MeetingStatus.PROPOSED, "ahead"),
        (MeetingStatus.CANCELLED, "off"),
        (MeetingStatus.DENIED, "off"),
    ],
)
def test_only_meetings_that_took_place_are_drawn_as_held(status: MeetingStatus, standing: str) -> None:
    page = pages_of(*[entry(DAY, meeting="marsh-orsted")] * 2, status=status)["timeline.md"]

    assert set(re.findall(r"bb-point--(\w+)", page)) == {standing}


def test_an_entry_without_meeting_claims_nothing_or_lies_ahead() -> None:
    events = (entry(DAY), entry(date(2024, 8, 1)))
    page = pages_of(*events, date_published="2024-07-02")["timeline.md"]

    assert set(re.findall(r"bb-point--(\w+)", page)) == {"other", "ahead"}


def test_marks_of_the_timeline_lead_to_their_entries() -> None:
    """The undated entry between them has its own number, but no mark."""
    bounded = entry(None, possible=DateRange(start=DAY, end=date(2024, 6, 30)))
    page = pages_of(entry(date(2024, 6, 3)), bounded, entry(None))["timeline.md"]

    assert re.findall(r"\]\(timeline\.md#(event-\d)\)", page) == ["event-1", "event-2"]
    assert re.findall(r'<div id="(event-\d)"', page) == ["event-1", "event-2", "event-3"]


@pytest.mark.parametrize("events", [(), (entry(DAY),), (entry(None), entry(None))])
def test_less_than_two_dated_entries_need_no_picture(events: tuple[TimelineEntry, ...]) -> None:
    assert "<svg" not in pages_of(*events)["timeline.md"]


def test_the_book_lists_each_relation_it_draws_once_with_its_source() -> None:
    """From the side that tells it: `leads`, not `is led by` again; who met whom, once."""
    page = pages_of()["actors/index.md"]
    lines = [line for line in page.splitlines() if line.startswith("- [")]

    assert len(lines) == page.count("<g><title>") == 2
    assert all("bb-cite" in line for line in lines)
    assert sorted(re.sub(r"\[([^]]*)\]\([^)]*\)|<[^>]*>|\d", r"\1", line) for line in lines) == [
        "- Lena Marsh leads Harbour Office",
        "- Lena Marsh met José Ørsted",
    ]


def test_a_profile_draws_the_neighbours_it_lists() -> None:
    page = pages_of()["actors/lena-marsh.md"]
    figure = page.split('class="bb-drawing"')[1].split("</svg>")[0]

    assert re.findall(r"\]\(([\w-]+)\.md\)", figure) == ["harbour-office", "jose-orsted"]


def test_an_actor_without_relations_has_no_figure() -> None:
    assert "bb-drawing" not in pages_of()["actors/vellmark.md"]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        pytest.param("2024-01-23", "2024-03-26", ["23 Jan", "26 Mar 2024"], id="one year"),
        pytest.param("2023-12-23", "2024-03-26", ["Dec 2023", "Mar 2024"], id="two years"),
        pytest.param("1987-01-01", "2024-03-26", ["Jan 1987", "Mar 2024"], id="decades"),
        pytest.param("2024-03-26", "2024-03-26", ["26 Mar 2024"], id="one day"),
    ],
)
def test_the_ends_of_the_axis_have_room_beside_each_other(first: str, last: str, shown: list[str]) -> None:
    made = figures_timeline.timeline(
        [mark(start=date.fromisoformat(day), end=date.fromisoformat(day)) for day in (first, last)]
    )
    ends = [
        words for words in re.findall(r">([^<]*)</text>", made) if re.search(r"^(\d+ )?[A-Z][a-z]{2}( \d{4})?$", words)
    ]

    assert ends == shown
    assert sum(map(figures.width, ends)) * 11 / 12 < 128


@pytest.mark.parametrize(
    ("words", "pixels"),
    [
        ("Lisbon", 41),
        ("Nairobi and 2 others", 127),
        ("Mahmoud Abbas", 103),
        ("Illinois", 41),
        ("WWF MAMMOTH", 103),
        ("26 Mar 2023", 77),
    ],
)
def test_labels_are_taken_for_about_as_wide_as_a_wide_typeface_draws_them(words: str, pixels: float) -> None:
    """Measured in DejaVu Sans Bold of 11 pixels: too small a guess lets labels run into each other."""
    assert figures.width(words) == pytest.approx(pixels, rel=0.08)


def test_an_entry_of_the_timeline_begins_with_a_capital() -> None:
    assert ">The board met<" in figures_timeline.timeline([mark("the board met"), mark()])


def test_the_caption_tells_when_a_figure_leaves_entries_out() -> None:
    made = briefing()
    events = tuple(replace(made.timeline[0], start=DAY, end=DAY, possible=None) for _ in range(MOST + 3))
    (page,) = [
        p.content for p in render(book(replace(made, timeline=events)), PageOptions()) if p.path == "timeline.md"
    ]
    (few,) = [p.content for p in render(book(), PageOptions()) if p.path == "timeline.md"]

    assert f"The first {MOST} of {MOST + 3} dated entries; long gaps are shortened." in page
    assert "The first" not in few
