"""Which sentences tell of the same event: "the crash" after a crash, the headline and the lead."""

from __future__ import annotations

from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument
from briefbook.extract.timeline.clauses import Clause
from briefbook.extract.timeline.firmness import lemmas

DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "these", "those"})


def named_event(document: AnalysedDocument, clause: Clause) -> frozenset[str]:
    """The events that the clause speaks of as known: definite event nouns that are its subject or object."""
    found = set()
    for token in document.dependents(clause.verb, "nsubj", "nsubjpass", "dobj"):
        definite = any(t.lower in DEFINITE for t in document.dependents(token.index))
        if definite and token.lemma in lemmas("event-nouns"):
            found.add(token.lemma)
    return frozenset(found)


def told_event(document: AnalysedDocument, clause: Clause) -> frozenset[str]:
    """The events that a clause tells: its verb, and the event nouns that are its subject or object."""
    found = {document.tokens[clause.verb].lemma}
    told = document.dependents(clause.verb, "nsubj", "nsubjpass", "dobj", "attr")
    return frozenset(found | {t.lemma for t in told if t.lemma in lemmas("event-nouns")})


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word cut to what a verb and its noun share ("announce", "announcement"; "fly" and "flight" stay apart)."""
    for ending in (
        "ment",
        "ation",
        "ition",
        "tion",
        "sion",
        "ing",
        "ure",
        "al",
        "e",
        "y",
        "s",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def same(known: frozenset[str], told: frozenset[str]) -> bool:
    """Is an event spoken of as known among those told?"""
    return bool({stem(w) for w in known} & {stem(w) for w in told})


@lru_cache(maxsize=1)
def verbs_of() -> dict[str, frozenset[str]]:
    """For each noun that takes up an event the verbs that tell such an event."""
    found: dict[str, frozenset[str]] = {}
    for entry in lexicons.load("timeline").entries:
        for noun in entry.words if "verbs" in entry.fields else ():
            found[noun] = found.get(noun, frozenset()) | frozenset(entry.fields["verbs"])
    return found
