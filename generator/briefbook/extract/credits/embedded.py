"""Compare the credit printed under a picture with the one embedded in its file."""

from __future__ import annotations

import re

from briefbook.model import Citation, Credit, Finding, ImageRecord, PictureFile, Severity

WORD = re.compile(r"[^\W\d_]{2,}")
COMMON = frozenset(
    "the of and for by via photo photographer image images picture staff handout agency press news".split()
)


def conflict(name: str, image: ImageRecord, credit: Credit | None, where: Citation | None) -> Finding | None:
    """A finding when the names embedded in the file and those printed have no word in common; None otherwise.

    One agreeing part is enough: agencies print the photographer or themselves, and embed both.
    """
    picture = image.picture
    if picture is None or credit is None:
        return None
    embedded = _words(" ".join(filter(None, _names_of(picture))))
    printed = _words(" ".join((*credit.photographers, *credit.agencies, credit.via or "")))
    if not embedded or not printed or embedded & printed:
        return None
    told = " / ".join(dict.fromkeys(filter(None, _names_of(picture))))
    return Finding(
        severity=Severity.WARNING,
        code="credit-conflict",
        message=f"{name}: printed credit “{image.credit_line}”, but the file itself says “{told}”",
        citation=where,
    )


def _names_of(picture: PictureFile) -> tuple[str | None, ...]:
    return picture.creator, picture.credit_line, picture.copyright_notice


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(text.casefold()) if word not in COMMON)
