"""States, regions and cities that hold posts without being named as actors ("Norland's governor", "the Danish envoy")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from briefbook.analysis import References
from briefbook.extract.roles.facts import RoleFact
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind, Mention, MentionForm


def holders(
    references: References, unlisted: Mapping[str, list[tuple[int, int]]], facts: Iterable[RoleFact]
) -> dict[str, Actor]:
    """New geopolitical actors for the holders of posts that are none yet, by usual name, in the order of the text.

    Args:
        references: The actors known so far.
        unlisted: By the holder's name, the tokens that name it.
        facts: The roles found; only holders that one of them uses are added.
    """
    used = {
        f.organisation.name
        for f in facts
        if f.organisation is not None and f.organisation.actor is None and f.organisation.state
    }
    taken = {actor.id for actor in references.actors}
    found = {}
    for name, spans in sorted(unlisted.items(), key=lambda item: min(item[1])):
        if name in used:
            written = _written(references, name, spans)
            actor = Actor(
                id=_free(written, taken),
                name=written,
                kind=ActorKind.GEOPOLITICAL,
                mentions=_mentions(references, written, spans),
            )
            taken.add(actor.id)
            found[name] = actor
    return found


def _written(references: References, name: str, spans: list[tuple[int, int]]) -> str:
    """The fullest form in which the article names the holder; its usual name when only its adjective is there."""
    forms = {references.document.text(first, last) for first, last in spans}
    nouns = sorted((form for form in forms if form == name or form in gazetteer().states), key=lambda f: (-len(f), f))
    if nouns:
        return nouns[0]
    states = gazetteer().states
    named = [
        t.text for t in references.document.tokens if (known := states.get(t.text)) is not None and known.name == name
    ]
    return named[0] if named else name


def _mentions(references: References, name: str, spans: list[tuple[int, int]]) -> tuple[Mention, ...]:
    cited = sorted({references.document.cite(first, last) for first, last in spans})
    return tuple(
        Mention(citation=c)
        if c.exact == name
        else Mention(citation=c, form=MentionForm.NOMINAL, reason=f"“{c.exact}” stands for {name}")
        for c in cited
    )


def _free(name: str, taken: set[str]) -> str:
    """An identifier made from the name that no actor has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "state"
    number, found = 2, base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found
