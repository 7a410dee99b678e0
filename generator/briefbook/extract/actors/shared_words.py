"""Part a person from the town of the same name: "London warned of a strike" where the article has a Tom London, "in London"."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.analysis import AnalysedDocument
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

WHERE = frozenset({"in", "near", "outside", "throughout", "across"})


def part_towns(document: AnalysedDocument, entities: list[Entity]) -> list[Entity]:
    """The entities, with each mention of a town's name that is one person's surname too given to the one it means."""
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        surname = entity.name.rpartition(" ")[2]
        if entity.kind is Kind.PERSON and surname != entity.name and words().map.knows(surname):
            bearers.setdefault(surname, []).append(entity)
    alone = {surname: found[0] for surname, found in bearers.items() if len(found) == 1}
    added = [town for surname, person in alone.items() for town in _towns(document, surname, person)]
    for place in entities:
        if place.kind is Kind.PLACE and (person := alone.get(place.name)) is not None:
            _give(place, person, [m for m in place.mentions if _does(document, m, person.mentions[0])])
    return [entity for entity in (*entities, *added) if entity.mentions]


def _towns(document: AnalysedDocument, surname: str, person: Entity) -> Iterable[Entity]:
    """The town that a person's surname means behind "in", when it does."""
    where = [m for m in person.mentions if m.text == surname and _is_where(document, m)]
    if where:
        town = Entity(Kind.PLACE, [Form(surname.lower(), surname, Votes(), kind=Kind.PLACE)])
        _give(person, town, where)
        yield town


def _give(giver: Entity, taker: Entity, mentions: list[Candidate]) -> None:
    """Move mentions of one form from one entity to another."""
    if not mentions:
        return
    text = mentions[0].text
    own = next((form for form in taker.forms if form.text == text), None)
    if own is None:
        own = Form(text.lower(), text, Votes(), kind=taker.kind)
        taker.forms.append(own)
    own.mentions += mentions
    for form in giver.forms:
        form.mentions = [mention for mention in form.mentions if mention not in mentions]
    giver.forms = [form for form in giver.forms if form.mentions]


def _does(document: AnalysedDocument, mention: Candidate, named: Candidate) -> bool:
    """Does it say or do what persons do, behind the full name?"""
    token = document.tokens[mention.last - 1]
    verb = document.tokens[token.head].lemma
    return mention.first > named.first and token.dep in SUBJECTS and verb in words().speech | words().human


def _is_where(document: AnalysedDocument, mention: Candidate) -> bool:
    """ "in Lincoln", and not "faith in Lincoln"."""
    token = document.tokens[mention.first]
    link = document.tokens[token.head]
    held = document.tokens[link.head].lemma in words().held_in
    return token.dep == "pobj" and link.lower in WHERE and link.index == mention.first - 1 and not held
