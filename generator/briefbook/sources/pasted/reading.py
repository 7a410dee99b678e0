"""Pasted lines -> Article.

Pictures are taken out first, since they look the same everywhere; then the headline is found; then every line is text or
furniture (`zones`); then the head is read (`header`), and repetitions, embeds and pull quotes are left out.  Every line
that is not printed in the article is in `omitted`: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.blocks import ArticleBuilder
from briefbook.sources.decoding import decode
from briefbook.sources.pasted.embeds import find_embeds
from briefbook.sources.pasted.header import authors_of, find_date, find_headline, is_byline, may_name, standfirst_number
from briefbook.sources.pasted.instants import is_date_line
from briefbook.sources.pasted.joining import join_labels
from briefbook.sources.pasted.lines import Line, read_lines
from briefbook.sources.pasted.picture import Picture, is_repetition, is_teaser
from briefbook.sources.pasted.pictures import find_pictures
from briefbook.sources.pasted.repetition import find_pull_quotes
from briefbook.sources.pasted.trail import leading_trails
from briefbook.sources.pasted.words import page_words
from briefbook.sources.pasted.zones import SUBHEAD, add_kinship, find_text, weigh_lines

SUBHEAD_DOUBT = 1.0
"""Least weight of a line that may be a subhead, negated."""
MOST_LINES = 5_000
"""Lines from the top that are read as a page; real pages have some hundred.  What follows is text: a book, a log."""
OPENING = 1.5
"""Weight from which a line that stands alone below the head is the first paragraph."""
MIN_OPENING = 90
"""Characters of such a line."""
MAX_SPEAKER = 80


def read_pasted(path: Path, data: bytes) -> Iterator[Article]:
    """Read a text pasted from a news page.

    Raises:
        SourceError: It is no text, or holds no line of words.
    """
    lines = join_labels(read_lines(decode(data, path)))
    headline = find_headline(lines)
    if headline is None and not lines:
        raise SourceError("is empty: expected the text of an article", path=path)
    yield _Page(lines[:MOST_LINES], headline, lines[MOST_LINES:]).article(path, data)


@dataclass(slots=True)
class _Page:
    """The lines of a page, its headline, and the lines too far below to be looked at one by one."""

    lines: list[Line]
    headline: Line | None
    further: list[Line]

    def article(self, path: Path, data: bytes) -> Article:
        pictures = self._pictures()
        taken = frozenset(number for picture in pictures.values() for number in picture.lines)
        title = self.headline.key if self.headline else None
        left_out = find_embeds(self.lines) | self._pull_quotes(taken)
        weights = weigh_lines(self.lines, taken | left_out, title)
        weights = add_kinship(self.lines, weights, self.headline)
        path_taken = find_text(weights)
        if not any(path_taken):  # rather a line of furniture than an empty article
            path_taken = [weight > 0.0 for weight in weights]
        text = [
            known and not page_words().is_interruption(line.text)
            for known, line in zip(path_taken, self.lines, strict=True)
        ]
        text = self._with_opening(self._with_subheads(text, weights), weights, taken | left_out)
        kinds = self._kinds(text, taken, left_out)
        body = [number for number, kind in kinds.items() if kind is BlockKind.PARAGRAPH]
        head = [line for line in self.lines if not body or line.number < body[0]]
        builder = ArticleBuilder(path, data)
        own = self._own_pictures(pictures, path_taken, body)
        shown = self._add_all(builder, kinds, own)
        for line in self.further:
            builder.add(BlockKind.PARAGRAPH, line.text)
        free = [line for line in head if line.number not in shown and line.number not in left_out]
        foot = [line for line in self.lines[-6:] if line.number not in shown and line.number not in left_out]
        dated = find_date([*free, *foot])
        omitted = tuple(line.text for line in self.lines if line.number not in shown)
        named = [line for line in free if may_name(line)]
        return builder.build(
            authors=authors_of(named), date_published=dated.instant if dated else None, omitted=omitted
        )

    def _pictures(self) -> dict[int, Picture]:
        trails = leading_trails(self.lines)
        found = find_pictures(self.lines) if self.headline else {}
        return {number: picture for number, picture in found.items() if trails.isdisjoint(picture.lines)}

    def _kinds(self, text: list[bool], taken: frozenset[int], left_out: set[int]) -> dict[int, BlockKind]:
        """The part every printed line plays, by its number."""
        kinds: dict[int, BlockKind] = {}
        if self.headline is None:
            return {line.number: BlockKind.PARAGRAPH for line in self.lines}
        elsewhere = taken | left_out
        first = next(
            (
                n
                for n in range(self.headline.number + 1, len(text))
                if text[n] and n not in elsewhere and self._is_prose(n)
            ),
            None,
        )
        for line in self.lines[self.headline.number + 1 :]:
            if line.number in elsewhere or not text[line.number]:
                continue
            if first is None or line.number < first or self._is_head_matter(line, first):
                continue
            kinds[line.number] = BlockKind.PARAGRAPH if self._is_prose(line.number) else BlockKind.SUBHEAD
        standfirst = standfirst_number(self.lines, self.headline, [n in kinds for n in range(len(text))], elsewhere)
        if standfirst is not None and standfirst not in left_out:
            kinds[standfirst] = BlockKind.STANDFIRST
        kinds[self.headline.number] = BlockKind.HEADLINE
        return self._without_stray_subheads(kinds)

    def _with_subheads(self, text: list[bool], weights: list[float]) -> list[bool]:
        """A short line between an interruption and the text that goes on is its subhead."""
        found = list(text)
        begun = text.index(True) if True in text else len(text)
        for number in range(2, len(text) - 1):
            alone = not text[number] and text[number + 1] and -SUBHEAD_DOUBT <= weights[number] < 0.0
            if alone and page_words().is_interruption(self.lines[number - 1].text) and begun < number:
                found[number] = True
        return found

    def _with_opening(self, text: list[bool], weights: list[float], elsewhere: frozenset[int] | set[int]) -> list[bool]:
        """A paragraph that a box parts from the text is its beginning, when nothing but the head stands above it."""
        found = list(text)
        begun = text.index(True) if True in text else 0
        for line in self.lines[self.headline.number + 1 if self.headline else 0 : begun]:
            if line.number in elsewhere or is_date_line(line) or is_byline(line):
                continue
            if weights[line.number] >= OPENING and line.ends and line.length >= MIN_OPENING:
                found[line.number] = True
            break
        return found

    def _is_head_matter(self, line: Line, first: int) -> bool:
        """A byline or date between the first paragraphs, where the head is parted by a lead picture."""
        near = line.number <= first + 8
        return is_date_line(line) or (
            near and is_byline(line) and not line.ends and bool(page_words().byline.match(line.text))
        )

    def _is_prose(self, number: int) -> bool:
        line = self.lines[number]
        return line.length > SUBHEAD or (line.ends and (line.length > 40 or not line.text.endswith("?")))

    def _pull_quotes(self, taken: frozenset[int]) -> set[int]:
        """Lines whose words stand again inside a longer paragraph, and the line that names who said them.

        Only below the first paragraph: a standfirst too may be said again.
        """
        free = [line for line in self.lines if line.number not in taken]
        long = [line for line in free if line.length > SUBHEAD and line is not self.headline]
        first = next((line.number for line in long if line.ends), len(self.lines))
        quotes = find_pull_quotes([line for line in free if line.number > first], long)
        named = {n + 1 for n in quotes if n + 1 < len(self.lines) and _names_speaker(self.lines[n + 1])}
        return quotes | named

    @staticmethod
    def _without_stray_subheads(kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
        """A subhead with no text below it is none."""
        ordered = sorted(kinds)
        return {
            number: kinds[number]
            for place, number in enumerate(ordered)
            if kinds[number] is not BlockKind.SUBHEAD
            or any(kinds[later] is BlockKind.PARAGRAPH for later in ordered[place + 1 : place + 2])
        }

    def _own_pictures(self, pictures: dict[int, Picture], in_text: list[bool], body: list[int]) -> dict[int, Picture]:
        """The article's own pictures: not below its end, no teaser's, none said twice; a caption without a text
        alternative and credit must stand amid the text."""
        first, last = min(body, default=0), max(body, default=len(self.lines))
        seen: set[str] = set()
        own: dict[int, Picture] = {}
        for number, picture in sorted(pictures.items()):
            bare = picture.credit_line is None and not picture.says_alternative
            astray = bare and number > first and not in_text[number]
            if (
                not is_repetition(picture, seen)
                and number <= last
                and not astray
                and not is_teaser(self.lines, picture)
            ):
                own[number] = picture
        return own

    def _add_all(self, builder: ArticleBuilder, kinds: dict[int, BlockKind], pictures: dict[int, Picture]) -> set[int]:
        """Add everything in reading order; the numbers of the lines that were used."""
        shown: set[int] = set()
        for line in self.lines:
            if line.number in kinds:
                builder.add(kinds[line.number], line.text)
                shown.add(line.number)
            picture = pictures.get(line.number)
            if picture is not None:
                builder.add_read_image(
                    picture.printed, caption=picture.caption, credit_line=picture.credit_line, alt_text=picture.alt_text
                )
                shown.update(picture.lines)
        return shown


def _names_speaker(line: Line) -> bool:
    return line.text[0] in "—–-" and line.length < MAX_SPEAKER
