"""What a reader does with the book, hosted and from disk: search, follow a citation, read it anywhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "actors/",
    "meetings/",
    "timeline/",
    "statements/",
    "places/",
    "credits/",
    "articles/",
    "about/",
    "provenance/",
]


def search(visit, words):
    """Type words into the search and give the titles and addresses it finds."""
    page = visit.page
    page.keyboard.press("/")
    page.locator("input.md-search__input").type(words, delay=20)
    first = page.locator(".md-search-result__item").first
    expect(first).to_be_visible(timeout=15_000)
    links, found = page.locator("a.md-search-result__link"), None
    while found != (found := links.evaluate_all("all => all.map(one => [one.innerText, one.getAttribute('href')])")):
        page.wait_for_timeout(300)  # each letter typed gives another list
    return found


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("al-Nakhaleh", "ziyad-al-nakhaleh"),
        ("alNakhaleh", "ziyad-al-nakhaleh"),
        ("PIJ", "palestinian-islamic-jihad"),
        ("Haniyeh", "haniyeh"),
        ("haniya", "haniyeh"),
        ("al nakhala", "ziyad-al-nakhaleh"),
        ("ABBAS", "mahmoud-abbas"),
    ],
)
def test_search_finds_actors_by_any_name(visit, words, page):
    visited = visit()

    found = search(visited, words)

    assert any(f"actors/{page}" in href or page in href for _, href in found[:5]), found
    assert visited.outside == []
    assert visited.complaints == []


def test_search_hears_what_was_pasted(visit):
    """Words that are pasted, spoken or put together by an input method come without a key."""
    page = visit().page
    page.keyboard.press("/")

    page.locator("input.md-search__input").fill("al-Nakhaleh")

    expect(page.locator("a.md-search-result__link").first).to_contain_text("Nakhaleh")


def test_search_shows_no_words_that_are_on_no_page(visit):
    visited = visit()
    search(visited, "Nakhaleh")

    shown = visited.page.locator(".md-search-result__list").inner_text()
    assert "Nakhaleh" in shown
    assert "alNakhaleh" not in shown
    assert "Nakhalah" not in shown


def test_a_result_shows_the_sentence_in_which_a_plain_form_was_found(visit):
    """Typed `haniya`, the sentence with `Haniyeh` tells why a page is a result."""
    visited = visit()
    search(visited, "haniya")

    teaser = visited.page.locator(".md-search-result__list").inner_text()
    assert "Haniyeh" in teaser.replace("Person: Ismail Haniyeh", "")


def test_search_result_opens(visit):
    visited = visit()
    search(visited, "al-Nakhaleh")

    visited.page.locator("a.md-search-result__link").first.click()
    visited.page.wait_for_load_state()

    expect(visited.page.locator("h1").first).to_be_visible()
    assert "Nakhaleh" in visited.page.locator("article").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_no_request_leaves_and_nothing_complains(visit, path):
    visited = visit(path)
    visited.page.wait_for_load_state("networkidle")

    assert visited.page.locator("h1").count() == 1
    assert visited.outside == []
    assert visited.complaints == []


def opened_note(page, mark):
    """The quotation that a citation's mark opens."""
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(note).to_be_visible()
    return note


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("how", ["click", "keyboard"])
def test_citation_opens_and_leads_to_its_sentence(visit, script, how):
    visited = visit(script=script)
    page = visited.page
    mark = page.locator("article button.bb-cite").first
    mark.scroll_into_view_if_needed()
    if how == "click":
        mark.click()
    else:
        mark.focus()
        page.keyboard.press("Enter")
    note = opened_note(page, mark)
    quoted = " ".join(note.inner_text().split())
    link = note.locator("a[href*='#']").first
    anchor = link.get_attribute("href").partition("#")[2]

    link.click()
    page.wait_for_url(f"**#{anchor}")

    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()
    sentence = " ".join(target.inner_text().split())
    assert len(sentence) > 20
    assert sentence[:20] in quoted
    assert (visited.outside, visited.complaints) == ([], [])


def test_a_request_that_leaves_would_be_seen(visit):
    """The tests above must be able to fail."""
    visited = visit()

    visited.page.evaluate(
        "new Promise(done => { const i = new Image(); i.onerror = done; i.src = 'http://example.org/x.png'; })"
    )

    assert visited.outside == ["http://example.org/x.png"]
    assert visited.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1300])
@pytest.mark.parametrize("path", ["", "actors/", "meetings/", "timeline/"])
def test_fits_the_screen(visit, path, width, scheme):
    page = visit(path, width=width, scheme=scheme).page

    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"


def test_reads_without_script(visit):
    visited = visit(script=False)

    text = visited.page.locator("article").inner_text()
    assert "Egypt" in text
    assert visited.outside == []


def test_dark_is_dark(visit):
    shades = {}
    for scheme in ("light", "dark"):
        page = visit(scheme=scheme).page
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))

    assert shades["dark"] < 200 < shades["light"]
