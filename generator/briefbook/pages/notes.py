"""The citations of one page: small numbered marks, and the quoted sentences they open.

A mark is a button that opens a popover, which works without script, on touch and by keyboard.  The popovers stand in a
list at the end of the page: on paper, and in a browser that knows no popovers, they are its numbered notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefbook.model import Article, Citation, SourceSentence
from briefbook.pages import paths, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, fragment, joined, text
from briefbook.pages.markup import external, link, passage
from briefbook.pages.options import SourceText
from briefbook.pages.sentences import whereabouts

_WHOLE_WORDS = 14
"""A passage of more words is linked to by its first and last ones, which keeps the address short."""
_EDGE_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One quoted passage: its number on the page, the words, and the ways to where they stand."""

    number: int
    quote: Md
    source: Md
    original: Md | None


class Notes:
    """Collects the citations of one page; the same passage gets the same number."""

    def __init__(self, page: str, book_language: str) -> None:
        self._page, self._language = page, book_language
        self._notes: dict[tuple[str, int, int], Note] = {}

    def mark(self, entry: Entry, citations: Iterable[Citation]) -> Md:
        """The marks for the citations of one fact."""
        numbers = dict.fromkeys(self._number(entry, citation) for citation in citations)
        return Md(f'<span class="bb-cites">{joined(map(_mark, numbers))}</span>') if numbers else Md("")

    @property
    def all(self) -> tuple[Note, ...]:
        """The notes so far, in order of their numbers."""
        return tuple(self._notes.values())

    def _number(self, entry: Entry, citation: Citation) -> int:
        sentences = entry.sentences.covering(citation)
        first = sentences[0].number if sentences else -citation.block - 1
        key = (entry.name, first, sentences[-1].number if sentences else citation.start)
        if key not in self._notes:
            self._notes[key] = self._note(len(self._notes) + 1, entry, citation, sentences)
        return self._notes[key].number

    def _note(self, number: int, entry: Entry, citation: Citation, sentences: tuple[SourceSentence, ...]) -> Note:
        article = entry.briefing.article
        words = article.blocks[citation.block].text
        if sentences:
            words = words[sentences[0].citation.start : sentences[-1].citation.end]
        way = paths.relative(source_target(entry, sentences[0] if sentences else None), self._page)
        place = link(f"{whereabouts(article, citation)} in the source text", way)
        return Note(
            number=number,
            quote=passage(words, article.language, self._language),
            source=joined(
                [*self._article(article, "" if words == entry.headline else entry.headline), place], Md(", ")
            ),
            original=_original(article.url, words),
        )

    def _article(self, article: Article, headline: str) -> Iterator[Md]:
        """What the article is known by: headline, unless it is what is quoted, publisher, day."""
        if headline:
            yield passage(headline, article.language, self._language)
        if article.publisher:
            yield passage(article.publisher, article.language, self._language)
        if article.publication_day:
            yield text(wording.day(article.publication_day))


def _mark(number: int) -> Md:
    return Md(
        f'<button class="bb-cite" type="button" popovertarget="note-{number}" aria-label="Source {number}"'
        f" data-search-exclude>{number}</button>"
    )


def source_target(entry: Entry, sentence: SourceSentence | None) -> str:
    """Where a sentence is shown: its anchor on the source page, or that page where the sentence is not shown."""
    shown = entry.source_text is SourceText.FULL or (
        entry.source_text is SourceText.CITED and sentence is not None and sentence.number in entry.sentences.cited
    )
    return f"{entry.source_page}#s{sentence.number}" if sentence is not None and shown else entry.source_page


@lru_cache(maxsize=16384)
def _original(address: str | None, words: str) -> Md | None:
    return external("read in the original", deep_address(address, words))


def deep_address(address: str | None, words: str) -> str | None:
    """An article's address with a text fragment (WICG scroll-to-text) that leads to the words."""
    if address is None:
        return None
    parts = words.split()
    if len(parts) > _WHOLE_WORDS:
        directive = f"{fragment(' '.join(parts[:_EDGE_WORDS]))},{fragment(' '.join(parts[-_EDGE_WORDS:]))}"
    else:
        directive = fragment(" ".join(parts))
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"
