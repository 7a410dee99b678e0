"""The room's lexicon, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefbook.lexicons import load
from briefbook.lexicons.gated import Gated, gated


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words and patterns of `lexicons/data/en/summary.yaml`; see the entries there."""

    connective: re.Pattern[str]
    anaphoric: re.Pattern[str]
    bare_subject: frozenset[str]
    boilerplate: Gated
    background: Gated
    next: frozenset[str]
    own_voice: frozenset[str]
    relative: frozenset[str]
    example_opening: frozenset[str]
    aside: frozenset[str]
    accompanying: frozenset[str]
    denying: frozenset[str]
    reporting: frozenset[str]
    scene: frozenset[str]
    personal: frozenset[str]
    impersonal: frozenset[str]
    empty: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Read and compile the lexicon."""
    lexicon = load("summary")
    return Cues(
        connective=_opening(lexicon.words("connective")),
        anaphoric=_opening(lexicon.words("anaphoric")),
        bare_subject=lexicon.words("bare-subject"),
        boilerplate=gated(lexicon.entry("boilerplate")),
        background=gated(lexicon.entry("background")),
        next=lexicon.words("next"),
        own_voice=lexicon.words("own-voice"),
        relative=lexicon.words("relative"),
        example_opening=lexicon.words("example-opening"),
        aside=lexicon.words("aside"),
        accompanying=lexicon.words("accompanying"),
        denying=lexicon.words("denying"),
        reporting=lexicon.words("reporting"),
        scene=lexicon.words("scene"),
        personal=lexicon.words("personal"),
        impersonal=lexicon.words("impersonal"),
        empty=lexicon.words("empty"),
    )


def _opening(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern for any of the words at the start of a text, longest first."""
    choices = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?i)(?:{choices})\b")
