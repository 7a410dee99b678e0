"""Resolve a point of the calendar ("Friday", "last July", "the third quarter of this year") to days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from briefbook.extract.dates.setting import Resolution, Setting
from briefbook.extract.dates.which import by_year, choose
from briefbook.grammar.calendar import Anchor, Clock, Offset, Point
from briefbook.grammar.calendar.days import (
    Days,
    add_days,
    day_or_none,
    month_days,
    months_days,
    part_of,
    quarter_days,
    season_days,
    step,
    unit_value,
    week_days,
    weekend_days,
    years_days,
)
from briefbook.grammar.calendar.feasts import feast_days, nth_weekday


def resolve_point(point: Point, setting: Setting) -> Resolution | None:
    """The days of a point, and its value; None when it names no time that exists."""
    for applies, resolve in _KINDS:
        if applies(point):
            found = resolve(point, setting)
            return None if found is None else _finish(point, found, setting)
    return None


def time_suffix(part: str | None, clock: Clock | None) -> str:
    """The time of day as TIMEX3 writes it: `TMO`, `T22:00`, `T12:00Z`; "" without one."""
    if clock is not None:
        return f"T{clock.hour:02d}:{clock.minute or 0:02d}{clock.zone}"
    return f"T{part}" if part else ""


def _finish(point: Point, found: Resolution, setting: Setting) -> Resolution:
    """Add the time of day and narrow the days to the part that a modifier names."""
    suffix = time_suffix(point.part, point.clock)
    days = part_of(found.days, point.mod, setting.publication) if found.days else None
    return found._replace(type="TIME" if suffix else found.type, value=found.value + suffix, days=days)


# ---------------------------------------------------------------- kinds of points


def _date(point: Point, setting: Setting) -> Resolution | None:
    month, day = point.month or 1, point.day or 1
    found = by_year(point, setting, lambda year: _one_day(day_or_none(year, month, day)))
    if found is None:
        possible = day_or_none(point.year or 2000, month, day)
        return None if possible is None else Resolution("DATE", f"{_year(point)}-{month:02d}-{day:02d}", None, "D")
    return Resolution("DATE", found[0].start.isoformat(), found[0], "D", found[1])


def _one_day(day: date | None) -> Days | None:
    return None if day is None else Days(day, day)


def _year(point: Point) -> str:
    return "XXXX" if point.year is None else f"{point.year:04d}"


def _nth_weekday(point: Point, setting: Setting) -> Resolution | None:
    """The n-th or last Monday of a month."""
    month, weekday, count = point.month or 1, point.weekday or 1, point.week or 1
    if point.feast is not None:
        return _nth_of_feast(point, setting)
    if point.base is not None and point.base.unit == "M":
        first = _counted_from(point.base, setting)
        if first is None:
            return Resolution("DATE", "XXXX-XX-XX", None, "D")
        day = nth_weekday(first.year, first.month, weekday, count)
        return Resolution("DATE", day.isoformat(), Days(day, day), "D", COUNTED)
    found = by_year(point, setting, lambda year: _one_day(nth_weekday(year, month, weekday, count)))
    if found is None:
        return Resolution("DATE", f"{_year(point)}-{month:02d}-XX", None, "D")
    return Resolution("DATE", found[0].start.isoformat(), found[0], "D", found[1])


def _nth_of_feast(point: Point, setting: Setting) -> Resolution | None:
    """ "The last Friday of Ramadan"."""
    found = by_year(point, setting, lambda year: feast_days(point.feast or "", year))
    if found is None:
        return Resolution("DATE", "XXXX-XX-XX", None, "D")
    (start, end), basis = found
    row = [add_days(start, n) for n in range((end - start).days + 1)]
    days = [day for day in row if day.isoweekday() == point.weekday]
    count = point.week or 1
    if not days or count > len(days):
        return None
    day = days[count - 1 if count > 0 else -1]
    return Resolution("DATE", day.isoformat(), Days(day, day), "D", basis)


def _counted_from(base: Offset, setting: Setting) -> date | None:
    """The day so many units from publication, or from the time spoken of."""
    told = setting.told.days.start if base.anchor is Anchor.REFERENCE and setting.told is not None else None
    anchor = told or setting.publication
    return None if anchor is None else step(anchor, base.unit, int(base.count or 0))


def _day_of_month(point: Point, setting: Setting) -> Resolution | None:
    """ "The 1st of next month"."""
    first = _counted_from(point.base, setting) if point.base is not None else None
    if first is None:
        return Resolution("DATE", f"XXXX-XX-{point.day:02d}", None, "D")
    day = day_or_none(first.year, first.month, point.day or 1)
    return None if day is None else Resolution("DATE", day.isoformat(), Days(day, day), "D", COUNTED)


def _iso_week(point: Point, setting: Setting) -> Resolution | None:
    """The n-th week of a year."""
    number = point.iso_week or 1

    def of_year(year: int) -> Days | None:
        days = week_days(add_days(date(year, 1, 4), 7 * (number - 1)))
        return days if add_days(days.start, 3).year == year else None

    found = by_year(point, setting, of_year)
    if found is None:
        return None if point.year else Resolution("DATE", f"XXXX-W{number:02d}", None, "W")
    return Resolution("DATE", unit_value(found[0].start, "W"), found[0], "W", found[1])


def _week(point: Point, setting: Setting) -> Resolution | None:
    """A week of a month: its n-th, its last, or the one that holds a day."""
    month = point.month or 1

    def of_year(year: int) -> Days | None:
        if not point.week:
            day = day_or_none(year, month, point.day or 1)
            return None if day is None else week_days(day)
        if point.week < 0:
            return week_days(add_days(month_days(year, month).end, -3))
        return week_days(add_days(month_days(year, month).start, 7 * (point.week - 1)))

    found = by_year(point, setting, of_year)
    if found is None:
        return Resolution("DATE", f"{_year(point)}-{month:02d}-WXX", None, "W")
    return Resolution("DATE", unit_value(found[0].start, "W"), found[0], "W", found[1])


def _month(point: Point, setting: Setting) -> Resolution | None:
    month = point.month or 1
    found = by_year(point, setting, lambda year: month_days(year, month))
    if found is None:
        return Resolution("DATE", f"{_year(point)}-{month:02d}", None, "M")
    return Resolution("DATE", unit_value(found[0].start, "M"), found[0], "M", found[1])


def _quarter(point: Point, setting: Setting) -> Resolution | None:
    quarter = point.quarter or 1
    found = by_year(point, setting, lambda year: quarter_days(year, quarter))
    if found is None:
        return Resolution("DATE", f"{_year(point)}-Q{quarter}", None, "Q")
    days, basis = found
    return Resolution("DATE", f"{days.start.year:04d}-Q{quarter}", None if point.fiscal else days, "Q", basis)


def _half(point: Point, setting: Setting) -> Resolution | None:
    half = point.half or 1
    found = by_year(point, setting, lambda year: months_days(year, 6 * half - 5, 6))
    if found is None:
        return Resolution("DATE", f"{_year(point)}-H{half}", None, "H6")
    return Resolution("DATE", f"{found[0].start.year:04d}-H{half}", None if point.fiscal else found[0], "H6", found[1])


def _season(point: Point, setting: Setting) -> Resolution | None:
    season = point.season or "SP"
    found = by_year(point, setting, lambda year: season_days(year, season))
    if found is None:
        return Resolution("DATE", f"{_year(point)}-{season}", None, "SE")
    return Resolution("DATE", f"{found[0].start.year:04d}-{season}", found[0], "SE", found[1])


def _feast(point: Point, setting: Setting) -> Resolution | None:
    feast = point.feast or ""
    found = by_year(point, setting, lambda year: feast_days(feast, year))
    if found is None:
        return Resolution("DATE", _year(point), None, "D")
    days, basis = found
    value = days.start.isoformat() if days.start == days.end else unit_value(days.start, "M")
    return Resolution("DATE", value, days, "D", basis)


def _weekday(point: Point, setting: Setting) -> Resolution | None:
    weekday = point.weekday or 1
    if point.base is not None:
        day = _weekday_from(point.base, weekday, setting.publication) if setting.publication else None
        found = None if day is None else (Days(day, day), COUNTED)
    else:
        found = choose(list(_weekdays(setting, weekday)), point.shift, setting)
    if found is None:
        return Resolution("DATE", f"XXXX-WXX-{weekday}", None, "D")
    return Resolution("DATE", found[0].start.isoformat(), found[0], "D", found[1])


def _weekday_from(base: Offset, weekday: int, published: date) -> date:
    """The weekday of a week back or ahead, weeks after the coming one, or years before the nearest one."""
    count = int(base.count or 0)
    if base.forward:  # "Saturday week": the coming Saturday and a week
        return add_days(published, (weekday - published.isoweekday() - 1) % 7 + 1 + 7 * count)
    if base.unit == "W" and base.ago:  # "two weeks ago Friday": two weeks before the last one
        return add_days(published, -((published.isoweekday() - weekday) % 7) + 7 * count)
    if base.unit == "W":
        return add_days(week_days(step(published, "W", count)).start, weekday - 1)
    nearest = add_days(published, (weekday - published.isoweekday() + 3) % 7 - 3)
    return step(nearest, base.unit, count)


def _weekdays(setting: Setting, weekday: int) -> Iterator[Days]:
    """That weekday in the weeks around publication and around the time spoken of."""
    centres = [d for d in (setting.told.days.start if setting.told else None, setting.publication) if d is not None]
    days = {add_days(c, weekday - c.isoweekday() + 7 * n) for c in centres for n in (-2, -1, 0, 1, 2)}
    return (Days(day, day) for day in sorted(days))


def _weekend(point: Point, setting: Setting) -> Resolution | None:
    if setting.publication is None:
        return Resolution("DATE", "XXXX-WXX-WE", None, "WE")
    near = [weekend_days(add_days(setting.publication, 7 * n)) for n in (-2, -1, 0, 1, 2)]
    found = choose(near, point.shift, setting)
    if found is None:
        return None
    return Resolution("DATE", unit_value(found[0].start, "WE"), found[0], "WE", found[1])


def _whole_year(point: Point, _setting: Setting) -> Resolution | None:
    year = point.year or 1
    return Resolution("DATE", f"{year:04d}", None if point.fiscal else years_days(year), "Y")


def _decade(point: Point, _setting: Setting) -> Resolution | None:
    year = (point.decade or 1) // 10 * 10
    return Resolution("DATE", f"{year // 10:03d}", years_days(year, 10), "DE") if year else None


def _century(point: Point, _setting: Setting) -> Resolution | None:
    first = ((point.century or 1) - 1) * 100
    days = years_days(max(first, 1), 100 if first else 99)
    return Resolution("DATE", f"{first // 100:02d}", days, "CE")


COUNTED = "counted from publication"

_KINDS: tuple[tuple[Callable[[Point], bool], Callable[[Point, Setting], Resolution | None]], ...] = (
    (lambda p: p.week is not None and p.weekday is not None, _nth_weekday),
    (lambda p: p.week is not None, _week),
    (lambda p: p.iso_week is not None, _iso_week),
    (lambda p: p.day is not None and p.month is None and p.base is not None, _day_of_month),
    (lambda p: p.month is not None and p.day is not None, _date),
    (lambda p: p.feast is not None, _feast),
    (lambda p: p.weekday is not None, _weekday),
    (lambda p: p.month is not None, _month),
    (lambda p: p.quarter is not None, _quarter),
    (lambda p: p.half is not None, _half),
    (lambda p: p.season is not None, _season),
    (lambda p: p.weekend, _weekend),
    (lambda p: p.decade is not None, _decade),
    (lambda p: p.century is not None, _century),
    (lambda p: p.year is not None, _whole_year),
)
