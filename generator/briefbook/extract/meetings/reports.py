"""What one mention of a meeting says: its trigger, status, parties, place, time, subject and result."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.analysis.clauses import ClauseStatus
from briefbook.extract.meetings.frames import Frame
from briefbook.extract.meetings.party import Party
from briefbook.model import Channel, Citation, MeetingStatus, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where: `name` as written, the place's id when known, the tokens [first, last) it stands on, the town of a building."""

    name: str
    place: str | None
    first: int
    last: int
    rank: int = 0
    town: Setting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mention of a meeting.

    Attributes:
        first, last: Tokens [first, last) of the trigger.
        sentence: Index of its sentence.
        status: What it says of the meeting's reality; None when it does not say (it only joins another report).
        status_reason: Why, in one sentence.
        parties: As the frame gives them, unresolved ones included.
        definite: "the talks", "their meeting": speaks of a meeting told of before.
        another: Says that it is a different meeting from one told of before.
        several: Speaks of several meetings at once ("three rounds of talks").
        weak: Counts only beside a firmer report.
        sits: The verb that carries the noun says that it takes place ("will be held").
        headline: It stands in the headline, whose present tense says little about the day.
        carrier: Token of the verb that carries an event noun.
        firm: The clause is about the meeting's taking place, it is not only presupposed.
        after: The sentence tells what came before or after the meeting.
        scenic: The meeting is only the scene of what the sentence tells.
        goes_on: Says of talks known before that they are to go on ("ready to continue the negotiations").
        continued: The next sentence, when that says by a pronoun where or when the meeting is.
    """

    frame: Frame
    first: int
    last: int
    sentence: int
    clause: ClauseStatus
    status: MeetingStatus | None
    status_reason: str
    parties: tuple[Party, ...]
    channel: Channel
    place: Setting | None = None
    time: Timex | None = None
    topic: Citation | None = None
    outcome: Citation | None = None
    definite: bool = False
    another: bool = False
    several: bool = False
    weak: bool = False
    scenic: bool = False
    after: bool = False
    firm: bool = True
    headline: bool = False
    sits: bool = False
    carrier: int | None = None
    goes_on: bool = False
    continued: int | None = None
