"""The day a caption gives: full dates only, in the languages of the lexicon `caption_months`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.grammar.credits.words import fold

ISO = re.compile(r"(?<!\d)((?:18|19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
DAY_TAIL = 80
"""Characters at the end of a caption in which its date is looked for."""
BRACKET_END = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*\Z")
CJK = re.compile(r"((?:18|19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


class _Months(NamedTuple):
    numbers: dict[str, int]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


def caption_day(caption: str) -> date | None:
    """The first full date of a caption ("February 4, 2023", "23 June 2019", "4. Februar 2023"), or None.

    Dates in figures only ("4/2/2023") are left alone, since day and month can't be told apart.
    """
    months = _months()
    found: list[tuple[int, int, int, int]] = []
    for match in months.day_first.finditer(caption):
        found.append((match.start(), int(match["year"]), months.numbers[fold(match["month"])], int(match["day"])))
    for match in months.month_first.finditer(caption):
        found.append((match.start(), int(match["year"]), months.numbers[fold(match["month"])], int(match["day"])))
    for pattern in (ISO, CJK):
        found += [(m.start(), int(m[1]), int(m[2]), int(m[3])) for m in pattern.finditer(caption)]
    for _, year, month, day in sorted(found):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def ends_with_day(caption: str) -> bool:
    """Does a text end with a comma and a full date, perhaps with a place in brackets after it?

    So captions end ("Ships in the harbour, May 4, 2023"), and hardly ever the sentences of a report.
    """
    months = _months()
    tail = BRACKET_END.sub("", caption.rstrip()[-DAY_TAIL:]).rstrip(" .")
    for pattern in (months.day_first, months.month_first):
        for match in pattern.finditer(tail):
            if match.end() == len(tail) and tail[: match.start()].rstrip().endswith(","):
                return True
    return False


@lru_cache(maxsize=1)
def month_names() -> re.Pattern[str]:
    """A pattern for the name of a month as a whole word, in any language of the lexicon."""
    names = "|".join(re.escape(name) for name in sorted(_months().numbers, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.I)


@lru_cache(maxsize=1)
def _months() -> _Months:
    entries = lexicons.load("caption_months", "any").entries
    numbers = {fold(word): int(entry.fields["number"]) for entry in entries for word in entry.words}
    names = "|".join(re.escape(name) for name in sorted(numbers, key=lambda name: (-len(name), name)))
    month = rf"(?P<month>{names})\.?"
    year = r"(?P<year>(?:18|19|20)\d\d)(?!\d)"
    between = r"(?:,?\s+(?:de\s+|del\s+|of\s+)?|,\s*|-|(?<=\.))"
    return _Months(
        numbers,
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?:\s+|-|(?<=\d\.))(?:de\s+|of\s+)?{month}{between}{year}",
            re.I,
        ),
        re.compile(rf"(?<!\w){month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{between}{year}", re.I),
    )
