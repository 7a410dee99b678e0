"""Every lexicon file: its schema holds, and each entry's examples and counter-examples are what it says."""

from __future__ import annotations

import re

import pytest
from briefbook import lexicons
from briefbook.errors import LexiconError

FILES = lexicons.available()
ENTRIES = [
    pytest.param(entry, id=f"{language}/{name}/{entry.id}")
    for language, name in FILES
    for entry in lexicons.load(name, language).entries
]
WHOLE = {("en", "meeting_parties")}
"""Lexicons whose room wants a whole phrase to match."""
READ_BY_PARTS = {("any", "html")}
"""Lexicons whose room takes a text apart before it looks: their examples run in that room's own tests."""
PATTERNS = [
    pytest.param(language, name, entry, id=f"{language}/{name}/{entry.id}")
    for language, name in FILES
    for entry in lexicons.load(name, language).entries
    if entry.pattern is not None
]


def test_there_are_lexicons():
    assert FILES
    assert PATTERNS, "the tests below must have something to run on"


@pytest.mark.parametrize(("language", "name"), FILES)
def test_file_says_what_it_is_for(language, name):
    about = lexicons.load(name, language).about

    assert about.strip().endswith("."), f"lexicons/data/{language}/{name}.yaml: 'about' is not a sentence"


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry_is_named_and_exemplified(entry):
    assert re.fullmatch(r"[a-z0-9]+([-_.][a-z0-9]+)*", entry.id), "an id is lower-case words, joined"
    assert all(example.strip() for example in entry.examples + entry.counterexamples)
    assert not set(entry.examples) & set(entry.counterexamples)


@pytest.mark.parametrize(("language", "name", "entry"), PATTERNS)
def test_pattern_compiles(language, name, entry):
    re.compile(entry.pattern)


@pytest.mark.parametrize(("language", "name", "entry"), [p for p in PATTERNS if p.values[:2] not in READ_BY_PARTS])
def test_pattern_matches_its_examples_and_no_counterexample(language, name, entry):
    """In one of the two readings a room may choose, with or without regard to capitals."""
    way = "fullmatch" if (language, name) in WHOLE else "search"
    readings = [getattr(re.compile(entry.pattern, flags), way) for flags in (0, re.IGNORECASE)]

    faults = [
        [text for text in entry.examples if not matches(text)]
        + [text for text in entry.counterexamples if matches(text)]
        for matches in readings
    ]
    assert [] in faults, min(faults, key=len)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "expected a mapping"),
        ("about: x\n", "expected a mapping"),
        ("about: x\nentries: {}\n", "expected a mapping"),
        ("about: x\nentries: [a]\n", "an entry has no id"),
        ("about: x\nentries: [{id: a}]\n", "has no examples"),
        ("about: x\nentries: [{id: a, examples: [yes]}]\n", "quote yes, no, on, off"),
        ("about: x\nentries: [{id: a, examples: [b], words: c}]\n", "must be a list of strings"),
        ("about: x\nentries: [{id: a, examples: [b]}, {id: a, examples: [b]}]\n", "ids used twice: a"),
    ],
)
def test_broken_files_are_refused(text, said, tmp_path, monkeypatch):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "broken.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicons, "_folder", lambda: tmp_path)
    lexicons.load.cache_clear()

    with pytest.raises(LexiconError, match=said) as caught:
        lexicons.load("broken")

    assert str(caught.value).startswith("lexicons/data/en/broken.yaml: ")


def test_missing_file_is_refused():
    with pytest.raises(LexiconError, match="no such lexicon"):
        lexicons.load("no-such-lexicon")


def test_unknown_words_are_refused():
    language, name = FILES[0]

    with pytest.raises(LexiconError, match="no entry"):
        lexicons.load(name, language).words("no-such-entry")


def test_fingerprint_covers_every_file(tmp_path, monkeypatch):
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "a.yaml"
    monkeypatch.setattr(lexicons, "_folder", lambda: tmp_path)
    prints = []
    for text in ("about: x.\nentries: []\n", "about: y.\nentries: []\n"):
        file.write_text(text, encoding="utf-8")
        lexicons.sha256.cache_clear()
        prints.append(lexicons.sha256())
    lexicons.sha256.cache_clear()

    assert prints[0] != prints[1]


def test_words_are_put_together_once():
    found = lexicons.words("role_phrases", "elected", "districts")

    assert found == lexicons.load("role_phrases").words("elected", "districts")
    assert lexicons.words("role_phrases", "elected", "districts") is found
