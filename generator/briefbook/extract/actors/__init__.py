"""Find the actors of an article: names to persons, organisations, states and places, with every mention.

Capitalised runs and the names the model sees become candidates (`chunks`, `spans`); all mentions of a form together
decide what it stands for (`kinds`); forms of one name become one entity (`forms`, `entities`); mentions missed at first
are added by exact match (`missed`).  What is ambiguous stays apart and is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefbook.analysis import AnalysedDocument, References
from briefbook.extract.actors.acting import acts, is_government
from briefbook.extract.actors.called import take_nicknames
from briefbook.extract.actors.chunks import find_chunks
from briefbook.extract.actors.crowds import find_crowds
from briefbook.extract.actors.descriptions import description_mention, resolve_descriptions
from briefbook.extract.actors.entities import Entity, group
from briefbook.extract.actors.forms import folded
from briefbook.extract.actors.institutions import find_institutions
from briefbook.extract.actors.makers import without_makers
from briefbook.extract.actors.missed import add_missed
from briefbook.extract.actors.namesakes import with_honorifics
from briefbook.extract.actors.pronouns import PronounResolver, pronoun_mention
from briefbook.extract.actors.proof import doubt
from briefbook.extract.actors.settle import settle
from briefbook.extract.actors.shared_words import part_towns
from briefbook.extract.actors.spans import Candidate, candidates
from briefbook.extract.actors.unnamed import find_unnamed
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import believable, forms_of, joined_names, with_particles
from briefbook.model import Actor, ActorKind, Citation, Finding, Mention, MentionForm, Severity

ACTOR_KIND = {
    Kind.PERSON: ActorKind.PERSON,
    Kind.ORGANISATION: ActorKind.ORGANIZATION,
    Kind.STATE: ActorKind.GEOPOLITICAL,
    Kind.PLACE: ActorKind.GEOPOLITICAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A name used for a location: its fullest form and where it stands."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the names of an article stand for: actors, and locations (a state can be both)."""

    actors: tuple[Actor, ...]
    places: tuple[NamedPlace, ...]
    findings: tuple[Finding, ...] = ()


def extract(document: AnalysedDocument) -> Naming:
    """All actors and named places of a document, in order of first mention."""
    found = without_makers(document, joined_names(document, candidates(document, find_chunks(document))))
    found = with_particles(document, found)
    every = forms_of(document, with_honorifics(document, found))
    full_names = settle(document, every)
    take_nicknames(document, every)
    doubt(document, every)
    forms = believable(every)
    entities = part_towns(document, group(document, forms, full_names))
    add_missed(document, entities)
    named = {form.text.lower() for entity in entities for form in entity.forms}
    described = find_institutions(document, forms)
    entities += [entity for entity in described if named.isdisjoint(form.text.lower() for form in entity.forms)]
    entities += find_unnamed(document, entities)
    entities += find_crowds(document, entities)
    entities.sort(key=lambda entity: entity.mentions[0].first)
    builder = _Builder(document)
    for entity in entities:
        builder.add(entity)
    return Naming(actors=tuple(builder.actors), places=tuple(builder.places), findings=tuple(builder.findings))


def resolve(references: References) -> tuple[Actor, ...]:
    """The same actors, with mentions by description and pronoun added where evidence is enough."""
    described = list(resolve_descriptions(references))
    added: dict[str, list[Mention]] = {}
    for item in described:
        added.setdefault(item.actor, []).append(description_mention(references, item))
    widened = replace(references, actors=_with(references.actors, added))
    for found in PronounResolver(widened).resolve():
        added.setdefault(found.actor, []).append(pronoun_mention(references, found))
    return _with(references.actors, added)


def _with(actors: tuple[Actor, ...], added: Mapping[str, list[Mention]]) -> tuple[Actor, ...]:
    """The actors with further mentions, in order of appearance."""
    return tuple(
        replace(
            actor,
            mentions=tuple(
                sorted((*actor.mentions, *added[actor.id]), key=lambda m: (m.citation.block, m.citation.start))
            ),
        )
        if actor.id in added
        else actor
        for actor in actors
    )


class _Builder:
    """Turns entities into actors and places."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document
        self.actors: list[Actor] = []
        self.places: list[NamedPlace] = []
        self.findings: list[Finding] = []
        self.ids: set[str] = set()

    def add(self, entity: Entity) -> None:
        if entity.kind in (Kind.PERSON, Kind.ORGANISATION):
            self._actor(entity, entity.mentions)
        elif entity.kind is Kind.STATE:
            acting = [m for m in entity.mentions if acts(self.document, m)]
            self._actor(entity, acting)
            self._place(entity, [m for m in entity.mentions if m not in acting])
        elif entity.kind is Kind.PLACE:
            self._city(entity)
        if entity.ambiguous:
            self._ambiguous(entity)

    def _cite(self, mention: Candidate) -> Citation:
        """The mention's slice, without a full stop that ends the sentence."""
        cited = self.document.cite(mention.first, mention.last)
        if cited.exact.endswith(".") and not mention.text.endswith("."):
            return self.document.article.cite(cited.block, cited.start, cited.end - 1)
        return cited

    def _city(self, entity: Entity) -> None:
        capital = entity.name in words().map.capitals
        acting = [m for m in entity.mentions if capital and is_government(self.document, m)]
        self._actor(entity, acting)
        self._place(entity, [m for m in entity.mentions if m not in acting])

    def _actor(self, entity: Entity, mentions: list[Candidate]) -> None:
        if not mentions:
            return
        form = MentionForm.NOMINAL if entity.described else MentionForm.NAMED
        what = "a group of people" if entity.crowd else "an organisation"
        reason = f"{what} described, not named" if entity.described else None
        cited = tuple(Mention(citation=self._cite(m), form=form, reason=reason) for m in mentions)
        kind = ACTOR_KIND[entity.kind]
        self.actors.append(
            Actor(
                id=self._id(entity.name),
                name=entity.name,
                kind=kind,
                aliases=_aliases(entity, mentions),
                mentions=cited,
            )
        )

    def _place(self, entity: Entity, mentions: list[Candidate]) -> None:
        if mentions:
            cited = tuple(self._cite(m) for m in mentions)
            self.places.append(NamedPlace(name=entity.name, aliases=_aliases(entity, mentions), mentions=cited))

    def _id(self, name: str) -> str:
        stem = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "actor"
        number, chosen = 1, stem
        while chosen in self.ids:
            number, chosen = number + 1, f"{stem}-{number + 1}"
        self.ids.add(chosen)
        return chosen

    def _ambiguous(self, entity: Entity) -> None:
        mention = entity.mentions[0]
        self.findings.append(
            Finding(
                severity=Severity.INFO,
                code="name-ambiguous",
                message=f"'{entity.name}' could be short for more than one name of this article and is kept apart",
                citation=self._cite(mention),
            )
        )


def _aliases(entity: Entity, mentions: Iterable[Candidate]) -> tuple[str, ...]:
    """Every other form as written; a form that is only shouted is none."""
    written = dict.fromkeys(mention.text for mention in mentions if mention.text != entity.name)
    plain = {entity.name.casefold(), *(text.casefold() for text in written if not text.isupper())}
    return tuple(text for text in written if not (text.isupper() and text.casefold() in plain))
