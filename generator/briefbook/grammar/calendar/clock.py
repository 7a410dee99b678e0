"""Times of day among the matched words."""

from __future__ import annotations

from briefbook.grammar.calendar.expression import Clock
from briefbook.grammar.calendar.shapes import Match


def read_clock(match: Match) -> Clock | None:
    """The time of day among the matched words."""
    zone = match.text("ZONE") or ""
    if match.has("SIGN", "HYPHEN") and match.shape.constants.get("zone") == "shifted":
        zone = f"{'+' if match.has('SIGN') else '-'}{match.number('HOUR2') or 0:02d}:00"
    word = match.text("CLOCKWORD", "HOURMIN", "MILITARY")
    if match.shape.constants.get("digits"):
        hour, minute = divmod(match.number("YEAR", "OLDYEAR") or 0, 100)
    elif word is not None:
        hour, minute = (
            (int(word[:2]), int(word[2:])) if match.has("MILITARY") else map(int, word.replace(".", ":").split(":"))
        )
    elif match.has("HOUR") and "clock" in match.shape.constants:
        hour, minute = match.number("HOUR") or 0, -1
    else:
        return None
    if hour > 24 or minute > 59:
        return None
    if match.shape.constants.get("begins") and hour == 24:
        hour = 0  # after midnight the day has begun
    return Clock(hour=_in_day(hour, match), minute=minute if minute >= 0 else None, zone=zone)


def _in_day(hour: int, match: Match) -> int:
    """The hour on the 24-hour clock ("12 a.m." is 0, "4 in the afternoon" 16)."""
    after_noon = match.number("AMPM")
    if after_noon is None and match.has("PART"):
        after_noon = 0 if match.value("PART") == "MO" or (match.value("PART") == "NI" and hour < 5) else 12
    return hour if after_noon is None or hour > 12 else hour % 12 + after_noon
