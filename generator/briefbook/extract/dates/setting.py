"""What a time expression is read against: the publication day, the time spoken of, and the tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar.days import Days


class Told(NamedTuple):
    """A time already resolved: its days, its unit (`D`, `W`, `M`, `Q`, `Y` ...), the words it was written in, and the hour."""

    days: Days
    unit: str
    words: str
    hour: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where an expression stands.

    Attributes:
        publication: The publication day, or None.
        told: The time the text last spoke of, near enough to be meant by "that day", or None.
        year: A year named shortly before, which a month without a year then belongs to, or None.
        tense: The tense of the clause.
        cue: The words that show the tense.
        direct: The time belongs to the verb itself, not to a noun ("the vote on Friday").
        perfect: The verb is a present perfect.
        open: What was planned for the time was called off or was yet to be seen: it may be over or to come.
    """

    publication: date | None
    told: Told | None = None
    year: int | None = None
    tense: Tense = Tense.UNKNOWN
    cue: str = ""
    direct: bool = True
    perfect: bool = False
    open: bool = False

    @property
    def is_loose_infinitive(self) -> bool:
        """An infinitive under a verb in the past ("agreed to meet on Friday"): it can look either way."""
        return self.tense is Tense.PRESENT and not self.direct and self.cue.startswith("to ")


class Resolution(NamedTuple):
    """What an expression means: TIMEX3 type and value, its days if they can be known, and why.

    `unit` is the size of the time (`D`, `W`, `M`, `Q`, `Y`, ...; "" when it is no stretch of the calendar);
    `basis` is how it was found, for the reason: "", or a phrase ("the last one before publication").
    """

    type: str
    value: str
    days: Days | None = None
    unit: str = ""
    basis: str = ""
