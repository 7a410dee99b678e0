"""What of an article's text a book may hand on: as much as its pages show.

Where the setting `source_text` is not `full`, everything but headline, standfirst, captions and the sentences that
facts stand on becomes blanks, one for each character, so that every citation still equals its slice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefbook.exports.briefing_json import to_dict
from briefbook.model import BlockKind, Briefing, Citation
from briefbook.model.evidence import Sentences

ALWAYS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION})


def may_quote(briefing: Briefing, source_text: str) -> bool:
    """May its sentences stand in files that leave the book for other programs, such as calendars and feeds?

    Args:
        source_text: The book's setting; an article's own goes before it.
    """
    return (briefing.article.source_text or source_text) != "none"


def shown_dict(briefing: Briefing, source_text: str) -> dict[str, Any]:
    """The briefing as `to_dict` gives it, with no more of the text than the pages show.

    Args:
        source_text: The book's setting (`full`, `cited` or `none`); an article's own goes before it.
    """
    found = to_dict(briefing)
    if (briefing.article.source_text or source_text) == "full":
        return found
    kept: dict[int, list[tuple[int, int]]] = {}
    for citation in _visible(briefing):
        kept.setdefault(citation.block, []).append((citation.start, citation.end))
    for block, source in zip(found["article"]["blocks"], briefing.article.blocks, strict=True):
        if source.kind not in ALWAYS:
            block["text"] = _blanked(source.text, kept.get(source.number, []))
    found["article"]["omitted"] = []
    return found


def _visible(briefing: Briefing) -> Iterator[Citation]:
    """The cited sentences, and the bare words of mentions and dates elsewhere."""
    sentences = Sentences(briefing)
    yield from (sentence.citation for sentence in sentences.all if sentence.number in sentences.cited)
    yield from (mention.citation for actor in briefing.actors for mention in actor.mentions)
    yield from (mention for place in briefing.places for mention in place.mentions)
    yield from (timex.citation for timex in briefing.dates)
    yield from (finding.citation for finding in briefing.findings if finding.citation)


def _blanked(text: str, kept: list[tuple[int, int]]) -> str:
    shown = [" "] * len(text)
    for start, end in kept:
        shown[start:end] = text[start:end]
    return "".join(shown)
