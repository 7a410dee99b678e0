"""Date and time strings of pages -> ISO 8601, as precisely as they are stated and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

from briefbook.sources.pasted.instants import ZONES

EARLIEST_YEAR = 1990
"""Older years in page metadata are placeholders (0001-01-01) or archive accidents."""

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
WRITTEN = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[A-Za-z]{3,9})\.?,?\s+(?P<y1>\d{4})"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4}))"
)
CLOCK = re.compile(
    r"\b(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap])?\.?m?\.?\s*\b([A-Z]{3,4}(?:[+-]\d{4})?)?(?![a-z])", re.IGNORECASE
)


def parse_instant(text: str) -> str | None:
    """An ISO date, or date-time with zone, of a string; None when it holds no plausible date.

    A clock time without zone is left out, since it names no instant.
    """
    text = " ".join(text.split())
    return _iso(text) or _rfc(text) or _written(text)


def most_precise(texts: Iterable[str]) -> str | None:
    """The first date found, or the first date-time with zone of that day (or a neighbour, for the zone's sake)."""
    day: str | None = None
    for text in texts:
        found = parse_instant(text)
        if found is None:
            continue
        if len(found) > 10 and (day is None or _near(day, found)):
            return found
        day = day or found[:10]
    return day


def _near(day: str, instant: str) -> bool:
    return abs((datetime.fromisoformat(day) - datetime.fromisoformat(instant[:10])).days) <= 1


def _checked(text: str) -> str | None:
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if value.year >= EARLIEST_YEAR else None


def _iso(text: str) -> str | None:
    if compact := COMPACT.match(text):
        return _checked("-".join(compact.groups()))
    found = ISO.search(text)
    if found is None:
        return None
    day = "-".join(found.group(1, 2, 3))
    hour, minute, second, zone = found.group(4, 5, 6, 7)
    if hour is None or zone is None:
        return _checked(day)
    offset = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"
    return _checked(f"{day}T{hour}:{minute}:{second or '00'}{offset}")


def _rfc(text: str) -> str | None:
    """RFC 5322 ("Tue, 19 Nov 2019 05:44:06 +0000")."""
    try:
        value = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return _checked(value.isoformat()) if value.tzinfo else None


def _written(text: str) -> str | None:
    found = WRITTEN.search(text)
    if found is None:
        return None
    part = found.groupdict()
    month = MONTHS.get((part["m1"] or part["m2"]).lower())
    if month is None:
        return None
    day = f"{part['y1'] or part['y2']}-{month:02}-{int(part['d1'] or part['d2']):02}"
    clock = CLOCK.search(text)
    zone = ZONES.get(clock[4].upper()[:4].rstrip("+-0")) if clock and clock[4] else None
    if clock is None or zone is None:
        return _checked(day)
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0) if clock[3] else int(clock[1])
    return _checked(f"{day}T{hour:02}:{clock[2]}:00{zone}") or _checked(day)
