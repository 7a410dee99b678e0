"""Find mentions of known names where neither capitals nor the model gave a candidate: titles, odd spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.kinds import Kind
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.words import words


def add_missed(document: AnalysedDocument, entities: Iterable[Entity]) -> None:
    """Add to each form the mentions that were missed (exact words, at word boundaries, not inside another name)."""
    entities = list(entities)
    taken = {i for entity in entities for mention in entity.mentions for i in range(mention.first, mention.last)}
    index: dict[str, list[tuple[tuple[str, ...], Entity, int]]] = {}
    for entity in entities:
        for number, form in enumerate(entity.forms):
            tokens = _tokens(document, form.mentions[0])
            if _worth(entity, tokens):
                index.setdefault(tokens[0], []).append((tokens, entity, number))
    for found in index.values():
        found.sort(key=lambda item: -len(item[0]))
    for first, last, entity, number in _matches(document, index):
        if not any(i in taken for i in range(first, last)):
            taken.update(range(first, last))
            entity.forms[number].mentions.append(Candidate(first, last, document.cased_text(first, last)))


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
