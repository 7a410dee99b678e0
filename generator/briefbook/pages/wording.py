"""Days, spans and counts in words, the same on every page and in every locale."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_QUOTED = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def day(when: date) -> str:
    """A day: `4 February 2023`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def span(start: date | None, end: date | None) -> str | None:
    """First to last day, inclusive, as short as it stays exact; None when nothing is known."""
    if start is None or end is None:
        return _open(start, end)
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    return _days(start, end)


def possible(start: date | None, end: date | None) -> str | None:
    """A span in which a day lies that is not known: `between 4 and 22 March 2023`; None when nothing is known."""
    if start is None or end is None or start == end:
        known = span(start, end)
        return f"on {known}" if start == end and known else known
    first = day(start)
    if start.year == end.year:
        first = str(start.day) if start.month == end.month else f"{start.day} {MONTHS[start.month - 1]}"
    return f"between {first} and {day(end)}"


def _open(start: date | None, end: date | None) -> str | None:
    if start is not None:
        return f"{day(start)} or later"
    return f"{day(end)} or earlier" if end is not None else None


def _months(start: date, end: date) -> str:
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = MONTHS[start.month - 1] if start.year == end.year else f"{MONTHS[start.month - 1]} {start.year}"
    return f"{first} – {last}"


def _days(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def published(stated: str) -> str:
    """A publication date as the source states it: the day, and the time with its zone when given."""
    words = day(date.fromisoformat(stated[:10]))
    clock = stated[11:16]
    return f"{words}, {clock}{_zone(stated[16:])}" if clock else words


def _zone(rest: str) -> str:
    """The zone of an ISO date-time after its minutes: ` UTC`, ` UTC+02:00`."""
    if rest.endswith(("Z", "+00:00")):
        return " UTC"
    for sign in "+-":
        if sign in rest:
            return f" UTC{sign}{rest.rpartition(sign)[2]}"
    return ""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 meeting`, `2 meetings`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def tells_all_of(days: str, stated: str) -> bool:
    """Do days in our words hold every word of an article's: `20 March 2023` those of `March 20`?"""
    return set(_WORD.findall(stated.casefold())) <= set(_WORD.findall(days.casefold()))


def begun(words: str) -> str:
    """Words as a title begins: `the board and Omar Vale` as `The board …`; names such as `al-Sharaa` or `eBay` stay."""
    first = words.split(" ", 1)[0]
    return words[:1].upper() + words[1:] if first.islower() and "-" not in first else words


def typeset(prose: str) -> str:
    """Our own prose with the quotation marks and apostrophes of print."""
    return _APOSTROPHE.sub("’", _QUOTED.sub(r"“\1”", prose))


def listed(names: list[str], most: int = 3) -> str:
    """Names in a row: `A, B and C`, `A, B, C and 2 others`."""
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most} others"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
