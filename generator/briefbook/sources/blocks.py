"""Building an article block by block: the one way every format makes its `Article`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from briefbook.grammar.credits import split_caption
from briefbook.model import Article, Block, BlockKind, ImageRecord, Source, naming
from briefbook.sources.picture import local_file, read_picture


class ArticleBuilder:
    """Collects blocks and images in reading order, then makes the article.

    Args:
        path: The file it is read from.
        data: The bytes its hash is taken of (of one line, where a file holds many articles).
        language: BCP 47 tag when it is known beforehand.
    """

    def __init__(self, path: Path, data: bytes, language: str | None = None) -> None:
        self._path = path
        self._source = Source(path=path.as_posix(), sha256=hashlib.sha256(data).hexdigest())
        self._id = slug(path.stem)
        self._blocks: list[Block] = []
        self._images: list[ImageRecord] = []
        self.language = language

    def add(self, kind: BlockKind, text: str | None) -> int | None:
        """Add a block with outer white space stripped; its number, or None when nothing is left."""
        stripped = (text or "").strip()
        if not stripped:
            return None
        self._blocks.append(Block(number=len(self._blocks), kind=kind, text=stripped))
        return len(self._blocks) - 1

    def add_image(
        self,
        printed: str | None,
        *,
        credit_line: str | None = None,
        alt_text: str | None = None,
        url: str | None = None,
        file: str | None = None,
    ) -> None:
        """Add an image with its caption as printed; a credit that the source gives apart is not searched for in it."""
        whole = (printed or "").strip()
        found = split_caption(whole)
        caption, credit = found.caption, found.credit_line
        if credit_line and credit is None:
            credit = credit_line.strip()
            whole = f"{whole} {credit}".strip()
        self.add_read_image(whole, caption=caption, credit_line=credit, alt_text=alt_text, url=url, file=file)

    def add_read_image(
        self,
        printed: str | None,
        *,
        caption: str | None,
        credit_line: str | None,
        alt_text: str | None = None,
        url: str | None = None,
        file: str | None = None,
    ) -> None:
        """Add an image whose caption and credit are known; `printed` is both as they stand.

        A picture whose address leads into the article's own folder, and that is there, is read as well.
        """
        local = local_file(self._path, file or url)
        record = ImageRecord(
            caption=caption or None,
            caption_block=self.add(BlockKind.CAPTION, printed),
            credit_line=credit_line or None,
            alt_text=alt_text or None,
            url=url or file or None,
            file=local,
            picture=read_picture(self._path.parent / local) if local else None,
        )
        self._images.append(record)

    @property
    def is_empty(self) -> bool:
        """Is there no running text yet?"""
        return not any(block.kind is BlockKind.PARAGRAPH for block in self._blocks)

    @property
    def headline(self) -> str | None:
        """The headline added so far."""
        return self._first(BlockKind.HEADLINE)

    def build(self, **stated: object) -> Article:
        """The article; `stated` are further fields of `Article` (authors, publisher, date_published ...)."""
        article = Article(
            id=self._id,
            source=self._source,
            blocks=tuple(self._blocks),
            headline=self._first(BlockKind.HEADLINE),
            standfirst=self._first(BlockKind.STANDFIRST),
            language=self.language,
            images=tuple(self._images),
        )
        return replace(article, **stated)  # type: ignore[arg-type]

    def _first(self, kind: BlockKind) -> str | None:
        return next((block.text for block in self._blocks if block.kind is kind), None)


def slug(name: str) -> str:
    """A name made safe for an address: lower-case ASCII letters, digits and hyphens, never empty."""
    return naming.slug(name, fallback="article")
