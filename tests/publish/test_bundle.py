"""The bundle: one folder, sorted, dated, the same bytes wherever it is made."""

from __future__ import annotations

import os
import time
import zipfile
from datetime import date

import pytest
from briefbook.publish.bundle import EPOCH, bundle_day, bundle_name, source_date_epoch, write_bundle


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    for name in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "actors/a.html",
        "assets/javascripts/bundle.min.js",
        "assets/javascripts/bundle.min.js.map",
        "assets/javascripts/lunr/wordcut.js",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
        "assets/logo.png",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"content of {name}\n" * 50, encoding="utf-8")
    return folder


def pack(site, target, **options):
    write_bundle(site, target, folder="briefbook-x-offline", day=date(2023, 2, 5), **options)
    return zipfile.ZipFile(target)


def names(bundle):
    return [name.removeprefix("briefbook-x-offline/") for name in bundle.namelist()]


def test_holds_one_folder_sorted_without_what_is_not_needed(site, tmp_path):
    bundle = pack(site, tmp_path / "x.zip")

    assert {name.partition("/")[0] for name in bundle.namelist()} == {"briefbook-x-offline"}
    assert names(bundle) == ["actors/a.html", "assets/javascripts/bundle.min.js", "assets/logo.png", "index.html"]


def test_keeps_the_language_packs_that_the_search_uses(site, tmp_path):
    kept = names(pack(site, tmp_path / "x.zip", languages=frozenset({"de"})))

    assert "assets/javascripts/lunr/min/lunr.de.min.js" in kept
    assert "assets/javascripts/lunr/min/lunr.stemmer.support.min.js" in kept
    assert "assets/javascripts/lunr/wordcut.js" not in kept


def test_content_is_whole_and_compressed(site, tmp_path):
    bundle = pack(site, tmp_path / "x.zip")

    assert bundle.testzip() is None
    assert bundle.read("briefbook-x-offline/index.html") == (site / "index.html").read_bytes()
    assert bundle.getinfo("briefbook-x-offline/index.html").compress_type == zipfile.ZIP_DEFLATED
    assert bundle.getinfo("briefbook-x-offline/assets/logo.png").compress_type == zipfile.ZIP_STORED


def test_bears_the_day_of_the_book_and_plain_permissions(site, tmp_path):
    for entry in pack(site, tmp_path / "x.zip").infolist():
        assert entry.date_time == (2023, 2, 5, 0, 0, 0)
        assert entry.external_attr >> 16 == 0o100644


def test_same_bytes_whatever_the_clock_zone_and_permissions(site, tmp_path, monkeypatch):
    pack(site, tmp_path / "a.zip")
    for path in site.rglob("*"):
        os.utime(path, (1, 1))
    (site / "index.html").chmod(0o600)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        pack(site, tmp_path / "b.zip")
    finally:
        monkeypatch.undo()
        time.tzset()

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ([], EPOCH),
        ([date(2023, 2, 5)], date(2023, 2, 5)),
        ([date(2024, 1, 1), date(2023, 2, 5)], date(2024, 1, 1)),
        ([date(1914, 6, 28)], EPOCH),
    ],
)
def test_day_of_a_book(days, day):
    assert bundle_day(days) == day


@pytest.mark.parametrize(("day", "seconds"), [(EPOCH, 315532800), (date(2023, 2, 5), 1675555200)])
def test_day_in_seconds(day, seconds):
    assert source_date_epoch(day) == seconds


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Cairo talks 2023", "briefbook-cairo-talks-2023-offline"),
        ("Briefbook", "briefbook-book-offline"),
        ("Briefbook: an example", "briefbook-an-example-offline"),
        ("../../etc", "briefbook-etc-offline"),
        ("مباحثات القاهرة", "briefbook-book-offline"),
        ("x" * 200, "briefbook-" + "x" * 60 + "-offline"),
    ],
)
def test_name(title, name):
    assert bundle_name(title) == name
