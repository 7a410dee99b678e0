"""What lawful reuse of a picture needs and its page does not state.

Follows what IPTC Photo Metadata and schema.org ImageObject ask for: creator, credit line or rights holder, licence or
terms of use, date.  It lists what is unknown; it does not say that a use is allowed.
"""

from __future__ import annotations

from datetime import date

from briefbook.model import Credit, PictureFile

PHOTOGRAPHER = "the photographer's name"
HOLDER = "who holds the rights (agency, publisher or photographer)"
SUPPLIER = "who supplied the picture"
LICENCE = "a licence or the rights holder's permission"
ADDRESS = "the version of the licence"
CONDITIONS = "whether the printed conditions of use allow it"
DAY = "the day the picture was taken"


NOTHING = Credit()
NO_FILE = PictureFile(width=0, height=0)


def missing_for_reuse(credit: Credit | None, day: date | None, picture: PictureFile | None = None) -> tuple[str, ...]:
    """What is unknown, in plain words, one item each.

    Args:
        credit: The credit as read, or None when none was printed.
        day: The day the caption gives, or None.
        picture: What the picture's own file says, or None when there is no file; it counts as much as what is printed.
    """
    printed, file = credit or NOTHING, picture or NO_FILE
    holders = printed.agencies or printed.photographers or printed.via or file.copyright_notice or file.credit_line
    licence = printed.licence
    checks = (
        (not printed.photographers and not file.creator, PHOTOGRAPHER),
        (not holders and not printed.handout and not file.creator, HOLDER),
        (not holders and printed.handout, SUPPLIER),
        (licence is None and not file.rights_url, LICENCE),
        (licence is not None and licence.url is None and licence.name.upper().startswith("CC"), ADDRESS),
        (bool(printed.restrictions), CONDITIONS),
        (day is None and file.date is None, DAY),
    )
    return tuple(text for lacks, text in checks if lacks)
