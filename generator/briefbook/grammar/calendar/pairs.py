"""Two expressions that share a word: "April 24 and 25", "12 to 18 months", "1991-97", "Monday to Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.grammar.calendar.expression import Expression, Found, Length, Point, Repeat
from briefbook.grammar.calendar.shapes import Match


def read_pair(match: Match) -> Iterator[Found]:
    """Two expressions that share a word: "April 24 and 25", "12 to 18 months", "1991-97", "Monday to Friday"."""
    middle = match.groups["LINK"]
    ends = _pair_ends(match)
    if ends is None:
        return
    joined = match.shape.constants.get("range", False) and _spans(match, middle)
    bounds = ((match.first, middle, 1), (middle + match.shape.constants.get("link", 1), match.last, -1))
    for expression, (first, last, side) in zip(ends, bounds, strict=True):
        start, end = match.tokens[first].start, match.tokens[last - 1].end
        yield Found(start=start, end=end, expression=expression, rule=match.shape.id, partner=side if joined else 0)


def _spans(match: Match, middle: int) -> bool:
    """Do the ends bound a range ("to", "-", "between … and") rather than stand side by side ("May 3 and 5")?"""
    before = match.tokens[match.first - 1].text if match.first else ""
    return match.tokens[middle].text not in ("and", "or") or before == "between"


def _pair_ends(match: Match) -> tuple[Expression, Expression] | None:
    kind = match.shape.constants["of"]
    if kind == "days":
        month = match.number("MONTH")
        year = match.number("YEAR", "OLDYEAR")
        first, second = _sides(match, "DAYNUM", "DAYORD")
        other = match.number("MONTH2") or month
        return Point(year=year, month=month, day=first), Point(year=year, month=other, day=second)
    if kind == "months":
        year, first, second = match.number("YEAR", "OLDYEAR"), match.number("MONTH"), match.number("MONTH2")
        turns = year is not None and first is not None and second is not None and first > second
        return Point(year=year - 1 if year and turns else year, month=first), Point(year=year, month=second)
    if kind == "weekdays":
        return Point(weekday=match.number("WEEKDAY")), Point(weekday=match.number("WEEKDAY2"))
    if kind == "repeats":
        return Repeat(value=f"XXXX-WXX-{match.number('WEEKDAY')}"), Repeat(value=f"XXXX-WXX-{match.number('WEEKDAY2')}")
    if kind == "years":
        return _years(match)
    unit = match.text("UNITS", "UNIT") or "D"
    unit, size = ("W", 2) if unit == "FN" else (unit, 1)
    first_count, second_count = match.value("NUM", "A"), match.value("NUM2")
    if not isinstance(first_count, int | float) or not isinstance(second_count, int | float):
        return None
    return Length(unit=unit, count=float(first_count) * size), Length(unit=unit, count=float(second_count) * size)


def _sides(match: Match, *kinds: str) -> tuple[int | None, int | None]:
    """The numbers before and after the word that links the two ends."""
    middle = match.groups["LINK"]
    groups = [(index, name) for name, index in match.groups.items() if name.rstrip("23456789") in kinds]
    before = next((match.number(name) for index, name in groups if index < middle), None)
    return before, next((match.number(name) for index, name in groups if index > middle), None)


def _years(match: Match) -> tuple[Expression, Expression] | None:
    first = match.number("YEAR", "OLDYEAR")
    second = match.number("YEAR2", "YEAR")
    if match.has("YY", "DAYNUM") and first is not None:
        second = first // 100 * 100 + (match.number("YY", "DAYNUM") or 0)
    if first is None or second is None or second <= first or second - first > 200:
        return None
    return Point(year=first), Point(year=second)
