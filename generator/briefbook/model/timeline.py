"""The timeline: what happened and what will."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefbook.model.citation import Citation
from briefbook.model.timex import DateRange


class EventStatus(StrEnum):
    """Whether what an entry tells took place, as the article has it: `PLANNED` was or is to come, `CANCELLED` is off."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One event.

    Attributes:
        label: What happened, as an exact slice of the article.
        time_text: The words that date it, or None.
        start: First day, inclusive, or None when the article gives none.
        end: Last day, inclusive, or None.
        possible: The days it could mean when the publication date is only bounded.
        status: Whether it took place.
        background: Told as history or context, not as the news.
        actors: Ids of the actors taking part.
        meeting: Id of the meeting it is, or None.
        basis: Why these days, in one sentence, when the event's own words do not give them.
    """

    label: Citation
    time_text: str | None = None
    start: date | None = None
    end: date | None = None
    possible: DateRange | None = None
    status: EventStatus = EventStatus.HAPPENED
    background: bool = False
    actors: tuple[str, ...] = ()
    meeting: str | None = None
    citations: tuple[Citation, ...]
    basis: str | None = None
