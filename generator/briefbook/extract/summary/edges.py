"""Where the printable part of a sentence begins and ends: without a dateline, and without words that join it to another."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.quoted import unpaired

SHORTEST = 6
"""Fewest tokens a shortened sentence must keep: less reads like a telegram."""


def first_token(document: AnalysedDocument, sentence: Sentence) -> int:
    """The first token after a dateline ("LIMA (AP) — ") or the hour of an entry of a live page ("14:05 ")."""
    tokens = document.tokens
    first = document.told_from(sentence)
    while first < sentence.last and not tokens[first].text.strip():
        first += 1
    return _after_connective(document, first, sentence.last)


def _after_connective(document: AnalysedDocument, first: int, last: int) -> int:
    """The token after an opening "However," or "But", which point at a sentence that may not be told; "But then" is two."""
    after = _after_word(document, first, last)
    return first if after == first else _after_connective(document, after, last)


def _after_word(document: AnalysedDocument, first: int, last: int) -> int:
    tokens = document.tokens
    if first >= last or unpaired(document.text(first, last)):
        return first
    block = document.article.blocks[tokens[first].block].text
    found = cues().connective.match(block, tokens[first].start)
    after = first
    while found and after < last and tokens[after].start < found.end():
        after += 1
    if after == first or last - after < SHORTEST:
        return first
    if tokens[after].text == ",":
        return after + 1
    return after if after == first + 1 and (tokens[first].pos == "CCONJ" or _bare(document, first)) else first


def _bare(document: AnalysedDocument, index: int) -> bool:
    """Does this adverb stand right before the subject of the sentence ("Meanwhile crowds gathered")?"""
    tokens = document.tokens
    if tokens[index].pos != "ADV" and tokens[index].lower != "meanwhile":  # which the model may take for an adjective
        return False
    head = tokens[tokens[index].head]
    if head.dep in SUBJECTS:
        return index < head.index and tokens[index].lower != "then"
    subjects = document.dependents(head.index, *SUBJECTS) if head.dep in ("ROOT", "ccomp") else []
    proper = tokens[index].lower == "then" and tokens[index + 1].pos == "PROPN"  # "then President Roe", an earlier one
    return not proper and any(document.subtree(t.index)[0] == index + 1 for t in subjects)


def last_token(document: AnalysedDocument, sentence: Sentence) -> int:
    """The end of the sentence without the spaces after it."""
    last = sentence.last
    while last > sentence.first and not document.tokens[last - 1].text.strip():
        last -= 1
    return last
