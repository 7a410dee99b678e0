"""Pasts that look like presents are told by the subject and by the verbs beside them."""

from __future__ import annotations

import pytest
from briefbook import lexicons
from briefbook.analysis.verb_forms import is_unmarked_past, misread_stems, named_as

PASTS = [
    "Weakness in grain prices hurt the Brek index, which fell four points.",
    "A late frost hurt the growers.",
]
NO_PASTS = [
    "Late frosts hurt the growers every spring.",
    "The firm cuts its prices.",
    "The firm will cut its prices.",
    "The firm wants to cut its prices.",
    "The storm struck the port.",
    "Cut the rope.",
]


def _any(document):
    return any(is_unmarked_past(document, token) for token in document.tokens)


def _is_past(document):
    """A past: said by the model itself or by us."""
    unmarked = lexicons.load("verb_forms").words("unmarked-past")
    verbs = [t for t in document.tokens if t.lemma in unmarked and t.pos == "VERB"]
    return bool(verbs) and all(t.tag == "VBD" or is_unmarked_past(document, t) for t in verbs)


@pytest.mark.parametrize("text", PASTS)
def test_a_single_subject_without_s_tells_the_past(analysed, text):
    assert _is_past(analysed(text))


@pytest.mark.parametrize("text", NO_PASTS)
def test_other_forms_stay_what_they_are(analysed, text):
    assert not _any(analysed(text))


def test_the_lexicon_says_what_it_means(analysed):
    entry = lexicons.load("verb_forms").entry("unmarked-past")
    for example in entry.examples:
        assert _is_past(analysed(example)), example
    for example in entry.counterexamples:
        assert not {t.lemma for t in analysed(example).tokens} & set(entry.words), example


STEMS = [
    ("Ann Falk had hoped to win.", "hope"),
    ("The owners hope to open in May, and she hopes so, too.", "hope"),
    ("They are hoping for rain.", "hope"),
    ("The two dined in Lima.", "dine"),
    ("The union staged a march.", "stage"),
    ("The vote was slated for May.", "slate"),
]


@pytest.mark.parametrize(("text", "stem"), STEMS)
def test_a_form_has_the_base_form_that_its_spelling_tells(analysed, text, stem):
    assert stem in {t.lemma for t in analysed(text).tokens}


def test_the_lexicon_tells_misread_stems(analysed):
    entry = lexicons.load("verb_forms").entry("misread-stems")
    for example in entry.examples:
        assert {t.lemma for t in analysed(example).tokens} & set(entry.words), example
    for example in entry.counterexamples:
        assert not {t.lemma for t in analysed(example).tokens} & set(entry.words), example


def test_every_misread_form_leads_to_a_verb_of_the_lexicon():
    verbs = lexicons.load("verb_forms").words("misread-stems")
    assert set(misread_stems().values()) == set(verbs)
    assert all(form.startswith(verb[:-1]) for form, verb in misread_stems().items())


@pytest.mark.parametrize(
    ("text", "time", "verb"),
    [
        ("The governor proclaimed Thursday a public holiday.", 3, "proclaimed"),
        ("The assembly declared 2027 the year of the glacier.", 3, "declared"),
        ("The bank marked Friday as a day off.", 3, "marked"),
        ("The board declared Friday a dividend of three cents.", 3, None),
        ("The board met Friday a day after the fire.", 3, None),
        ("The winner was declared Friday.", 4, None),
    ],
)
def test_what_a_time_is_named(analysed, text, time, verb):
    found = named_as(analysed(text), time, time + 1)

    assert (found and found.lower) == verb


def test_a_sentence_that_opens_with_a_time_names_nothing(analysed):
    assert named_as(analysed("They declare.", "Friday is a day off."), 3, 4) is None
