"""The lexicons of the analysis say what its rooms do: their sentences are read so, and turn on the words."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.analysis import boundaries, casing
from briefbook.analysis.casing import habits, restored


def entries(name):
    return [pytest.param(entry, id=entry.id) for entry in lexicons.load(name).entries]


def forget_words():
    """What was put together from the lexicons is put together anew."""
    for cached in (boundaries._abbreviations, casing._known_names):
        cached.cache_clear()


@pytest.fixture
def without(monkeypatch):
    """`without(name, entry)` takes the words of an entry away until the test ends."""
    kept = lexicons.words

    def take(name, entry):
        def words(asked, *ids, language="en"):
            return frozenset() if (asked, ids) == (name, (entry.id,)) else kept(asked, *ids, language=language)

        monkeypatch.setattr(lexicons, "words", words)
        monkeypatch.setattr(casing, "words", words)
        forget_words()

    yield take
    monkeypatch.undo()
    forget_words()


def parts(analysed, texts):
    return [len(analysed(text).sentences) for text in texts]


@pytest.mark.parametrize("entry", entries("sentences"))
def test_sentences_part_as_the_entry_says(analysed, entry):
    wanted = entry.fields["sentences"]

    assert parts(analysed, entry.examples) == [wanted] * len(entry.examples)
    assert wanted not in parts(analysed, entry.counterexamples)


SHOWN = [case for case in entries("sentences") if case.id != "state"]  # a guard: this model makes no such mistake


@pytest.mark.parametrize("entry", SHOWN)
def test_where_sentences_part_turns_on_the_words(analysed, entry, without):
    known = parts(analysed, entry.examples)
    without("sentences", entry)

    assert parts(analysed, entry.examples) != known


@pytest.mark.parametrize("entry", entries("capitals"))
def test_titles_are_read_as_the_entry_says(entry):
    assert [restored(text, habits([])) for text in entry.examples] == entry.fields["read"]
    assert [restored(text, habits([])) for text in entry.counterexamples] == list(entry.counterexamples)


@pytest.mark.parametrize("entry", entries("capitals"))
def test_how_titles_are_read_turns_on_the_words(entry, without):
    without("capitals", entry)

    assert [restored(text, habits([])) for text in entry.examples] != entry.fields["read"]
