"""Pictures beside a saved page: size, embedded credit, and what is never opened."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest
from briefbook.extract.credits import extract as read_credits
from briefbook.sources import read
from briefbook.sources.picture import local_file, read_picture
from PIL import Image

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="Nordfoto"
 xmpRights:WebStatement="https://nordfoto.example/rights" photoshop:DateCreated="2023-05-07T06:10:00">
<dc:creator><rdf:Seq><rdf:li>Oda Klint</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">(c) Nordfoto 2023</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
TEXT = "The bridge over the Sorn was opened to lorries on Monday, two years after the flood that took it. " * 6


def iim(**fields: str) -> bytes:
    """A Photoshop resource block with IPTC-IIM records."""
    numbers = {"creator": 80, "credit": 110, "copyright": 116, "date": 55}
    records = b"".join(
        b"\x1c\x02" + bytes([numbers[key]]) + struct.pack(">H", len(value.encode())) + value.encode()
        for key, value in fields.items()
    )
    padded = records + b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + padded


def jpeg(
    path: Path, size: tuple[int, int] = (320, 200), *, xmp: str = "", records: bytes = b"", artist: str = ""
) -> Path:
    """A JPEG file with the metadata asked for."""
    options: dict[str, object] = {}
    if xmp:
        options["xmp"] = xmp.encode()
    if artist:
        exif = Image.Exif()
        exif[315] = artist
        options["exif"] = exif.tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "navy").save(path, "JPEG", **options)
    if records:
        data = path.read_bytes()
        segment = b"\xff\xed" + struct.pack(">H", len(records) + 2) + records
        path.write_bytes(data[:2] + segment + data[2:])
    return path


def test_xmp_gives_creator_credit_rights_and_day(tmp_path: Path) -> None:
    found = read_picture(jpeg(tmp_path / "a.jpg", xmp=XMP))

    assert found is not None
    assert (found.width, found.height) == (320, 200)
    assert (found.creator, found.credit_line) == ("Oda Klint", "Nordfoto")
    assert (found.copyright_notice, found.rights_url) == ("(c) Nordfoto 2023", "https://nordfoto.example/rights")
    assert found.date == date(2023, 5, 7)


def test_iim_is_read_where_xmp_is_silent(tmp_path: Path) -> None:
    found = read_picture(jpeg(tmp_path / "a.jpg", records=iim(creator="Åse Lund", credit="Fjordbild", date="20230507")))

    assert found is not None
    assert (found.creator, found.credit_line, found.date) == ("Åse Lund", "Fjordbild", date(2023, 5, 7))


def test_xmp_wins_over_iim_and_exif(tmp_path: Path) -> None:
    found = read_picture(jpeg(tmp_path / "a.jpg", xmp=XMP, records=iim(creator="Other"), artist="Third"))

    assert found is not None
    assert found.creator == "Oda Klint"


def test_exif_artist_is_the_last_resort(tmp_path: Path) -> None:
    found = read_picture(jpeg(tmp_path / "a.jpg", artist="Third Person"))

    assert found is not None
    assert found.creator == "Third Person"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", id="a program"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0 broken", id="broken"),
        pytest.param("a.png", b"", id="empty"),
    ],
)
def test_what_is_no_bitmap_is_not_taken(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    assert read_picture(tmp_path / name) is None


def test_icons_are_not_taken(tmp_path: Path) -> None:
    assert read_picture(jpeg(tmp_path / "a.jpg", size=(32, 32))) is None


def test_broken_embedded_data_costs_nothing_but_itself(tmp_path: Path) -> None:
    found = read_picture(
        jpeg(
            tmp_path / "a.jpg", xmp="<x:xmpmeta><broken></x:xmpmeta>", records=b"Photoshop 3.0\x008BIM\x04\x04\0\0\xff"
        )
    )

    assert found is not None
    assert found.creator is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("page_files/a%20b.jpg", "page_files/a b.jpg", id="percent-encoded"),
        pytest.param("./page_files/a%20b.jpg?x=1", "page_files/a b.jpg", id="with a query"),
        pytest.param("https://cdn.example/a.jpg", None, id="another host"),
        pytest.param("//cdn.example/a.jpg", None, id="another host, no scheme"),
        pytest.param("../outside.jpg", None, id="climbs out"),
        pytest.param("page_files/../../outside.jpg", None, id="climbs out later"),
        pytest.param("page_files/link.jpg", None, id="a link that leads out"),
        pytest.param("/etc/passwd", None, id="absolute"),
        pytest.param("data:image/png;base64,AAAA", None, id="inline"),
        pytest.param("page_files/missing.jpg", None, id="not there"),
        pytest.param("http://[bad", None, id="no address"),
        pytest.param(None, None, id="none"),
    ],
)
def test_only_files_in_the_pages_own_folder_are_opened(tmp_path: Path, url: str | None, expected: str | None) -> None:
    home = tmp_path / "seeds"
    jpeg(home / "page_files" / "a b.jpg")
    outside = jpeg(tmp_path / "outside.jpg")
    (home / "page_files" / "link.jpg").symlink_to(outside)

    assert local_file(home / "page.html", url) == expected


def saved_page(folder: Path, credit: str) -> Path:
    """A page saved with its picture, whose file says Oda Klint/Nordfoto."""
    jpeg(folder / "page_files" / "bridge.jpg", xmp=XMP)
    page = folder / "page.html"
    page.write_text(
        f"<html lang='en'><body><article><h1>The bridge is open again</h1><p>{TEXT}</p><figure>"
        f"<img src='page_files/bridge.jpg' alt='A bridge'><figcaption>The bridge at dawn. ({credit})</figcaption></figure>"
        f"<p>{TEXT}</p></article></body></html>",
        encoding="utf-8",
    )
    return page


@pytest.mark.parametrize(
    ("credit", "codes"),
    [
        pytest.param("Photo: Oda Klint/Nordfoto", [], id="agrees"),
        pytest.param("Photo: O. Klint", [], id="surname agrees"),
        pytest.param("Photo: Nordfoto", [], id="agency agrees"),
        pytest.param("Photo: Peer Holm/Reuters", ["credit-conflict"], id="somebody else"),
    ],
)
def test_a_printed_credit_that_the_file_contradicts_is_a_finding(tmp_path: Path, credit: str, codes: list[str]) -> None:
    (article,) = read(saved_page(tmp_path, credit))
    _, findings = read_credits(article)

    assert article.images[0].file == "page_files/bridge.jpg"
    assert [finding.code for finding in findings if finding.code == "credit-conflict"] == codes


def test_the_finding_quotes_both_sides(tmp_path: Path) -> None:
    (article,) = read(saved_page(tmp_path, "Photo: Peer Holm/Reuters"))
    message = next(f.message for f in read_credits(article)[1] if f.code == "credit-conflict")

    assert "Peer Holm/Reuters" in message
    assert "Oda Klint" in message
