"""Findings of the rooms -> Briefing: identity, chronology, and the check of every citation."""

from briefbook.compose.check import check_citations, citations_of
from briefbook.compose.collection import collect

__all__ = ["check_citations", "citations_of", "collect"]
