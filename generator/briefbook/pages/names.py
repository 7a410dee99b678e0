"""The forms in which a name may be searched for, since the search folds neither accents nor apostrophes."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.model import Actor
from briefbook.model.naming import folded


def written(appearances: Iterable[Actor]) -> list[str]:
    """Every other way a name is written or typed: the aliases, then folded and unhyphenated forms."""
    actors = tuple(appearances)
    names = list(dict.fromkeys(form for actor in actors for form in (actor.name, *actor.aliases)))
    typed = [form for name in names for form in _typed(name)]
    return [name for name in dict.fromkeys((*names, *typed)) if name != actors[0].name]


def _typed(name: str) -> tuple[str, ...]:
    """How somebody at a keyboard may write a name: folded, hyphens as spaces, apostrophes left out."""
    flat = folded(name)
    return flat, flat.replace("-", " "), flat.replace("'", "")
