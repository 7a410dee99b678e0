"""The exception tree: what a message says and which status a command exits with."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from briefbook import errors

ALL = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.BriefbookError)]


@pytest.mark.parametrize(
    ("path", "line", "shown"),
    [
        (None, None, "what is wrong"),
        (Path("seeds/a.txt"), None, "seeds/a.txt: what is wrong"),
        ("seeds/a.txt.yml", 3, "seeds/a.txt.yml:3: what is wrong"),
        (None, 3, "what is wrong"),
    ],
)
def test_says_where(path, line, shown):
    assert str(errors.BriefbookError("what is wrong", path=path, line=line)) == shown


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_exit_status_is_one_of_the_contract(kind):
    usage = issubclass(kind, errors.UsageError)

    assert kind("x").exit_status == (2 if usage else 1)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_travels_between_processes(kind):
    there = pickle.loads(pickle.dumps(kind("broken", path=Path("a.txt"), line=7)))

    assert (type(there), str(there), there.exit_status) == (kind, "a.txt:7: broken", kind.exit_status)
