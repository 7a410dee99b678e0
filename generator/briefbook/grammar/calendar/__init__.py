"""Read calendar expressions of English: text -> what was said about time, unresolved.

`scan` finds expressions ("the last week of March", "10 p.m. Wednesday", "two years ago") and says what they mean in
the calendar; which day that is depends on when and how it was said, and is worked out in `extract/dates`.  `days` is
the arithmetic of days, weeks, months and seasons.  Words and shapes are data: lexicons/data/en/calendar_*.yaml.
"""

from __future__ import annotations

from briefbook.grammar.calendar.expression import (
    Anchor,
    Clock,
    Expression,
    Found,
    Length,
    Offset,
    Point,
    Reference,
    Repeat,
    Shift,
    Vague,
)
from briefbook.grammar.calendar.readings import period, scan

__all__ = [
    "Anchor",
    "Clock",
    "Expression",
    "Found",
    "Length",
    "Offset",
    "Point",
    "Reference",
    "Repeat",
    "Shift",
    "Vague",
    "period",
    "scan",
]
