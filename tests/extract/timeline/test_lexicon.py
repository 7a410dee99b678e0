"""The timeline lexicon: its examples do in the room what the entry says."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.analysis import References
from briefbook.extract import dates, timeline
from briefbook.model import Actor, ActorKind, Mention

ENTRIES = lexicons.load("timeline").entries
NO_EVENT = ("states", "speech", "hedges", "credit-verbs", "works")
FILLER = "The old mill at the river has two wheels and a tall chimney."


def _events(document):
    """The entries of the second paragraph, its subject being an actor."""
    text = document.article.blocks[1].text
    subject = next(
        s for s in ("The firm", "She", "The mill", "The mayor", "Mira Holt", "They", "The crash") if text.startswith(s)
    )
    mention = Mention(citation=document.article.cite(1, 0, len(subject)))
    actor = Actor(id="a", name=subject, kind=ActorKind.ORGANIZATION, mentions=(mention,))
    found = timeline.extract(References(document=document, actors=(actor,)), dates.extract(document), ())
    return [entry.label.exact for entry in found if entry.label.block == 1]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.id in NO_EVENT], ids=lambda e: e.id)
def test_examples_are_no_events(analysed, entry):
    for example in entry.examples:
        told = _events(analysed(FILLER, example, published="2013-03-22"))
        assert not any(label.startswith(example.split()[0]) for label in told), example


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.id in NO_EVENT and e.counterexamples], ids=lambda e: e.id)
def test_counterexamples_are_events(analysed, entry):
    for example in entry.counterexamples:
        assert _events(analysed(FILLER, example, published="2013-03-22")), example


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples_hold_a_word_of_the_entry(analysed, entry):
    for example in entry.examples:
        lemmas = {form for token in analysed(example).tokens for form in (token.lemma, token.lower)}
        assert lemmas & set(entry.words), example
