"""Saved page -> Article: metadata, body and figures put together in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.html.body import BodyText, read_body, take_embeds
from briefbook.sources.html.figures import Figure, take_figures
from briefbook.sources.html.furniture import clean, take_link_blocks
from briefbook.sources.html.layout import placed, read_layout, with_standfirst
from briefbook.sources.html.metadata import PageMetadata, read_metadata
from briefbook.sources.html.outline import mended, read_outline
from briefbook.sources.html.scripted import fill_in
from briefbook.sources.html.structured import read_structured
from briefbook.sources.html.tree import parse, part_at_breaks


def read_html(path: Path, data: bytes) -> Iterator[Article]:
    """Read one saved page.

    Raises:
        SourceError: It holds no HTML, or no article text.
    """
    tree = parse(data, path)
    structured = read_structured(tree)
    metadata = read_metadata(tree, structured)
    fill_in(tree, structured)
    part_at_breaks(tree)
    figures = take_figures(tree)
    layout = read_layout(tree, figures)
    for figure in figures:
        figure.element.drop_tree()
    omitted = [*take_embeds(tree), *take_link_blocks(tree)]
    outline = read_outline(tree)
    body, furniture = clean(mended(read_body(tree), outline), metadata.authors)
    if not body:
        raise SourceError("no article text found on this page: expected a saved news page", path=path)
    content = placed(with_standfirst(body, metadata, layout), figures, layout)
    yield _article(path, data, metadata, content, (*omitted, *furniture))


def _article(
    path: Path, data: bytes, metadata: PageMetadata, content: list[BodyText | Figure], omitted: tuple[str, ...]
) -> Article:
    builder = ArticleBuilder(path, data, language=metadata.language)
    builder.add(BlockKind.HEADLINE, metadata.headline)
    for item in content:
        if isinstance(item, BodyText):
            builder.add(item.kind, item.text)
        else:
            builder.add_read_image(
                item.printed,
                caption=item.caption,
                credit_line=item.credit_line,
                alt_text=item.alt_text,
                url=item.url,
            )
    return builder.build(
        visible_headline=metadata.visible_headline,
        authors=metadata.authors,
        publisher=metadata.publisher,
        date_published=metadata.date_published,
        url=metadata.url,
        omitted=omitted,
    )
