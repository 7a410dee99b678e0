"""All time expressions of a document with the setting of each, in order of text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from briefbook.analysis import AnalysedDocument
from briefbook.extract.dates.beside import is_named_day, weekday_beside
from briefbook.extract.dates.resolve import resolve, told
from briefbook.extract.dates.screen import is_of_these_times, is_time, known_year
from briefbook.extract.dates.setting import Resolution, Setting, Told
from briefbook.extract.dates.tale import Tale
from briefbook.extract.dates.tense import tense_at
from briefbook.extract.dates.together import Place, is_listed, listed_year, with_shared_tense
from briefbook.extract.dates.verbs import Tense
from briefbook.grammar.calendar import (
    Anchor,
    Expression,
    Length,
    Offset,
    Point,
    Reference,
    Repeat,
    Shift,
    Vague,
    scan,
)
from briefbook.grammar.calendar.days import Days, add_days, years_days

NEAR_SENTENCES = 3
"""How many sentences back "that day" may reach."""

NEAR_TOKENS = 9
"""How far after a time of day its day may stand."""


FINE = ("D", "W", "WE", "M")
"""Units that days, weeks and months can be counted from."""

THESE_TIMES = Vague(reference=Reference.PRESENT)


def places(document: AnalysedDocument) -> tuple[Place, ...]:
    """Every expression that tells a time, in order."""
    found: list[Place] = []
    for number, sentences in document.block_sentences.items():
        expressions = scan(document.article.blocks[number].text)
        if not expressions:
            continue
        tokens = document.tokens[sentences[0].first : sentences[-1].last]
        starts = [token.start for token in tokens]
        for item in expressions:
            first = tokens[max(bisect_right(starts, item.start) - 1, 0)].index
            last = tokens[max(bisect_right(starts, item.end - 1) - 1, 0)].index + 1
            if last > first and is_of_these_times(document, item, first, last):
                item = replace(item, expression=THESE_TIMES)
            if last > first and is_time(document, item, first, last):
                reading = tense_at(document, first, last)
                found.append(Place(number, item, first, last, document.tokens[first].sentence, reading))
    return tuple(found)


def _is_bare_clock(place: Place) -> bool:
    expression = place.found.expression
    return isinstance(expression, Offset) and expression.clock is not None and expression.plain


def _a_week(resolution: Resolution, days: Days, count: int) -> Resolution:
    """The same weekday a week on or back."""
    day = add_days(days.start, count)
    return resolution._replace(value=day.isoformat(), days=Days(day, day))


class Narration:
    """Resolves the expressions of one document in order, keeping the time that was last spoken of."""

    def __init__(self, document: AnalysedDocument, publication: date | None) -> None:
        self.document = document
        self.publication = publication
        self.told: Told | None = None
        self.told_sentence = -NEAR_SENTENCES
        self.finer: tuple[Told, int] | None = None
        self.places: tuple[Place, ...] = ()
        self.days: dict[tuple[int | None, int | None], int] = {}
        self.tale = Tale(document, publication, ())

    def run(self, found: tuple[Place, ...]) -> Iterator[tuple[Place, Setting, Resolution]]:
        """Each place with its setting and resolution; those that name no time that exists are left out."""
        self.places = found
        self.tale = Tale(self.document, self.publication, found)
        for index, place in enumerate(with_shared_tense(self.document, found)):
            setting = self.setting(place)
            if _is_bare_clock(place) and self.told_sentence != place.sentence:
                setting = replace(setting, told=self._day_ahead(place, found[index + 1 : index + 3]) or setting.told)
            if self._beside_dated(place):
                setting = replace(setting, told=self._day_ahead(place, found[index + 1 : index + 2]))
            resolution = self._of_feast(place) or self._apposed(place) or resolve(self._expression(place), setting)
            if resolution is not None and self._is_ahead_of_its_tense(place, resolution):
                resolution = resolve(self._expression(place), replace(setting, told=None))
            if resolution is not None and place.found.rule == "pair-weekdays" and place.found.partner:
                resolution = self._in_order(place, resolution, found[index + 1 : index + 2])
            elif resolution and resolution.days and index and self._follows(found[index - 1], place, resolution.days):
                resolution = _a_week(resolution, resolution.days, 7)
            if resolution is not None:
                self._remember(place, resolution)
                yield place, setting, resolution

    def _expression(self, place: Place) -> Expression:
        """What is read; "the next week" with a verb in the past follows the time told, not publication."""
        expression = place.found.expression
        if isinstance(expression, Offset) and self._beside_dated(place):
            return replace(expression, anchor=Anchor.REFERENCE)
        if isinstance(expression, Point):
            if self._ends_span(place, expression) or self.tale.weekday(place, self.told):
                return replace(expression, shift=Shift.FOLLOWING)
            year = known_year(self.document, expression, place.last, self.publication)
            if year is None and expression.year is None and expression.shift is None and not place.reading.direct:
                year = self.days.get((expression.month, expression.day))
            year = year or listed_year(self.document, place, (p for p in self.places if p.first >= place.last))
            return expression if year is None else replace(expression, year=year)
        past = place.reading.tense is Tense.PAST and place.reading.direct
        if past and isinstance(expression, Offset) and self._words(place).lower().startswith("the next "):
            return replace(expression, anchor=Anchor.REFERENCE)
        return expression

    def _is_ahead_of_its_tense(self, place: Place, resolution: Resolution) -> bool:
        """Would a time told in the past, counted from another one, lie after publication?"""
        counted = isinstance(place.found.expression, Offset) and self.told is not None
        told = place.reading.tense is Tense.PAST and place.reading.direct
        days = resolution.days
        return counted and told and days is not None and self.publication is not None and days.start > self.publication

    def _apposed(self, place: Place) -> Resolution | None:
        """ "On 3 May 1926, a Monday": the weekday of the day named right before it; "fifty years later, in 1976": that year."""
        expression, day = place.found.expression, self.told
        before = next((p for p in reversed(self.places) if p.last <= place.first), None)
        if (
            isinstance(expression, Point)
            and expression.weekday
            and before is not None
            and before.sentence == place.sentence
        ):
            between = [t.lower for t in self.document.tokens[before.last : place.first]]
            same = (
                day is not None and day.days.start == day.days.end and day.days.start.isoweekday() == expression.weekday
            )
            if same and day is not None and between == [",", "a"] and expression == Point(weekday=expression.weekday):
                return Resolution("DATE", day.days.start.isoformat(), day.days, "D", f"the day of “{day.words}”")
        if isinstance(expression, Offset) and expression.unit == "Y" and expression.anchor is Anchor.REFERENCE:
            after = self._ahead(place)
            year = getattr(after.found.expression, "year", None) if after is not None else None
            comma = self.document.tokens[place.last].text == "," if after is not None else False
            if (
                after is not None
                and year
                and comma
                and after.first - place.last <= NEAR_TOKENS - 3
                and after.sentence == place.sentence
            ):
                return Resolution("DATE", f"{year:04d}", years_days(year), "Y", f"that of “{self._words(after)}”")
        return None

    def _of_feast(self, place: Place) -> Resolution | None:
        """ "The Tuesday after Easter", "Monday before the Christmas holiday": the weekday next to a day named at once."""
        expression = place.found.expression
        ahead = self._ahead(place)
        word = self.document.tokens[place.last].lower if ahead is not None else ""
        if ahead is None or word not in ("after", "before") or not isinstance(expression, Point):
            return None
        between = self.document.tokens[place.last + 1 : ahead.first]
        if (
            expression.weekday is None
            or expression != Point(weekday=expression.weekday)
            or not is_named_day(ahead.found)
        ):
            return None
        if len(between) > 1 or any(t.pos not in ("DET", "ADJ") for t in between):
            return None
        governed = ahead if ahead.reading.direct else ahead._replace(reading=place.reading)
        found = resolve(ahead.found.expression, self.setting(governed))
        if found is None or found.days is None:
            return None
        day = weekday_beside(expression.weekday, found.days, after=word == "after", count=self._count_before(place))
        return Resolution("DATE", day.isoformat(), Days(day, day), "D", f"the one {word} “{self._words(ahead)}”")

    def _count_before(self, place: Place) -> int:
        """The 2 of "the second Tuesday after Easter"."""
        return {"second": 2, "third": 3, "fourth": 4}.get(self.document.tokens[place.first - 1].lower, 1)

    def _ends_span(self, place: Place, expression: Point) -> bool:
        """ "From today through Nov. 17": a day, without a year, up to which something lasts that began on the day before it."""
        before = next((p for p in reversed(self.places) if p.last == place.first - 1), None)
        clock = expression.clock or (before and getattr(before.found.expression, "clock", None))
        if (
            before is None
            or clock
            or before.found.partner
            or expression.year is not None
            or expression.shift is not None
        ):
            return False
        link, opening = self.document.tokens[before.last].lower, self.document.tokens[before.first - 1].lower
        spans = opening == "from" and link in ("through", "until", "till", "to")
        return spans and self.told is not None and expression.month is not None

    def _follows(self, before: Place, place: Place, days: Days | None) -> bool:
        """ "Will meet on Thursday and Friday": of days to come that are listed the second is after the first."""
        ahead = place.reading.tense in (Tense.FUTURE, Tense.PRESENT)
        told_days = self.told.days if self.told else None
        return bool(ahead and days and told_days and days.start < told_days.start) and is_listed(
            self.document, before, place
        )

    def _beside_dated(self, place: Place) -> bool:
        """ "The day after Friday's attack", where the day of the event follows at once?"""
        expression = place.found.expression
        if not (isinstance(expression, Offset) and expression.anchor is Anchor.EVENT and expression.unit == "D"):
            return False
        ahead = self._ahead(place)
        between = ahead.first - place.last if ahead is not None else 2
        return ahead is not None and between <= 1 and self._day_ahead(place, (ahead,)) is not None

    def _in_order(self, place: Place, resolution: Resolution, after: tuple[Place, ...]) -> Resolution:
        """ "From Monday to Wednesday": one week's days in order, the last of them in the past, the first to come."""
        days = resolution.days
        if days is None:
            return resolution
        if place.found.partner < 0:
            before = self.told.days.start if self.told else days.start
            return _a_week(resolution, days, 7) if days.start < before else resolution
        other = resolve(after[0].found.expression, self.setting(place)) if after else None
        if place.reading.tense is Tense.PAST and other is not None and other.days and other.days.start < days.start:
            return _a_week(resolution, days, -7)
        return resolution

    def _ahead(self, place: Place) -> Place | None:
        return next((p for p in self.places if p.first >= place.last), None)

    def _day_ahead(self, place: Place, ahead: tuple[Place, ...]) -> Told | None:
        """The day that follows a time of day in its sentence ("at 8 a.m. (0500 GMT) on Friday")."""
        for other in ahead:
            day = other.found.expression
            named = isinstance(day, Point) and (day.weekday is not None or day.day is not None)
            apart = self.document.tokens[other.first - 1].lower in ("since", "until", "till", "from")
            if named and not apart and other.sentence == place.sentence and other.first - place.last <= NEAR_TOKENS:
                resolution = resolve(day, self.setting(other))
                return told(resolution, self._words(other)) if resolution is not None else None
        return None

    def setting(self, place: Place) -> Setting:
        """What the expression is read against."""
        near = place.sentence - self.told_sentence < NEAR_SENTENCES
        return Setting(
            publication=self.publication,
            told=self._finer(place) or (self.told if near else None),
            year=self.tale.year_at(place),
            tense=place.reading.tense,
            cue=place.reading.cue,
            direct=place.reading.direct,
            perfect=place.reading.perfect,
            open=place.reading.open,
        )

    def _finer(self, place: Place) -> Told | None:
        """The day or month told of before a year was: "the following month" is not counted from a year."""
        expression, told = place.found.expression, self.told
        counted = isinstance(expression, Offset) and expression.anchor is Anchor.REFERENCE and expression.unit in FINE
        if not counted or told is None or told.unit in FINE or self.finer is None:
            return None
        return self.finer[0] if place.sentence - self.finer[1] < NEAR_SENTENCES else None

    def _words(self, place: Place) -> str:
        return self.document.article.blocks[place.block].text[place.found.start : place.found.end]

    def _remember(self, place: Place, resolution: Resolution) -> None:
        expression = place.found.expression
        if isinstance(expression, Length | Repeat | Vague):
            return
        if isinstance(expression, Point) and expression.month and expression.day and resolution.days:
            self.days.setdefault((expression.month, expression.day), resolution.days.start.year)
        clock = expression.clock
        spoken = told(resolution, self._words(place), clock.hour if clock is not None and not clock.zone else None)
        if spoken is not None:
            if place.found.partner == -1 and self.told is not None and self.told.days.start < spoken.days.start:
                spoken = spoken._replace(days=Days(self.told.days.start, spoken.days.end))
            self.told, self.told_sentence = spoken, place.sentence
            self.finer = (spoken, place.sentence) if spoken.unit in FINE else self.finer
        self.tale.remember(place, resolution)
