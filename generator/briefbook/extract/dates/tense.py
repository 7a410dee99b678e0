"""Does the sentence speak of the past or of the future where a time expression stands?

News without a year or week ("on Friday", "in March") is read by the verb that governs the time: past tense looks
back, a modal, a plan or a present tense with a day looks ahead.  The verb is found by walking up the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import named_as
from briefbook.extract.dates.verbs import UNKNOWN, Reading, Tense, is_active, tense_words, verb_tense


def tense_at(document: AnalysedDocument, first: int, last: int) -> Reading:
    """The tense that governs tokens [first, last)."""
    top = _top(document, first, last)
    before = document.tokens[first - 1] if first > document.sentences[top.sentence].first else None
    if before is not None and before.lower in tense_words("past-prepositions"):
        return Reading(Tense.PAST, before.lower)
    if before is not None and before.lower == "to" and document.tokens[before.head].lemma in tense_words("movers"):
        return Reading(Tense.FUTURE, f"{document.tokens[before.head].lower} to")
    if before is not None and before.lower == "for" and before.index + 1 == first and top.head == before.index:
        planner = _planner(document, before)
        if planner is not None:
            return Reading(Tense.FUTURE, f"{planner.lower} … for", open=_is_called_off(document, planner))
    naming = named_as(document, first, last)
    if naming is not None:
        return Reading(Tense.FUTURE, naming.lower)
    said = _said_then(document, first, last)
    if said is not None:
        return Reading(Tense.PAST, said.lower)
    reading = (None if top.dep in OF_NOUN else _fronted(document, first, last)) or _climb(document, top)
    if before is not None and before.lower in ("in", "on"):
        reading = reading._replace(perfect=False)  # "has met him in June": the time is that of the meeting
    ahead = before is not None and _looks_ahead(document, before)
    if ahead and before is not None and not _only_then(document, before, reading):
        return Reading(Tense.FUTURE, before.lower)
    return reading


def _top(document: AnalysedDocument, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    outer = [t for t in document.tokens[first:last] if not first <= t.head < last or t.head == t.index]
    noun = next((t for t in outer if t.pos in ("PROPN", "NOUN")), None)  # "14 July", the 14 joined to a 10 before it
    return noun or (outer[0] if outer else document.tokens[first])


def _said_then(document: AnalysedDocument, first: int, last: int) -> Token | None:
    """The verb of "said Wednesday the army will …", "told delegates Friday he would …", wherever the parser hangs the day."""
    end = document.sentences[document.tokens[first].sentence]
    after = document.tokens[last : min(last + 1, end.last)]
    if after and after[0].pos in ("VERB", "AUX", "PART"):
        return None  # "said Friday will be busy"
    for token in reversed(document.tokens[max(end.first, first - NAMED_HEARERS) : first]):
        if token.tag == "VBD":
            hears = token.index + 1 == first or token.lemma in tense_words("addressing")
            return token if hears and token.lemma in tense_words("reporting") | tense_words("addressing") else None
        if token.pos not in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"):
            return None
    return None


NAMED_HEARERS = 6
"""So many words back the verb of saying may stand before a bare day."""


def _planner(document: AnalysedDocument, preposition: Token) -> Token | None:
    """The verb of "called a strike for Friday", with nothing but its object between."""
    above = document.tokens[preposition.head]
    if above.dep == "dobj":
        above = document.tokens[above.head]
    if any(document.tokens[index].lower == "had" for index in document.children[above.index]):
        return None  # "had been called for Friday": that Friday may be over
    return above if above.pos == "VERB" and above.lemma in tense_words("for-planners") else None


def _is_called_off(document: AnalysedDocument, plan: Token) -> bool:
    """ "The march planned for Friday was banned": the verb above what is planned tells, in the past, that it is off."""
    if plan.tag not in ("VBN", "VBD", "JJ") or plan.dep not in ("acl", "relcl", "amod", "advcl", "csubjpass", "csubj"):
        return False
    verb = next((t for t in islice(document.ancestors(plan.index), 6) if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in tense_words("calling-off"):
        return False
    told = verb_tense(document, verb)
    return told.tense is Tense.PAST and not told.perfect  # "has been banned" is news of what is still to come


def _looks_ahead(document: AnalysedDocument, before: Token) -> bool:
    """ "until", "by", "ahead of" before the expression."""
    word = before.lower
    ahead_of = before.index and word in ("of", "than")
    if ahead_of and document.tokens[before.index - 1].lower in ("ahead", "later"):
        return True  # "ahead of Friday", "no later than June 30"
    if word == "of" and before.index:
        word = document.tokens[before.index - 1].lower
    return word in tense_words("future-prepositions")


def _only_then(document: AnalysedDocument, before: Token, reading: Reading) -> bool:
    """ "not until Friday" and "had filed by Friday" tell of the past all the same."""
    if before.lower in ("by", "through"):
        return reading.tense is Tense.PAST and reading.direct
    if before.lower in ("until", "till") and reading.tense is Tense.PAST:
        if any(document.tokens[i].dep == "neg" for i in document.children[before.head]):
            return True  # "did not search the office until October"
        return any(
            t.dep == "neg" or t.lower == "only" for t in document.tokens[max(0, before.index - 4) : before.index]
        )
    return False


def _fronted(document: AnalysedDocument, first: int, last: int) -> Reading | None:
    """The tense of the first main verb after a time that opens its sentence ("Over the weekend, police arrested")."""
    sentence = document.sentences[document.tokens[first].sentence]
    if any(t.pos not in OPENING for t in document.tokens[sentence.first : first]):
        return None
    for token in document.tokens[last : sentence.last]:
        if token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "conj"):
            reading = verb_tense(document, token)
            return None if reading.tense is Tense.UNKNOWN else reading
    return None


OF_NOUN = frozenset({"poss", "compound", "nmod", "amod", "nummod", "appos"})
"""Dependencies of a time that describes a noun ("the May vote")."""

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj"})
"""What the model takes for a verb there is a noun ("the strikes on Sunday hit a depot")."""

OPENING = frozenset({"ADP", "SCONJ", "ADV", "CCONJ", "PUNCT", "DET", "SPACE"})


def _climb(document: AnalysedDocument, token: Token) -> Reading:
    """The tense of the nearest verb above that has one."""
    direct = token.dep not in OF_NOUN
    for above in islice(_ancestors(document, token), 12):
        if _is_plan(document, above):
            return Reading(Tense.FUTURE, above.lower, direct, open=_is_called_off(document, above))
        if above.pos in ("VERB", "AUX") and above.dep not in NOMINAL:
            reading = _after_gerund(document, above) or verb_tense(document, above)
            if _had_been_planned(document, above) or (not direct and _calls_off(document, above)):
                reading = reading._replace(open=True)
            if reading.tense is Tense.PRESENT and above.lemma in tense_words("awaiting"):
                reading = Reading(Tense.FUTURE, reading.cue)
            if reading.tense is not Tense.UNKNOWN:
                return reading._replace(direct=direct and reading.direct)
        direct = direct and (above.pos not in ("NOUN", "PROPN") or _is_setting(document, above))
        direct = direct and above.dep not in NOMINAL
    return _misread(document, token)


def _is_setting(document: AnalysedDocument, noun: Token) -> bool:
    """ "Was hurt in a crash in July", "reported at its meeting in May": where the verb's own event took place."""
    preposition = document.tokens[noun.head]
    above = document.tokens[preposition.head]
    if noun.dep == "pobj" and preposition.lower in ("at", "during") and above.dep == "dobj":
        above = document.tokens[above.head]
    return noun.dep == "pobj" and preposition.lower in SETTING and above.pos == "VERB"


