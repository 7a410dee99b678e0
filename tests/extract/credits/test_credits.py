from __future__ import annotations

from datetime import date

from briefbook.extract.credits import extract
from briefbook.extract.credits.missing import ADDRESS, DAY, HOLDER, LICENCE, PHOTOGRAPHER, SUPPLIER, missing_for_reuse
from briefbook.model import Article, Block, BlockKind, Credit, ImageRecord, Licence, Source


def article(*images: ImageRecord) -> Article:
    captions = [image for image in images if image.caption_block is not None]
    blocks = tuple(
        Block(number=n, kind=BlockKind.CAPTION, text=image.caption or image.credit_line or "")
        for n, image in enumerate(captions)
    )
    return Article(id="a", source=Source(path="a.txt", sha256="0" * 64), blocks=blocks, images=images, language="en")


def test_one_credit_an_image_in_order() -> None:
    read, _ = extract(
        article(ImageRecord(credit_line="Ana Silva/AP"), ImageRecord(), ImageRecord(credit_line="Handout"))
    )

    assert [credit.image for credit in read] == [0, 1, 2]
    assert read[0].credit is not None
    assert read[0].credit.photographers == ("Ana Silva",)
    assert read[1].credit is None
    assert read[2].credit is not None
    assert read[2].credit.handout


def test_the_caption_gives_the_day() -> None:
    read, _ = extract(article(ImageRecord(caption="A ship, May 4, 2023", credit_line="AP")))

    assert read[0].date == date(2023, 5, 4)


def test_a_caption_marked_as_file_makes_a_file_photo() -> None:
    read, findings = extract(
        article(ImageRecord(caption="FILE - A ship leaves, May 4, 2023", credit_line="Ana Silva/AP"))
    )

    assert read[0].credit is not None
    assert read[0].credit.file_photo
    assert read[0].credit.photographers == ("Ana Silva",)
    assert [finding.code for finding in findings] == ["credit-file-photo"]


def test_a_picture_without_a_credit_is_a_warning_that_cites_its_caption() -> None:
    book = article(ImageRecord(caption="A ship leaves", caption_block=0))
    _, (finding,) = extract(book)

    assert finding.code == "credit-missing"
    assert finding.citation is not None
    assert book.holds(finding.citation)


def test_a_credit_that_names_nobody_is_a_warning() -> None:
    _, findings = extract(article(ImageRecord(credit_line="Supplied")))

    assert [finding.code for finding in findings] == ["credit-without-name"]


def test_wire_conditions_are_reported() -> None:
    _, findings = extract(article(ImageRecord(credit_line="Ana Silva/REUTERS NO RESALES. NO ARCHIVES.")))

    assert [finding.code for finding in findings] == ["credit-restricted"]
    assert "NO RESALES. NO ARCHIVES." in findings[0].message


def test_says_what_lawful_reuse_lacks() -> None:
    full = Credit(
        photographers=("Ana Silva",), agencies=("AP",), licence=Licence(name="CC BY 4.0", url="https://example.org")
    )

    assert missing_for_reuse(full, date(2023, 5, 4)) == ()
    assert missing_for_reuse(None, None) == (PHOTOGRAPHER, HOLDER, LICENCE, DAY)
    assert missing_for_reuse(Credit(agencies=("AP",)), date(2023, 5, 4)) == (PHOTOGRAPHER, LICENCE)
    assert missing_for_reuse(Credit(handout=True), date(2023, 5, 4)) == (PHOTOGRAPHER, SUPPLIER, LICENCE)
    assert missing_for_reuse(Credit(photographers=("Ana Silva",), licence=Licence(name="CC BY")), None) == (
        ADDRESS,
        DAY,
    )
