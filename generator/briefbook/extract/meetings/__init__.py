"""Find meetings between actors and say when, where and how firmly they are reported."""

from __future__ import annotations

from briefbook.analysis import References
from briefbook.model import Meeting, Place, Timex


def extract(references: References, places: tuple[Place, ...], dates: tuple[Timex, ...]) -> tuple[Meeting, ...]:
    """All meetings, in order of first report."""
    return ()
