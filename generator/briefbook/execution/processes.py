"""Many pieces of work over local processes, results in the order of the pieces."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

AHEAD = 2
"""Pieces waiting per process: enough that none is idle, few enough that memory stays bounded."""


def map_in_order(work: Callable[[Piece], Result], pieces: Iterable[Piece], *, jobs: int) -> Iterator[Result]:
    """Apply a function to every piece in `jobs` processes; yield the results lazily, in the order of the pieces.

    Args:
        work: A function of a module (it is sent by name); an error it raises is raised here, in its turn.
    """
    if jobs <= 1:
        yield from map(work, pieces)
        return
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(work, piece))
                if len(waiting) >= jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
