"""Work over processes: in order, lazily, with errors in their turn."""

from __future__ import annotations

import os
import time

import pytest
from briefbook.execution import map_in_order


def square(number: int) -> int:
    return number * number


def slow_when_even(number: int) -> int:
    time.sleep(0.2 if number % 2 == 0 else 0)
    return number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def process(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_in_order(jobs):
    assert list(map_in_order(slow_when_even, range(6), jobs=jobs)) == list(range(6))


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_in_nothing_out(jobs):
    assert list(map_in_order(square, [], jobs=jobs)) == []


def test_one_job_needs_no_process():
    assert set(map_in_order(process, range(3), jobs=1)) == {os.getpid()}


def test_two_jobs_work_elsewhere():
    assert os.getpid() not in set(map_in_order(process, range(3), jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_error_comes_after_the_results_before_it(jobs):
    results = map_in_order(fail_at_three, range(6), jobs=jobs)

    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(results)


def test_pieces_are_taken_as_needed():
    """A million articles are not read before the first is done."""
    taken = []

    def pieces():
        for number in range(1000):
            taken.append(number)
            yield number

    results = map_in_order(square, pieces(), jobs=2)
    assert next(results) == 0
    assert len(taken) <= 4
    results.close()
