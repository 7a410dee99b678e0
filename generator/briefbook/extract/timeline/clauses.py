"""Find the clauses of a sentence that tell an event: a verb, its reach, who takes part, and how firmly it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefbook.analysis import AnalysedDocument, Sentence, Token
from briefbook.analysis.verb_forms import is_unmarked_past
from briefbook.extract.timeline.firmness import due_to, is_forecast, is_hedged, lemmas

CLAUSE_DEPS = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause that can tell an event.

    Attributes:
        verb: Index of its verb.
        first: Its tokens are [first, last); `reached` finds them, until then from the verb to the sentence's end.
        tense: `past`, `perfect`, `pluperfect`, `present`, `future`, or `open` for a participle or infinitive.
        main: It is the sentence's main clause, or what a speaker says in it.
        hedged: Told as possible, conditional or denied.
        stative: The verb tells a state.
        speech: The verb tells that something was said.
    """

    verb: int
    first: int
    last: int
    tense: str
    main: bool
    hedged: bool
    stative: bool
    speech: bool


def clauses(document: AnalysedDocument, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order of their verbs."""
    tokens = document.sentence_tokens(sentence)
    return tuple(_clause(document, token) for token in tokens if _heads_clause(document, token))


def reached(document: AnalysedDocument, clause: Clause) -> Clause:
    """The clause with its tokens: most clauses of a text tell no event, so they are looked for late."""
    first, last = reach(document, document.tokens[clause.verb])
    claim = claim_above(document, clause)
    if claim is not None:
        first = min(first, reach(document, claim)[0])
    return replace(clause, first=first, last=last)


def claim_above(document: AnalysedDocument, clause: Clause) -> Token | None:
    """The verb of somebody who claims what the clause tells ("Holt insists that Brek sold the yard").

    To say so in the present tense is to stand by it: "The ministry says he filmed the port" is no report of a day.
    """
    verb = document.tokens[clause.verb]
    above = document.tokens[verb.head]
    claims = above.lemma in lemmas("alleging") or (above.lemma == "say" and above.tag in ("VBZ", "VBP"))
    return above if verb.dep == "ccomp" and above.index < verb.index and claims else None


def whole(document: AnalysedDocument, sentence: Sentence, main: Clause | None) -> Clause:
    """A sentence as one clause, with the verb and tense of its main clause where one was found."""
    if main is not None:
        return replace(main, first=document.told_from(sentence), last=sentence.last)
    root = next(
        (t for t in document.sentence_tokens(sentence) if t.head == t.index),
        document.tokens[sentence.first],
    )
    return Clause(
        verb=root.index,
        first=document.told_from(sentence),
        last=sentence.last,
        tense="present",
        main=True,
        hedged=False,
        stative=False,
        speech=False,
    )


def _heads_clause(document: AnalysedDocument, token: Token) -> bool:
    if token.pos == "AUX" and token.dep in ("ROOT", "conj", "ccomp", "advcl", "relcl"):
        return True
    if token.pos != "VERB" or token.dep not in CLAUSE_DEPS or (token.dep == "acl" and token.tag == "VBG"):
        return False
    return not (token.dep == "xcomp" and document.tokens[token.head].lemma not in lemmas("speech"))


def _clause(document: AnalysedDocument, verb: Token) -> Clause:
    helpers = [t for t in document.dependents(verb.index) if t.dep in ("aux", "auxpass", "neg")]
    return Clause(
        verb=verb.index,
        first=verb.index,
        last=document.sentences[verb.sentence].last,
        tense=_tense(document, verb, helpers),
        main=_is_main(document, verb),
        hedged=is_hedged(document, verb, helpers),
        stative=(verb.pos == "AUX" and due_to(document, verb) is None)
        or (verb.lemma in lemmas("states") and not any(h.dep == "auxpass" for h in helpers)),
        speech=_quotes(document, verb) or (verb.lemma in lemmas("speech") and not is_forecast(document, verb, helpers)),
    )


def _tense(document: AnalysedDocument, verb: Token, helpers: list[Token]) -> str:
    words = {h.lower for h in helpers}
    if words & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if any(h.lemma == "have" for h in helpers):
        return "pluperfect" if "had" in words and not _is_reported(document, verb) else "perfect"
    if verb.tag == "VBD" or words & {"was", "were", "did"} or is_unmarked_past(document, verb):
        return "past"
    if verb.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers):
        return "present" if due_to(document, verb) is None else "future"
    if verb.dep == "conj" and verb.head != verb.index and not helpers:
        head = document.tokens[verb.head]
        if head.pos in ("VERB", "AUX") and verb.tag in ("VBN", "VB", "VBD"):
            return _tense(
                document,
                head,
                [t for t in document.dependents(head.index) if t.dep in ("aux", "auxpass")],
            )
    return "open"


def _is_reported(document: AnalysedDocument, verb: Token) -> bool:
    """ "Said that it had signed": a perfect, told in the past because it is reported."""
    above = document.tokens[verb.head]
    return verb.dep == "ccomp" and above.tag == "VBD" and above.lemma in lemmas("speech") | lemmas("announcing")


def _is_main(document: AnalysedDocument, verb: Token) -> bool:
    """The main verb, one joined to it, or the verb of what is said in the main clause."""
    here = verb
    for _ in range(8):
        if here.dep == "ROOT":
            return True
        above = document.tokens[here.head]
        said = here.dep in ("ccomp", "xcomp", "parataxis") and above.lemma in lemmas("speech") | lemmas("phases")
        if here.dep != "conj" and not said and not (here.dep == "ccomp" and above.dep == "ROOT"):
            return False
        here = above
    return False


def _quotes(document: AnalysedDocument, verb: Token) -> bool:
    """ "“We are late,” enthused Holt": whatever the verb, what follows a quotation tells who spoke."""
    subjects = [t for t in document.dependents(verb.index) if t.dep in SUBJECTS]
    first = min([verb.index, *(document.subtree(t.index)[0] for t in subjects)])
    before = document.tokens[max(first - 2, 0) : first]
    if verb.tag not in ("VBD", "VBZ", "VBP") or len(before) < 2 or before[1].block != verb.block:
        return False
    return before[1].text in CLOSING and before[0].text[-1] in ",!?" or before[1].text in (",”", ',"')


CLOSING = frozenset({"”", '"', "''"})


def reach(document: AnalysedDocument, verb: Token) -> tuple[int, int]:
    """The tokens [first, last) of a clause: from its subject (or verb) to the end of what it governs.

    Clauses joined to it, and adverbial clauses and adverbs before its subject, stay outside.  A relative clause takes
    the noun along that it tells of, so that it can be read alone.
    """
    own = list(document.dependents(verb.index))
    if verb.dep == "xcomp" and not any(t.dep in SUBJECTS for t in own):
        first, last = reach(document, document.tokens[verb.head])  # "is expected to open": with who is expected
        return min(first, verb.index), max(last, verb.index + 1)
    said_first = verb.lemma in lemmas("announcing")  # "The clinic will close, its owner announced"
    starts = [document.subtree(t.index)[0] for t in own if t.dep in SUBJECTS or (said_first and t.dep == "ccomp")]
    starts += [t.index for t in own if t.dep in ("aux", "auxpass", "neg") and t.index < verb.index]
    if verb.dep in ("relcl", "acl"):
        starts.append(document.subtree(antecedent(document, verb).index)[0])
    elif verb.tag in ("VBG", "VBN", "VB") and verb.dep in ("advcl", "xcomp", "pcomp") and not starts:
        above = next(
            (t for t in document.ancestors(verb.index) if t.pos in ("VERB", "AUX")),
            None,
        )
        if above is not None and above.block == verb.block:
            return reach(document, above)
    if verb.dep == "conj" and not any(t.dep in SUBJECTS for t in own):
        starts.append(_shared_start(document, verb))
    last = verb.index + 1
    for child in own:
        if child.index > verb.index and child.dep not in JOINED:
            last = max(last, document.subtree(child.index)[1])
    cuts = [document.subtree(t.index)[0] for t in own if t.index > verb.index and t.dep in ("conj", "cc", "parataxis")]
    if cuts and min(cuts) < last:
        last = max(min(cuts), verb.index + 1)
    first = max(
        min([*starts, verb.index]),
        document.told_from(document.sentences[verb.sentence]),
    )
    return first, _without_tail(document, verb.index, last)


def antecedent(document: AnalysedDocument, verb: Token) -> Token:
    """The noun that a relative clause tells of; the name, in "Holt, a miner who died in May"."""
    noun = document.tokens[verb.head]
    above = document.tokens[noun.head]
    return above if noun.dep == "appos" and above.pos == "PROPN" else noun


def _shared_start(document: AnalysedDocument, verb: Token) -> int:
    """Where the subject stands that a joined verb shares with the first ("miners struck and returned")."""
    here = verb
    while here.dep == "conj" and here.head != here.index:
        here = document.tokens[here.head]
        subjects = [t for t in document.dependents(here.index) if t.dep in SUBJECTS]
        if subjects:
            return document.subtree(subjects[0].index)[0]
    return verb.index


def _without_tail(document: AnalysedDocument, verb: int, last: int) -> int:
    """The end of a clause without signs and joining words that lead on; a quotation that it opens is closed."""
    while last - 1 > verb and document.tokens[last - 1].text in TAIL:
        last -= 1
    text = document.text(verb, last)
    block = document.tokens[verb].block
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) > text.count(closing):
            ahead = document.tokens[last : last + 2]
            last = next(
                (t.index + 1 for t in ahead if t.text.endswith(closing) and t.block == block),
                last,
            )
    return last


TAIL = frozenset({",", ".", ";", ":", "—", "–", "-", "and", "but", "which", "who", "where"})
JOINED = frozenset({"conj", "cc", "parataxis", "punct"})
