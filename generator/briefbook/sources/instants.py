"""Date and time strings of news pages -> ISO 8601, as precisely as they are stated and no more.

Machine formats (ISO 8601, RFC 5322) stand in metadata; written dates ("May 4, 2023 6:05 PM EST", "4 mai 2023",
"04.05.2023") stand where a reader sees them, in saved pages as in pasted ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from briefbook.grammar.credits import caption_day

EARLIEST_YEAR = 1990
"""Older years in page metadata are placeholders (0001-01-01) or archive accidents."""

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")
COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "BST": "+01:00", "WEST": "+01:00", "CET": "+01:00", "MEZ": "+01:00",
    "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "EST": "-05:00", "EDT": "-04:00",
    "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00",
    "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00", "PKT": "+05:00", "AEST": "+10:00", "AEDT": "+11:00", "SAST": "+02:00",
}  # fmt: skip
"""Abbreviations that name one zone in news; "IST" names three and is left out."""
PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
"""Abbreviations that leave open whether summer time holds: the day tells (by tzdata, which icalendar requires)."""
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"\(?(?P<zone>(?:GMT|UTC)?\s?[+-]\d\d?(?::?\d\d)?|[A-Z]{1,5}(?!\s?[+-]\d))?(?![^\W_])",
    re.I,
)
OFFSET = re.compile(r"([+-])(\d\d?)(?::?(\d\d))?\Z")
GLUED = re.compile(r"(?<=(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=\d)(?=[A-ZÀ-Þ][a-zß-ÿ]{3})")
"""Where joined page elements lost the space between them ("20247:55", "MillsPublished")."""
NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)")
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[./]\s?(\d\d?)[./]\s?(\d\d?)(?!\d)")


def parse_instant(text: str) -> str | None:
    """An ISO date, or date-time with zone, of a string of a page; None when it holds no plausible date.

    A clock time without zone is left out, since it names no instant.
    """
    text = " ".join(text.split())
    return _iso(text) or _rfc(text) or _checked(written_instant(text) or "")


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


def written_instant(text: str) -> str | None:
    """The date a text states in words or figures, with its time when it gives one with a zone; None without a full date.

    Of a date in figures, day and month must be told apart: by a figure above twelve, by full stops, which only
    day-first countries use, or by the year's standing first.
    """
    text = GLUED.sub(" ", text)
    day = caption_day(text) or _numeric(text)
    return None if day is None else f"{day.isoformat()}{_time(text, day) or ''}"


def states_day(text: str) -> bool:
    """Does a text give a full date, be it one in figures whose day and month can't be told apart?"""
    return written_instant(text) is not None or NUMERIC.search(text) is not None


def states_clock(text: str) -> bool:
    """Does a text give a time of day?"""
    return any(match["minute"] for match in CLOCK.finditer(text))


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
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _checked(value.isoformat()) if value.tzinfo else None


def _numeric(text: str) -> date | None:
    for match in NUMERIC.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
        day_first = first > 12 or match["sign"] == "." or first == second
        if not day_first and second <= 12:
            continue
        if found := _day(year, *((second, first) if day_first else (first, second))):
            return found
    days = (_day(*map(int, match.groups())) for match in YEAR_FIRST.finditer(text))
    return next((found for found in days if found), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(text: str, day: date) -> str | None:
    """`T12:42+01:00`, or None without a clock time or without its zone."""
    for match in CLOCK.finditer(text):
        if match["minute"] is None and match["half"] is None:
            continue
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        zone = (match["zone"] or "").upper()
        offset = _local_offset(zone, day, hour) if zone in PLACES else _offset(zone)
        if offset is None:
            continue
        return f"T{hour:02}:{match['minute'] or '00'}{offset}"
    return None


def _local_offset(zone: str, day: date, hour: int) -> str:
    """`-04:00` of "ET" in July, `-05:00` of it in January."""
    offset = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(PLACES[zone])).strftime("%z")
    return f"{offset[:3]}:{offset[3:]}"


def _offset(zone: str) -> str | None:
    """`+02:00` of "CEST", "GMT+2" or "+0200"; None when it is no known zone."""
    if found := OFFSET.search(zone):
        sign, hours, minutes = found.groups()
        known = int(hours) <= 14 and int(minutes or 0) < 60
        return f"{sign}{int(hours):02}:{minutes or '00'}" if known else None
    return ZONES.get(zone)
