"""Find time expressions (TIMEX3) and what the text proves about its publication date."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.model import DateBounds, Timex


def extract(document: AnalysedDocument, bounds: DateBounds | None = None) -> tuple[Timex, ...]:
    """All time expressions of the prose, in order, resolved against the publication date (or its bounds)."""
    return ()


def bound_publication(document: AnalysedDocument) -> DateBounds | None:
    """What prose and captions prove about the publication date; None when the article states it or nothing is proved."""
    return None
