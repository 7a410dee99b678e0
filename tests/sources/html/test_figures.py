"""Pictures in the many ways in which pages mark them; the cases of `figures.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from briefbook.model import Article
from briefbook.sources.html.page import read_html

from tests.golden import differences, judge

CASES = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text("utf-8"))
PAGE = """<!doctype html><html lang="en"><head><title>Harbour reopens after the storm</title></head><body>
<header><nav><a href="/">Home</a></nav></header><main><article><h1>Harbour reopens after the storm</h1>
<p>The harbour was opened again on Monday after two weeks of repairs, the port authority said in a short statement.</p>
{markup}
<p>Ferries and freighters had waited outside the breakwater, and crews were glad to get ashore, a pilot told reporters.</p>
<p>The storm had sunk eleven boats and torn the roof from the fish market, which will stay closed until the autumn.</p>
</article></main><footer>All rights reserved</footer></body></html>"""


def read(markup: str) -> Article:
    (article,) = read_html(Path("page.html"), PAGE.format(markup=markup).encode())
    return article


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_reads_the_picture(case: dict[str, Any]) -> None:
    article = read(case["markup"])
    problems = differences("pictures", len(article.images), 1)
    for image in article.images:
        problems += differences("caption", image.caption, case["caption"])
        problems += differences("credit line", image.credit_line, case["credit"])
        problems += differences("address", image.url, case.get("url", image.url))
    kept = [block.text for block in article.blocks if block.kind.value == "paragraph"]
    problems += differences("paragraphs", len(kept), 3)
    judge(case, problems)
