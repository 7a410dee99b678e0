"""What a reader sees and touches: figures, bars, zoom, motion, paper, and the page for links that lead nowhere."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

ARTICLE = "egypt-invites-hamas-islamic-jihad-leaders"
PAGES = [
    "", "articles/", "actors/", "actors/mahmoud-abbas/", "meetings/", "timeline/", "statements/", "places/", "credits/",
    f"sources/{ARTICLE}/", "data/", "about/", "method/", "formats/", "settings/", "provenance/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_400_percent(visit, path):
    """WCAG 1.4.10: 1280 pixels at 400 % are 320."""
    page = visit(path, width=320).page
    page.wait_for_timeout(300)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_sign_on_the_map_leads_to_its_place(visit):
    visited = visit("places/")
    page = visited.page

    page.locator(".bb-figure--map a", has_text="Cairo").first.click()

    anchor = page.url.partition("#")[2]
    assert anchor.startswith("place-cairo-")
    expect(page.locator("tr", has=page.locator(f"[id='{anchor}']"))).to_contain_text("Egypt")
    assert (visited.outside, visited.complaints) == ([], [])


@pytest.mark.parametrize("path", ["places/", "timeline/", "actors/mahmoud-abbas/"])
def test_figures_have_a_name_and_their_links_are_reached_by_keyboard(visit, path):
    page = visit(path).page
    figure = page.locator("svg.bb-drawing").first
    named, told = figure.get_attribute("aria-labelledby"), figure.get_attribute("aria-describedby")
    link = figure.locator("a").first

    assert page.locator(f"[id='{named}']").text_content()
    assert len(page.locator(f"[id='{told}']").text_content()) > 20
    link.focus()
    assert page.evaluate("document.activeElement.closest('svg') !== null")
    assert page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.href.baseVal")


OVERLAPPING = """all => {
  const boxes = all.map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, b]) => b.width);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  return boxes.flatMap(([one, a], n) => boxes.slice(n + 1).filter(([, b]) => meet(a, b)).map(([two]) => [one, two]));
}"""


@pytest.mark.parametrize("width", [320, 390, 1300])
@pytest.mark.parametrize("path", ["", "places/", "timeline/", "actors/", "actors/mahmoud-abbas/"])
def test_words_of_a_figure_do_not_run_into_each_other(visit, path, width):
    page = visit(path, width=width).page

    assert page.locator("svg.bb-drawing text").count() > 3
    for figure in page.locator("svg.bb-drawing").all():
        assert figure.locator("text").evaluate_all(OVERLAPPING) == []


@pytest.mark.parametrize("width", [390, 1300])
@pytest.mark.parametrize("path", ["timeline/", "places/", "actors/mahmoud-abbas/"])
def test_words_of_a_figure_stay_in_its_frame(visit, path, width):
    page = visit(path, width=width).page

    outside = page.locator("svg.bb-drawing").evaluate_all(
        """all => all.flatMap(svg => [...svg.querySelectorAll("text")]
          .filter(e => e.getBoundingClientRect().right > svg.getBoundingClientRect().right + 4).map(e => e.textContent))"""
    )
    assert outside == []


@pytest.mark.parametrize("width", [320, 390, 700, 1300])
@pytest.mark.parametrize("path", ["", "actors/", "meetings/", "timeline/", "statements/"])
def test_a_citation_never_begins_a_line(visit, path, width):
    """The small figure stays with the word that it follows."""
    page = visit(path, width=width).page

    alone = page.locator("article .bb-cites").evaluate_all(
        """all => all.filter(marks => {
          let before = marks.previousSibling;
          while (before && before.lastChild) before = before.lastChild;
          if (!before || !before.textContent.trim()) return false;
          const range = document.createRange();
          range.setStart(before, before.textContent.trimEnd().length - 1);
          range.setEnd(before, before.textContent.trimEnd().length);
          const word = range.getBoundingClientRect();
          return word.height > 0 && marks.querySelector("button").getBoundingClientRect().left < word.left;
        }).map(marks => marks.parentElement.textContent.slice(0, 80))"""
    )
    assert alone == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_drawn_in_the_colours_of_the_scheme(visit, scheme):
    page = visit("places/", scheme=scheme).page
    filled = "e => getComputedStyle(e).fill.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b)"

    sea = page.locator(".bb-sea").first.evaluate(filled)
    land = page.locator("path.bb-land").first.evaluate(filled)

    assert sea != land
    assert (sea > 384) == (scheme == "light")


def test_every_mark_on_the_map_is_wide_enough_for_a_finger(visit):
    page = visit("places/", width=390).page

    sizes = page.locator(".bb-figure--map a circle.bb-touch").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().width)"
    )

    assert sizes
    assert min(sizes) >= 22


def test_bars_are_in_proportion_and_lead_to_the_list(visit):
    page = visit("actors/").page
    widths = page.locator(".bb-bar-mention").evaluate_all("all => all.map(e => e.getBoundingClientRect().width)")
    numbers = page.locator(".bb-tally a", has_text="mention").all_inner_texts()

    counted = [int(words.split()[0]) for words in numbers]
    assert len(counted) == len(widths) > 5
    assert widths[counted.index(max(counted))] == max(widths)
    assert widths[counted.index(min(counted))] == min(widths)
    page.locator(".bb-tally a", has_text="mention").first.click()
    expect(page.get_by_role("heading", name="Every mention")).to_be_visible()


def test_numbers_are_sorted_as_numbers(visit):
    page = visit("actors/").page

    page.get_by_role("button", name="Named, quoted").click()

    cells = page.locator(".bb-actors tbody td:nth-child(5)").all_inner_texts()
    numbers = [int(words.split()[0]) for words in cells]
    assert numbers == sorted(numbers)
    assert numbers[0] < 9 <= max(9, numbers[-1])


def test_a_citation_is_opened_and_left_by_keyboard(visit):
    page = visit().page
    mark = page.locator("article .bb-summary button.bb-cite").first
    note = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")

    mark.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.bb-note') !== null")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_nothing_moves_for_who_wants_no_motion(visit):
    page = visit().page
    page.emulate_media(reduced_motion="reduce")

    longest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('body *')].map(e => parseFloat(getComputedStyle(e).transitionDuration)))"
    )

    assert longest < 0.01


@pytest.mark.parametrize("path", ["", "actors/mahmoud-abbas/", "places/"])
def test_paper_has_the_text_and_no_controls(visit, path):
    page = visit(path, scheme="dark").page

    page.emulate_media(media="print")

    for gone in (".md-header", ".md-sidebar", ".bb-crumbs", ".bb-pager", ".bb-filter"):
        for item in page.locator(gone).all():
            expect(item).to_be_hidden()
    expect(page.locator("article h1")).to_be_visible()
    ink = page.locator("article h1").evaluate("e => getComputedStyle(e).color")
    assert ink in ("rgb(0, 0, 0)", "rgba(0, 0, 0, 1)")


def printed(page):
    """The words of each sheet of A4, as the browser prints the page."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def test_every_sheet_of_a_long_table_has_its_head(visit):
    """Also with the script, whose buttons a browser does not paint a second time."""
    page = visit("actors/").page
    sheets = printed(page)

    tables = [sheet for sheet in sheets if "mentions" in sheet and "statement" in sheet or "1 mention" in sheet]
    assert len(tables) >= 2
    assert all("Named, quoted" in sheet and "Role" in sheet for sheet in tables)


@pytest.mark.parametrize("path", ["", "actors/mahmoud-abbas/", "actors/hamas/", "meetings/", "timeline/"])
def test_no_sheet_holds_the_foot_alone(visit, path):
    last = printed(visit(path).page)[-1]

    assert "Made by a program" in last
    assert len(" ".join(last.split())) > 200


def test_a_link_that_leads_nowhere_tells_where_the_book_begins(browser, hosted):
    page = browser.new_page()
    try:
        page.goto(f"{hosted}404.html")
        expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
        page.get_by_role("link", name="briefing", exact=True).click()
        expect(page.locator(".bb-summary")).to_be_visible()
    finally:
        page.close()
