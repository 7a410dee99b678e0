"""Which one of a row is meant: the year of a month without a year, the week of a weekday."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from briefbook.extract.dates.setting import Setting
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import Offset, Point, Shift
from briefbook.grammar.calendar.days import Days, add_days, step

LAST_ONE = "the last one up to publication"
NEXT_ONE = "the next one from publication"
SPEAKING_OF = "the text was speaking of"
NEAREST = "the one nearest to publication"


def by_year(point: Point, setting: Setting, of_year: Callable[[int], Days | None]) -> tuple[Days, str] | None:
    """The days in the year meant, and how it was found; None when no year can be known."""
    if point.year is not None:
        days = of_year(point.year)
        return None if days is None else (days, "")
    if point.base is not None:
        return _in_base(point.base, setting, of_year)
    if setting.publication is None:
        return None
    if setting.year is not None and point.shift is None:
        return _in_tale(setting.year, setting, of_year)
    textual = point.shift in (Shift.THAT, Shift.FOLLOWING, Shift.PRECEDING) and setting.told is not None
    center = setting.told.days.start if textual and setting.told is not None else setting.publication
    return choose(list(_around(center, of_year)), point.shift, setting)


def _in_tale(year: int, setting: Setting, of_year: Callable[[int], Days | None]) -> tuple[Days, str] | None:
    """In the year that the text tells of; what a tale tells next is later ("In September he left. In March he returned")."""
    days, told = of_year(year), setting.told
    if days is not None and told is not None and days.end < told.days.start and "had" not in setting.cue.split():
        later = of_year(year + 1)
        if later is not None and setting.publication is not None and later.end <= setting.publication:
            return later, f"the next one after “{told.words}”, which the text spoke of"
    return None if days is None else (days, f"{SPEAKING_OF} {year}")


def _in_base(base: Offset, setting: Setting, of_year: Callable[[int], Days | None]) -> tuple[Days, str] | None:
    anchor = setting.told.days.start if base.anchor == "reference" and setting.told else setting.publication
    if anchor is None:
        return None
    days = of_year(step(anchor, "Y", int(base.count or 0)).year)
    return None if days is None else (days, "counted from publication")


def _around(day: date, of_year: Callable[[int], Days | None]) -> Iterator[Days]:
    for year in range(max(day.year - 2, 1), min(day.year + 3, 9999)):
        found = of_year(year)
        if found is not None:
            yield found


def choose(candidates: list[Days], shift: Shift | None, setting: Setting) -> tuple[Days, str] | None:
    """The one of a row of stretches (in order of time) that is meant, by "last" and "next" or by the tense."""
    day = setting.publication
    if day is None or not candidates:
        return None
    if shift in (Shift.FOLLOWING, Shift.PRECEDING, Shift.THAT) and setting.told is not None:
        return _from_told(candidates, shift, setting.told.days)
    if shift is Shift.FOLLOWING and setting.tense is Tense.PAST:
        return None  # counted from a time the text has not told
    if shift in (Shift.LAST, Shift.PRECEDING, Shift.BEFORE_LAST):
        # "last Monday" on a Tuesday is not yesterday, which would be "Monday"
        gone = [c for c in candidates if c.end < day and not (c.start == c.end and (day - c.end).days == 1)]
        if shift is Shift.BEFORE_LAST:
            return _pick(gone[:-1], -1, "the one before the last one before publication")
        return _pick(gone, -1, LAST_ONE)
    if shift in (Shift.NEXT, Shift.FOLLOWING):
        return _pick([c for c in candidates if c.start > day], 0, NEXT_ONE)
    return _by_tense(candidates, shift, setting, day)


def _by_tense(candidates: list[Days], shift: Shift | None, setting: Setting, day: date) -> tuple[Days, str] | None:
    """The one that the tense points to; the nearest where the tense says little."""
    yearly = len(candidates) > 1 and (candidates[1].start - candidates[0].start).days > 100
    one_day = candidates[0].start == candidates[0].end
    loose = yearly and (not setting.direct or setting.perfect)
    fixed = shift is None and setting.tense is Tense.PRESENT and setting.direct and not setting.perfect
    if setting.open:
        return _nearest(candidates, day, bias=2 if yearly else 1)
    if yearly and fixed and candidates[0].end >= add_days(candidates[0].start, 27):  # a month or season, no feast
        return _pick([c for c in candidates if c.end >= day], 0, NEXT_ONE)
    if yearly and fixed:
        return _nearest(candidates, day, bias=0.5)
    if yearly and one_day and shift is None and setting.tense is Tense.UNKNOWN and setting.direct:
        return _nearest(candidates, day)
    if setting.tense is Tense.FUTURE and not loose:
        return _pick([c for c in candidates if c.end >= day], 0, NEXT_ONE)
    if setting.tense is Tense.PRESENT and setting.direct and not yearly and shift is None and one_day:
        return _pick([c for c in candidates if c.end >= day], 0, NEXT_ONE)
    if shift is Shift.THIS and setting.tense is Tense.PRESENT and setting.direct and not yearly:
        return _pick([c for c in candidates if c.end >= day], 0, NEXT_ONE)
    if shift is Shift.THIS and yearly:
        return _in_this_year(candidates, setting, day)
    if (
        shift is Shift.THIS
        or setting.tense in (Tense.PRESENT, Tense.FUTURE)
        and (yearly or setting.is_loose_infinitive)
    ):
        return _nearest(candidates, day)
    if loose:
        return _nearest(candidates, day, bias=2)
    return _pick([c for c in candidates if c.start <= day], -1, LAST_ONE)


def _in_this_year(candidates: list[Days], setting: Setting, day: date) -> tuple[Days, str] | None:
    """ "This February": that of the year of publication, unless the tense looks to the other side of it."""
    own = next((c for c in candidates if c.start.year == day.year), None)
    if own is None:
        return _nearest(candidates, day)
    if setting.tense is Tense.FUTURE and own.end < day:
        return _pick([c for c in candidates if c.end >= day], 0, NEXT_ONE)
    if setting.tense is Tense.PAST and setting.direct and not setting.perfect and own.start > day:
        return _pick([c for c in candidates if c.start <= day], -1, LAST_ONE)
    return own, "that of the year of publication"


def _pick(candidates: list[Days], index: int, basis: str) -> tuple[Days, str] | None:
    return (candidates[index], basis) if candidates else None


def _nearest(candidates: list[Days], day: date, bias: float = 1) -> tuple[Days, str]:
    """The candidate nearest to publication; with `bias` one to come must be so many times nearer than one gone by."""
    return min(candidates, key=lambda c: max((c.start - day).days * bias, (day - c.end).days, 0)), NEAREST


def _from_told(candidates: list[Days], shift: Shift, told: Days) -> tuple[Days, str] | None:
    if shift is Shift.FOLLOWING:
        return _pick([c for c in candidates if c.start > told.end], 0, "the next one after the time spoken of")
    if shift is Shift.PRECEDING:
        return _pick([c for c in candidates if c.end < told.start], -1, "the last one before the time spoken of")
    within = [c for c in candidates if told.start <= c.start <= told.end]
    within = within or [c for c in candidates if c.start.year == told.start.year] or candidates
    return min(within, key=lambda c: abs((c.start - told.start).days)), "the one the text was speaking of"
