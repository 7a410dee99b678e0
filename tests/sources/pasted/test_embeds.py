"""Posts of social networks amid a pasted text."""

from __future__ import annotations

import pytest
from briefbook.sources.pasted.embeds import find_embeds
from briefbook.sources.pasted.lines import read_lines
from hypothesis import given
from hypothesis import strategies as st

PROSE = "The harbour was closed on Monday, the port authority said, because the pilots could not leave the quay."
END = "— Port of Porto (@portoport) May 5, 2023"


def taken(*lines: str) -> list[str]:
    """The lines that belong to posts; "" is an empty line."""
    read = read_lines("\n".join(lines))
    return [line.text for line in read if line.number in find_embeds(read)]


@pytest.mark.parametrize(
    ("lines", "post"),
    [
        pytest.param([PROSE, "", "We are closed.", "", END, "", PROSE], ["We are closed.", END], id="a quoted post"),
        pytest.param(
            [PROSE, "", "We are closed.", "Stay at home!", END, "", PROSE], ["We are closed.", "Stay at home!", END],
            id="of several lines",
        ),
        pytest.param(
            [PROSE, "", "We are closed.", "Stay at home!", "", END], ["We are closed.", "Stay at home!", END],
            id="its author parted by an empty line",
        ),
        pytest.param([PROSE, "", PROSE * 7, "", END], [END], id="a long paragraph above is none"),
        pytest.param([PROSE, "", "— Rosa Lind, harbour master"], [], id="a dash without a handle"),
        pytest.param(
            [PROSE, "", "Port of Porto", "@portoport", "·", "Follow", "We are closed.", "9:33 PM · May 5, 2023", "120", "Reply"],
            ["Port of Porto", "@portoport", "·", "Follow", "We are closed.", "9:33 PM · May 5, 2023", "120", "Reply"],
            id="as it is shown",
        ),
        pytest.param([PROSE, "", "By Ana Silva", "@anasilva", "", PROSE, "", PROSE], [], id="a reporter's handle is no post"),
        pytest.param(
            [PROSE, "", "@portoport", "We are closed.", "Copy link", PROSE, PROSE, "Reply"],
            ["@portoport", "We are closed.", "Copy link"], id="ends at its first buttons",
        ),
        pytest.param(
            [PROSE, "", "A post shared by Port of Porto (@portoport)"], ["A post shared by Port of Porto (@portoport)"],
            id="a paragraph above a picture's post is the article's",
        ),
        pytest.param(
            [PROSE, "", "View this post on Instagram", "", "A post shared by Port of Porto (@portoport)"],
            ["View this post on Instagram", "A post shared by Port of Porto (@portoport)"], id="a picture's post",
        ),
        pytest.param([], [], id="nothing"),
    ],
)  # fmt: skip
def test_the_lines_of_posts(lines: list[str], post: list[str]) -> None:
    assert taken("Headline of the page", "", *lines) == post


@given(
    st.lists(
        st.sampled_from([PROSE, "", "@portoport", "Reply", "120", END, "Follow", "9:33 PM · May 5, 2023"]), max_size=30
    )
)
def test_a_page_without_handles_has_no_posts_and_the_first_line_is_never_one(lines: list[str]) -> None:
    read = read_lines("\n".join(["Headline of the page", "", *lines]))
    found = find_embeds(read)

    assert 0 not in found
    assert found <= {line.number for line in read}
    if not any("@" in line for line in lines):
        assert found == set()


@given(st.integers(min_value=200, max_value=2_000))
def test_time_grows_with_the_lines(count: int) -> None:
    lines = read_lines("\n".join(["Headline of the page"] + ["@portoport", "Reply"] * count))

    assert len(find_embeds(lines)) == 2 * count
