"""What shapes have in common: which one is meant, how many units, and of which kind."""

from __future__ import annotations

from briefbook.grammar.calendar.expression import Shift
from briefbook.grammar.calendar.shapes import Match

SHIFTS = {
    "LAST": Shift.LAST,
    "NEXT": Shift.NEXT,
    "THIS": Shift.THIS,
    "THAT": Shift.THAT,
    "FOLLOWING": Shift.FOLLOWING,
    "PRECEDING": Shift.PRECEDING,
    "LATEST": Shift.LAST,
}
STEPS = {
    Shift.BEFORE_LAST: -2,
    Shift.LAST: -1,
    Shift.NEXT: 1,
    Shift.THIS: 0,
    Shift.THAT: 0,
    Shift.FOLLOWING: 1,
    Shift.PRECEDING: -1,
}
TEXTUAL = frozenset({Shift.THAT, Shift.FOLLOWING, Shift.PRECEDING})
"""Shifts that count from the time the text speaks of, not from publication."""


def read_shift(match: Match) -> Shift | None:
    """The shift among the matched words; "this past" is "last", and "the next day" follows the day told."""
    if (named := match.shape.constants.get("shift")) is not None:
        return Shift(named)
    found = [shift for kind, shift in SHIFTS.items() if match.has(kind)]
    if (
        found
        and found[0] is Shift.NEXT
        and (match.value("UNIT") == "D" or match.has("PART"))
        and not match.has("WEEKDAY")
    ):
        return Shift.FOLLOWING
    return found[0] if found else None


def read_count(match: Match) -> float | None:
    """The number of units; None when it is vague or there is none but the plural."""
    if match.has("VAGUE"):
        return None
    value = match.value("NUM", "COUPLE")
    amount = float(value) if isinstance(value, int | float) else None
    if amount is None and match.has("HALF") and not match.shape.constants.get("and-half"):
        return 0.5
    if amount is None:
        amount = None if match.has("UNITS") else 1.0
    return amount + 0.5 if amount is not None and match.has("HALF") else amount


def scaled(unit: str, count: float | None) -> tuple[str, float | None]:
    """Fortnights as weeks."""
    return ("W", None if count is None else count * 2) if unit == "FN" else (unit, count)


def literal_unit(match: Match) -> str:
    """The first unit among the words that the shape names itself ("the day before")."""
    for token in match.tokens[match.first : match.last]:
        unit = token.values.get("UNIT") or token.values.get("UNITS")
        if isinstance(unit, str):
            return unit
    return "D"


def in_range(number: int | None, limit: int) -> int | None:
    """The number where there are so many of its kind (no fifth quarter)."""
    return number if number is not None and 1 <= number <= limit else None
