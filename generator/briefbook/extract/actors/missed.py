"""Find mentions of known names where neither capitals nor the model gave a candidate: titles, odd spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form


def add_missed(document: AnalysedDocument, entities: Iterable[Entity]) -> None:
    """Add to each form the mentions that were missed (exact words, at word boundaries, not inside another name)."""
    entities = list(entities)
    taken = {i for entity in entities for mention in entity.mentions for i in range(mention.first, mention.last)}
    index: dict[str, list[tuple[tuple[str, ...], Entity, int]]] = {}
    for entity in [*entities]:
        for number, form in enumerate(entity.forms):
            tokens = _tokens(document, form.mentions[0])
            if _worth(entity, tokens):
                index.setdefault(tokens[0], []).append((tokens, entity, number))
    _add_surnames(document, entities, taken)
    for found in index.values():
        found.sort(key=lambda item: -len(item[0]))
    for first, last, entity, number in _matches(document, index):
        if not any(i in taken for i in range(first, last)):
            taken.update(range(first, last))
            entity.forms[number].mentions.append(Candidate(first, last, document.cased_text(first, last)))


def _add_surnames(document: AnalysedDocument, entities: list[Entity], taken: set[int]) -> None:
    """Surnames that are ordinary words too ("Peters", "Grove"), where they are written and used as names."""
    owners: dict[str, list[Entity]] = {}
    for entity in entities:
        tokens = _tokens(document, entity.forms[0].mentions[0])
        if entity.kind is Kind.PERSON and len(tokens) > 1 and tokens[-1][0].isupper() and len(tokens[-1]) > 2:
            owners.setdefault(tokens[-1], []).append(entity)
    for token in document.tokens:
        fits = owners.get(token.cased)
        if (
            fits is None
            or len(fits) > 1
            or token.index in taken
            or token.pos != "PROPN"
            and not _as_subject(document, token.index)
        ):
            continue
        taken.add(token.index)
        entity = fits[0]
        form = next((form for form in entity.forms if form.text == token.cased), None)
        if form is None:
            form = Form(token.lower, token.cased, Votes(), kind=Kind.PERSON)
            entity.forms.append(form)
        form.mentions.append(Candidate(token.index, token.index + 1, token.cased))


def _as_subject(document: AnalysedDocument, index: int) -> bool:
    """Does a verb in a finite form or a possessive mark follow?"""
    after = document.tokens[index + 1] if index + 1 < len(document.tokens) else None
    return after is not None and (after.tag in ("VBD", "VBZ", "MD") or after.text in ("'s", "’s"))


def _tokens(document: AnalysedDocument, mention: Candidate) -> tuple[str, ...]:
    return tuple(document.tokens[i].cased for i in range(mention.first, mention.last))


def _worth(entity: Entity, tokens: tuple[str, ...]) -> bool:
    """Words that are ordinary too ("May", "Hope") are not looked for."""
    return entity.kind is not Kind.PEOPLE and (len(tokens) > 1 or tokens[0].lower() not in words().common)


def _matches(
    document: AnalysedDocument, index: dict[str, list[tuple[tuple[str, ...], Entity, int]]]
) -> Iterator[tuple[int, int, Entity, int]]:
    texts = [token.cased for token in document.tokens]
    at = 0
    while at < len(texts):
        width = 1
        for tokens, entity, number in index.get(texts[at], ()):
            last = at + len(tokens)
            if tuple(texts[at:last]) == tokens and document.tokens[at].block == document.tokens[last - 1].block:
                yield at, last, entity, number
                width = len(tokens)
                break
        at += width
