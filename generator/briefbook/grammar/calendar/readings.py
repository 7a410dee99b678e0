"""Matched shapes -> expressions: one builder for each `reading` named in calendar_shapes.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefbook.grammar.calendar.clock import read_clock
from briefbook.grammar.calendar.counted import ago_to, day_week, nth_of_month, point_ago, weekday_ago, weekday_on
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
from briefbook.grammar.calendar.measures import STEPS, TEXTUAL, in_range, literal_unit, read_count, read_shift, scaled
from briefbook.grammar.calendar.numeric import read_numeric
from briefbook.grammar.calendar.pairs import read_pair
from briefbook.grammar.calendar.shapes import Match, matches
from briefbook.grammar.calendar.stamps import entry_stamp

TIME_UNITS = frozenset({"H", "MIN", "S"})


def scan(text: str) -> tuple[Found, ...]:
    """All calendar expressions of a text, in order, not overlapping."""
    found = tuple(found for match in matches(text) for found in _read(match))
    entry = _entry(text)
    return found if entry is None else (entry, *(f for f in found if f.start >= entry.end))


def _entry(text: str) -> Found | None:
    """The time that opens an entry of a live report ("08:45 The minister arrives"): of the day of publication."""
    stamp = entry_stamp(text)
    if stamp is None:
        return None
    expression = Offset(unit="D", count=0, clock=stamp.clock)
    return Found(start=0, end=stamp.last, expression=expression, rule="live-entry")


def _read(match: Match) -> Iterator[Found]:
    """The expressions of one match: one, or the two ends of a range."""
    if match.shape.reading == "pair":
        yield from read_pair(match)
        return
    expression = READINGS[match.shape.reading](match)
    if expression is not None:
        start, end = match.tokens[match.first].start, match.tokens[match.last - 1].end
        yield Found(start=start, end=end, expression=expression, rule=match.shape.id)


def point(match: Match) -> Expression | None:
    """A place in the calendar; on a relative day ("yesterday at 9 a.m.") an offset."""
    clock, constants = read_clock(match), match.shape.constants
    part = match.text("PART", "TONIGHT", "OVERNIGHT") or constants.get("part")
    mod = match.text("MOD", "MODREL", "MODNOUN") or constants.get("mod")
    if match.has("DAY"):
        return Offset(unit="D", count=match.number("DAY"), part=part, clock=clock, mod=mod)
    shift = read_shift(match)
    if not _names_a_day(match) and (part or clock) and not match.has("WEEKEND"):
        return _part_of_day(match, shift, part, clock, mod)
    if match.has("ISODATE", "NUMDATE", "ISOWEEK"):
        return read_numeric(match, clock)
    found = Point(
        year=match.number("YEAR", "OLDYEAR", "SHORTYEAR", "FYEAR"),
        month=match.number("MONTH"),
        day=match.number("DAYNUM", "DAYORD") or (match.number("ORDINAL") if constants.get("base") == "M" else None),
        weekday=match.number("WEEKDAY", "WEEKDAYSHORT"),
        season=match.text("SEASON"),
        weekend=match.has("WEEKEND"),
        decade=match.number("DECADE", "DECADEWORD"),
        feast=match.text("FEAST") or constants.get("feast"),
        part=part,
        clock=clock,
        fiscal=match.has("FISCAL", "FYEAR"),
        mod=mod,
        shift=shift,
    )
    return _with_base(_with_ordinal(found, match), match)


def _names_a_day(match: Match) -> bool:
    if match.shape.constants.get("digits"):
        return False
    kinds = ("YEAR", "MONTH", "WEEKDAY", "WEEKDAYSHORT", "SEASON", "FEAST", "ISODATE", "NUMDATE", "DECADE", "OLDYEAR")
    if match.shape.constants.get("base") == "M" or match.has("ISOWEEK", "DECADEWORD"):
        return True
    return match.has(*kinds) or "feast" in match.shape.constants


def _with_ordinal(found: Point, match: Match) -> Point:
    """Fill the field that an ordinal means: a quarter, half, century or week, as the shape says."""
    field = match.shape.constants.get("ordinal")
    if field == "quarter":
        return replace(found, quarter=in_range(match.number("QUARTERNAME", "ORDINAL"), 4))
    if field == "half":
        return replace(found, half=in_range(match.number("HALFNAME", "ORDINAL"), 2))
    if field == "century":
        return replace(found, century=in_range(match.number("ORDINAL"), 21))
    if field == "iso":
        return replace(found, iso_week=in_range(match.number("NUM"), 53))
    if field == "week":
        if match.has("DAYNUM"):
            return replace(found, week=0, weekday=None)
        return replace(found, week=in_range(match.number("ORDINAL"), 5) or -1, shift=None)
    return found


def _with_base(found: Point, match: Match) -> Expression | None:
    """Move a shift to the larger unit when the shape says that it belongs there ("October of next year")."""
    unit = match.shape.constants.get("base")
    if unit is None:
        return found if _valid(found) else None
    step = STEPS[found.shift or Shift.THIS]
    textual = found.shift in TEXTUAL
    base = Offset(unit=unit, count=step, anchor=Anchor.REFERENCE if textual else Anchor.PUBLICATION)
    return replace(found, shift=None, base=base)


def _valid(found: Point) -> bool:
    """Does it name anything?  (A "fifth quarter" does not.)"""
    fields = (found.year, found.month, found.day, found.weekday, found.season, found.decade, found.feast)
    counted = (found.quarter, found.half, found.century, found.week, found.iso_week)
    return any(value is not None for value in (*fields, *counted)) or found.weekend


def _part_of_day(
    match: Match, shift: Shift | None, part: str | None, clock: Clock | None, mod: str | None
) -> Expression:
    """ "This morning", "last night", "the next evening", "10 p.m.": a part of a day that is not named itself."""
    if match.has("TONIGHT"):
        return Offset(unit="D", count=0, part=part, clock=clock, mod=mod)
    if match.has("OVERNIGHT"):
        return Offset(unit="D", count=-1, part=part, mod=mod)
    if shift in (None, Shift.THAT) and match.shape.constants.get("anchor") != "publication":
        plain = shift is None
        return Offset(unit="D", count=0, anchor=Anchor.REFERENCE, part=part, clock=clock, mod=mod, plain=plain)
    anchor = Anchor.REFERENCE if shift in TEXTUAL else Anchor.PUBLICATION
    return Offset(unit="D", count=STEPS[shift or Shift.THIS], anchor=anchor, part=part, clock=clock, mod=mod)


def offset(match: Match) -> Expression | None:
    """So many units from now or from the time the text speaks of."""
    constants = match.shape.constants
    shift = read_shift(match)
    unit = match.text("UNIT", "UNITS") or constants.get("unit") or literal_unit(match)
    sign = constants.get("sign", 0)
    count = read_count(match) if sign else float(STEPS[shift or Shift.THIS])
    unit, count = scaled(unit, count)
    textual = shift in TEXTUAL or (constants.get("plain") and unit == "D")
    anchor = Anchor(constants.get("anchor", "reference" if textual else "publication"))
    return Offset(
        unit=unit,
        count=None if count is None else count * (sign or 1),
        forward=sign > 0,
        anchor=anchor,
        mod=match.text("MOD", "MODREL", "MODNOUN") or constants.get("mod"),
        fiscal=match.has("FISCAL"),
        plain=constants.get("plain", False),
        ago=bool(sign),
    )


def length(match: Match) -> Expression | None:
    """A stretch of time."""
    unit, count = scaled(match.text("UNIT", "UNITS") or literal_unit(match), read_count(match))
    window = {Shift.LAST: -1, Shift.NEXT: 1, Shift.FOLLOWING: 1}.get(read_shift(match) or Shift.THIS, 0)
    window = match.shape.constants.get("window", window)
    if match.tokens[match.last].text == "of":
        window = 0  # "the last three weeks of September" do not end now
    return Length(
        unit=unit,
        count=count,
        window=window,
        mod=match.shape.constants.get("mod"),
        after=match.shape.constants.get("after", False),
    )


def repeat(match: Match) -> Expression | None:
    """A recurring time."""
    fixed = match.text("REPEAT")
    if fixed:
        return Repeat(value=fixed)
    weekday = match.number("WEEKDAY", "WEEKDAYS")
    part = match.text("PART", "PARTS") or ""
    if weekday is not None:
        return Repeat(value=f"XXXX-WXX-{weekday}{'T' + part if part else ''}")
    if match.has("SEASON"):
        return Repeat(value=f"XXXX-{match.text('SEASON')}")
    if match.has("MONTH"):
        return Repeat(value=f"XXXX-{match.number('MONTH'):02d}")
    if match.has("WEEKEND"):
        return Repeat(value="XXXX-WXX-WE")
    if part:
        return Repeat(value=f"XXXX-XX-XXT{part}")
    counted = 1.0 if match.shape.constants.get("rate") else read_count(match)
    if match.has("EACH") and match.has("ORDINAL"):
        counted = float(match.number("ORDINAL") or 1)
    unit, count = scaled(match.text("UNIT", "UNITS") or "D", counted)
    return Repeat(value=period(unit, count))


def period(unit: str, count: float | None) -> str:
    """A TIMEX3 duration value: `P2Y`, `PXM`, `PT30M`, `P10Y` for a decade, `P2Y6M` for two years and a half."""
    if unit in ("DE", "CE") and count is not None:
        unit, count = "Y", count * (10 if unit == "DE" else 100)
    prefix = "PT" if unit in TIME_UNITS else "P"
    code = "M" if unit == "MIN" else unit
    if count is None:
        return f"{prefix}X{code}"
    whole = int(count)
    smaller = {"Y": "6M", "D": "T12H", "H": "30M", "MIN": "30S"}.get(unit)
    if count - whole == 0.5 and smaller:
        return (
            f"{'PT' if smaller.startswith('T') and not whole else prefix}"
            + (f"{whole}{code}" if whole else "")
            + (smaller if whole else smaller.lstrip("T"))
        )
    return f"{prefix}{whole if count == whole else count}{code}"


def vague(match: Match) -> Expression | None:
    """The past, present or future at large."""
    return Vague(reference=Reference(match.shape.constants["reference"]))


READINGS: dict[str, Callable[[Match], Expression | None]] = {
    "point": point,
    "offset": offset,
    "length": length,
    "repeat": repeat,
    "vague": vague,
    "weekday_ago": weekday_ago,
    "weekday_on": weekday_on,
    "day_week": day_week,
    "ago_to": ago_to,
    "point_ago": point_ago,
    "nth_of_month": nth_of_month,
    "nothing": lambda _match: None,
}
