"""How real a sentence tells its event to be: tense, modality, negation and governing words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from briefbook import lexicons
from briefbook.analysis import AnalysedDocument
from briefbook.analysis.clauses import ClauseStatus, Tense, describe
from briefbook.analysis.governors import Effect, Standing, compose

EVENTS = frozenset({"meet", "meeting", "talk", "talks", "summit"})


def first_event(document: AnalysedDocument) -> ClauseStatus:
    """The status of the first event word of a document."""
    index = next(t.index for t in document.tokens if t.lemma.lower() in EVENTS and t.pos in ("VERB", "NOUN", "PROPN"))
    return describe(document, index)


ENTRIES = [entry for name in ("clauses", "clause_words") for entry in lexicons.load(name).entries]
WORDED = [pytest.param(entry, id=entry.id) for entry in lexicons.load("clause_words").entries]


def lexicon_sentences(kind: str) -> Iterator[Any]:
    for entry in ENTRIES:
        for text in getattr(entry, kind):
            yield pytest.param(entry, text, id=f"{entry.id}: {text}")


def placed(analysed: Callable[..., AnalysedDocument], entry: lexicons.Entry, text: str) -> AnalysedDocument:
    """A sentence of an entry, as a headline where the entry is about headlines."""
    return analysed(headline=text) if entry.fields.get("headline") else analysed(text)


@pytest.mark.parametrize(("entry", "text"), list(lexicon_sentences("examples")))
def test_examples_have_the_standing_of_their_entry(
    analysed: Callable[..., AnalysedDocument], entry: lexicons.Entry, text: str
) -> None:
    assert first_event(placed(analysed, entry, text)).standing == entry.fields["standing"]


@pytest.mark.parametrize(("entry", "text"), list(lexicon_sentences("counterexamples")))
def test_counterexamples_do_not(analysed: Callable[..., AnalysedDocument], entry: lexicons.Entry, text: str) -> None:
    assert first_event(placed(analysed, entry, text)).standing != entry.fields["standing"]


@pytest.mark.parametrize(
    ("text", "standing", "tense"),
    [
        pytest.param("The envoys met on Monday.", "actual", Tense.PAST, id="past"),
        pytest.param("The envoys have met twice.", "actual", Tense.PAST, id="perfect"),
        pytest.param("The envoys are meeting in Oslo.", "ongoing", Tense.PRESENT, id="progressive"),
        pytest.param("The envoys will meet in Oslo.", "planned", Tense.FUTURE, id="will"),
        pytest.param("The envoys will not meet in Oslo.", "denied", Tense.FUTURE, id="will not"),
        pytest.param("The envoys may meet in Oslo.", "proposed", Tense.FUTURE, id="may"),
        pytest.param("The envoys have never met.", "denied", Tense.PAST, id="never"),
        pytest.param("The king has yet to meet the premier.", "denied", Tense.PRESENT, id="yet to"),
        pytest.param("He said he would meet the families.", "planned", Tense.FUTURE, id="reported future"),
        pytest.param("If they meet, the deal may be saved.", "hypothetical", Tense.PRESENT, id="if"),
        pytest.param("Will the envoys meet?", "hypothetical", Tense.FUTURE, id="question"),
        pytest.param("Officials met but the talks failed.", "actual", Tense.PAST, id="coordination"),
        pytest.param("He has not ruled out talks with the rebels.", "proposed", Tense.PAST, id="denied refusal"),
        pytest.param("Talks between the two have not been cancelled.", "planned", Tense.PAST, id="denied cancellation"),
        pytest.param("No meeting took place.", "denied", Tense.PAST, id="no meeting"),
        pytest.param("Plans for a meeting between the two were dropped.", "cancelled", Tense.PAST, id="plans dropped"),
        pytest.param("The mayor called on the owners to hold talks.", "proposed", Tense.PAST, id="called on"),
        pytest.param("He walked out of talks with the union.", "actual", Tense.PAST, id="walked out"),
    ],
)
def test_reads_the_clause(analysed: Callable[..., AnalysedDocument], text: str, standing: str, tense: Tense) -> None:
    found = first_event(analysed(text))

    assert (found.standing.value, found.tense) == (standing, tense)


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        pytest.param("They met on Monday.", True, id="the event is the news"),
        pytest.param("After the talks, he flew home.", False, id="the event is the scene"),
        pytest.param("The meeting took place in secret.", True, id="its taking place is the news"),
        pytest.param("He described the meeting as useful.", False, id="the event is spoken of"),
    ],
)
def test_tells_news_from_scene(analysed: Callable[..., AnalysedDocument], text: str, asserted: bool) -> None:
    assert first_event(analysed(text)).asserted is asserted


def test_headline_infinitive_is_the_future(analysed: Callable[..., AnalysedDocument]) -> None:
    assert first_event(analysed(headline="Berg to meet Costa in Lisbon")).standing is Standing.PLANNED


def test_cues_are_tokens_of_the_sentence(analysed: Callable[..., AnalysedDocument]) -> None:
    document = analysed("The general refused to meet the mediators.")

    assert [document.tokens[i].text for i in first_event(document).cues] == ["refused"]


@pytest.mark.parametrize(
    ("governor", "effect", "result"),
    [
        (Standing.ACTUAL, Effect.PLANNED, Standing.PLANNED),
        (Standing.DENIED, Effect.REFUSED, Standing.PROPOSED),
        (Standing.DENIED, Effect.PROPOSED, Standing.DENIED),
        (Standing.PROPOSED, Effect.CANCELLED, Standing.PLANNED),
        (Standing.PLANNED, Effect.OCCURS, Standing.PLANNED),
        (Standing.CANCELLED, Effect.PLANNED, Standing.CANCELLED),
        (Standing.PLANNED, Effect.ONGOING, Standing.ONGOING),
        (Standing.DENIED, Effect.ONGOING, Standing.ACTUAL),
    ],
)
def test_effects_compose(governor: Standing, effect: Effect, result: Standing) -> None:
    assert compose(governor, effect) is result


@pytest.mark.parametrize("governor", list(Standing))
@pytest.mark.parametrize("effect", [e for e in Effect if e not in (Effect.OCCURS, Effect.ENDED, Effect.ONGOING)])
def test_no_word_of_planning_or_refusing_makes_an_event_real(governor: Standing, effect: Effect) -> None:
    assert compose(governor, effect) not in (Standing.ACTUAL, Standing.ONGOING)


@pytest.mark.parametrize("entry", WORDED)
def test_sentences_of_an_entry_turn_on_its_words(
    analysed: Callable[..., AnalysedDocument], monkeypatch: pytest.MonkeyPatch, entry: lexicons.Entry
) -> None:
    """Examples that stand without the words they are for would show nothing."""
    documents = [placed(analysed, entry, text) for text in (*entry.examples, *entry.counterexamples)]
    known = [first_event(document) for document in documents]
    kept = lexicons.words

    def without(name: str, *ids: str, language: str = "en") -> frozenset[str]:
        if name != "clause_words" or entry.id not in ids:
            return kept(name, *ids, language=language)
        others = tuple(other for other in ids if other != entry.id)
        return kept(name, *others) if others else frozenset()

    monkeypatch.setattr(lexicons, "words", without)

    assert [first_event(document) for document in documents] != known