SETTING = frozenset({"in", "at", "during", "after", "since"})


def _ancestors(document: AnalysedDocument, token: Token) -> Iterator[Token]:
    """Those of the parse; a day that ends a relative clause stands in it, though the parser hung it on what it is about."""
    for above in document.ancestors(token.index):
        clauses = (document.tokens[i] for i in document.children[above.index] if document.tokens[i].dep == "relcl")
        ended = next((t for t in clauses if above.index < t.index < token.index and token.dep not in OF_NOUN), None)
        if ended is not None and above.pos in ("NOUN", "PROPN"):
            yield next(iter(document.dependents(ended.index, "xcomp")), ended)
            yield ended
        yield above


def _after_gerund(document: AnalysedDocument, verb: Token) -> Reading | None:
    """ "Expected to return after having her son in August": done by then, where the sentence tells of the past."""
    before = document.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "pcomp" or before.lower not in ("after", "since"):
        return None
    root = next((t for t in document.ancestors(verb.index) if t.dep == "ROOT"), verb)
    return Reading(Tense.PAST, f"{before.lower} {verb.lower}") if root.tag == "VBD" else None


def _misread(document: AnalysedDocument, token: Token) -> Reading:
    """ "Ane Lunde hosts Otto Brandt on Friday", where the tagger took the verb for a noun: a sentence with no other."""
    sentence = document.sentences[token.sentence]
    words = document.tokens[sentence.first : sentence.last]
    if any(t.pos in ("VERB", "AUX") for t in words):
        return UNKNOWN
    for before, verb, after in zip(words, words[1:], words[2:], strict=False):
        if verb.index >= token.index:
            return UNKNOWN
        if (
            verb.lower in tense_words("present-verbs")
            and before.pos == "PROPN"
            and after.pos in ("PROPN", "NOUN", "ADJ")
        ):
            return Reading(Tense.PRESENT, verb.lower)
    return UNKNOWN


def _is_plan(document: AnalysedDocument, above: Token) -> bool:
    """ "scheduled for", "due on": something to come, unless it is told as over ("had been due")."""
    if above.lemma == "set" and document.tokens[min(above.index + 1, len(document.tokens) - 1)].lower not in (
        "for",
        "to",
    ):
        return False
    if above.lemma not in tense_words("future-heads") or (above.tag not in ("VBN", "JJ") and above.pos != "ADJ"):
        return False
    helpers = [
        document.tokens[i] for i in document.children[above.index] if document.tokens[i].dep in ("aux", "auxpass")
    ]
    if above.tag != "VBN":
        helpers += [document.tokens[i] for i in document.children[above.head] if document.tokens[i].dep == "aux"]
    if any(h.lower == "had" for h in helpers):
        return False
    return above.tag != "VBN" or not is_active(document, above)


def _calls_off(document: AnalysedDocument, verb: Token) -> bool:
    """ "Has cancelled Thursday's meeting": over or not, it does not come as planned."""
    off = verb.lemma not in ("call", "put") or any(
        t.lower in ("off", "on") for t in document.dependents(verb.index, "prt")
    )
    return off and verb.lemma in tense_words("calling-off")


def _had_been_planned(document: AnalysedDocument, verb: Token) -> bool:
    """ "The audience had been scheduled for Friday": over or not, it did not come as planned."""
    helpers = {
        document.tokens[i].lower for i in document.children[verb.index] if document.tokens[i].dep in ("aux", "auxpass")
    }
    return verb.tag == "VBN" and verb.lemma in tense_words("future-heads") and {"had", "been"} <= helpers
