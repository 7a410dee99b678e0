"""The image credits: what was printed, what it says, and what is missing for lawful reuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from briefbook.model import Credit, ImageCredit, ImageRecord, Page, PictureFile
from briefbook.pages import linked_data, markup, paths, wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex
from briefbook.pages.markup import NOT_STATED, external
from briefbook.pages.paging import chunks, links
from briefbook.pages.paths import numbered
from briefbook.pages.sheet import Sheet

INDEX = "credits.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One image as shown."""

    anchor: str
    title: str
    shown: Md | None
    caption: Md
    facts: list[tuple[str, Md]]
    missing: Md | None


def pages(index: BookIndex) -> Iterator[Page]:
    """All images, those of the newest article first, page by page."""
    everything = [(entry, credit) for entry in index.newest for credit in entry.briefing.credits]
    for number, part, total in chunks(everything, index.options.page_size):
        sheet = Sheet(index, numbered(INDEX, number), "Image credits", (("Home", "index.md"),))
        yield sheet.page(
            "credits.md.j2",
            description=f"{wording.count(len(everything), 'image')}: caption, photographer, agency and date as printed.",
            linked=linked_data.images(part),
            articles=[
                (sheet.article(entry), [_picture(sheet, *item) for item in group])
                for entry, group in groupby(part, key=itemgetter(0))
            ],
            pager=links(sheet, INDEX, number, total),
            several=len(index.entries) > 1,
        )


def _picture(sheet: Sheet, entry: Entry, read: ImageCredit) -> Picture:
    image = entry.briefing.article.images[read.image]
    return Picture(
        anchor=f"image-{entry.name}-{read.image + 1}",
        title=f"Image {read.image + 1}",
        shown=_shown(sheet, entry, read),
        caption=sheet.words(entry, image.caption) if image.caption else NOT_STATED,
        facts=list(_facts(sheet, entry, read)),
        missing=joined(map(wording.typeset, read.missing), Md("; ")) or None,
    )


def _shown(sheet: Sheet, entry: Entry, read: ImageCredit) -> Md | None:
    """The picture itself, when a copy lies beside the article."""
    image = entry.briefing.article.images[read.image]
    if image.file is None or image.picture is None:
        return None
    target = paths.relative(paths.picture(entry.name, read.image, image.file), sheet.path)
    words = image.alt_text or image.caption or ""
    return markup.image(words, target, image.picture.width, image.picture.height)


def picture_files(index: BookIndex) -> Iterator[tuple[str, Entry, ImageRecord]]:
    """Where each local picture goes, below `docs/`, with its article and record."""
    for entry in index.entries:
        for number, image in enumerate(entry.briefing.article.images):
            if image.file is not None and image.picture is not None:
                yield paths.picture(entry.name, number, image.file), entry, image


def _facts(sheet: Sheet, entry: Entry, read: ImageCredit) -> Iterator[tuple[str, Md]]:
    image, credit = entry.briefing.article.images[read.image], read.credit or Credit()
    if credit.photographers:
        yield "Photographer", _names(sheet, entry, credit.photographers)
    if credit.agencies:
        yield "Agency", _names(sheet, entry, credit.agencies)
    if credit.via:
        yield "Distributed by", sheet.words(entry, credit.via)
    if read.date:
        yield "Date", joined([wording.day(read.date)])
    yield "Credit line as printed", sheet.words(entry, image.credit_line) if image.credit_line else NOT_STATED
    yield from _rights(sheet, entry, credit)
    if image.picture:
        yield from _embedded(sheet, entry, image.picture)
    if image.alt_text and not _repeats(image):
        yield "Text alternative", sheet.words(entry, image.alt_text)


def _repeats(image: ImageRecord) -> bool:
    """Does the text alternative only repeat the caption, as pasted pages do?"""
    return bool(image.caption and image.alt_text and image.caption in image.alt_text)


def _rights(sheet: Sheet, entry: Entry, credit: Credit) -> Iterator[tuple[str, Md]]:
    if credit.licence:
        name = sheet.words(entry, credit.licence.name)
        yield "Licence", external(name, credit.licence.url) or name
    if credit.restrictions:
        yield "Restrictions as printed", sheet.words(entry, credit.restrictions)
    kinds = [words for words, holds in (("handout", credit.handout), ("archive picture", credit.file_photo)) if holds]
    if kinds:
        yield "Kind", joined(kinds, Md(", "))


def _embedded(sheet: Sheet, entry: Entry, picture: PictureFile) -> Iterator[tuple[str, Md]]:
    """What the file itself says, which may differ from what was printed."""
    stated = (picture.creator, picture.credit_line, picture.copyright_notice)
    told = list(dict.fromkeys(item for item in stated if item))
    if told:
        yield "Credit in the file", joined([sheet.words(entry, item) for item in told], Md(" · "))
    if picture.rights_url:
        address = sheet.words(entry, picture.rights_url)
        yield "Statement of rights in the file", markup.external(address, picture.rights_url) or address


def _names(sheet: Sheet, entry: Entry, names: tuple[str, ...]) -> Md:
    return joined([sheet.words(entry, name) for name in names], Md(", "))
