"""The statements: who said what, in whose words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from briefbook.model import Directness, Page, Statement
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import span
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "statements.md"

_WHOSE_WORDS = {
    Directness.DIRECT: "in their own words",
    Directness.INDIRECT: "as reported by the article",
    Directness.MIXED: "partly in their own words",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement as shown; `known` when the speaker has a profile, where the search finds it."""

    speaker: Md
    words: Md
    detail: str
    mark: Md
    reason: str | None
    known: bool


def pages(index: BookIndex) -> Iterator[Page]:
    """All statements, those of the newest article first, page by page."""
    everything = [(entry, statement) for entry in index.newest for statement in entry.briefing.statements]
    for number, part, total in chunks(everything, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Statements", (("Home", "index.md"),))
        yield sheet.page(
            "statements.md.j2",
            description=f"{wording.count(len(everything), 'statement')}: who said what, and in whose words.",
            statements=by_article(sheet, part),
            pager=links(sheet, INDEX, number, total),
            several=len(index.entries) > 1,
        )


def by_article(sheet: Sheet, items: Iterable[tuple[Entry, Statement]]) -> list[tuple[Md, list[Said]]]:
    """Statements under the articles they are from, in the order given."""
    return [
        (sheet.article(entry), [said(sheet, *item) for item in group])
        for entry, group in groupby(items, key=itemgetter(0))
    ]


def said(sheet: Sheet, entry: Entry, statement: Statement) -> Said:
    """A statement with its speaker linked and its sentence marked."""
    slices = [_spoken(sheet, entry, slice_.exact, statement.directness) for slice_ in statement.content]
    denied = [span(f"{statement.cue}:", "detail")] if statement.denial and slices else []
    return Said(
        speaker=sheet.actor(entry, statement.speaker, statement.speaker_name),
        words=joined([*denied, joined(slices, Md(" … "))], Md(" ")) if slices else Md(""),
        detail=_detail(statement),
        mark=sheet.mark(entry, statement.citations),
        reason=wording.typeset(statement.reason) if statement.reason else None,
        known=sheet.index.actor(entry, statement.speaker) is not None,
    )


def _spoken(sheet: Sheet, entry: Entry, words: str, directness: Directness) -> Md:
    """The words, with the quotation marks that the slice leaves outside."""
    shown = sheet.words(entry, words)
    opened = words.count("“") - words.count("”")
    if directness is Directness.DIRECT and not opened and not words.startswith(("“", '"')):
        return joined([Md("“"), shown, Md("”")])
    return joined([Md("“") if opened < 0 else Md(""), shown, Md("”") if opened > 0 else Md("")])


def _detail(statement: Statement) -> str:
    """How the article attributes the words, and whose words they are; what is denied has its cue beside it."""
    if statement.no_comment:
        return "declined to comment"
    cue = "a denial" if statement.denial else f"“{statement.cue}”" if statement.cue else ""
    return ", ".join(filter(None, (cue, _WHOSE_WORDS[statement.directness])))
