"""The pinned floors: reading, comparing, and raising them."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.005
"""How far below the current figure a floor is set: a rounding, not room to get worse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The least each figure may be, and the corpus (SHA-256) it was measured on."""

    corpus_sha256: str
    floors: dict[str, float]


def read(path: Path = FLOORS) -> Floors:
    """Read the floors; none yet is an empty set of floors."""
    if not path.exists():
        return Floors(corpus_sha256="", floors={})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Floors(corpus_sha256=data["corpus_sha256"], floors=data["floors"])


def write(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, figures in their order."""
    data = {"corpus_sha256": floors.corpus_sha256, "floors": floors.floors}
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def floor_of(figure: float) -> float:
    """A floor slightly below a figure, with three decimals; a perfect figure has room for none."""
    return 1.0 if figure == 1 else max(0.0, math.floor((figure - MARGIN) * 1000) / 1000)


def missed(old: Floors, current: dict[str, float]) -> list[str]:
    """The figures below their floor, one line each; a figure that is no longer measured is below any floor."""
    return [
        f"{name}: {current.get(name, 0.0):.3f} is below its floor {floor:.3f}"
        for name, floor in old.floors.items()
        if current.get(name, -1.0) < floor
    ]


def raised(old: Floors, new: dict[str, float]) -> dict[str, float]:
    """The new floors where they are higher, else the old ones: a figure within its margin never sinks the floor."""
    return {name: max(floor, old.floors.get(name, 0.0)) for name, floor in new.items()}
