"""Date lines of pasted pages: lines that say when an article was published, and nothing else."""

from __future__ import annotations

import re

from briefbook.grammar.credits.days import month_names
from briefbook.sources.instants import GLUED, states_clock, states_day
from briefbook.sources.pasted.lines import Line
from briefbook.sources.pasted.words import page_words

MAX_DATE_LINE = 110
MOST_BESIDE, MOST_WITH_CLOCK = 2, 5
"""Other words (a site's name, a section) that a date line may hold, without and with a clock time."""


def is_date_line(line: Line) -> bool:
    """Does the line say when, and nothing else?"""
    if line.length > MAX_DATE_LINE or not states_day(line.text):
        return False
    rest = page_words().time_words.sub(" ", GLUED.sub(" ", line.text))
    most = MOST_WITH_CLOCK if states_clock(line.text) else MOST_BESIDE
    return len(re.findall(r"[^\W\d_]{3,}", month_names().sub(" ", rest))) <= most
