"""The forms in which a name may be searched for, since the search folds neither accents nor apostrophes."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.model import Actor
from briefbook.model.naming import folded


def written(appearances: Iterable[Actor]) -> tuple[list[str], list[str]]:
    """The other ways a name is written in the articles, and the ways people type all of these."""
    actors = tuple(appearances)
    names = list(dict.fromkeys(form for actor in actors for form in (actor.name, *actor.aliases)))
    typed = dict.fromkeys(form for name in names for form in _typed(name))
    return [name for name in names if name != actors[0].name], [form for form in typed if form not in names]


def _typed(name: str) -> tuple[str, ...]:
    """How somebody at a keyboard may write a name: folded, hyphens as spaces or left out, apostrophes left out."""
    flat = folded(name)
    return flat, flat.replace("-", " "), flat.replace("-", ""), flat.replace("'", "")
