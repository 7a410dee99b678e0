"""The source text of an article: an anchor for every sentence that is shown, gaps marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefbook.model import Block, BlockKind, Page, SourceSentence
from briefbook.pages import markup
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined, web_address
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import external
from briefbook.pages.neighbours import around
from briefbook.pages.options import SourceText
from briefbook.pages.sheet import Sheet

GAP = Md('<span class="bb-gap">[…]</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One block as shown; `gap` stands for one or more blocks that are not."""

    kind: str
    words: Md
    number: int | None = None


def pages(index: BookIndex) -> Iterator[Page]:
    """One page for each article."""
    for number, entry in enumerate(index.entries):
        sheet = _sheet(index, entry)
        near = around(index.entries, number)
        sheet.turn(*((other.headline, other.source_page) if other else None for other in near))
        yield _source(sheet, entry)


def _sheet(index: BookIndex, entry: Entry) -> Sheet:
    crumbs = (("Home", "index.md"), ("Articles", "articles/index.md"), (entry.headline, entry.page))
    sheet = Sheet(index, entry.source_page, entry.headline, crumbs)
    sheet.kicker = sheet.here = "Source text"
    return sheet


def _source(sheet: Sheet, entry: Entry) -> Page:
    article = entry.briefing.article
    return sheet.page(
        "source.md.j2",
        description=f"The sentences that the briefing of “{entry.headline}” stands on.",
        mode=entry.source_text.value,
        cited=bool(entry.sentences.cited),
        direction=markup.direction(article.language, sheet.index.options.language),
        headline=_headline(sheet, entry),
        original=_original(article.url),
        visible_headline=sheet.words(entry, article.visible_headline) if article.visible_headline else None,
        rights=sheet.words(entry, article.rights) if article.rights else None,
        passages=list(_passages(sheet, entry)),
    )


def _original(address: str | None) -> Md | None:
    """The way to the article as published, by whose page it is: `example.org`."""
    safe = web_address(address)
    return external((urlsplit(safe).hostname or safe).removeprefix("www."), address) if safe else None


def _headline(sheet: Sheet, entry: Entry) -> Md:
    """The headline, which is on many pages anyway, with anchors for its sentences."""
    printed = next((block for block in entry.briefing.article.blocks if _repeats_title(entry, block)), None)
    if printed is None or entry.source_text is SourceText.NONE:
        return sheet.words(entry, entry.headline)
    return joined((_anchored(sheet, entry, s) for s in entry.sentences.in_block(printed.number)), Md(" "))


def _repeats_title(entry: Entry, block: Block) -> bool:
    """Is it the headline, which stands above the text as the page's title?"""
    return block.kind is BlockKind.HEADLINE and block.text == entry.headline


def _passages(sheet: Sheet, entry: Entry) -> Iterator[Passage]:
    if entry.source_text is SourceText.NONE:
        return
    after_gap = False
    paragraph = 0
    for block in entry.briefing.article.blocks:
        if _repeats_title(entry, block):
            continue
        paragraph += block.kind is BlockKind.PARAGRAPH
        words = _block(sheet, entry, block)
        if words is not None:
            number = paragraph if block.kind is BlockKind.PARAGRAPH else None
            yield Passage(kind=block.kind.value, words=words, number=number)
        elif not after_gap:
            yield Passage(kind="gap", words=GAP)
        after_gap = words is None


def _block(sheet: Sheet, entry: Entry, block: Block) -> Md | None:
    """The sentences of a block that may be shown, with anchors; None when there is none."""
    parts: list[Md] = []
    for sentence in entry.sentences.in_block(block.number):
        if entry.source_text is SourceText.FULL or sentence.number in entry.sentences.cited:
            parts.append(_anchored(sheet, entry, sentence))
        elif not parts or parts[-1] is not GAP:
            parts.append(GAP)
    return joined(parts, Md(" ")) if any(part is not GAP for part in parts) else None


def _anchored(sheet: Sheet, entry: Entry, sentence: SourceSentence) -> Md:
    cited = " bb-cited" if sentence.number in entry.sentences.cited else ""
    words = sheet.words(entry, sentence.citation.exact)
    return Md(f'<span class="bb-sentence{cited}" id="s{sentence.number}">{words}</span>')
