"""Who takes part in an event: the actors that are subject or object of its verb, or stand beside it with a preposition."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.timeline.clauses import SUBJECTS, Clause, antecedent
from briefbook.extract.timeline.firmness import lemmas

DIRECT = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "attr", "oprd"})
JOINED = frozenset({"conj", "appos"})
WITH = frozenset({"by", "with", "to", "against", "between", "among"})


def participants(references: References, clause: Clause) -> tuple[str, ...]:
    """Ids of the actors that take part, in order of text; a verb joined to another shares its subject."""
    document = references.document
    verbs = {clause.verb} | set(_shared(document, clause.verb))
    near = _near(references, clause)
    told_of = _told_of(document, clause.verb)
    found = []
    for reference in near:
        head = _head(document, reference)
        if head in told_of or _takes_part(document, _owned(references, head), verbs, clause.verb):
            found.append(reference.actor.id)
    return tuple(dict.fromkeys(found))


def _told_of(document: AnalysedDocument, verb: int) -> frozenset[int]:
    """The nouns that a relative clause describes: "Holt" and "a miner" in "Holt, a miner who died in May"."""
    token = document.tokens[verb]
    if token.dep not in ("relcl", "acl") or token.tag == "VB":
        return frozenset()
    noun = document.tokens[token.head]
    beside = {t.index for t in document.dependents(noun.index, "appos") if t.index < verb}
    return frozenset({noun.index, antecedent(document, token).index} | beside)


def _owned(references: References, head: int) -> int:
    """ "Holt's arrest shook the town": whose event it is takes part in it."""
    token = references.document.tokens[head]
    of_event = token.dep == "poss" and references.document.tokens[token.head].lemma in lemmas("event-nouns")
    return token.head if of_event and references.at(token.head) is None else head


def _near(references: References, clause: Clause) -> list[Reference]:
    """References in the clause's sentence."""
    sentence = references.document.sentences[references.document.tokens[clause.verb].sentence]
    seen: dict[int, Reference] = {}
    for index in range(sentence.first, sentence.last):
        reference = references.at(index)
        if reference is not None:
            seen.setdefault(reference.first, reference)
    return list(seen.values())


def _shared(document: AnalysedDocument, verb: int) -> list[int]:
    """Verbs whose subject is also this verb's: those it is joined to, or that say, plan or begin it."""
    found = []
    here = document.tokens[verb]
    while here.dep in ("conj", "xcomp") and here.head != here.index:
        if document.dependents(here.index, *SUBJECTS):
            break
        here = document.tokens[here.head]
        found.append(here.index)
    return found


def _takes_part(document: AnalysedDocument, head: int, verbs: set[int], verb: int) -> bool:
    """Does the path from the mention's head word to the verb run through subject, object or a preposition?"""
    here = head
    steps = 0
    while steps < 5:
        token = document.tokens[here]
        above = document.tokens[token.head]
        if token.dep in DIRECT and above.index in verbs:
            return above.index == verb or token.dep in SUBJECTS
        if token.dep == "pobj" and above.lower in WITH:
            grand = document.tokens[above.head]
            if above.index in verbs or grand.index == verb or above.dep == "agent":
                return grand.index in verbs
            here, steps = grand.index, steps + 1
            if grand.pos not in ("NOUN", "PROPN"):
                return False
            continue
        if token.dep not in JOINED:
            return False
        here, steps = above.index, steps + 1
    return False


def _head(document: AnalysedDocument, reference: Reference) -> int:
    """The token of the mention whose head lies outside it."""
    for index in range(reference.first, reference.last):
        if not reference.first <= document.tokens[index].head < reference.last or document.tokens[index].dep == "ROOT":
            return index
    return reference.last - 1
