"""Whether an event took place: what is planned or called off never reads as done, what is denied is no event."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.clauses import Standing, describe
from briefbook.analysis.governors import Effect, governing_effect
from briefbook.extract.timeline.clauses import Clause
from briefbook.extract.timeline.dating import When
from briefbook.extract.timeline.firmness import due_to, is_foretold, lemmas
from briefbook.model import EventStatus, MeetingStatus

TO_COME = frozenset({Standing.PLANNED, Standing.INVITED, Standing.PROPOSED})
NO_EVENT = frozenset({Standing.DENIED, Standing.HYPOTHETICAL, Standing.CANCELLED})

OF_MEETING = {
    MeetingStatus.HELD: EventStatus.HAPPENED,
    MeetingStatus.UNDER_WAY: EventStatus.HAPPENED,
    MeetingStatus.PLANNED: EventStatus.PLANNED,
    MeetingStatus.INVITED: EventStatus.PLANNED,
    MeetingStatus.PROPOSED: EventStatus.PLANNED,
    MeetingStatus.CANCELLED: EventStatus.CANCELLED,
    MeetingStatus.DENIED: EventStatus.CANCELLED,
}


def status(document: AnalysedDocument, clause: Clause, when: When) -> EventStatus | None:
    """What became of the event of a clause; None when the text denies it, or calls off what the clause plans."""
    verb = document.tokens[clause.verb]
    own = describe(document, verb.index).standing
    describes = verb.dep in ("relcl", "acl")
    if own in NO_EVENT and not (describes and own is Standing.HYPOTHETICAL and clause.tense == "past"):
        return None
    inner = _complement(document, verb)
    standing = own if inner is None else describe(document, inner.index).standing
    if inner is not None and standing in NO_EVENT and _is_gerund(document, inner):
        return None  # "denied having met him on May 3"
    if inner is not None and standing is Standing.CANCELLED:
        return EventStatus.CANCELLED  # "was to open in May but was never built"
    planned = (standing in TO_COME and _looks_ahead(document, verb, inner)) or clause.tense == "future"
    planned = planned or (verb.lemma in lemmas("foretelling") and _is_passive(document, verb))
    planned = planned or is_foretold(document, verb)
    if describes:
        planned = _is_set(document, verb) or (planned and not _is_past(document, when))
    if describes and planned and (_is_undone(document, verb.head) or _is_undone(document, verb.index)):
        return None
    published = document.article.publication_day
    later = published is not None and when.own and when.start is not None and when.start > published
    if _is_undoing(document, verb):
        put_off = later and verb.lemma in lemmas("moving")
        return EventStatus.PLANNED if put_off or own in TO_COME else EventStatus.CANCELLED
    if inner is not None and own not in TO_COME and not _is_passive(document, verb):
        planned = planned and when.own and not _dates_the_act(document, verb, inner, when)
        planned = planned and (verb.lemma in lemmas("planning") | {"be"} or not _has_begun(document, when))
    if later or planned or (published is None and _is_fixed(clause, when)):
        return EventStatus.PLANNED
    return None if verb.dep == "acl" and verb.tag == "VB" else EventStatus.HAPPENED  # "a plot to burn the mill"


def _is_fixed(clause: Clause, when: When) -> bool:
    """ "Begins on March 22": a present tense with a day speaks of what is fixed, even where publication is not known."""
    return clause.tense == "present" and not clause.stative and when.own and when.direct


def _is_undoing(document: AnalysedDocument, verb: Token) -> bool:
    """Does the verb call something off?  "Drop", "halt" and "block" do it to events only: a bomb dropped is no plan dropped."""
    if governing_effect(document, verb.index) is not Effect.CANCELLED and verb.lemma not in lemmas("undoing"):
        return False
    if verb.lemma not in lemmas("undoing-of-events"):
        return True
    undone = document.dependents(verb.index, "dobj", "nsubjpass")
    if verb.dep in ("relcl", "acl"):
        undone.append(document.tokens[verb.head])  # "the visit that was dropped"
    return any(_can_be_undone(t) for t in undone)


def _can_be_undone(noun: Token) -> bool:
    """ "The airline suspended all flights" did what it did; "suspended the negotiations" called them off."""
    if noun.tag == "NNS" and noun.lemma not in lemmas("plurals-of-one"):
        return False
    return noun.lemma in lemmas("event-nouns") | lemmas("plans")


def _has_begun(document: AnalysedDocument, when: When) -> bool:
    """ "Sought to quell the talk this week": a stretch that has begun is that of the trying, not of a plan."""
    published = document.article.publication_day
    return published is not None and when.start is not None and when.start <= published


def _dates_the_act(document: AnalysedDocument, verb: Token, inner: Token, when: When) -> bool:
    """ "Promised on Wednesday to build": the day is that of the promise.  Without a day, "decided to sell" is the event."""
    return when.text is not None and when.text in document.text(verb.index, inner.index + 1)


def _is_passive(document: AnalysedDocument, verb: Token) -> bool:
    """ "Is expected to": nobody's act, only what is to come."""
    return bool(document.dependents(verb.index, "auxpass"))


