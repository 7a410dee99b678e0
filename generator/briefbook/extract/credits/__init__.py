"""Read each image's credit into its parts, its date, and what lawful reuse still needs."""

from __future__ import annotations

from briefbook.model import Article, Finding, ImageCredit


def extract(article: Article) -> tuple[tuple[ImageCredit, ...], tuple[Finding, ...]]:
    """One `ImageCredit` for each image, in order, and findings."""
    return tuple(ImageCredit(image=number) for number in range(len(article.images))), ()
