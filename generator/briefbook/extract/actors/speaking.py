"""Who else a pronoun in reported speech may mean: the one who speaks, and is nobody known."""

from __future__ import annotations

from briefbook import lexicons
from briefbook.analysis import References, Token, servant_spoken_of
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.actors.words import words


def unknown_speaks(references: References, token: Token) -> bool:
    """Of "The beekeeper's wife said she ...": is who speaks told by a noun that is no known person's?"""
    document = references.document
    verb = document.tokens[token.head]
    if (
        token.dep in SUBJECTS
        and verb.lemma in lexicons.words("speakers", "saying")
        and _servant_before(references, token)
    ):
        return True
    told = document.tokens[verb.head]
    if token.dep not in SUBJECTS or verb.dep != "ccomp" or told.lemma not in lexicons.words("speakers", "saying"):
        return False
    human = words().person_nouns | words().relatives
    who = (document.tokens[i] for i in document.children[told.index] if document.tokens[i].dep == "nsubj")
    unknown = (t for t in who if t.tag == "NN" and t.lower in human and references.at(t.index) is None)
    return any(not _is_named(references, noun) for noun in unknown)


def _servant_before(references: References, token: Token) -> bool:
    """ "His spokesman did not deny it. “...,” he said": is the sentence before about somebody's unnamed servant?"""
    before = token.sentence - 1
    sentences = references.document.sentences
    same = before >= 0 and sentences[before].block == token.block
    return same and servant_spoken_of(references, before, token) is not None


def _is_named(references: References, noun: Token) -> bool:
    """Does a name stand beside the noun ("the mayor, NAME, said he")?"""
    tokens = references.document.tokens
    return any(tokens[i].dep == "appos" for i in references.document.children[noun.index])
