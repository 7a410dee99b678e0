"""Where in an article a citation stands, in words."""

from __future__ import annotations

from briefbook.model import Article, BlockKind, Citation


def whereabouts(article: Article, citation: Citation) -> str:
    """Where in the article a citation stands, in words: `paragraph 4`, `headline`."""
    kind = article.blocks[citation.block].kind
    if kind is not BlockKind.PARAGRAPH:
        return {BlockKind.CAPTION: "image caption", BlockKind.SUBHEAD: "subheading"}.get(kind, kind.value)
    return f"paragraph {sum(b.kind is BlockKind.PARAGRAPH for b in article.blocks[: citation.block + 1])}"
