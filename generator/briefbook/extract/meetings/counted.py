"""The four countries' leaders: people of as many states as the article has just told of in a meeting."""

from __future__ import annotations

import re
from dataclasses import replace

from briefbook.extract.meetings.party import Form, Party

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
NUMBER, STATES = "|".join(NUMBERS), "countries|nations|states|governments"
COUNTED = re.compile(
    rf"(?:the )?(?P<before>{NUMBER}) (?:{STATES})['’] [\w ]+|[\w ]+ (?:of|from) (?:the|all|these|those) (?P<after>{NUMBER}) (?:{STATES})"
)


def resolved(party: Party, told: list[Party]) -> tuple[Party, ...] | None:
    """The bodies told of that a description counts; None where it counts none, or another number of them."""
    found = COUNTED.fullmatch(party.name.lower()) if party.form is Form.DESCRIBED else None
    sent = [p.behalf or p for p in told]
    bodies = [p for p in sent if not p.person and (p.actor is not None or p.name[:1].isupper())]
    if found is None or NUMBERS[found["before"] or found["after"]] != len(bodies):
        return None
    reason = f"“{party.as_written}” are those of the bodies told of before"
    return tuple(
        replace(p, as_written=party.as_written, first=party.first, last=party.last, reason=reason) for p in bodies
    )
