"""Sentences inside quotations: told with their speaker and closed marks, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import statements, summary
from briefbook.extract.summary.quoted import Quoted, closed, quoted

Analysed = Callable[..., AnalysedDocument]


@pytest.mark.parametrize(
    ("paragraph", "states"),
    [
        pytest.param("The mayor left. The council stayed.", [None, None], id="no quotation"),
        pytest.param(
            "“The port is ours. The ships are not,” Ines Caro said.",
            [Quoted(unclosed=True, wholly=True), Quoted(opened=True)],
            id="over two sentences",
        ),
        pytest.param(
            "“The port is ours,” Caro said. “The ships are not.”",
            [Quoted(), Quoted(wholly=True)],
            id="a second quotation by the same speaker",
        ),
        pytest.param(
            'Caro said the port "is ours for ever. The council stayed away.',
            [Quoted(unclosed=True, curly=False), None],
            id="a mark that is never closed ends with its sentence",
        ),
        pytest.param(
            'The so-called "harbour tax" was dropped. The council met again.',
            [Quoted(curly=False), None],
            id="a quoted phrase",
        ),
        pytest.param(
            '"The port is ours. The ships are theirs. We want both," Caro said.',
            [
                Quoted(unclosed=True, wholly=True, curly=False),
                Quoted(opened=True, unclosed=True, wholly=True, curly=False),
                Quoted(opened=True, curly=False),
            ],
            id="the middle of a quotation has no mark of its own",
        ),
        pytest.param(
            "‘The port is ours. The ships are not,’ Ines Caro said.",
            [Quoted(unclosed=True, wholly=True, single=True), Quoted(opened=True, single=True)],
            id="single marks",
        ),
        pytest.param(
            "'The port is ours,' Caro said. 'The ships are not,' he added.",
            [Quoted(curly=False, single=True), Quoted(curly=False, single=True)],
            id="straight single marks",
        ),
        pytest.param(
            "‘It’s the farmers’ port. We won’t sell it,’ Ines Caro said.",
            [Quoted(unclosed=True, wholly=True, single=True), Quoted(opened=True, single=True)],
            id="apostrophes end no quotation",
        ),
        pytest.param("The farmers’ union met. It’s the council’s turn.", [None, None], id="apostrophes open none"),
        pytest.param(
            "The port was built in the '90s. 'Tis a fine port, say the sailors' wives.", [None, None], id="cut words"
        ),
        pytest.param(
            "The so-called ‘harbour tax’ was dropped. The council met again.",
            [Quoted(single=True), None],
            id="a phrase in single marks",
        ),
        pytest.param(
            "“The so-called ‘harbour tax’ is dropped. We are glad,” Caro said.",
            [Quoted(unclosed=True, wholly=True), Quoted(opened=True)],
            id="single marks within double ones",
        ),
    ],
)
def test_how_sentences_stand_to_the_marks(analysed: Analysed, paragraph: str, states: list[Quoted | None]) -> None:
    document = analysed(paragraph)
    found = quoted(document)

    assert [found.get(sentence.index) for sentence in document.sentences] == states


def test_a_quotation_that_runs_on_over_paragraphs_is_all_quotation(analysed: Analysed) -> None:
    document = analysed("“The port is ours. It was built by us.", "“The ships are not,” Ines Caro said.")
    found = quoted(document)

    assert [found[sentence.index].wholly for sentence in document.sentences] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "state", "speaker", "shown"),
    [
        ("The port is ours.", Quoted(opened=True, unclosed=True, wholly=True), "Caro", "[Caro: “]The port is ours.[”]"),
        ("“The port is ours.”", Quoted(wholly=True), "Caro", "[Caro:] “The port is ours.”"),
        ("“The port is ours.", Quoted(unclosed=True, wholly=True), "Caro", "[Caro:] “The port is ours.[”]"),
        ("and theirs,” she said.", Quoted(opened=True), None, "[“]and theirs,” she said."),
        ('She said "no.', Quoted(unclosed=True, curly=False), None, 'She said "no.["]'),
        ("the port.", Quoted(opened=True, unclosed=True, single=True), "Caro", "[Caro: ‘]the port.[’]"),
        ("She said 'no.", Quoted(unclosed=True, curly=False, single=True), None, "She said 'no.[']"),
        ("The port is closed.", Quoted(), None, "The port is closed."),
    ],
)
def test_marks_and_speaker_are_ours_in_brackets(text: str, state: Quoted, speaker: str | None, shown: str) -> None:
    assert closed(text, state, speaker, whole_end=True) == shown


def test_a_mark_is_not_closed_where_the_end_was_left_out() -> None:
    assert closed('She said "no', Quoted(unclosed=True, curly=False), None, whole_end=False) == 'She said "no'


def _told(document: AnalysedDocument, words: int = 60) -> list[str]:
    references = References(document=document, actors=())
    return [s.text for s in summary.extract(references, (), statements.extract(references), (), words=words)]


def test_the_middle_of_a_speech_is_told_with_its_speaker(analysed: Analysed) -> None:
    document = analysed(
        "The town of Rovani closed its harbour to all fishing boats on Monday.",
        "“The harbour of Rovani is sinking into the mud. The boats of the town will stay on land for weeks. "
        "We want them back,” Mayor Ines Caro said.",
    )
    told = _told(document)
    middle = [text for text in told if "stay on land" in text]

    assert middle
    assert all(text.startswith("[") and "Caro" in text.split("]")[0] for text in middle)


def test_words_of_nobody_knows_whom_stay_out(analysed: Analysed) -> None:
    document = analysed(
        "The town of Rovani closed its harbour to all fishing boats on Monday.",
        "“The harbour of Rovani is sinking into the mud of the river.”",
    )

    assert _told(document) == ["The town of Rovani closed its harbour to all fishing boats on Monday."]


@pytest.mark.parametrize(
    "line",
    [
        "Mira Olsen reported from Porto Novo.",
        "Copyright © 2021 The Rovani Herald and its partners.",
        "Additional reporting by Mira Holt and Pavel Orsic.",
    ],
)
def test_lines_about_the_article_are_no_news(analysed: Analysed, line: str) -> None:
    news = "The town of Rovani closed its harbour to all fishing boats on Monday."

    assert _told(analysed(news, line)) == [news]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("If the mayor so much as sneezes tomorrow, I would stay at home for a week.", False),
        ("If you own a boat in the harbour, we have bad news for you this week.", False),
        ("If the council agrees, the harbour of Rovani will be deepened next spring.", True),
    ],
)
def test_what_the_writer_imagines_is_no_news(analysed: Analysed, line: str, kept: bool) -> None:
    told = _told(analysed("The town of Rovani closed its harbour to all fishing boats on Monday.", line))

    assert (line in told) is kept
