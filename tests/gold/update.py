"""Set the floors from the current figures: `python -m tests.gold.update [--allow-lower]`.

Refuses when a figure is below its floor or the annotated articles changed, unless `--allow-lower` is given; the
change then shows in the diff of floors.json.  Exit status 0 when written, 1 when refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.gold import corpus, floors


def update(
    current: dict[str, float], corpus_sha256: str, *, allow_lower: bool, path: Path = floors.FLOORS
) -> list[str]:
    """Write the floors; returns the reasons why nothing was written, one line each."""
    old = floors.read(path)
    below = floors.missed(old, current)
    changed = ["the annotated articles changed"] if old.floors and old.corpus_sha256 != corpus_sha256 else []
    if (below or changed) and not allow_lower:
        return below + changed
    new = {name: floors.floor_of(figure) for name, figure in current.items()}
    floors.write(
        floors.Floors(corpus_sha256=corpus_sha256, floors=new if allow_lower else floors.raised(old, new)), path
    )
    return []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.update", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--allow-lower", action="store_true", help="lower floors, and take a changed corpus")
    options = parser.parse_args(arguments)

    from tests.gold.briefings import current  # loads the language model: only when the arguments are right

    reasons = update(current(), corpus.sha256(), allow_lower=options.allow_lower)
    for line in reasons:
        sys.stderr.write(f"refused: {line}\n")
    return 1 if reasons else 0


if __name__ == "__main__":
    raise SystemExit(main())
