"""Group the names of an article into entities: one for each person, organisation, state and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import folded, initials, organisation_matches, parts, person_matches
from briefbook.extract.actors.kinds import Kind, Votes, decide, mention_votes, shape_votes
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.words import words


@dataclass(slots=True)
class Form:
    """One written form (folded) with all its mentions."""

    key: str
    text: str
    votes: Votes
    mentions: list[Candidate] = field(default_factory=list)
    kind: Kind = Kind.OTHER

    @property
    def strong(self) -> bool:
        """Does it stand outside titles?"""
        return any(not mention.weak for mention in self.mentions)


@dataclass(slots=True)
class Entity:
    """What several forms stand for; the first form is the fullest."""

    kind: Kind
    forms: list[Form]
    ambiguous: bool = False

    @property
    def name(self) -> str:
        """The fullest form as written."""
        return self.forms[0].text

    @property
    def mentions(self) -> list[Candidate]:
        """All mentions in order."""
        return sorted((m for form in self.forms for m in form.mentions), key=lambda m: m.first)


def forms_of(document: AnalysedDocument, found: Iterable[Candidate]) -> dict[str, Form]:
    """The written forms with votes and kinds."""
    forms: dict[str, Form] = {}
    for candidate in found:
        key = folded(candidate.text)
        if key not in forms:
            tokens = [document.tokens[i].cased for i in range(candidate.first, candidate.last)]
            forms[key] = Form(key, candidate.text, shape_votes(tokens))
        form = forms[key]
        form.mentions.append(candidate)
        if form.text.isupper() and not candidate.text.isupper():
            form.text = candidate.text
        form.votes.update(mention_votes(document, candidate))
    for form in forms.values():
        form.kind = decide(form.votes)
    _surnames(forms)
    return {key: form for key, form in forms.items() if form.kind is not Kind.OTHER and (form.strong or _believable(form))}


def _surnames(forms: dict[str, Form]) -> None:
    """A name that is a known person's surname is that person, unless the map or the words speak strongly against."""
    surnames: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        tokens = parts(form.text)
        if form.kind is Kind.PERSON and len(tokens) > 1:
            surnames[tokens[-1]].append(form)
    for form in forms.values():
        tokens = parts(form.text)
        if len(tokens) == 1 and tokens[0] in surnames and form.kind is not Kind.PERSON:
            if form.kind is not Kind.STATE and form.votes[Kind.PLACE] < 5 and form.votes[Kind.ORGANISATION] < 6:
                form.kind = Kind.PERSON


def _believable(form: Form) -> bool:
    """May a name that stands only in titles be believed?"""
    lexicon, tokens = words(), form.text.split()
    if form.kind in (Kind.STATE, Kind.PLACE):
        return lexicon.map.knows(form.text)
    return form.kind is Kind.PERSON and len(tokens) in (2, 3) and not any(token.lower() in lexicon.common for token in tokens)


def group(forms: dict[str, Form]) -> list[Entity]:
    """Entities in order of first mention."""
    by_kind: dict[Kind, list[Form]] = defaultdict(list)
    for form in forms.values():
        by_kind[form.kind].append(form)
    entities = [
        *_persons(by_kind[Kind.PERSON]),
        *_organisations(by_kind[Kind.ORGANISATION]),
        *_states(by_kind[Kind.STATE]),
        *(Entity(Kind.PLACE, [form]) for form in by_kind[Kind.PLACE]),
        *(Entity(Kind.PEOPLE, [form]) for form in by_kind[Kind.PEOPLE]),
    ]
    return sorted(entities, key=lambda entity: entity.mentions[0].first)


def _fullest_first(forms: list[Form]) -> list[Form]:
    return sorted(forms, key=lambda form: (-len(parts(form.text)), not form.strong, form.mentions[0].first))


def _persons(forms: list[Form]) -> list[Entity]:
    entities: list[Entity] = []
    for form in _fullest_first(forms):
        tokens = parts(form.text)
        scored = [(person_matches(tokens, parts(entity.name)), entity) for entity in entities]
        best = max((score for score, _ in scored), default=0)
        fits = [entity for score, entity in scored if score == best] if best else []
        if len(fits) > 1:
            fits = _dominant(fits, form)
        if len(fits) == 1:
            fits[0].forms.append(form)
        else:
            entities.append(Entity(Kind.PERSON, [form], ambiguous=best > 0))
    return entities


def _dominant(fits: list[Entity], form: Form) -> list[Entity]:
    """Of several who could be meant, the one already named before, when only one was; else the one named far more often."""
    first = form.mentions[0].first
    before = [entity for entity in fits if entity.mentions[0].first < first]
    if len(before) == 1:
        return before
    counts = Counter({id(entity): len(entity.mentions) for entity in fits})
    (top, most), (_, second) = counts.most_common(2)
    return [entity for entity in fits if id(entity) == top] if most >= 3 * second else fits


def _organisations(forms: list[Form]) -> list[Entity]:
    entities: list[Entity] = []
    for form in _fullest_first(forms):
        fits = [entity for entity in entities if _same_organisation(form, entity)]
        if len(fits) == 1 or fits and all(parts(fits[0].name)[-1] == parts(f.name)[-1] for f in fits) and len(fits) == 1:
            fits[0].forms.append(form)
        else:
            entities.append(Entity(Kind.ORGANISATION, [form], ambiguous=len(fits) > 1))
    return entities


def _same_organisation(form: Form, entity: Entity) -> bool:
    key = form.key.replace(".", "").replace(" ", "")
    for other in entity.forms:
        if form.text.isupper() and len(key) > 1 and key in initials(other.text):
            return True
        if _plain(form.text) == _plain(other.text) or organisation_matches(parts(form.text), parts(other.text)):
            return True
    return False


def _plain(text: str) -> str:
    """Without what varies: "Workers' Party" and "Worker's Party", "G-8" and "G8", "UN" and "United Nations"."""
    return "".join(parts(text.replace("U.N.", "United Nations").replace("UN ", "United Nations ").replace("Organisation", "Organization").replace("Centre", "Center")))


def _states(forms: list[Form]) -> list[Entity]:
    entities: dict[str, Entity] = {}
    for form in sorted(forms, key=lambda form: form.mentions[0].first):
        state = words().map.states.get(form.text) or words().map.states.get(form.text.title())
        code = state.code if state else form.key
        if code in entities:
            entities[code].forms.append(form)
        else:
            entities[code] = Entity(Kind.STATE, [form])
    for entity in entities.values():
        entity.forms.sort(key=lambda form: (form.text.isupper(), -len(form.text)))
    return list(entities.values())
