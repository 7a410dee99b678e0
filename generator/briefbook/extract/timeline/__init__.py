"""Put what happened and what will in order of time."""

from __future__ import annotations

from briefbook.analysis import References
from briefbook.model import Meeting, TimelineEntry, Timex


def extract(references: References, dates: tuple[Timex, ...], meetings: tuple[Meeting, ...]) -> tuple[TimelineEntry, ...]:
    """Events, dated ones in order of time, then undated ones in order of text."""
    return ()
