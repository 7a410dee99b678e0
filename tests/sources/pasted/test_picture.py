"""What speaks against a picture's being one of the article's, case by case."""

from __future__ import annotations

import pytest
from briefbook.sources.pasted.lines import read_lines
from briefbook.sources.pasted.picture import NEAR, Picture, is_repetition, is_section, is_teaser, unless_portrait

CAPTION = "A pilot boat waits at the mouth of the river"


def picture(
    caption: str | None = CAPTION, credit: str | None = None, alt: str | None = None, lines: tuple[int, ...] = (4,)
) -> Picture:
    return Picture(lines=lines, printed=caption or credit or "", caption=caption, credit_line=credit, alt_text=alt)


@pytest.mark.parametrize(
    ("caption", "alt", "same"),
    [
        pytest.param(CAPTION, CAPTION, True, id="word for word"),
        pytest.param(f"{CAPTION}.", CAPTION.upper(), True, id="but for case and full stop"),
        pytest.param(f"{CAPTION} on Monday", CAPTION, True, id="the caption says more"),
        pytest.param(CAPTION, f"{CAPTION} on Monday", True, id="the alternative says more"),
        pytest.param("“Pilot” boats", '"Pilot" boats', True, id="other quotation marks"),
        pytest.param(CAPTION, "A heron", False, id="something else"),
        pytest.param(CAPTION, None, False, id="no alternative"),
        pytest.param(None, CAPTION, False, id="no caption"),
        pytest.param(None, None, False, id="neither"),
    ],
)
def test_a_caption_may_say_what_the_alternative_says(caption: str | None, alt: str | None, same: bool) -> None:
    assert picture(caption, alt=alt).says_alternative is same


@pytest.mark.parametrize(
    ("earlier", "later", "again"),
    [
        pytest.param(picture(), picture(lines=(20,)), True, id="the same caption far below"),
        pytest.param(picture(), picture(f"{CAPTION}.", lines=(20,)), True, id="with a full stop"),
        pytest.param(picture(alt=CAPTION), picture(lines=(20,)), True, id="an earlier text alternative"),
        pytest.param(picture(), picture(credit="Ana Silva/AP", lines=(20,)), False, id="with a credit it is told anew"),
        pytest.param(picture(), picture("A heron on the quay", lines=(20,)), False, id="another caption"),
        pytest.param(picture(), picture(alt="A heron", lines=(20,)), False, id="another text alternative"),
        pytest.param(picture(credit="AP"), picture(None, "AP", lines=(5,)), True, id="the credit again right below"),
        pytest.param(picture(credit="AP"), picture(None, "AP", lines=(4 + NEAR,)), True, id="as far as it may be"),
        pytest.param(picture(credit="AP"), picture(None, "AP", lines=(5 + NEAR,)), False, id="too far below"),
        pytest.param(picture(credit="AP"), picture(None, "Reuters", lines=(5,)), False, id="another credit"),
    ],
)
def test_a_picture_that_says_nothing_new_is_a_repetition(earlier: Picture, later: Picture, again: bool) -> None:
    seen: set[str] = set()

    assert not is_repetition(earlier, seen)
    assert is_repetition(later, seen) is again


@pytest.mark.parametrize(
    ("shown", "section"),
    [
        pytest.param(picture("World", alt="A heron"), True, id="a word"),
        pytest.param(picture("Local news", alt="A heron"), True, id="two words"),
        pytest.param(picture("Herons of Porto", alt="A heron"), False, id="three words"),
        pytest.param(picture("A heron", alt="A heron"), False, id="what the alternative says"),
        pytest.param(picture("Porto", "Ana Silva/AP", alt="A heron"), False, id="with a credit"),
        pytest.param(picture("港口的船", alt="A heron"), False, id="a script that parts no words"),
        pytest.param(picture(None, alt="A heron"), True, id="no words at all"),
    ],
)
def test_a_word_or_two_below_a_picture_are_a_section(shown: Picture, section: bool) -> None:
    assert is_section(shown) is section


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        pytest.param(picture("Ana Silva", alt="Ana Silva"), False, id="a name said twice"),
        pytest.param(picture("Ana Silva", "Political Correspondent", alt="Ana Silva"), False, id="with a post"),
        pytest.param(picture("Ana Silva", "Peter Brandt/AP", alt="Ana Silva"), True, id="with a maker"),
        pytest.param(picture("Ana Silva", alt="A woman"), True, id="said once"),
        pytest.param(picture(CAPTION, alt=CAPTION), True, id="a sentence said twice"),
    ],
)
def test_a_portrait_of_a_writer_is_no_picture_of_the_article(shown: Picture, kept: bool) -> None:
    assert (unless_portrait(shown) is shown) is kept


@pytest.mark.parametrize(
    ("above", "alt", "teaser"),
    [
        pytest.param("Related", None, True, id="below a heading of other articles"),
        pytest.param("Related", "A heron", False, id="with a text alternative"),
        pytest.param("The boats left at noon.", None, False, id="below a paragraph"),
    ],
)
def test_a_picture_below_related_is_a_teaser(above: str, alt: str | None, teaser: bool) -> None:
    lines = read_lines(f"Boats leave the harbour\n\n{above}\n\n{CAPTION}")

    assert is_teaser(lines, picture(alt=alt, lines=(2,))) is teaser
