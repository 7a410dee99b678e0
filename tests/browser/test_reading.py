"""Quotations on hover, and tables that filter and sort, hosted and from disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def rows(page):
    """The visible rows of the page's table."""
    return page.locator(".bb-table tbody tr:visible")


@pytest.mark.parametrize("width", [390, 1300])
def test_a_table_is_filtered_by_status_and_the_address_keeps_it(visit, width):
    visited = visit("meetings/", width=width)
    page = visited.page
    everything = rows(page).count()

    page.get_by_label("Status").select_option("held")

    held = rows(page).count()
    assert 0 < held < everything
    assert set(page.locator(".bb-table tbody tr:visible .bb-status").all_inner_texts()) == {"held"}
    assert "status=held" in page.url
    page.reload()
    assert rows(page).count() == held
    page.get_by_label("Status").select_option("")
    assert rows(page).count() == everything
    assert "#" not in page.url
    assert (visited.outside, visited.complaints) == ([], [])


def test_the_text_filter_knows_no_accents_and_no_capitals(visit):
    page = visit("actors/").page

    page.get_by_label("Filter", exact=True).fill("NÁKHALEH")

    assert rows(page).count() >= 1
    assert all("Nakhaleh" in words for words in rows(page).all_inner_texts())
    expect(page.locator(".bb-filter-count")).to_contain_text(" of ")


@pytest.mark.parametrize("width", [390, 1300])
def test_a_table_is_sorted_by_a_column_both_ways_and_back(visit, width):
    page = visit("actors/", width=width).page
    own = page.locator(".bb-actors tbody td:first-child").all_inner_texts()
    names = sorted(own, key=str.lower)
    button = page.get_by_role("button", name="Name", exact=True)

    button.click()
    assert page.locator(".bb-actors tbody td:first-child").all_inner_texts() == names
    button.click()
    assert page.locator(".bb-actors tbody td:first-child").all_inner_texts() == names[::-1]
    button.click()
    assert page.locator(".bb-actors tbody td:first-child").all_inner_texts() == own


def test_tables_are_complete_without_script(visit):
    with_script = rows(visit("actors/").page).count()
    page = visit("actors/", script=False).page

    assert rows(page).count() == with_script
    assert page.locator(".bb-filter").count() == 0


def test_a_quotation_opens_under_the_pointer_and_goes_with_it(visit):
    visited = visit()
    page = visited.page
    mark = page.locator("article button.bb-cite").first
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")

    mark.hover()
    expect(note).to_be_visible()
    page.mouse.move(5, 500)
    expect(note).to_be_hidden()
    mark.hover()
    mark.click()
    page.mouse.move(5, 500)
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    assert visited.complaints == []


def test_quotations_are_notes_on_paper(visit):
    page = visit().page
    note = page.locator(".bb-note").first
    expect(note).to_be_hidden()

    page.emulate_media(media="print")

    expect(note).to_be_visible()
    expect(page.locator(".bb-filter, .md-header, .bb-pager").first).to_be_hidden()


def test_a_script_in_the_text_does_not_run_when_hosted(browser, built, hosted):
    """What the escaping would have to let through first is refused by the page's policy."""
    path = built / "site" / "about" / "index.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</article>", "<script>document.title='taken'</script></article>"), encoding="utf-8")
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    try:
        page.goto(f"{hosted}about/")
        title = page.title()
    finally:
        page.close()
        path.write_text(text, encoding="utf-8")

    assert "taken" not in title
    assert any("Content Security Policy" in line for line in said)


def test_no_page_can_ask_another_host(visit):
    visited = visit()

    answer = visited.page.evaluate("fetch('http://example.org/x').then(() => 'asked', error => 'refused')")

    assert answer == "refused"
    assert any("Content Security Policy" in line for line in visited.complaints)
