"""How real an event is told to be: tense, aspect, modality, polarity, and the words that govern its predicate.

`describe` reads the dependency parse upwards from a verb ("met") or an event noun ("talks") until the clause says
whether the event happened, goes on, is planned, invited to, proposed, cancelled, denied or merely imagined.  The words
that decide (verbs of planning, refusing, cancelling ...) are data: `lexicons/data/en/clauses.yaml`.
"""

from __future__ import annotations

from briefbook.analysis.clause_nouns import Climb
from briefbook.analysis.clause_status import ClauseStatus, Tense
from briefbook.analysis.document import AnalysedDocument
from briefbook.analysis.governors import Standing

__all__ = ["ClauseStatus", "Standing", "Tense", "describe"]


def describe(document: AnalysedDocument, index: int) -> ClauseStatus:
    """Say how real the event is whose predicate, a verb or an event noun, is the token at `index`."""
    return Climb(document).event(index, 0)
