from __future__ import annotations

import time
from pathlib import Path

import pytest
from briefbook import lexicons
from briefbook.errors import SourceError
from briefbook.lexicons import Entry
from briefbook.model import BlockKind
from briefbook.sources import read
from briefbook.sources.pasted.header import authors_of, find_date, find_headline
from briefbook.sources.pasted.lines import read_lines
from briefbook.sources.pasted.repetition import find_pull_quotes
from briefbook.sources.pasted.words import page_words
from briefbook.sources.pasted.zones import add_kinship, find_text, weigh_lines
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ENTRIES = lexicons.load("page_furniture", "any").entries
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                " An alt text of a picture",
                "Photo: Ana Silva/AP",
                "Related",
                "Share",
                "By Ana Silva",
                "May 4, 2023",
                "A paragraph of a report that says what happened in the harbour on Monday, officials said.",
                "A subhead",
            ]
        ),
        st.text(max_size=40),
    ),
    min_size=1,
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(LINES)
def test_no_line_is_lost(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Harbour of Porto reopens\n" + "\n".join(lines).replace("\r", " "), encoding="utf-8", errors="replace"
    )
    try:
        (article,) = read(path)
    except SourceError:  # control characters: binary input is refused
        return
    kept = [line for block in article.blocks for line in block.text.split("\n")]
    kept += [image.alt_text for image in article.images if image.alt_text]

    for line in read_lines(path.read_text(encoding="utf-8")):
        assert line.text in kept or line.text in article.omitted


