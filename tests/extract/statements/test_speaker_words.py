"""The words for speakers do in the rooms what their entries say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import actors, roles, statements
from briefbook.model import Statement

Analysed = Callable[..., AnalysedDocument]
SPEAKERS = lexicons.load("speakers")


def statements_of(document: AnalysedDocument) -> tuple[Statement, ...]:
    named = roles.extract(References(document=document, actors=actors.extract(document).actors))
    resolved = actors.resolve(References(document=document, actors=named))
    return statements.extract(References(document=document, actors=resolved))


def lemmas(document: AnalysedDocument) -> set[str]:
    return {form for token in document.tokens for form in (token.lemma, token.lower)}


@pytest.mark.parametrize("entry", ["bodies-say", "saying", "indefinite", "speaking-pronouns", "any-body"])
def test_examples_hold_a_word_of_the_entry(analysed: Analysed, entry: str) -> None:
    known = SPEAKERS.words(entry)

    for text in SPEAKERS.entry(entry).examples:
        assert lemmas(analysed(text)) & known, text


def test_bodies_say_in_ways_that_people_do_too() -> None:
    assert SPEAKERS.words("bodies-say") < SPEAKERS.words("saying")
    assert SPEAKERS.words("indefinite") < SPEAKERS.words("speaking-pronouns")


def test_it_is_the_organisation_that_speaks(analysed: Analysed) -> None:
    entry = SPEAKERS.entry("bodies-say")
    speakers = [[s.speaker for s in statements_of(analysed(text))] for text in entry.examples]
    others = [statements_of(analysed(text)) for text in entry.counterexamples]

    assert speakers == [["harrow-bank"]]
    assert others == [()]


def test_speakers_nobody_named_are_as_described(analysed: Analysed) -> None:
    entry = SPEAKERS.entry("indefinite")

    for text in entry.examples:
        assert [(s.speaker, s.speaker_name) for s in statements_of(analysed(text))] == [(None, "Some")], text
    for text in entry.counterexamples:
        assert [s.speaker for s in statements_of(analysed(text))] == ["ole-berg"], text


@pytest.mark.parametrize("entry", ["speaking-pronouns", "people-endings"])
def test_only_who_can_speak_makes_a_statement(analysed: Analysed, entry: str) -> None:
    for text in SPEAKERS.entry(entry).examples:
        assert len(statements_of(analysed(text))) == 1, text
    for text in SPEAKERS.entry(entry).counterexamples:
        assert statements_of(analysed(text)) == (), text


def test_any_body_may_be_called_an_agency_but_no_court_a_museum(analysed: Analysed) -> None:
    told = {"museum": "The Harrow Museum said it had opened.", "court": "The Harrow Court said it had opened."}

    def speaker(first: str, second: str) -> str | None:
        return statements_of(analysed(first, second))[-1].speaker

    assert speaker(told["museum"], "The agency said entry was free.") == "harrow-museum"
    assert speaker(told["court"], "The museum said entry was free.") != "harrow-court"
