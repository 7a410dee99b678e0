"""Credit lines and captions: parting a caption from its credit, reading the credit, the day a caption gives.

Pure text -> structure over the lexicons `credit_words`, `credit_phrases`, `credit_agencies` and `caption_months`.
"""

from __future__ import annotations

from briefbook.grammar.credits.days import caption_day
from briefbook.grammar.credits.evidence import looks_like_credit, names_maker
from briefbook.grammar.credits.marks import is_file_photo
from briefbook.grammar.credits.reading import read_credit
from briefbook.grammar.credits.splitting import CaptionParts, split_caption

__all__ = [
    "CaptionParts",
    "caption_day",
    "is_file_photo",
    "looks_like_credit",
    "names_maker",
    "read_credit",
    "split_caption",
]