@pytest.mark.parametrize(
    ("weights", "text"),
    [
        pytest.param([4.0, -0.8, 4.0], [True, True, True], id="a subhead between paragraphs stays"),
        pytest.param([4.0, -6.0, 4.0], [True, False, True], id="sure furniture between paragraphs goes"),
        pytest.param([-6.0, 2.5, -6.0], [False, False, False], id="a blurb between teasers goes"),
        pytest.param([4.0, 0.6, 4.0], [True, True, True], id="a short quotation stays"),
        pytest.param([-6.0, -2.0, 4.0, -2.0, -2.0], [False, False, True, False, False], id="head and foot go"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_text_and_furniture_come_in_stretches(weights: list[float], text: list[bool]) -> None:
    assert find_text(weights) == text


@pytest.mark.parametrize(
    "entry",
    [
        e
        for e in ENTRIES
        if e.id in ("button", "section", "opener", "phrase", "phrase-form", "link-prefix", "link-form", "glued-link")
    ],
    ids=lambda e: e.id,
)
def test_furniture_is_known_by_its_words(entry: Entry) -> None:
    assert all(page_words().is_furniture(text) for text in entry.examples)
    assert not any(page_words().is_furniture(text) for text in entry.counterexamples)


@pytest.mark.parametrize(
    ("entry", "attribute"),
    [("byline", "byline"), ("posts", "posts"), ("bio", "bio"), ("embed", "embed"), ("embed-end", "embed_end"), ("embed-tail", "embed_tail"), ("caption-words", "caption_words"),
     ("dateline", "dateline"), ("media-end", "media_end"), ("time-words", "time_words"), ("updated", "updated"), ("published", "published"), ("interruption", "interruption")],
)  # fmt: skip
def test_patterns_match_their_examples_and_nothing_else(entry: str, attribute: str) -> None:
    pattern = getattr(page_words(), attribute)
    found = lexicons.load("page_furniture", "any").entry(entry)

    assert all(pattern.search(text) for text in found.examples)
    assert not any(
        pattern.match(text) if attribute in ("byline", "dateline") else pattern.search(text)
        for text in found.counterexamples
    )


def test_a_pull_quote_is_found_and_a_paragraph_is_not() -> None:
    lines = read_lines(
        "“I have never seen waves like these in my life,” she said, and left.\n\nI have never seen waves like these\n\nShips left."
    )

    assert find_pull_quotes(lines, lines) == {1}


def test_an_indent_of_all_lines_says_nothing() -> None:
    assert not any(line.indented for line in read_lines(" one\n\n two\n\n three"))
    assert read_lines("one\n\n two\n\nthree\n\nfour\n\nfive")[1].indented


def test_direction_marks_and_zero_width_characters_do_not_hide_a_line() -> None:
    (line,) = read_lines("\u200b\ufeffShare\u200b")

    assert line.text == "Share"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 1_000_000, id="one word"),
        pytest.param(" " * 1_000_000 + "a b c", id="spaces"),
        pytest.param("\n" * 1_000_000 + "a b c", id="empty lines"),
        pytest.param("Ships left the harbour. " * 40_000, id="one line"),
        pytest.param("a/b (" * 20_000, id="brackets"),
    ],
)
def test_hostile_texts_take_no_time(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    start = time.perf_counter()

    list(read(path))

    assert time.perf_counter() - start < 10.0


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ana Silva", ("Ana Silva",)),
        ("By Ana Silva and Peter Brandt", ("Ana Silva", "Peter Brandt")),
        ("By Ana Silva | Harbour News", ("Ana Silva",)),
        ("ByAna Silva", ("Ana Silva",)),
        ("Ana BrandtHarbour Post", ("Ana Brandt",)),
        ("By Ken McDonald", ("Ken McDonald",)),
        ("Von Anna Brandt, Porto", ("Anna Brandt",)),
        ("Ana Silva Political Correspondent", ("Ana Silva",)),
        ("12 comments", ()),
    ],
)
def test_bylines_give_the_names_of_people(byline: str, authors: tuple[str, ...]) -> None:
    assert authors_of(read_lines(byline)) == authors


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        pytest.param("Milo Strand (left) and his brother Rolf in front of the wheel.", True, id="left"),
        pytest.param("Anna Brandt (links) und Lena Keller vor dem Rathaus", True, id="German"),
        pytest.param("Rosa Pereira (dcha.) saluda a los pescadores", True, id="Spanish"),
        pytest.param("Claire Morel (à gauche) devant le bac", True, id="French"),
        pytest.param("An aerial view of the flooded valley", True, id="aerial view"),
        pytest.param("In this file photo, a ship leaves the harbour.", True, id="file photo"),
        pytest.param("Auf diesem Bild steht die Mühle noch.", True, id="German, this picture"),
        pytest.param("The chairwoman, second from left, opens the fair", True, id="second from left"),
        pytest.param(
            "He moved to the left (and lost) on Monday. Nobody followed him there.", False, id="two sentences"
        ),
        pytest.param("“I see a ship (left),” said the harbour master of Porto.", False, id="a quotation"),
        pytest.param("Ship (left) sinks", False, id="too short to tell"),
        pytest.param("The council voted on Tuesday to close two of its five libraries.", False, id="a report"),
    ],
)
def test_lines_that_point_into_a_picture_are_captions(line: str, caption: bool, tmp_path: Path) -> None:
    prose = "The council of Kestrel voted on Tuesday to close two of its five libraries, after a debate that went on for hours."
    path = tmp_path / "a.txt"
    path.write_text(
        f"Kestrel closes two libraries\n\n{prose}\n\n{line}\n\n{prose[4:]}\n\n{prose[8:]}", encoding="utf-8"
    )
    (article,) = read(path)

    assert [image.caption for image in article.images] == ([line] if caption else [])


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        pytest.param(["Tess Orde", "", "Fri 8 Mar 2024"], "standfirst", id="byline and date"),
        pytest.param(["Advertisement"], "paragraph", id="an advertisement"),
        pytest.param(["Sign up for our newsletter"], "paragraph", id="a newsletter"),
        pytest.param(["Caps at the gate. Photo: Tess Orde/AP"], "paragraph", id="a picture"),
    ],
)
def test_what_stands_between_tells_a_standfirst_from_a_first_paragraph(
    between: list[str], kind: str, tmp_path: Path
) -> None:
    first = (
        "All forty drivers of the night bus handed in their caps on Friday, in protest against a rule nobody remembers."
    )
    path = tmp_path / "a.txt"
    rest = [
        "The caps lay in a heap at the gate until noon, when a manager counted them and asked for one more of them."
    ] * 2
    path.write_text("\n\n".join(["Drivers return their caps", first, *between, rest[0], rest[1][4:]]), encoding="utf-8")
    (article,) = read(path)

    assert {block.kind.value for block in article.blocks if block.text == first} == {kind}


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        pytest.param(
            "The drivers of the night bus returned forty caps on Friday, in protest against a rule nobody remembers now.",
            "standfirst",
            id="the paragraph below tells the news again",
        ),
        pytest.param(
            "A manager counted the heap at the gate until noon, and asked the porter for one more before lunch.",
            "paragraph",
            id="the paragraph below goes on",
        ),
    ],
)
def test_the_line_above_a_picture_is_a_standfirst_when_the_text_begins_below(
    below: str, kind: str, tmp_path: Path
) -> None:
    first = "They agreed to wait for the hearing in May, and to go on talking about everything else that divides them."
    path = tmp_path / "a.txt"
    picture = "Caps at the gate. Photo: Tess Orde/AP"
    path.write_text(
        "\n\n".join(["Drivers return their caps", first, picture, below, "They left at noon, and nobody said a word."]),
        encoding="utf-8",
    )
    (article,) = read(path)

    assert {block.kind.value for block in article.blocks if block.text == first} == {kind}


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param("Updated May 6, 2023\nPublished May 4, 2023", "2023-05-04", id="published below the update"),
        pytest.param("Updated May 6, 2023\nMay 4, 2023", "2023-05-04", id="a bare day below the update"),
        pytest.param("Updated May 6, 2023", "2023-05-06", id="nothing but an update"),
        pytest.param("Updated May 6, 2023 | First published May 4, 2023", "2023-05-04", id="both on a line"),
        pytest.param("Updated May 6, 2023 - 3.58pm, first published at 11.30am", "2023-05-06", id="an hour is no day"),
        pytest.param("Published on 04/05/2023 - 14:20 GMT+1", None, id="day and month can't be told apart"),
    ],
)
def test_the_day_of_publication_is_no_update(lines: str, day: str | None) -> None:
    found = find_date(read_lines(lines))
    assert (found.instant if found else None) == day


