"""What the words around a predicate say about its reality: the type, and how one status makes another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.analysis.document import AnalysedDocument, Token
from briefbook.analysis.governors import Effect, Standing, compose


class Tense(StrEnum):
    """Grammatical time of the clause that tells of the event."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStatus:
    """What the words around a predicate say about its reality.

    Attributes:
        standing: Whether the event is told as having happened, as planned, and so on.
        asserted: The sentence is about the event's happening; False where it is only presupposed ("after the talks").
        tense: Of the deciding clause; `NONE` where no finite verb decides.
        cues: Token indexes of the words that decide, the nearest first.
        passive: The predicate itself stands in the passive.
        lasting: Told in the past progressive ("were meeting"): going on at the time that the text tells of.
        up_to_now: Told in the present perfect ("have dragged on"): what continued is not over.
    """

    standing: Standing
    asserted: bool = True
    tense: Tense = Tense.NONE
    cues: tuple[int, ...] = ()
    passive: bool = False
    lasting: bool = False
    up_to_now: bool = False


def under(governor: ClauseStatus, effect: Effect) -> Standing:
    """The standing of an event under a word of that effect; what "continued" in the past is over by now."""
    standing = compose(governor.standing, effect)
    past = effect is Effect.ONGOING and governor.tense is Tense.PAST and standing is Standing.ONGOING
    past = past and governor.standing is not Standing.ONGOING and not governor.up_to_now
    return Standing.ACTUAL if past else standing


def plain(status: ClauseStatus) -> Standing:
    """The standing of a noun that is itself no event: presupposed things are there."""
    return status.standing if status.asserted else presupposed(status).standing


def presupposed(status: ClauseStatus) -> ClauseStatus:
    """An event that another clause takes for granted: "said after the talks" has them held, "will say at" planned."""
    asked = status.standing is Standing.HYPOTHETICAL and status.tense is not Tense.PAST  # not: "What happened at ...?"
    future = (
        asked
        or status.tense is Tense.FUTURE
        or status.standing in (Standing.PLANNED, Standing.INVITED, Standing.PROPOSED)
    )
    standing = (
        Standing.PLANNED if future else Standing.ONGOING if status.standing is Standing.ONGOING else Standing.ACTUAL
    )
    return ClauseStatus(standing=standing, asserted=False, tense=status.tense, cues=status.cues)


def bare_present(document: AnalysedDocument, verb: Token) -> bool:
    """ "Norway and Peru hold talks", which the tagger took for an infinitive: a main verb with subject, no helper."""
    if verb.tag != "VB" or verb.dep != "ROOT":
        return False
    kids = [document.tokens[i] for i in document.children[verb.index]]
    return any(t.dep == "nsubj" and t.index < verb.index for t in kids) and all(
        t.dep not in ("aux", "auxpass") for t in kids
    )
