"""What pages say of themselves, marked in many ways; the cases of `heads.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.model import Article, BlockKind
from briefbook.sources.html.page import read_html

from tests.golden import differences, judge

CASES = yaml.safe_load(Path(__file__).with_name("heads.yaml").read_text("utf-8"))
PAGE = """<!doctype html><html lang="en"><head><title>Harbour reopens after the storm</title>{head}</head><body>
<header><nav><a href="/">Home</a></nav></header><main><article><h1>Harbour reopens after the storm</h1>
{top}
<div class="article-body"><p>The harbour was opened again on Monday after two weeks of repairs, the port authority said.</p>
<p>Ferries and freighters had waited outside the breakwater, and crews were glad to get ashore, a pilot told reporters.</p>
<p>The storm had sunk eleven boats and torn the roof from the fish market, which will stay closed until the autumn.</p></div>
</article></main><footer>All rights reserved</footer></body></html>"""


def read(case: dict[str, Any]) -> Article:
    page = PAGE.format(head=case.get("head", ""), top=case.get("top", ""))
    (article,) = read_html(Path("page.html"), page.encode())
    return article


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_reads_what_the_page_says_of_itself(case: dict[str, Any]) -> None:
    article = read(case)
    problems = differences("headline", article.headline, "Harbour reopens after the storm")
    if "authors" in case:
        problems += differences("authors", list(article.authors), case["authors"])
    if "date" in case:
        problems += differences("date", article.date_published, case["date"])
    if "standfirst" in case:
        stated = [block.text for block in article.blocks if block.kind is BlockKind.STANDFIRST]
        problems += differences("standfirst", stated, [case["standfirst"]])
    paragraphs = [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    problems += differences("paragraphs", len(paragraphs), 3)
    judge(case, problems)
