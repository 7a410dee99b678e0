"""The year that a text tells of: a report looks back for a sentence or two, a feature may stay there for paragraphs.

"On 3 May 1926 the cranes fell silent.  By Wednesday …  In September …": a text that opens in a past year is read on in
it until it speaks of its own day or of what is to come.  In any other text the year holds for the paragraph.
"""

from __future__ import annotations

from datetime import date

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.setting import Resolution, Told
from briefbook.extract.dates.together import Place
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import Anchor, Expression, Offset, Point
from briefbook.model import BlockKind

NEAR = 2
"""Sentences back to the year, within a paragraph."""

LONG_AGO = 2
"""Years before publication from which on a text that opens with them tells of the past."""


class Tale:
    """Follows the year told of through one document."""

    def __init__(self, document: AnalysedDocument, publication: date | None, found: tuple[Place, ...]) -> None:
        self.document = document
        self.publication = publication
        self.year: int | None = None
        self.sentence = -1
        self.opens = self._opens_in_the_past(found)

    def year_at(self, place: Place) -> int | None:
        """The year told of where an expression stands, or None."""
        return self.year if self._looks_back(place) and self._reaches(place) else None

    def weekday(self, place: Place, told: Told | None) -> bool:
        """Is a weekday there one of the days told of ("On 3 May 1926 they met.  On the Friday they went")?"""
        expression = place.found.expression
        bare = isinstance(expression, Point) and expression == Point(weekday=expression.weekday)
        named = self.document.tokens[place.first - 1].lower in ("the", "that") if place.first else False
        in_it = told is not None and told.unit == "D" and self.year_at(place) == told.days.start.year
        return bare and in_it and (self.opens or named)

    def remember(self, place: Place, resolution: Resolution) -> None:
        """Take note of an expression that was read."""
        expression = place.found.expression
        if isinstance(expression, Point) and expression.year is not None:
            told = self._is_past(expression.year) and (self._is_told(place) or (self.opens and place.reading.direct))
            self.year, self.sentence = (expression.year if told else None), place.sentence
        elif self.year_at(place) is not None and resolution.days and self._goes_on(expression):
            self.year, self.sentence = resolution.days.start.year, place.sentence
        elif isinstance(expression, Offset | Point) and not (self.opens and self._is_of_the_tale(place)):
            self.year = None

    def _opens_in_the_past(self, found: tuple[Place, ...]) -> bool:
        blocks = self.document.article.blocks
        first = next((p for p in found if blocks[p.block].kind is BlockKind.PARAGRAPH), None)
        year = getattr(first.found.expression, "year", None) if first is not None else None
        if first is None or year is None or self.publication is None or self.publication.year - year < LONG_AGO:
            return False
        opening = self.document.sentences[first.sentence]
        return (
            opening.start == 0 and first.reading.tense is Tense.PAST and first.reading.direct and self._is_told(first)
        )

    def _reaches(self, place: Place) -> bool:
        if self.opens:
            return True
        same = self.sentence >= 0 and self.document.sentences[self.sentence].block == place.block
        return same and place.sentence - self.sentence <= NEAR

    def _is_past(self, year: int) -> bool:
        return self.publication is not None and year < self.publication.year

    def _is_told(self, place: Place) -> bool:
        """Is the time that of the clause itself, told in the plain past ("In 1943 …"), not part of a name or a span?"""
        sentence = self.document.sentences[place.sentence]
        before = self.document.tokens[place.first - 1].lower if place.first > sentence.first else ""
        verb = next((t for t in self.document.ancestors(place.first) if t.pos == "VERB"), None)
        told_of = place.reading.direct and place.reading.tense is Tense.PAST
        fronted = before in ("on", "by") and place.first - 1 == sentence.first
        passive = (
            verb is not None
            and verb.tag == "VBN"
            and any(self.document.tokens[i].dep == "auxpass" for i in self.document.children[verb.index])
        )
        main = verb is not None and verb.dep not in ("relcl", "acl") and (verb.tag == "VBD" or passive)
        return (before == "in" or fronted) and told_of and main

    def _goes_on(self, expression: Expression) -> bool:
        """A day, month or season without a year, or "the following year"."""
        if isinstance(expression, Point):
            return (expression.month or expression.season or expression.weekday) is not None and expression.base is None
        return isinstance(expression, Offset) and expression.anchor is Anchor.REFERENCE and expression.unit == "Y"

    def _is_of_the_tale(self, place: Place) -> bool:
        """In the past and not counted from publication ("two years ago")."""
        expression = place.found.expression
        counted = isinstance(expression, Offset) and expression.anchor is Anchor.PUBLICATION
        return self._looks_back(place) and not counted

    def _looks_back(self, place: Place) -> bool:
        """Is it told in the past, or, in a text that opens there, without a verb that says otherwise?"""
        tense = place.reading.tense
        return tense is Tense.PAST or (self.opens and tense is Tense.UNKNOWN)
