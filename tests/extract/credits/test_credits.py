from __future__ import annotations

from datetime import date

import pytest
from briefbook.extract.credits import extract
from briefbook.extract.credits.missing import (
    ADDRESS,
    CONDITIONS,
    DAY,
    HOLDER,
    LICENCE,
    PHOTOGRAPHER,
    SUPPLIER,
    missing_for_reuse,
)
from briefbook.model import Article, Block, BlockKind, Credit, ImageRecord, Licence, PictureFile, Severity, Source


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


@pytest.mark.parametrize(
    ("credit", "picture", "missing"),
    [
        pytest.param(Credit(restrictions="NO RESALES"), {}, (PHOTOGRAPHER, HOLDER, LICENCE, CONDITIONS, DAY), id="conditions"),
        pytest.param(
            Credit(licence=Licence(name="Public domain"), photographers=("Ana Silva",)), {}, (DAY,), id="public domain"
        ),
        pytest.param(Credit(via="AP"), {}, (PHOTOGRAPHER, LICENCE, DAY), id="a distributor can be asked"),
        pytest.param(None, {"creator": "Ana Silva"}, (LICENCE, DAY), id="the file names its maker"),
        pytest.param(Credit(agencies=("AP",)), {"creator": "Ana Silva", "date": date(2023, 5, 4)}, (LICENCE,), id="maker and day"),
        pytest.param(
            None, {"copyright_notice": "© Studio Nord", "rights_url": "https://nord.example/terms"}, (PHOTOGRAPHER, DAY),
            id="owner and terms",
        ),
        pytest.param(Credit(handout=True), {"credit_line": "Harbour Board"}, (PHOTOGRAPHER, LICENCE, DAY), id="supplier"),
        pytest.param(None, {}, (PHOTOGRAPHER, HOLDER, LICENCE, DAY), id="a file that says nothing"),
    ],
)  # fmt: skip
def test_what_the_file_itself_says_is_not_missing(
    credit: Credit | None, picture: dict[str, str | date], missing: tuple[str, ...]
) -> None:
    assert missing_for_reuse(credit, None, PictureFile(width=4, height=3, **picture)) == missing  # type: ignore[arg-type]


def test_an_image_is_judged_with_its_file() -> None:
    picture = PictureFile(width=4, height=3, creator="Ana Silva", date=date(2023, 5, 4))
    read, findings = extract(article(ImageRecord(credit_line="AP", picture=picture)))

    assert read[0].missing == (LICENCE,)
    assert [(finding.code, finding.severity) for finding in findings] == [("credit-conflict", Severity.WARNING)]


@pytest.mark.parametrize(
    ("printed", "embedded", "clash"),
    [
        pytest.param("Ana Silva/AP", {"creator": "ANA SILVA"}, False, id="same maker"),
        pytest.param("Ana Silva/AP", {"credit_line": "AP"}, False, id="same agency"),
        pytest.param("Ana Silva/AP", {"creator": "Peter Brandt"}, True, id="another maker"),
        pytest.param(
            "Ana Silva/AP", {"copyright_notice": "Copyright 2023 AP. All rights reserved"}, False, id="the notice"
        ),
        pytest.param("Ana Silva/AP", {}, False, id="the file says nothing"),
        pytest.param("Handout", {"creator": "Peter Brandt"}, False, id="the line names nobody"),
    ],
)
def test_printed_and_embedded_names_are_compared(printed: str, embedded: dict[str, str], clash: bool) -> None:
    picture = PictureFile(width=4, height=3, **embedded)  # type: ignore[arg-type]
    _, findings = extract(article(ImageRecord(caption="A ship", credit_line=printed, picture=picture)))

    assert ("credit-conflict" in [finding.code for finding in findings]) is clash
