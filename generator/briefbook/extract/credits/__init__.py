"""Read each image's credit into its parts, its date, and what lawful reuse still needs."""

from __future__ import annotations

from dataclasses import replace

from briefbook.extract.credits.embedded import conflict
from briefbook.extract.credits.missing import missing_for_reuse
from briefbook.grammar.credits import caption_day, is_file_photo, read_credit
from briefbook.model import Article, Citation, Credit, Finding, ImageCredit, ImageRecord, Severity


def extract(article: Article) -> tuple[tuple[ImageCredit, ...], tuple[Finding, ...]]:
    """One `ImageCredit` for each image, in order, and findings about credits that lack something."""
    read = tuple(_read(number, image) for number, image in enumerate(article.images))
    findings = tuple(finding for credit in read for finding in _findings(article, credit))
    return read, findings


def _read(number: int, image: ImageRecord) -> ImageCredit:
    credit = _credit(image)
    day = caption_day(image.caption or "") or caption_day(image.credit_line or "")
    return ImageCredit(image=number, credit=credit, date=day, missing=missing_for_reuse(credit, day, image.picture))


def _credit(image: ImageRecord) -> Credit | None:
    """The credit read; a caption that begins or ends with "file photo" says so for the picture as a whole."""
    if image.credit_line is None:
        return None
    credit = read_credit(image.credit_line)
    if credit.file_photo or not is_file_photo(image.caption or ""):
        return credit
    return replace(credit, file_photo=True)


def _findings(article: Article, read: ImageCredit) -> tuple[Finding, ...]:
    image = article.images[read.image]
    where = _citation(article, image)
    name = f"image {read.image + 1}"
    if read.credit is None:
        problem = f"{name} has no credit: who made the picture and who holds the rights is not stated"
        return (Finding(severity=Severity.WARNING, code="credit-missing", message=problem, citation=where),)
    found = [clash] if (clash := conflict(name, image, read.credit, where)) else []
    if (
        not read.credit.photographers
        and not read.credit.agencies
        and read.credit.via is None
        and read.credit.licence is None
    ):
        problem = f"{name}: the credit “{image.credit_line}” names nobody"
        found.append(Finding(severity=Severity.WARNING, code="credit-without-name", message=problem, citation=where))
    if read.credit.restrictions:
        problem = f"{name} carries conditions of use: {read.credit.restrictions}"
        found.append(Finding(severity=Severity.WARNING, code="credit-restricted", message=problem, citation=where))
    if read.credit.file_photo:
        problem = f"{name} is an archive picture, not of the event reported"
        found.append(Finding(severity=Severity.INFO, code="credit-file-photo", message=problem, citation=where))
    return tuple(found)


def _citation(article: Article, image: ImageRecord) -> Citation | None:
    """The caption as printed, if there is one."""
    if image.caption_block is None:
        return None
    return article.cite(image.caption_block, 0, len(article.blocks[image.caption_block].text))
