"""Fixtures shared by all tests: the language model, loaded once, and short ways from text to document to briefing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from briefbook.analysis import AnalysedDocument, LoadedModel, analyse, load_model
from briefbook.model import Article, Block, BlockKind, Briefing, Source
from hypothesis import HealthCheck, settings

# Property tests run the same on a busy machine, and on every run.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def make_article(paragraphs: Sequence[str], *, headline: str | None = None, published: str | None = None) -> Article:
    """An article in memory: an optional headline and paragraphs."""
    kinds = [(BlockKind.HEADLINE, headline)] if headline else []
    kinds += [(BlockKind.PARAGRAPH, text) for text in paragraphs]
    blocks = tuple(Block(number=n, kind=kind, text=text or "") for n, (kind, text) in enumerate(kinds))
    return Article(
        id="test",
        source=Source(path="test.txt", sha256="0" * 64),
        blocks=blocks,
        headline=headline,
        date_published=published,
        language="en",
    )


@pytest.fixture(scope="session")
def language_model() -> LoadedModel:
    """The default language model."""
    return load_model()


@pytest.fixture(scope="session")
def analysed(language_model: LoadedModel) -> Callable[..., AnalysedDocument]:
    """`analysed("Paragraph.", "Another.", headline=..., published=...)` gives the analysed document."""

    def make(*paragraphs: str, headline: str | None = None, published: str | None = None) -> AnalysedDocument:
        return analyse(make_article(paragraphs, headline=headline, published=published), language_model)

    return make


@pytest.fixture(scope="session")
def briefed(analysed: Callable[..., AnalysedDocument], language_model: LoadedModel) -> Callable[..., Briefing]:
    """`briefed("Paragraph.", headline=..., published=...)` runs the whole pipeline and gives the briefing."""
    from briefbook.pipeline import brief  # all rooms: tests of one room do not wait for them

    def make(*paragraphs: str, headline: str | None = None, published: str | None = None) -> Briefing:
        return brief(analysed(*paragraphs, headline=headline, published=published), language_model)

    return make
