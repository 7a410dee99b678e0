"""Datelines: where, when and by whom a report was filed, before its first sentence ("OSLO, March 3 (Agency) - ", "18:42 – ").

A dateline is no part of the sentence behind it, and a parser that is given both takes the town for a subject.  A wrong one
would cut a sentence in two, so there must be proof: an agency in brackets, a place that the map knows, or words in capitals.
"""

from __future__ import annotations

import re

from briefbook import lexicons
from briefbook.grammar.calendar.stamps import entry_stamp
from briefbook.grammar.credits.words import credit_words
from briefbook.grammar.gazetteer import gazetteer

LONGEST = 90
"""Code points of a dateline."""

WORD = r"[^\W\d_a-z][\w’'.-]*"
PLACE = rf"{WORD}(?:[ /]{WORD}| (?:de|del|la|al|el|of|and|upon))*"
LINE = re.compile(
    rf"(?P<place>{PLACE})?(?P<more>(?:, *(?:{WORD}|\d{{1,4}})(?: (?:{WORD}|\d{{1,4}}))*)*)[,.]? *"
    r"(?:\((?P<agency>[^\W\d_][\w .&/’'-]{1,40})\) *)?(?P<mark>—|–|--|-(?= )|_(?= )|:(?= ))? *(?=[\"“'‘«(]?[A-Z\d])"
)
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d [A-Z]")
MOST = 4
"""Words of a town's name."""
FEWEST = 5
"""Letters of a word in capitals that may be a town no map knows; shorter ones are abbreviations ("NATO - ...")."""


def dateline_end(text: str) -> int:
    """Where the sentence behind a dateline begins, in code points; 0 when a text begins with none."""
    stamp = entry_stamp(text)
    if stamp is not None:
        return stamp.end
    found = LINE.match(text, 0, LONGEST + 1)
    if found is None or found.end() > LONGEST or found.end() >= len(text):
        return 0
    place, agency, mark = found["place"] or "", found["agency"], found["mark"]
    if agency is not None:
        proven = mark != ":" and (
            agency in lexicons.words("datelines", "unmarked-agencies", language="any")
            or mark is not None
            and _is_filed(place, agency)
        )
    else:
        proven = mark is not None and bool(place) and _set_off(found, place, mark)
    return found.end() if proven else 0


def _is_filed(place: str, agency: str) -> bool:
    """Are they a town, or none, and an agency?"""
    if place and (_is_town(place) or _is_known(place)):
        return True
    return not place and (agency.isupper() or credit_words().knows(agency))


def _set_off(found: re.Match[str], place: str, mark: str) -> bool:
    """Does the form alone prove a dateline?  A colon stands behind other words in capitals, too ("INES CARO: We ...")."""
    if mark == ":":
        return place.isupper() and _is_known(place)
    if MONTH.search(found["more"]):
        return _is_known(place) or place.isupper() and _is_no_mark(place)  # no abbreviation is dated
    if mark not in "-_":
        return _is_known(place) or _is_town(place)
    return _is_town(place) or place.isupper() and _is_known(place)


def _is_town(name: str) -> bool:
    """Could these words in capitals be a town that no map knows?"""
    words = name.split()
    return name.isupper() and len(words[0]) >= FEWEST and len(words) <= MOST and _is_no_mark(name)


def _is_no_mark(name: str) -> bool:
    return lexicons.words("datelines", "marks", language="any").isdisjoint(name.split())


def _is_known(name: str) -> bool:
    plain = name.title().replace("'S", "'s").replace("’S", "’s") if name.isupper() else name
    return any(gazetteer().knows(part) for part in (name, plain, *plain.split("/")))
