"""Names that are a ship's or a planet's in this article, whatever they are elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

SKY = 3
"""Planets, and words of the sky, that an article on the sky has at least."""


def take_planets(document: AnalysedDocument, forms: Iterable[Form]) -> None:
    """ "Mercury" is where probes go, when the article tells of the sky and nobody in it is called so."""
    lexicon, forms = words(), list(forms)
    sky = [form for form in forms if form.text in lexicon.planets]
    told = len(document.small_words & lexicon.of_the_sky)
    if not sky or told + len(sky) < SKY:
        return
    others = {word for form in forms if " " in form.text for word in form.text.split()}
    for form in sky:
        form.kind = form.kind if form.text in others else Kind.PLACE


def take_ships(forms: dict[str, Form]) -> None:
    """ "Kestrel" is the ship where the article names the "USS Kestrel"."""
    ships = {form.text.split()[-1] for form in forms.values() if _is_vessel(form)}
    for form in forms.values():
        if form.text in ships and form.kind is not Kind.STATE:
            form.kind = Kind.OTHER


def _is_vessel(form: Form) -> bool:
    spoken, vessels = form.text.split(), words().vessels
    return len(spoken) > 1 and (spoken[0] in vessels or " ".join(spoken[:2]) in vessels)
