"""Which clauses tell events: dated ones unless they are hedged, undated ones when they are main, firm, and no state."""

from __future__ import annotations

from itertools import pairwise

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.clauses import Standing, describe
from briefbook.extract.timeline.clauses import SUBJECTS, Clause, claim_above
from briefbook.extract.timeline.dating import When
from briefbook.extract.timeline.firmness import is_doubted, lemmas

FIRM = frozenset({"past", "perfect", "pluperfect", "future"})
QUOTATION_REACH = 2000
"""So many characters back an opening quotation mark is looked for: paragraphs are shorter, pasted books are not."""

SPEAKERS = frozenset({"i", "we", "you"})


def tells_event(document: AnalysedDocument, clause: Clause, times: dict[int, When]) -> bool:
    """Does the clause tell an event?  `times` are the times of the sentence's clauses by verb."""
    if (clause.hedged and not _is_to_come(document, clause, times)) or clause.speech or _is_asked(document, clause):
        return False
    if _is_credit(document, clause) or _is_of_speaker(document, clause) or _ends_stretch(document, clause):
        return False
    if _is_of_source(document, clause):
        return False
    if clause.verb in times:
        lasting = clause.stative and document.tokens[clause.verb].lemma in lemmas("lasting")
        return not lasting or _tells_of_a_day(document, clause, times[clause.verb])
    if (
        clause.stative
        or not clause.main
        or claim_above(document, clause) is not None
        or in_quotation(document, document.tokens[clause.verb])
    ):
        return False
    return clause.tense in FIRM or _is_going_on(document, clause) or _is_foretold(document, clause)


def reports(document: AnalysedDocument, clause: Clause) -> bool:
    """Does its verb tell, at the top of its sentence, what somebody said or announced?"""
    verb = document.tokens[clause.verb]
    return verb.dep == "ROOT" and (clause.speech or verb.lemma in lemmas("announcing") | {"tell"})


def _tells_of_a_day(document: AnalysedDocument, clause: Clause, when: When) -> bool:
    """Is a state of one day, of a stretch that is named, or that of an event ("the vote is in May"), not of a year?"""
    if when.start == when.end or when.span or clause.tense == "future":
        return True
    own = document.dependents(clause.verb)
    return any(
        (t.dep in ("nsubj", "attr") and t.lemma in lemmas("event-nouns"))
        or (t.dep == "acomp" and t.lemma in lemmas("at-an-end-or-start"))
        or t.dep == "xcomp"
        for t in own
    )


def _is_foretold(document: AnalysedDocument, clause: Clause) -> bool:
    """ "Is expected to sell": in the plain present, but of what is to come."""
    deps = {t.dep for t in document.dependents(clause.verb)}
    foretold = "xcomp" in deps or document.tokens[clause.verb].lemma in lemmas("foretelling")
    return clause.tense == "present" and "auxpass" in deps and foretold


def _is_to_come(document: AnalysedDocument, clause: Clause, times: dict[int, When]) -> bool:
    """ "The law would take effect on January 1": told as future from the past, with a time and without a condition."""
    verb = document.tokens[clause.verb]
    if clause.verb not in times or verb.lemma in lemmas("wishing") or is_doubted(document, verb):
        return False
    helpers = document.dependents(clause.verb, "aux", "neg")
    if {t.lower for t in helpers} != {"would"}:
        return False
    sentence = document.sentences[verb.sentence]
    if not lemmas("conditions").isdisjoint(t.lower for t in document.sentence_tokens(sentence)):
        return False
    return describe(document, clause.verb).standing is Standing.PLANNED


def _is_going_on(document: AnalysedDocument, clause: Clause) -> bool:
    """ "Is flying", "is being repaired": the progressive tells an event where the plain present tells a habit."""
    verb = document.tokens[clause.verb]
    helpers = document.dependents(clause.verb, "aux", "auxpass")
    return clause.tense == "present" and (verb.tag == "VBG" or any(h.tag == "VBG" for h in helpers))


def _is_asked(document: AnalysedDocument, clause: Clause) -> bool:
    """ "Did the firm close the plant in May?": a question tells nothing; what only describes a noun in it may."""
    sentence = document.sentences[document.tokens[clause.verb].sentence]
    return clause.main and document.tokens[sentence.last - 1].text == "?"


def _is_of_speaker(document: AnalysedDocument, clause: Clause) -> bool:
    """Told by "I" or "we": somebody's words, which the statements hold."""
    return any(t.lower in SPEAKERS for t in document.dependents(clause.verb, *SUBJECTS))


def _is_credit(document: AnalysedDocument, clause: Clause) -> bool:
    """ "Contributed to this report": about the article, not of its story."""
    if document.tokens[clause.verb].lemma not in lemmas("credit-verbs"):
        return False
    tokens = document.tokens[clause.verb : clause.last]
    return any(t.lower == "this" and n.lemma in lemmas("works") for t, n in pairwise(tokens))


def _is_of_source(document: AnalysedDocument, clause: Clause) -> bool:
    """ "According to a draft seen on Tuesday": tells of what the news is from."""
    verb = document.tokens[clause.verb]
    preposition = document.tokens[document.tokens[verb.head].head]
    according = preposition.lower == "to" and document.tokens[preposition.head].lower == "according"
    return verb.dep in ("acl", "relcl") and according


def _ends_stretch(document: AnalysedDocument, clause: Clause) -> bool:
    """ "In the three months ended May 31": the stretch ended, and nothing else."""
    verb = document.tokens[clause.verb]
    before = document.tokens[verb.index - 1] if verb.index else verb
    return verb.lemma == "end" and before.lemma in lemmas("lengths") and verb.dep in ("acl", "advcl")


def in_quotation(document: AnalysedDocument, token: Token) -> bool:
    """Does a word stand between quotation marks of its block?"""
    before = document.article.blocks[token.block].text[max(0, token.start - QUOTATION_REACH) : token.start]
    curly = before.count("“") > before.count("”")
    return curly or before.count('"') % 2 == 1
