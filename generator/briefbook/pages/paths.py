"""Where everything of a book is: paths below `docs/`, anchors, and links from page to page.

Paths are made from names and ids through `slug`, so they are safe whatever an id holds (`../../x`), and they do not
depend on what else is in the book, so they stay when articles are added.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from posixpath import dirname, relpath

_LONGEST = 60
_RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})
"""Names a page must not have: the folder's own page, and device names of Windows."""
_LIST_PAGE = re.compile(r"page-\d+")


def slug(name: str, *, fallback: str) -> str:
    """A name as lower-case ASCII letters, digits and hyphens; what was lost is made up for by a hash of the name."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", flat).strip("-")
    if words and len(words) <= _LONGEST and words not in _RESERVED and not _LIST_PAGE.fullmatch(words):
        return words
    return f"{(words or fallback)[:_LONGEST].strip('-')}-{digest(name)}"


def digest(name: str) -> str:
    """Six hexadecimal digits that stand for a name."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def distinct(names: Iterable[str], *, fallback: str) -> dict[str, str]:
    """A slug for each name; where two names would share one, the later in order of the names gets a hash."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        wanted = slug(name, fallback=fallback)
        found[name] = wanted if wanted not in taken else f"{wanted}-{digest(name)}"
        taken.add(found[name])
    return found


def relative(target: str, page: str) -> str:
    """The way from one page to another (`path#anchor`), as a link on the first."""
    path, mark, name = target.partition("#")
    way = relpath(path, dirname(page) or ".")
    return f"{way}{mark}{name}"


def numbered(path: str, number: int) -> str:
    """The path of a list's n-th page: `statements.md`, `statements/2.md`; `actors/index.md`, `actors/page-2.md`."""
    if number == 1:
        return path
    if path.endswith("/index.md"):
        return f"{path.removesuffix('index.md')}page-{number}.md"
    return f"{path.removesuffix('.md')}/{number}.md"
