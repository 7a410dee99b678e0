"""Meetings (ACE event Contact.Meet): who, where, when, how firmly reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefbook.model.citation import Citation
from briefbook.model.timex import DateRange


class MeetingStatus(StrEnum):
    """How firmly the meeting is reported.  Only `HELD` and `UNDER_WAY` ones took or take place."""

    HELD = "held"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    INVITED = "invited"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Channel(StrEnum):
    """How the parties came together."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who took or will take part.

    Attributes:
        actor: Actor id, or None when it resolves to nobody.
        name: Canonical name of the actor, or the description as written.
        as_written: The words of the article.
        reason: Why these words mean this actor, when they are a pronoun or a description.
    """

    actor: str | None
    name: str
    as_written: str
    citations: tuple[Citation, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlace:
    """Where: `place` is the id of a place of the article, or None."""

    name: str
    place: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTime:
    """When.

    Attributes:
        text: The words of the article ("last week").
        start: First day, inclusive, or None when it can't be known.
        end: Last day, inclusive, or None.
        basis: Why these days, in one sentence; None when the words give the day themselves.
        possible: The days it could mean when the publication date is only bounded.
    """

    text: str
    start: date | None = None
    end: date | None = None
    basis: str | None = None
    possible: DateRange | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One real-world meeting, however many sentences report it.

    Attributes:
        trigger: The word or phrase that tells of it, at its most informative report.
        citations: Every whole sentence that reports it, in order.
        reasons: Why it is one meeting and has its status, one sentence each.
    """

    id: str
    status: MeetingStatus
    channel: Channel
    trigger: Citation
    participants: tuple[Participant, ...]
    place: MeetingPlace | None = None
    time: MeetingTime | None = None
    topic: Citation | None = None
    outcome: Citation | None = None
    citations: tuple[Citation, ...]
    reasons: tuple[str, ...] = ()
