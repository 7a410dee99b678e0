"""What a text proves about its own publication date, and what relative words can mean then."""

from __future__ import annotations

from datetime import date

import pytest
from briefbook.analysis import analyse
from briefbook.extract import dates
from briefbook.model import Article, Block, BlockKind, Source


@pytest.fixture
def document(language_model):
    """A document from (kind, text) pairs, without a publication date unless one is given."""

    def make(*blocks, published=None):
        return analyse(
            Article(
                id="test",
                source=Source(path="test.txt", sha256="0" * 64),
                blocks=tuple(Block(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(blocks)),
                date_published=published,
                language="en",
            ),
            language_model,
        )

    return make


def caption(text):
    return (BlockKind.CAPTION, text)


def paragraph(text):
    return (BlockKind.PARAGRAPH, text)


def test_a_dated_picture_is_not_newer_than_the_article(document):
    bounds = dates.bound_publication(document(caption("Boats in the bay, June 3, 2019"), paragraph("Boats are few.")))

    assert (bounds.earliest, bounds.latest) == (date(2019, 6, 3), None)
    assert "A picture of 3 June 2019" in bounds.reasons[0].text
    assert bounds.reasons[0].citation.exact == "June 3, 2019"


def test_the_newest_picture_counts_and_an_old_one_is_no_upper_bound(document):
    bounds = dates.bound_publication(document(caption("May 1, 2012"), caption("June 23, 2009"), paragraph("Hello.")))

    assert (bounds.earliest, bounds.latest) == (date(2012, 5, 1), None)


def test_a_past_day_in_the_text_is_not_newer(document):
    bounds = dates.bound_publication(document(paragraph("The mill burnt down on May 3, 2012.")))

    assert bounds.earliest == date(2012, 5, 3)
    assert "past tense" in bounds.reasons[0].text


def test_a_day_to_come_is_not_older(document):
    bounds = dates.bound_publication(document(paragraph("The mill will open on May 3, 2012.")))

    assert (bounds.earliest, bounds.latest) == (None, date(2012, 5, 3))


def test_a_feast_with_its_day_gives_the_year(document):
    bounds = dates.bound_publication(
        document(
            caption("The square, February 14, 2023"),
            paragraph("Prices should fall before Ramadan, which begins on March 22."),
        )
    )

    assert (bounds.earliest, bounds.latest) == (date(2023, 2, 14), date(2023, 3, 22))
    assert bounds.reasons[1].citation.exact == "March 22"


def test_a_feast_on_a_day_it_never_falls_proves_nothing(document):
    bounds = dates.bound_publication(
        document(caption("The square, February 14, 2023"), paragraph("Ramadan, which begins on July 22, is near."))
    )

    assert bounds.latest is None


@pytest.mark.parametrize(
    "text", ["They met on Saturday.", "They met in May.", "The mill may open on May 3, 2012.", "The 2012 fair was wet."]
)
def test_nothing_is_proved_by_less_than_a_full_day(document, text):
    bounds = dates.bound_publication(document(paragraph(text)))

    assert bounds is None or bounds.latest is None


def test_a_stated_date_needs_no_bounds(document):
    assert dates.bound_publication(document(caption("May 1, 2012"), published="2012-05-03")) is None


@pytest.fixture
def bounded(document):
    """The expressions of a text whose publication lies between 14 February and 22 March 2023."""

    def make(text):
        found = document(
            caption("The square, February 14, 2023"),
            paragraph("Before Ramadan, which begins on March 22, prices rise."),
            paragraph(text),
        )
        timexes = dates.extract(found, dates.bound_publication(found))
        return [timex for timex in timexes if timex.citation.block == 2]

    return make


def test_a_weekday_keeps_its_words_beside_the_days_it_could_be(bounded):
    (timex,) = bounded("The envoys met on Saturday.")

    assert (timex.value, timex.start, timex.end) == ("XXXX-WXX-6", None, None)
    assert (timex.possible.start, timex.possible.end) == (date(2023, 2, 11), date(2023, 3, 18))
    assert timex.reason == (
        "“Saturday” depends on the day of publication, which the article does not state; "
        "it lies between 11 February 2023 and 18 March 2023."
    )


def test_a_day_of_the_year_is_proved_when_all_readings_agree(bounded):
    (timex,) = bounded("The council broke the talks off on January 26.")

    assert (timex.value, timex.start) == ("2023-01-26", date(2023, 1, 26))
    assert "came out between 14 February 2023 and 22 March 2023" in timex.reason
    assert timex.possible is None


def test_a_day_inside_the_bounds_is_not_proved(bounded):
    (timex,) = bounded("The council broke the talks off on March 5.")

    assert timex.start is None
    assert (timex.possible.start, timex.possible.end) == (date(2022, 3, 5), date(2023, 3, 5))


def test_last_week_spans_all_weeks_it_could_be(bounded):
    (timex,) = bounded("The envoy visited the port last week.")

    assert (timex.possible.start, timex.possible.end) == (date(2023, 2, 6), date(2023, 3, 19))