def _looks_ahead(document: AnalysedDocument, verb: Token, inner: Token | None) -> bool:
    """Does the verb plan what its complement tells ("plans to open", "was to open"), not say how it looked ("appeared to")?"""
    done, above = (verb, document.tokens[verb.head]) if inner is None else (inner, verb)
    if done.dep == "xcomp" and any(t.lower == "have" for t in document.dependents(done.index, "aux")):
        return _plans(above)  # "was to have opened", but "claims to have opened"
    if inner is None or _plans(verb):
        return True
    return governing_effect(document, verb.index) is not None


def _plans(verb: Token) -> bool:
    return verb.lemma == "be" or verb.lemma in lemmas("planning") | lemmas("foretelling")


def _is_set(document: AnalysedDocument, verb: Token) -> bool:
    """ "Planned for Saturday", "set for July 2", "was to be played": a description of what is to come."""
    if verb.lemma == "set":
        following = document.tokens[verb.index + 1 : verb.index + 2]
        return verb.tag == "VBN" and bool(following) and following[0].lower in ("for", "to")
    if verb.tag == "VBN" and verb.lemma in lemmas("planning"):
        return True
    inner = _complement(document, verb)
    ahead = inner is not None and _looks_ahead(document, verb, inner)
    return ahead and inner is not None and describe(document, inner.index).standing in TO_COME


def _is_past(document: AnalysedDocument, when: When) -> bool:
    """Do its own words date it before publication?"""
    published = document.article.publication_day
    return published is not None and when.own and when.end is not None and when.end <= published


def _complement(document: AnalysedDocument, verb: Token) -> Token | None:
    """The verb that this one plans, tries or refuses to do ("is expected to open", "is due to open")."""
    own = document.dependents(verb.index)
    inner = next((t for t in own if t.dep == "xcomp" and t.pos in ("VERB", "AUX")), None)
    return inner or due_to(document, verb)


def contradicts(document: AnalysedDocument, clause: Clause, when: When) -> bool:
    """Does a verb in the past stand with a day well after publication ("took no account of families next year")?"""
    published = document.article.publication_day
    if published is None or not when.own or when.start is None or clause.tense not in ("past", "perfect", "pluperfect"):
        return False
    verb = document.tokens[clause.verb]
    plans = verb.lemma in lemmas("moving") | lemmas("planning") or governing_effect(document, verb.index) is not None
    return (when.start - published).days > 1 and not plans and _complement(document, verb) is None


def _is_gerund(document: AnalysedDocument, verb: Token) -> bool:
    """ "Meeting", "having met": what is denied, or given up, is that it was done."""
    return verb.tag == "VBG" or any(t.lower == "having" for t in document.dependents(verb.index))


def _is_undone(document: AnalysedDocument, noun: int) -> bool:
    """Is the planned thing, or what a verb describes, called off, put off or prevented by the verb it belongs to?"""
    if describe(document, noun).standing in NO_EVENT:
        return True
    root = next((t for t in document.ancestors(noun) if t.dep == "ROOT"), document.tokens[noun])
    token = document.tokens[noun]
    above = document.tokens[token.head]
    if token.pos in ("VERB", "AUX"):  # "a meeting with the board that was set for Friday was cancelled"
        return governing_effect(document, root.index) is Effect.CANCELLED and root.index != noun
    return token.dep in ("nsubjpass", "dobj") and above.lemma in lemmas("undoing")


def moved(document: AnalysedDocument, clause: Clause, when: When) -> When | None:
    """The new day of what "has been moved from June 25 to July 2"; None for every other clause."""
    verb = document.tokens[clause.verb]
    if not when.own or when.text is None or when.end is None or verb.lemma not in lemmas("moving"):
        return None
    if when.start == when.end or not any(t.lower == "from" for t in document.dependents(verb.index)):
        return None
    return When(
        start=when.end,
        end=when.end,
        text=when.text,
        basis="It was moved to this day.",
        own=True,
        direct=True,
    )
