"""`make bench`: what reading and the rooms cost beside trafilatura and the language model, and a page of the site.

Extraction runs in one process on the same text, and the processor's time counts, the better of two runs; so other work on the
machine hurts less.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from briefbook.analysis import load_model
from briefbook.analysis.analyse import BATCH_SIZE, analyse_all
from briefbook.compose import collect
from briefbook.config import Settings, load_settings
from briefbook.model import Article
from briefbook.pipeline import brief_all, make_pages
from briefbook.publish import build_site, bundle_day, create_book
from briefbook.sources.html import read_html
from trafilatura import bare_extraction

from tests.bench.articles import make_articles
from tests.bench.pages import make_page

ARTICLES = 100
ROUNDS = 2
MOST_OF_MODEL = 1.25
"""Everything together may take this many times what the language model alone takes."""

MOST_OF_TRAFILATURA = 1.3
"""Reading a saved page may take this many times what trafilatura takes to find its text alone."""


def best(work: Callable[[], object], clock: Callable[[], float] = time.process_time, rounds: int = ROUNDS) -> float:
    """The shortest of several runs in seconds of this process."""
    times = []
    for _ in range(rounds):
        began = clock()
        work()
        times.append(clock() - began)
    return min(times)


def extraction(articles: tuple[Article, ...]) -> float:
    """Print what extraction costs beside the model; the ratio."""
    model = load_model()
    texts = [block.text for article in articles for block in article.blocks]
    words = sum(len(text.split()) for text in texts)
    list(brief_all(articles[:5], model))
    alone = best(lambda: list(model.nlp.pipe(texts, batch_size=BATCH_SIZE)))
    analysis = best(lambda: list(analyse_all(articles, model)))
    whole = best(lambda: list(brief_all(articles, model)))
    print(f"{len(articles)} articles, {len(texts)} blocks, {words} words")
    print(f"language model alone   {alone:7.2f} s  {words / alone:8.0f} words/s  ratio 1.00")
    print(f"analysis               {analysis:7.2f} s  {words / analysis:8.0f} words/s  ratio {analysis / alone:.2f}")
    print(
        f"extraction, everything {whole:7.2f} s  {words / whole:8.0f} words/s  ratio {whole / alone:.2f} (at most {MOST_OF_MODEL})"
    )
    return whole / alone


def in_turn(works: Sequence[Sequence[Callable[[], object]]], rounds: int = ROUNDS) -> list[float]:
    """Seconds of this process for several ways to do the same pieces, each piece done by all of them in turn.

    What else the machine does then hurts all of them alike; the shortest of several rounds counts for each piece.
    """
    times = [[math.inf] * len(work) for work in works]
    for _ in range(rounds):
        for piece in range(len(works[0])):
            for way, work in enumerate(works):
                began = time.process_time()
                work[piece]()
                times[way][piece] = min(times[way][piece], time.process_time() - began)
    return [sum(each) for each in times]


def pages(articles: tuple[Article, ...]) -> float:
    """Print what reading saved pages costs beside trafilatura, which finds only their text; the ratio."""
    titles = [article.headline or article.id for article in articles]
    saved = [make_page(article, titles[:40]) for article in articles]
    path = Path("page.html")
    texts = [data.decode() for data in saved]
    text_alone, with_metadata, reading = in_turn(
        [
            [partial(bare_extraction, text, with_metadata=False) for text in texts],
            [partial(bare_extraction, text, with_metadata=True) for text in texts],
            [lambda data=data: list(read_html(path, data)) for data in saved],
        ]
    )
    print(f"{len(saved)} saved pages, {sum(map(len, saved)) / len(saved) / 1000:.0f} kB each")
    print(f"trafilatura, text      {text_alone:7.2f} s  {1000 * text_alone / len(saved):8.1f} ms/page  ratio 1.00")
    print(f"... and metadata       {with_metadata:7.2f} s  ratio {with_metadata / text_alone:.2f}")
    print(
        f"reading, with pictures {reading:7.2f} s  {1000 * reading / len(saved):8.1f} ms/page  "
        f"ratio {reading / text_alone:.2f} (at most {MOST_OF_TRAFILATURA})"
    )
    return reading / text_alone


def site(articles: tuple[Article, ...]) -> None:
    """Print what pages, site and bundle of a book cost."""
    model = load_model()
    briefings = tuple(brief_all(articles, model))
    book = collect("Bench", briefings)
    began = time.perf_counter()
    pages = make_pages(Settings(), book)
    print(f"pages                  {time.perf_counter() - began:7.2f} s  {len(pages)} files")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "bench"
        create_book(root)
        began = time.perf_counter()
        built = build_site(load_settings(root), pages, bundle_day([]))
        seconds = time.perf_counter() - began
        size = built.bundle.stat().st_size / 1e6
    print(f"site and bundle        {seconds:7.2f} s  {1000 * seconds / len(pages):.1f} ms a page, bundle {size:.1f} MB")


def help_text() -> None:
    """Print how long `briefbook --help` takes."""
    command = [sys.executable, "-m", "briefbook", "--help"]
    seconds = best(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True), time.perf_counter, 5)
    print(f"briefbook --help       {seconds:7.2f} s  (at most 0.3)")


def main() -> int:
    """Run all; the exit status is 1 when extraction, or the reading of pages, costs too much."""
    articles = make_articles(ARTICLES)
    help_text()
    reading = pages(articles)
    ratio = extraction(articles)
    site(articles)
    return 0 if ratio <= MOST_OF_MODEL and reading <= MOST_OF_TRAFILATURA else 1


if __name__ == "__main__":
    sys.exit(main())
