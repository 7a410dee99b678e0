"""The headline that the metadata states, and the one a reader sees."""

from __future__ import annotations

import pytest
from briefbook.sources.html.headlines import Headlines, read_headlines
from briefbook.sources.html.structured import StructuredData
from lxml import html

SEEN = "Envoys meet on the lake for a second day"
SEARCHED = "Lake talks: envoys of Norland and Ostria meet again"


def headlines(
    body: str, *, stated: str | None = None, title: str = "", og: str | None = None, site: str | None = None
) -> Headlines:
    """The headlines of a page with this body; `stated` is JSON-LD's."""
    tree = html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    meta = {key: value for key, value in (("og:title", og), ("og:site_name", site)) if value}
    return read_headlines(tree, StructuredData(article={"headline": stated} if stated else {}), meta, site)


@pytest.mark.parametrize(
    ("body", "given", "chosen", "visible"),
    [
        pytest.param(f"<h1>{SEEN}</h1>", {"stated": SEEN}, SEEN, None, id="the same"),
        pytest.param(f"<h1>{SEEN}</h1>", {"stated": SEARCHED}, SEARCHED, SEEN, id="another one is kept beside"),
        pytest.param(f"<h1>{SEEN}.</h1>", {"stated": SEEN}, SEEN, None, id="a full stop makes none of its own"),
        pytest.param(f"<h1>{SEEN}</h1>", {"stated": f"{SEEN} | Lake Post"}, SEEN, None, id="a site's name behind"),
        pytest.param(
            f"<h1>{SEEN}</h1>", {"stated": f"{SEARCHED} | Lake Post", "site": "Lake Post"}, SEARCHED, SEEN, id="both at once"
        ),
        pytest.param("<h1>News</h1>", {"stated": SEARCHED}, SEARCHED, None, id="a section's name is none"),
        pytest.param(
            "<h1>The Lake Post and Courier</h1>", {"stated": SEARCHED, "site": "The Lake Post and Courier"}, SEARCHED, None,
            id="the publisher's name is none",
        ),
        pytest.param(
            f"<header><h1>The Lake Post, since 1850</h1></header><article><h1>{SEEN}</h1></article>", {"stated": SEARCHED},
            SEARCHED, SEEN, id="the page's head is passed over",
        ),
        pytest.param(
            f"<article><header><h1>{SEEN}</h1></header></article>", {"stated": SEARCHED}, SEARCHED, SEEN,
            id="the article's own head is not",
        ),
        pytest.param(
            f"<h1>Weather for the whole coast</h1><h1>{SEEN}</h1>", {"stated": SEARCHED}, SEARCHED, SEEN,
            id="of several, the one that shares most words",
        ),
        pytest.param(
            '<div class="related-articles"><h1>A lake that envoys love</h1></div>', {"stated": SEARCHED}, SEARCHED, None,
            id="a teaser's is none",
        ),
        pytest.param(f"<h1>{SEEN}</h1>", {}, SEEN, None, id="no metadata"),
        pytest.param("", {"title": SEARCHED}, SEARCHED, None, id="the window's title"),
        pytest.param("", {"og": f"{SEARCHED} - Lake Post", "site": "Lake Post"}, SEARCHED, None, id="Open Graph"),
        pytest.param("", {}, None, None, id="none at all"),
    ],
)  # fmt: skip
def test_headline_and_visible_headline(
    body: str, given: dict[str, str], chosen: str | None, visible: str | None
) -> None:
    assert headlines(body, **given) == Headlines(chosen, visible)


def test_a_headline_of_another_article_is_not_taken_for_the_same_with_decoration() -> None:
    assert headlines(f"<h1>{SEEN}</h1>", stated=f"{SEEN} and a third").chosen == f"{SEEN} and a third"
