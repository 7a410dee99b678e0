"""What lawful reuse of a picture needs and its page does not state.

Follows what IPTC Photo Metadata and schema.org ImageObject ask for: creator, credit line or rights holder, licence or
terms of use, date.  It lists what is unknown; it does not say that a use is allowed.
"""

from __future__ import annotations

from datetime import date

from briefbook.model import Credit

PHOTOGRAPHER = "the photographer's name"
HOLDER = "who holds the rights (agency, publisher or photographer)"
SUPPLIER = "who supplied the picture"
LICENCE = "a licence or the rights holder's permission"
ADDRESS = "the version of the licence"
DAY = "the day the picture was taken"


def missing_for_reuse(credit: Credit | None, day: date | None) -> tuple[str, ...]:
    """What is unknown, in plain words, one item each.

    Args:
        credit: The credit as read, or None when none was printed.
        day: The day the caption gives, or None.
    """
    if credit is None:
        return (PHOTOGRAPHER, HOLDER, LICENCE, *(() if day else (DAY,)))
    holders = credit.agencies or credit.photographers or credit.via
    checks = (
        (not credit.photographers, PHOTOGRAPHER),
        (not holders and not credit.handout, HOLDER),
        (not holders and credit.handout, SUPPLIER),
        (credit.licence is None, LICENCE),
        (
            credit.licence is not None and credit.licence.url is None and credit.licence.name.upper().startswith("CC"),
            ADDRESS,
        ),
        (day is None, DAY),
    )
    return tuple(text for lacks, text in checks if lacks)
