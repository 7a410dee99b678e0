"""Marks in the caption itself that say what sort of picture it is."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook import lexicons


def is_file_photo(caption: str) -> bool:
    """Does a caption say that the picture is from the archive ("FILE - …", "FILE PHOTO: …", "… (Archivbild)")?"""
    return bool(_pattern().search(caption))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    entries = lexicons.load("credit_phrases", "any").entries
    return re.compile(
        "|".join(entry.pattern or "" for entry in entries if entry.fields["role"] == "file-caption"), re.I
    )
