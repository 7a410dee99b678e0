"""Names that others of the article speak for: firms of one first word, clubs with fans and coaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.kinds import FADING, MODEL
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

PROVEN = 4.0
"""Votes for a person that take more than the model's word."""


def beside_model(form: Form) -> float:
    """The votes for an organisation that are not the model's own view."""
    _, weight = MODEL["ORG"]
    return form.votes[Kind.ORGANISATION] - sum(weight * FADING**number for number in range(form.labels["ORG"]))


def is_unproven(form: Form) -> bool:
    """A person by little more than the model's word, and without a known given name."""
    return form.kind is Kind.PERSON and form.votes[Kind.PERSON] < PROVEN and form.text.split()[0] not in words().given


def is_club(form: Form, short: Form | None) -> bool:
    """Does its last word have fans and coaches?"""
    club = short is not None and beside_model(short) > max(2, short.votes[Kind.PERSON])
    return club and is_unproven(form)


def is_sibling(form: Form, sharing: set[str]) -> bool:
    """Does it share its first word with bodies, and does nothing prove a person?"""
    lexicon, first = words(), form.text.split()[0]
    ordinary = first.lower() in lexicon.common or first in lexicon.surnames or lexicon.map.knows(first)
    return parts(form.text)[0] in sharing and not ordinary and is_unproven(form)


def own_word(form: Form) -> Iterable[str]:
    """The first word of a firm that more than the model speaks for, where no list knows the word ("Lanwa Technology")."""
    first, *_, tail = form.text.split() * 2
    clear = form.kind is Kind.ORGANISATION and " " in form.text and beside_model(form) >= PROVEN
    town = tail in words().organisation_heads and tail.lower() not in words().trade_tails  # "Monmouth School"
    known = first in words().surnames or not _is_new(first) and not _is_traders(form.text)
    return parts(first)[:1] if clear and not town and not known else ()


def _is_traders(text: str) -> bool:
    """An ordinary word or small town and one trade behind it: the first word is enough ("Meridian" of "Meridian Airlines")."""
    lexicon, (first, *rest) = words(), text.split()
    if len(rest) != 1 or parts(first)[0] in lexicon.vague_openers or first in lexicon.posts | lexicon.belief:
        return False
    known = lexicon.map
    lands = (known.adjectives, known.states, known.regions, known.capitals)
    return rest[0].lower() in lexicon.trade_tails and not any(first in land for land in lands)


def first_words(forms: Mapping[str, Form]) -> dict[str, str]:
    """Key of a body's name -> key of the only longer name that it begins, where no list knows the word."""
    bodies = [form for form in forms.values() if form.kind is Kind.ORGANISATION]
    longer = Counter(parts(form.text)[0] for form in forms.values() if " " in form.text)
    found = {}
    for form in bodies:
        first = forms.get(parts(form.text)[0])
        if (
            first is not None
            and first is not form
            and first.kind is Kind.ORGANISATION
            and (_is_new(first.text) or _is_traders(form.text))
        ):
            if longer[first.key] == 1:
                found[first.key] = form.key
    return found


def _is_new(text: str) -> bool:
    """A word that no list knows, which only a fuller name of the article can explain."""
    lexicon = words()
    ordinary = text.lower() in lexicon.common or text.isupper() or lexicon.map.knows(text)
    return not ordinary and text not in lexicon.well_known | lexicon.companies | lexicon.parties
