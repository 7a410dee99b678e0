from __future__ import annotations

from datetime import date

import pytest
from briefbook.grammar.credits import caption_day, is_file_photo
from briefbook.grammar.credits.days import ends_with_day


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("A ship leaves, February 4, 2023", date(2023, 2, 4)),
        ("A ship leaves on Feb. 4, 2023.", date(2023, 2, 4)),
        ("A ship leaves, 23 June 2019", date(2019, 6, 23)),
        ("A ship leaves on the 23rd of June 2019", date(2019, 6, 23)),
        ("Ein Schiff, 4. Februar 2023", date(2023, 2, 4)),
        ("Un barco, el 1 de agosto de 2024", date(2024, 8, 1)),
        ("Un navire, le 12 juillet 2023", date(2023, 7, 12)),
        ("Un navire, le 1er juillet 2023", date(2023, 7, 1)),
        ("Корабль, 8 января 2026", date(2026, 1, 8)),
        ("船 2024年3月5日", date(2024, 3, 5)),
        ("배 2024년 3월 5일", date(2024, 3, 5)),
        ("2023-02-04: a ship", date(2023, 2, 4)),
    ],
)
def test_reads_full_dates(caption: str, day: date) -> None:
    assert caption_day(caption) == day


@pytest.mark.parametrize(
    "caption",
    [
        "A ship leaves in 2021",
        "A ship leaves in February 2021",
        "A ship leaves on Saturday",
        "A ship, 4/2/2023",
        "May 35, 2023",
        "Section 12 March",
    ],
)
def test_what_is_no_full_date_gives_none(caption: str) -> None:
    assert caption_day(caption) is None


def test_the_first_possible_date_counts() -> None:
    assert caption_day("February 31, 2023 or March 1, 2023") == date(2023, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["Ships leave the harbour, May 4, 2023", "Ships in Porto, 21 May 2025. (Porto)", "Barcos, 21 de mayo de 2025."],
)
def test_knows_how_captions_end(text: str) -> None:
    assert ends_with_day(text)


@pytest.mark.parametrize(
    "text", ["The law passed on May 4, 2023.", "On May 4, 2023, the law passed.", "Ships leave the harbour,"]
)
def test_sentences_of_a_report_end_otherwise(text: str) -> None:
    assert not ends_with_day(text)


@pytest.mark.parametrize(
    "caption",
    ["FILE - A ship leaves", "FILE PHOTO: A ship leaves", "A file photograph shows a ship", "Ein Schiff (Archivbild)"],
)
def test_knows_archive_pictures(caption: str) -> None:
    assert is_file_photo(caption)


def test_a_lost_file_is_no_archive_picture() -> None:
    assert not is_file_photo("He lost the file on Monday")
