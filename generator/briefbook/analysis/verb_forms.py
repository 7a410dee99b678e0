"""Forms of verbs: which are finite, and a past that looks like a present ("the missile hit")."""

from __future__ import annotations

from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis.document import AnalysedDocument, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verb forms that make a clause."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Dependency labels of a noun that a verb says something of."""
SINGULAR = frozenset({"NN", "NNP"})
SINGULAR_PRONOUNS = frozenset({"he", "she", "it", "this", "that"})
PASTS = frozenset({"VBD"})


@lru_cache(maxsize=1)
def _unmarked() -> frozenset[str]:
    return lexicons.load("verb_forms").words("unmarked-past")


@lru_cache(maxsize=1)
def misread_stems() -> dict[str, str]:
    """Forms whose base form the model's rules get wrong ("hoped" is no form of "hop"), with the right one."""
    verbs = lexicons.load("verb_forms").words("misread-stems")
    return {f"{verb.removesuffix('e')}{ending}": verb for verb in verbs for ending in ("ed", "es", "ing")}


def is_unmarked_past(document: AnalysedDocument, verb: Token) -> bool:
    """Is a verb that the model takes for a plain present in truth a past?

    "The missile hit a depot" would be "hits"; "rebels hit a depot and fled" goes on in the past.
    """
    if verb.tag not in ("VBP", "VB") or verb.lemma not in _unmarked():
        return False
    own = [document.tokens[index] for index in document.children[verb.index]]
    if any(t.dep in ("aux", "mark") and t.index < verb.index for t in own):
        return False
    subject = next((t for t in own if t.dep == "nsubj" and t.index < verb.index), None)
    if subject is None:
        return False
    return _is_singular(document, subject) or any(_is_past_beside(document, t) for t in own)


def _is_singular(document: AnalysedDocument, subject: Token) -> bool:
    joined = any(document.tokens[index].dep == "conj" for index in document.children[subject.index])
    return not joined and (subject.tag in SINGULAR or subject.lower in SINGULAR_PRONOUNS)


def _is_past_beside(document: AnalysedDocument, token: Token) -> bool:
    """Is it a joined verb in the past, or an adverbial one ("as police fled")?"""
    helped = any(document.tokens[index].tag in PASTS for index in document.children[token.index])
    return token.dep in ("conj", "advcl") and (token.tag in PASTS or helped)


def named_as(document: AnalysedDocument, first: int, last: int) -> Token | None:
    """The verb of "declared Tuesday a day of mourning", where tokens [first, last) are a time that is given a name."""
    verb, words = document.tokens[max(first - 1, 0)], lexicons.load("verb_forms")
    name = [t for t in document.tokens[last : last + NAME] if t.sentence == verb.sentence]
    if verb.sentence != document.tokens[first].sentence or verb.lemma not in words.words("naming"):
        return None
    called = len(name) > 1 and name[0].lower in ("a", "an", "the", "as")
    return verb if called and any(t.lemma in words.words("sorts-of-day") for t in name) else None


NAME = 5
"""So many words after the time its name may have: "a national day of mourning"."""
