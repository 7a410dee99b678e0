"""Days counted from a weekday, a day or a month: "Saturday week", "ten years ago this Friday", "50 years ago next month"."""

from __future__ import annotations

from briefbook.grammar.calendar.expression import Anchor, Expression, Offset, Point, Shift
from briefbook.grammar.calendar.measures import STEPS, in_range, literal_unit, read_count, read_shift, scaled
from briefbook.grammar.calendar.shapes import Match


def weekday_ago(match: Match) -> Expression | None:
    """ "A week ago Monday": a week before the last one; "a week ago on Monday": that of the week so far back."""
    unit, count = scaled(match.text("UNIT", "UNITS") or "", read_count(match))
    weekday = match.number("WEEKDAY")
    if unit not in ("W", "M", "Y") or count is None or weekday is None:
        return None
    within = any(token.text == "on" for token in match.tokens[match.first : match.last])
    return Point(weekday=weekday, base=Offset(unit=unit, count=-count, ago=not within))


def weekday_on(match: Match) -> Expression | None:
    """ "Saturday week", "a fortnight on Tuesday": the coming weekday and so many weeks."""
    counted = read_count(match) if match.has("A", "NUM", "COUPLE") else 1.0
    unit, count = scaled(literal_unit(match), counted)
    if unit != "W" or count is None:
        return None
    return Point(weekday=match.number("WEEKDAY"), base=Offset(unit="W", count=count, forward=True, ago=True))


def day_week(match: Match) -> Expression | None:
    """ "Tomorrow week": so many days and a week."""
    _, weeks = scaled(literal_unit(match), 1.0)
    return Offset(unit="D", count=(match.number("DAY") or 0) + 7 * (weeks or 1))


def ago_to(match: Match) -> Expression | None:
    """ "Two weeks ago today", "50 years ago next month": counted back from a day or month, and as exact as that."""
    unit, count = scaled(match.text("UNITS", "UNIT") or literal_unit(match), read_count(match))
    if count is None or count != int(count):
        return None
    day = match.number("DAY")
    named = match.tokens[match.last - 1].values.get("UNIT")
    to = (
        Offset(unit=str(named), count=STEPS[read_shift(match) or Shift.THIS])
        if day is None
        else Offset(unit="D", count=day)
    )
    return Offset(unit=unit, count=-count, ago=True, to=to)


def point_ago(match: Match) -> Expression | None:
    """ "Ten years ago this spring": that month or season of the year so far back."""
    unit, count = scaled(match.text("UNITS", "UNIT") or "", read_count(match))
    if unit != "Y" or count is None:
        return None
    base = Offset(unit="Y", count=-count, ago=True)
    return Point(month=match.number("MONTH"), season=match.text("SEASON"), base=base)


def nth_of_month(match: Match) -> Expression | None:
    """ "The first Monday of next month", "the last Friday of last month"."""
    steps = {"LAST": -1, "NEXT": 1, "THIS": 0, "THAT": 0, "FOLLOWING": 1, "PRECEDING": -1}
    before_month = match.tokens[match.last - 2].values
    kind = next(kind for kind in steps if kind in before_month)
    anchor = Anchor.REFERENCE if kind in ("THAT", "FOLLOWING", "PRECEDING") else Anchor.PUBLICATION
    week = in_range(match.number("ORDINAL"), 5) or -1
    return Point(weekday=match.number("WEEKDAY"), week=week, base=Offset(unit="M", count=steps[kind], anchor=anchor))
