"""Image credits read into their parts (IPTC: creator, credit line, copyright notice)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence as named in the credit; `url` is given for Creative Commons licences, else None."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The parts of one credit line.

    Attributes:
        photographers: Names of the people who made the picture, as printed (capitals kept).
        agencies: Agencies, publishers or organisations that supplied or own it.
        via: The distributor after "via", never a creator.
        licence: Licence named in the line.
        handout: Supplied by a third party (handout, courtesy, submitted).
        file_photo: An archive picture, not of the event reported.
        restrictions: Wire restrictions as printed ("NO RESALES"), or None.
    """

    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    via: str | None = None
    licence: Licence | None = None
    handout: bool = False
    file_photo: bool = False
    restrictions: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCredit:
    """What we read from an image's printed words.

    Attributes:
        image: Index in `Article.images`.
        credit: The parts of the credit line, or None when none was printed.
        date: The day the caption gives, or None.
        missing: What lawful reuse needs and the page does not state, in plain words, one item each.
    """

    image: int
    credit: Credit | None = None
    date: date | None = None
    missing: tuple[str, ...] = ()
