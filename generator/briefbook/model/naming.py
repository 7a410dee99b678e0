"""Names that are safe in a path and an address, made from names that people have.

A slug depends on the name alone, so that addresses stay when articles are added to a book.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 60
_RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})
"""Names a page must not have: the folder's own page, and device names of Windows."""
_LIST_PAGE = re.compile(r"page-\d+")


_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E", "ʻ": "'", "ʿ": "'", "ʾ": "'",
        "’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-",
    }
)  # fmt: skip
"""Letters and signs that have no decomposition in Unicode, as people type them."""


def folded(name: str) -> str:
    """A name without accents and with typewriter signs: `Erdoğan` gives `Erdogan`, `O’Brien` gives `O'Brien`."""
    parts = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def slug(name: str, *, fallback: str) -> str:
    """A name as lower-case ASCII letters, digits and hyphens, at most 67 characters.

    A name that leaves nothing, that is too long or that has a meaning of its own as a file name is made distinct by
    a hash; `fallback` stands for a name without Latin letters.
    """
    flat = folded(name).lower().replace("'", "").encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", flat).strip("-")
    if words and len(words) <= _LONGEST and words not in _RESERVED and not _LIST_PAGE.fullmatch(words):
        return words
    whole = words[:_LONGEST].rpartition("-")[0] if len(words) > _LONGEST else words
    return f"{whole or words[:_LONGEST] or fallback}-{digest(name)}"


def digest(name: str) -> str:
    """Six hexadecimal digits that stand for a name."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def distinct(names: Iterable[str], *, fallback: str) -> dict[str, str]:
    """A slug for each name; where two names would share one, the later in alphabetical order gets a hash."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        wanted = slug(name, fallback=fallback)
        found[name] = wanted if wanted not in taken else f"{wanted}-{digest(name)}"
        taken.add(found[name])
    return found
