"""The choice of sentences: budget, one version each, nothing told twice, leaning sentences only beside their support."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefbook.extract.summary.selection import Candidate, choose
from briefbook.extract.summary.weights import WEIGHTS
from hypothesis import given
from hypothesis import strategies as st


def _candidate(
    order: int, *, version: int = 0, words: int = 10, worth: float = 1.0, content: str = "", **more
) -> Candidate:
    return Candidate(order=order, version=version, words=words, worth=worth, content=frozenset(content.split()), **more)


def _orders(candidates: list[Candidate], budget: int = 30, units: dict[str, float] | None = None) -> list[int]:
    return [c.order for c in choose(candidates, units or {}, budget, WEIGHTS)]


def test_takes_the_worthiest_that_fit_and_returns_them_in_reading_order() -> None:
    assert _orders([_candidate(0, worth=1), _candidate(1, worth=3), _candidate(2, worth=2)], budget=20) == [1, 2]


def test_passes_over_what_is_too_long() -> None:
    assert _orders([_candidate(0, words=50, worth=9), _candidate(1)]) == [1]


@pytest.mark.parametrize(
    ("worth", "told"), [pytest.param(2.0, [0, 1], id="half as much"), pytest.param(0.5, [0], id="next to nothing")]
)
def test_does_not_fill_the_room_with_what_adds_little(worth: float, told: list[int]) -> None:
    assert _orders([_candidate(0, worth=4), _candidate(1, worth=worth)]) == told


def test_what_does_not_fit_sets_no_measure() -> None:
    assert _orders([_candidate(0, words=50, worth=90), _candidate(1, worth=0.5)]) == [1]


def test_a_sentence_is_told_in_one_version() -> None:
    assert _orders([_candidate(0, worth=5), _candidate(0, version=1, words=6, worth=4)]) == [0]


def test_does_not_tell_the_same_words_twice() -> None:
    units = {"bridge": 0.5, "harbour": 0.4}
    same = [
        _candidate(0, content="bridge"),
        _candidate(1, content="bridge"),
        _candidate(2, worth=0.9, content="harbour"),
    ]

    assert _orders(same, budget=20, units=units) == [0, 2]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        pytest.param("caro come power", "caro come power 2004", True, id="few words, and more"),
        pytest.param("caro come power 2004 coup", "caro power 2004", False, id="the same, shorter"),
        pytest.param(
            "doctor ask town calm boil water", "flood doctor ask town calm boil water", False, id="standfirst"
        ),
        pytest.param("doctor ask town calm boil water", "doctor ask town money bridge road quay", True, id="another"),
        pytest.param("caro come", "caro come", True, id="too few words to say"),
    ],
)
def test_does_not_tell_a_sentence_again(first: str, second: str, both: bool) -> None:
    told = [_candidate(0, worth=2, content=first), _candidate(1, content=second)]

    assert (_orders(told) == [0, 1]) is both


def test_does_not_tell_the_same_meeting_twice() -> None:
    meeting = {"meeting-1": 1.0}
    told = [_candidate(0, meetings=meeting), _candidate(1, worth=0.9, meetings=meeting), _candidate(2, worth=0.95)]

    assert _orders(told, budget=20) == [0, 2]


def test_what_comes_next_counts_once() -> None:
    told = [
        _candidate(0, worth=1.3),
        _candidate(1, worth=1.1, announces=True),
        _candidate(2, worth=1.0, announces=True),
        _candidate(3, worth=1.05),
    ]

    assert _orders(told, budget=10) == [1]
    assert _orders(told, budget=30) == [0, 1, 3]


def test_a_sentence_that_leans_comes_only_after_its_support() -> None:
    leaning = _candidate(1, worth=9, leans_on=0)

    assert _orders([_candidate(0), leaning]) == [0, 1]
    assert _orders([_candidate(0, words=40), leaning]) == []


def test_a_sentence_whose_support_cannot_be_told_is_never_told() -> None:
    assert _orders([_candidate(1, worth=9, leans_on=-1)]) == []


def test_worthless_sentences_do_not_fill_the_budget() -> None:
    assert _orders([_candidate(0), _candidate(1, worth=-0.5)]) == [0]


def test_thrift_prefers_the_shorter_of_equals() -> None:
    thrifty = replace(WEIGHTS, thrift=1.0)
    long, short = _candidate(0, words=20), _candidate(1, words=10)

    assert [c.order for c in choose([long, short], {}, 20, thrifty)] == [1]


CANDIDATES = st.lists(
    st.builds(
        _candidate,
        order=st.integers(0, 8),
        version=st.integers(0, 2),
        words=st.integers(1, 40),
        worth=st.floats(-1, 3),
        content=st.sampled_from(["", "a b", "b c", "a c d"]),
        leans_on=st.sampled_from([None, None, None, -1, 0, 1, 2]),
    ),
    max_size=25,
)
UNITS = {"a": 0.4, "b": 0.3, "c": 0.2, "d": 0.1}


@given(CANDIDATES, st.integers(0, 120))
def test_the_choice_always_keeps_its_rules(candidates: list[Candidate], budget: int) -> None:
    chosen = choose(candidates, UNITS, budget, WEIGHTS)
    orders = [c.order for c in chosen]

    assert sum(c.words for c in chosen) <= budget
    assert orders == sorted(set(orders))
    assert all(c.leans_on is None or c.leans_on in orders or c.leans_on == c.order for c in chosen)


@given(CANDIDATES)
def test_the_choice_is_the_same_every_time(candidates: list[Candidate]) -> None:
    assert choose(candidates, UNITS, 60, WEIGHTS) == choose(candidates, UNITS, 60, WEIGHTS)


@pytest.mark.parametrize("budget", [0, 9])
def test_nothing_fits(budget: int) -> None:
    assert _orders([_candidate(0)], budget=budget) == []
