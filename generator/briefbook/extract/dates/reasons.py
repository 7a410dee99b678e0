"""Say in a sentence why a time expression was read as it was."""

from __future__ import annotations

from datetime import date

from briefbook.extract.dates.setting import Resolution, Setting
from briefbook.extract.dates.verbs import Tense
from briefbook.extract.dates.which import LAST_ONE, NEXT_ONE
from briefbook.grammar.calendar.days import Days

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    """A day as a reader writes it: "5 February 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_words(days: Days) -> str:
    """A day, or the first and the last of several: "5 to 9 February 2023"."""
    first, last = days
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def reason(words: str, found: Resolution, setting: Setting) -> str | None:
    """Why, in one sentence; None when the words give the days themselves or no days could be given."""
    if not found.basis or found.days is None:
        return None
    if found.days == (setting.publication, setting.publication):
        return f"“{words}” is read as {days_words(found.days)}, the day of publication{_because(setting, LAST_ONE)}."
    return f"“{words}” is read as {days_words(found.days)}, {_basis(found.basis, setting)}."


def _basis(basis: str, setting: Setting) -> str:
    published = f"publication on {day_words(setting.publication)}" if setting.publication else "publication"
    return f"{basis.replace('publication', published)}{_because(setting, basis)}"


def _because(setting: Setting, basis: str) -> str:
    """The verb that decided, where one did: one that looks back for the last of a row, ahead for the next."""
    if setting.cue and setting.tense is Tense.PAST and basis == LAST_ONE:
        return f", because “{setting.cue}” looks back"
    if setting.cue and setting.tense in (Tense.FUTURE, Tense.PRESENT) and basis == NEXT_ONE:
        return f", because “{setting.cue}” looks ahead"
    return ""


def unplaced(words: str, first: date | None, last: date | None) -> str:
    """Why a relative expression has no days, and between which days they lie."""
    text = f"“{words}” depends on the day of publication, which the article does not state"
    if first and last:
        return f"{text}; it lies between {day_words(first)} and {day_words(last)}."
    return f"{text}; it lies {'after' if first else 'before'} {day_words(first or last or date.min)}."
