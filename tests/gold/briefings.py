"""Our briefings of the annotated articles, made once a session, and the figures they reach."""

from __future__ import annotations

from functools import cache

from briefbook.analysis import load_model
from briefbook.model import Briefing
from briefbook.pipeline import brief_all

from tests.gold.corpus import GoldArticle, corpus
from tests.gold.scoring import figures


@cache
def pairs() -> tuple[tuple[GoldArticle, Briefing], ...]:
    """Each annotated article with our briefing of it."""
    articles = corpus()
    return tuple(zip(articles, brief_all((item.article for item in articles), load_model()), strict=True))


@cache
def current() -> dict[str, float]:
    """The figures of the program as it is."""
    return figures(pairs())
