"""The site engine run for real: hosted site and bundle, all or nothing, the same bytes everywhere."""

from __future__ import annotations

import json
import threading
import zipfile
from datetime import date

import pytest
from briefbook.config import load_settings
from briefbook.errors import BriefbookError, OutputError
from briefbook.model import Page
from briefbook.publish import BrokenLinkError, OutsideAddressError, SiteError, build_site
from briefbook.publish.engine import run_engine
from briefbook.publish.site import check_site

from tests.publish.books import MKDOCS, PAGES, make_book, snapshot

DAY = date(2023, 2, 5)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = make_book(tmp_path_factory.mktemp("book") / "one")
    return root, build_site(load_settings(root), PAGES, DAY)


def page(content: str) -> tuple[Page, ...]:
    return tuple(item if item.path != "index.md" else Page(path="index.md", content=content) for item in PAGES)


def test_makes_pages_site_and_bundle(built):
    root, result = built

    assert (root / "docs" / "actors" / "kamel.md").is_file()
    assert (root / "site" / "actors" / "kamel" / "index.html").is_file()
    assert (root / "site" / "about" / "index.html").is_file()
    assert result.bundle == root / "dist" / "briefbook-talks-offline.zip"
    assert sorted(path.name for path in root.iterdir()) == ["dist", "docs", "mkdocs.yml", "overrides", "seeds", "site"]


def test_bundle_is_linked_by_file_and_searches_by_script(built):
    _, result = built
    with zipfile.ZipFile(result.bundle) as bundle:
        home = bundle.read("briefbook-talks-offline/index.html").decode()
        index = bundle.read("briefbook-talks-offline/search/search_index.js").decode()

    assert 'href="actors/kamel.html"' in home
    assert 'src="assets/vendor/iframe-worker/shim.js"' in home
    assert index.startswith("var __index = {")
    assert "Jose Ramirez" in index


def test_hosted_site_searches_plain_forms(built):
    root, _ = built
    index = json.loads((root / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))

    assert any("Jose Ramirez" in entry["text"] for entry in index["docs"])


def test_search_dialog_has_a_name(built):
    root, _ = built

    assert 'role="dialog" aria-label="Search"' in (root / "site" / "index.html").read_text(encoding="utf-8")


def test_plain_mkdocs_builds_the_pages_as_they_lie(built, tmp_path):
    """Nothing essential is in the program: what is committed builds with the engine alone."""
    from briefbook.publish.engine import run_engine

    root, _ = built
    run_engine(root, root / "docs", tmp_path / "site", offline=False, epoch=0)

    assert (tmp_path / "site" / "actors" / "kamel" / "index.html").is_file()


@pytest.mark.slow
def test_same_bytes_in_another_folder_zone_and_locale(built, tmp_path, monkeypatch):
    root, first = built
    other = make_book(tmp_path / "Ganz anderer Ordner é" / "zwei")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    second = build_site(load_settings(other), PAGES, DAY)

    assert first.bundle.read_bytes() == second.bundle.read_bytes()
    assert snapshot(root / "site") == snapshot(other / "site")
    assert snapshot(root / "docs") == snapshot(other / "docs")


@pytest.mark.parametrize(
    ("mkdocs", "pages", "error", "said"),
    [
        pytest.param(
            MKDOCS, page("# T\n\n[gone](actors/gone.md)\n"), SiteError, "actors/gone.md", id="link to no page"
        ),
        pytest.param(MKDOCS, page("# T\n\n[x](actors/kamel.md#gone)\n"), SiteError, "gone", id="link to no anchor"),
        pytest.param(
            MKDOCS,
            page('# T\n\n<img src="https://pictures.example/1.jpg">\n'),
            OutsideAddressError,
            "img src loads",
            id="picture",
        ),
        pytest.param(
            MKDOCS,
            page('# T\n\n<iframe src="//video.example/1"></iframe>\n'),
            OutsideAddressError,
            "iframe",
            id="frame",
        ),
        pytest.param(MKDOCS, page('# T\n\n<a href="nowhere/">x</a>\n'), BriefbookError, "nowhere", id="link in HTML"),
        pytest.param(
            MKDOCS.replace("- search", "- no-such-plugin"), PAGES, SiteError, "no-such-plugin", id="unknown plugin"
        ),
        pytest.param(MKDOCS + "  nav: [", PAGES, SiteError, "parsing the configuration", id="broken settings"),
        pytest.param(
            MKDOCS.replace("font: false", "font: {text: Roboto}"), PAGES, OutsideAddressError, "fonts", id="font"
        ),
    ],
)
def test_failed_build_changes_nothing(tmp_path, mkdocs, pages, error, said):
    root = make_book(tmp_path / "book", mkdocs=MKDOCS)
    settings = load_settings(root)
    for name in ("site", "dist"):
        (root / name).mkdir()
        (root / name / "before.txt").write_text("as it was", encoding="utf-8")
    (root / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    before = snapshot(root)

    with pytest.raises(error, match=said) as caught:
        build_site(settings, pages, DAY)

    assert snapshot(root) == before
    assert "\n" not in str(caught.value)


def test_hand_written_page_in_the_way_stops_before_the_engine_runs(tmp_path, monkeypatch):
    root = make_book(tmp_path / "book")
    monkeypatch.setattr("briefbook.publish.site.run_engine", lambda *_, **__: pytest.fail("the engine ran"))

    with pytest.raises(OutputError, match="not made by briefbook"):
        build_site(load_settings(root), [*PAGES, Page(path="about.md", content="# Generated\n")], DAY)


def test_pages_that_are_no_longer_made_are_not_built(tmp_path):
    root = make_book(tmp_path / "book")
    settings = load_settings(root)
    build_site(settings, PAGES, DAY)

    build_site(settings, [*page("# Talks\n"), *()][:1] + list(PAGES[3:]), DAY)

    assert not (root / "docs" / "actors").exists()
    assert not (root / "site" / "actors").exists()
    assert (root / "site" / "about" / "index.html").is_file()


def test_check_builds_on_trial(tmp_path):
    root = make_book(tmp_path / "book")
    before = snapshot(root)

    check_site(load_settings(root), PAGES, DAY)
    with pytest.raises((SiteError, BrokenLinkError), match=r"gone\.md"):
        check_site(load_settings(root), page("# T\n\n[gone](gone.md)\n"), DAY)

    assert snapshot(root) == before


def test_hosted_site_and_bundle_are_built_side_by_side(tmp_path, monkeypatch):
    """Each waits for the other to have begun: one after the other, neither would end."""
    begun = threading.Barrier(2, timeout=30)

    def engine(*where, **how):
        begun.wait()
        run_engine(*where, **how)

    monkeypatch.setattr("briefbook.publish.site.run_engine", engine)

    assert build_site(load_settings(make_book(tmp_path)), PAGES, DAY).bundle.is_file()


@pytest.mark.parametrize("broken", [{"hosted"}, {"offline"}, {"hosted", "offline"}])
def test_a_failure_of_either_ends_the_build_with_nothing_changed(tmp_path, monkeypatch, broken):
    root = make_book(tmp_path)
    before = snapshot(root)

    def engine(root, docs, target, **how):
        if target.name in broken:
            raise SiteError([f"no {target.name} today"], path=docs)
        run_engine(root, docs, target, **how)

    monkeypatch.setattr("briefbook.publish.site.run_engine", engine)

    with pytest.raises(SiteError, match=f"no {sorted(broken)[0]} today"):
        build_site(load_settings(root), PAGES, DAY)
    assert snapshot(root) == before
