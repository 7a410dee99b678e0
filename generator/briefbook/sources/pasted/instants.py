"""Date lines of pasted pages -> ISO date, or date-time with zone, as precisely as they state it."""

from __future__ import annotations

import re
from datetime import date

from briefbook.grammar.credits import caption_day
from briefbook.grammar.credits.days import month_names
from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.words import page_words

MAX_DATE_LINE = 110
ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "BST": "+01:00", "WEST": "+01:00", "CET": "+01:00", "MEZ": "+01:00",
    "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "EST": "-05:00", "EDT": "-04:00",
    "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00",
    "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00", "PKT": "+05:00", "AEST": "+10:00", "AEDT": "+11:00", "SAST": "+02:00",
}  # fmt: skip
"""Abbreviations that name one zone in news; "IST" names three and is left out."""
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"\(?(?P<zone>[A-Z]{1,4}|[+-]\d\d:?\d\d)?\b",
    re.I,
)
MOST_BESIDE, MOST_WITH_CLOCK = 2, 5
"""Other words (a site's name, a section) that a date line may hold, without and with a clock time."""
GLUED = re.compile(r"(?<=(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
"""Where joined page elements lost the space between them ("20247:55", "MillsPublished")."""
NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)")


def read_instant(text: str) -> str | None:
    """The date a line states, with its time when it gives one with a zone; None when it states no full date.

    Of a date in figures, day and month must be told apart: by a figure above twelve, or by full stops, which only
    day-first countries use.
    """
    text = GLUED.sub(" ", text)
    day = caption_day(text) or _numeric(text)
    if day is None:
        return None
    return f"{day.isoformat()}{_time(text) or ''}"


def _numeric(text: str) -> date | None:
    for match in NUMERIC.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
        day_first = first > 12 or match["sign"] == "." or first == second
        if not day_first and second <= 12:
            continue
        try:
            return date(year, second, first) if day_first else date(year, first, second)
        except ValueError:
            continue
    return None


def _time(text: str) -> str | None:
    """`T12:42+01:00`, or None without a clock time or without its zone."""
    for match in CLOCK.finditer(text):
        if match["minute"] is None and match["half"] is None:
            continue
        zone = (match["zone"] or "").upper()
        offset = ZONES.get(zone) or (f"{zone[:3]}:{zone[-2:]}" if zone[:1] in ("+", "-") else None)
        if offset is None:
            continue
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        return f"T{hour:02}:{match['minute'] or '00'}{offset}"
    return None


def is_date_line(line: Line) -> bool:
    """Does the line say when, and nothing else?"""
    if line.length > MAX_DATE_LINE or read_instant(line.text) is None:
        return False
    rest = page_words().time_words.sub(" ", GLUED.sub(" ", line.text))
    clock = any(match["minute"] for match in CLOCK.finditer(line.text))
    return len(re.findall(r"[^\W\d_]{3,}", month_names().sub(" ", rest))) <= (MOST_WITH_CLOCK if clock else MOST_BESIDE)