def test_a_page_of_which_nothing_would_be_left_keeps_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Harbour of Porto reopens\nShare\nPrint\nThe basin was reopened.\nShips wait\nMore ships\nTheir masters have left.\nSave\nShare"
    )
    (article,) = read(path)

    assert [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


SUREST = (
    "The council of Kestrel voted to close two libraries, after a debate that drew two hundred residents on Tuesday."
)


@pytest.mark.parametrize(
    ("above", "line", "gain"),
    [
        pytest.param(
            "Related", "The council will hear the readers of both libraries in May or June.", 2.0, id="several words"
        ),
        pytest.param(
            "Related", "The council will hear whoever has something to say in May or June.", 1.0, id="one word"
        ),
        pytest.param("Related", "The whisky that nobody may drink is to be sold again in May.", 0.0, id="none"),
        pytest.param(
            "Libraries to close", "The libraries of Kestrel are to be closed by May of next year.", 0.0, id="a blurb"
        ),
        pytest.param(
            "Libraries closed.", "The libraries of Kestrel are to be closed by May of next year.", 2.0, id="a sentence"
        ),
        pytest.param("Related", "The council of Kestrel, two libraries and the readers in May", 0.0, id="no sentence"),
    ],
)
def test_a_sentence_gains_by_what_it_shares_with_the_surest_text(above: str, line: str, gain: float) -> None:
    lines = read_lines(f"{SUREST}\n{above}\n{line}")

    assert add_kinship(lines, [2.5, -1.0, 1.5], None) == [2.5, -1.0, 1.5 + gain]


def test_the_lead_gains_by_what_it_shares_with_the_headline() -> None:
    lines = read_lines(f"Kestrel votes to close two libraries\n{SUREST}")

    assert add_kinship(lines, [-6.0, 2.5], lines[0])[1] == 4.5
    assert add_kinship(lines, [-6.0, 2.5], None)[1] == 2.5


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        pytest.param(
            ["Dispute over dam", "Minister calls off his visit to Kestrel", "Farmers had blocked the road to the lake since the morning, and police did not move them.", "By Jane Roe"],
            1,
            id="a subject above headline, standfirst and byline",
        ),
        pytest.param(["Minister calls off visit", "Farmers had blocked the road to the lake since morning", "By Jane Roe"], 0, id="a short headline and its standfirst"),
        pytest.param(["News/City/Storm closes the harbour", "Storm closes the harbour"], 1, id="a breadcrumb that ends in the headline"),
        pytest.param(["World • Portugal", "Storm closes the harbour"], 1, id="a section and a country"),
        pytest.param(["Published on 04/05/2023 - 14:20", "Storm closes the harbour"], 1, id="a day in figures"),
    ],
)  # fmt: skip
def test_the_headline_is_found_below_what_stands_above_it(lines: list[str], headline: int) -> None:
    found = find_headline(read_lines("\n\n".join(lines)))
    assert found is not None
    assert found.text == lines[headline]


def test_a_short_sentence_counts_less_in_a_list_but_not_among_long_paragraphs() -> None:
    short = "“We have no money left,” she said."
    teasers = read_lines(f"Related\n\nShips wait outside\n{short}\nMore ships wait outside\n\nThe end")
    paragraphs = read_lines(f"Council votes\n\n{SUREST} {SUREST}\n{short}\nMore ships wait outside\n\nThe end")

    assert weigh_lines(paragraphs, frozenset(), None)[2] == weigh_lines(teasers, frozenset(), None)[2] + 1.5
