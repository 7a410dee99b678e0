"""Dates and times as pages state them, in machine formats and in words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from briefbook.sources.instants import most_precise, parse_instant, written_instant
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024-09-17T07:45:00+01:00", "2024-09-17T07:45:00+01:00", id="ISO with zone"),
        pytest.param("2024-09-17T06:45:00Z", "2024-09-17T06:45:00+00:00", id="Zulu"),
        pytest.param("2024-09-17 06:45:10.250+0200", "2024-09-17T06:45:10+02:00", id="space, fraction, no colon"),
        pytest.param("2024-09-17T06:45:00", "2024-09-17", id="a clock without zone names no instant"),
        pytest.param("20240917", "2024-09-17", id="compact"),
        pytest.param("Tue Sep 17 2024 05:44:06 GMT+0000", "2024-09-17T05:44+00:00", id="script's own format"),
        pytest.param("Tue, 17 Sep 2024 05:44:06 +0200", "2024-09-17T05:44:06+02:00", id="RFC 5322"),
        pytest.param("Published 6:05 PM EST Nov. 19, 2019", "2019-11-19T18:05-05:00", id="written, American"),
        pytest.param("12:10 a.m. PDT July 4, 2020", "2020-07-04T00:10-07:00", id="after midnight"),
        pytest.param("3 March 2021", "2021-03-03", id="written, day first"),
        pytest.param("0001-01-01T00:00:00Z", None, id="placeholder"),
        pytest.param("2024-13-45", None, id="no such day"),
        pytest.param("soon", None, id="no date"),
    ],
)
def test_date_strings_become_iso_as_precise_as_stated(text: str, expected: str | None) -> None:
    assert parse_instant(text) == expected


def test_a_zoned_instant_of_the_same_day_is_preferred_to_a_bare_day() -> None:
    assert most_precise(["2024-09-17", "junk", "2024-09-17T07:45:00+01:00"]) == "2024-09-17T07:45:00+01:00"


def test_an_instant_of_another_day_does_not_replace_the_first_day() -> None:
    assert most_precise(["2024-09-17", "2024-10-01T07:45:00+01:00"]) == "2024-09-17"


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("Published May 4, 2023", "2023-05-04"),
        ("Sat 4 May 2024 12.42 CEST", "2024-05-04T12:42+02:00"),
        ("December 22, 20235:00 AM EST", "2023-12-22T05:00-05:00"),
        ("4 May 2023 9:33pm", "2023-05-04"),
        ("Stand: 04.05.2023, 12:30 Uhr", "2023-05-04"),
        ("25/05/2025 21:57 h", "2025-05-25"),
        ("05/25/2025", "2025-05-25"),
        ("4/5/2023", None),
        ("Yesterday", None),
        ("4 May 2023 11:42 IST", "2023-05-04"),
        ("Oct. 19, 2025 10:22 AM PT", "2025-10-19T10:22-07:00"),
        ("January 6, 2025 5:04 PM ET", "2025-01-06T17:04-05:00"),
        ("July 6, 2025 5 p.m. CT", "2025-07-06T17:00-05:00"),
        ("10.jun.2025 às 18h42", "2025-06-10"),
        ("July 14, 20256:12 PM GMT+2Updated July 14, 2025", "2025-07-14T18:12+02:00"),
        ("July 14, 2025 6:12 PM GMT+5:75", "2025-07-14"),
        ("10-Jun-2025", "2025-06-10"),
        ("25 Nov, 2025 05:00 PM4 mins to read", "2025-11-25"),
    ],
)
def test_dates_are_read_as_precisely_as_stated(line: str, instant: str | None) -> None:
    assert written_instant(line) == instant


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        pytest.param("Publié le 4 mai 2023 à 18h05 CEST", "2023-05-04T18:05+02:00", id="French clock"),
        pytest.param("Publicado el 4 de mayo de 2023", "2023-05-04", id="Spanish"),
        pytest.param("Veröffentlicht am 4. Mai 2023 um 18:05 MESZ", "2023-05-04T18:05+02:00", id="German"),
        pytest.param("2023년 5월 4일 18:05 KST", "2023-05-04T18:05+09:00", id="Korean"),
        pytest.param("2023年5月4日 18:05 JST", "2023-05-04T18:05+09:00", id="Japanese"),
        pytest.param("2023.05.04. 18:05", "2023-05-04", id="year first, with full stops"),
        pytest.param("2023/05/04 18:05 (GMT+9)", "2023-05-04T18:05+09:00", id="offset of one figure"),
        pytest.param("Thu May 04 2023 18:05:10 GMT+0200", "2023-05-04T18:05+02:00", id="offset after GMT"),
        pytest.param("4 May 2023 10:05 GMT+5:75", "2023-05-04", id="an offset that no clock has"),
        pytest.param("May 4, 2023 at 6 p.m. ET", "2023-05-04T18:00-04:00", id="the day tells which of two offsets"),
        pytest.param("4 May 2023 at 18:05 IST", "2023-05-04", id="a zone that three countries use"),
        pytest.param("31/02/2023", None, id="no such day"),
        pytest.param("13/13/2023", None, id="no such month"),
        pytest.param("2023.13.04", None, id="year first, no such month"),
        pytest.param("In 2023 the harbour closed", None, id="a year alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_written_dates_of_many_languages(line: str, instant: str | None) -> None:
    assert written_instant(line) == instant


@given(
    st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2090, 1, 1)),
    st.integers(min_value=-12 * 4, max_value=14 * 4),
)
def test_every_iso_instant_comes_back_as_the_same_instant(moment: datetime, quarters: int) -> None:
    zoned = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=15 * quarters)))

    assert datetime.fromisoformat(parse_instant(f"Published: {zoned.isoformat()}") or "") == zoned


@given(st.text(max_size=60))
def test_any_text_gives_an_iso_date_or_nothing(text: str) -> None:
    for found in (parse_instant(text), written_instant(text)):
        assert found is None or datetime.fromisoformat(found)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([], None, id="nothing stated"),
        pytest.param(["soon", "2024-09-17"], "2024-09-17", id="what is no date is passed over"),
        pytest.param(["2024-09-17", "2024-09-18T01:00:00+02:00"], "2024-09-18T01:00:00+02:00", id="over midnight"),
        pytest.param(["2024-09-17T06:00:00Z", "2024-09-16"], "2024-09-17T06:00:00+00:00", id="the first is precise"),
    ],
)
def test_the_most_precise_of_several(texts: list[str], expected: str | None) -> None:
    assert most_precise(texts) == expected
