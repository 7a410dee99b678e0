"""Days written in digits alone."""

from __future__ import annotations

from briefbook.grammar.calendar.expression import Clock, Point
from briefbook.grammar.calendar.shapes import Match


def read_numeric(match: Match, clock: Clock | None) -> Point | None:
    """ "2020-03-05", "25/03/2020", "25.03.2020"; None when day and month could be swapped."""
    week = match.text("ISOWEEK")
    if week is not None:
        return Point(year=int(week[:4]), iso_week=int(week[-2:])) if 1 <= int(week[-2:]) <= 53 else None
    iso = match.text("ISODATE")
    if iso is not None:
        year, month, day = map(int, iso.split("-"))
    else:
        first, second, year = map(int, (match.text("NUMDATE") or "").replace(".", "/").split("/"))
        if "." in (match.text("NUMDATE") or "") or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    return Point(year=year, month=month, day=day, clock=clock) if 1 <= month <= 12 and 1 <= day <= 31 else None
