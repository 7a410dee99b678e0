"""Group the names of an article into entities: one for each person, organisation, state and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.bracketed import bracketed
from briefbook.extract.actors.called import also_known
from briefbook.extract.actors.forms import (
    base,
    has_initials,
    initials,
    organisation_matches,
    parts,
    person_matches,
    same_spelling,
)
from briefbook.extract.actors.namesakes import is_honoured, last_of_name
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form


@dataclass(slots=True)
class Entity:
    """What several forms stand for; the first form is the fullest.

    `described`: it has no name of its own; `crowd`: nor is it a body, but a group of people.
    """

    kind: Kind
    forms: list[Form]
    ambiguous: bool = False
    described: bool = False
    crowd: bool = False

    @property
    def name(self) -> str:
        """The fullest form as written."""
        return self.forms[0].text

    @property
    def mentions(self) -> list[Candidate]:
        """All mentions in order."""
        return sorted((m for form in self.forms for m in form.mentions), key=lambda m: m.first)


def group(document: AnalysedDocument, forms: dict[str, Form], full_names: Mapping[str, str]) -> list[Entity]:
    """Entities in order of first mention; `full_names` are known to be those of the short forms that lead to them."""
    paired = {**full_names, **bracketed(document, forms)}
    by_kind: dict[Kind, list[Form]] = defaultdict(list)
    for form in forms.values():
        by_kind[form.kind].append(form)
    entities = [
        *_persons(document, by_kind[Kind.PERSON]),
        *_organisations(by_kind[Kind.ORGANISATION], paired),
        *_states(by_kind[Kind.STATE]),
        *(Entity(Kind.PLACE, [form]) for form in by_kind[Kind.PLACE]),
        *(Entity(Kind.PEOPLE, [form]) for form in by_kind[Kind.PEOPLE]),
    ]
    return sorted(entities, key=lambda entity: entity.mentions[0].first)


def _fullest_first(forms: list[Form]) -> list[Form]:
    return sorted(forms, key=lambda form: (-len(parts(form.text)), not form.strong, form.mentions[0].first))


def _persons(document: AnalysedDocument, forms: list[Form]) -> list[Entity]:
    entities: list[Entity] = []
    known_as = also_known(document, forms)
    for form in sorted(_fullest_first(forms), key=lambda form: form.key in known_as):
        tokens = parts(form.text)
        called = [entity for entity in entities if any(known_as.get(form.key) == other.key for other in entity.forms)]
        if called:
            called[0].forms.append(form)
            continue
        scored = [(person_matches(tokens, parts(entity.name)), entity) for entity in entities]
        best = max((score for score, _ in scored), default=0)
        fits = [entity for score, entity in scored if score == best] if best else []
        if len(fits) > 1:
            fits = _dominant(document, fits, form)
        if len(fits) == 1:
            fits[0].forms.append(form)
        else:
            entities.append(Entity(Kind.PERSON, [form], ambiguous=best > 0))
    return entities


LEAD = 3
"""Sentences by which the first of two namesakes must be named before the other."""


def _dominant(document: AnalysedDocument, fits: list[Entity], form: Form) -> list[Entity]:
    """Of several who could be meant: not one brought in as another's relative, the one named before, the one named far more."""
    fits = [entity for entity in fits if not is_honoured(entity.name) and not _is_relative(document, entity)] or fits
    last = last_of_name([entity.name for entity in fits])
    fits = [entity for entity in fits if last in (None, entity.name)]
    if len(fits) == 1:
        return fits
    first = form.mentions[0].first
    before = [entity for entity in fits if entity.mentions[0].first < first]
    if len(before) == 1:
        return before
    fits.sort(key=lambda entity: entity.mentions[0].first)
    leads = [document.tokens[entity.mentions[0].first].sentence for entity in fits]
    if leads[1] - leads[0] > LEAD and len(fits[0].mentions) >= len(fits[1].mentions):
        return fits[:1]  # whom the article brought in long before keeps the surname
    counts = Counter({id(entity): len(entity.mentions) for entity in fits})
    (top, most), (_, second) = counts.most_common(2)
    return [entity for entity in fits if id(entity) == top] if most >= 3 * second else fits


def _is_relative(document: AnalysedDocument, entity: Entity) -> bool:
    """Is the person brought in as somebody's son, wife ...?"""
    mention = entity.mentions[0]
    sentence = document.sentences[document.tokens[mention.first].sentence]
    before = document.tokens[max(sentence.first, mention.first - 3) : mention.first]
    return any(token.lower in words().relatives for token in before)


def _organisations(forms: list[Form], bracketed: dict[str, str]) -> list[Entity]:
    entities: list[Entity] = []
    for form in _fullest_first(forms):
        paired = [entity for entity in entities if any(other.key == bracketed.get(form.key) for other in entity.forms)]
        fits = paired or [entity for entity in entities if _same_organisation(form, entity)]
        if len(fits) > 1:
            fits = _nearest_name(form, fits)
        if len(fits) == 1:
            fits[0].forms.append(form)
        elif fits or not _mere_head(form):
            entities.append(Entity(Kind.ORGANISATION, [form], ambiguous=len(fits) > 1))
    return entities


def _nearest_name(form: Form, fits: list[Entity]) -> list[Entity]:
    """Of several names that begin with the short form, the shortest ("Harrow": "Harrow Inc", not "Harrow Foods Ltd")."""
    short = parts(form.text)
    same = [entity for entity in fits if base(entity.name) == short] or [
        entity for entity in fits if parts(entity.name) in ((*short, "group"), (*short, "holdings"))
    ]
    if len(same) == 1:
        return same  # "Harrow" is "Harrow Inc", not "Harrow Records"
    longer = [entity for entity in fits if parts(entity.name)[: len(short)] == short]
    if len(longer) < len(fits):
        return fits
    least = min(len(parts(entity.name)) for entity in longer)
    return [entity for entity in longer if len(parts(entity.name)) == least]


def _mere_head(form: Form) -> bool:
    """A head noun alone ("Church", "Fund") names nothing when no fuller name stands in the article."""
    lexicon = words()
    if all(word in words().company_tails for word in parts(form.text)):
        return True
    return (
        form.text in lexicon.organisation_heads
        and form.text not in lexicon.well_known
        and form.text.lower() in lexicon.common
    )


def _same_organisation(form: Form, entity: Entity) -> bool:
    key = form.key.replace(".", "").replace(" ", "")
    if _misspelt(parts(form.text), parts(entity.name)):
        return True
    full = words().short_forms.get(form.text.replace(".", ""))
    for other in entity.forms:
        if full is not None and parts(full) == parts(other.text)[-len(parts(full)) :]:
            return True
        if form.text.isupper() and len(key) > 1 and key in initials(other.text):
            return True
        if (
            _plain(form.text) == _plain(other.text)
            or base(form.text) == base(other.text)
            or organisation_matches(parts(form.text), parts(other.text))
            or (" and " in other.text or has_initials(base(other.text)) or " " in form.text)
            and organisation_matches(parts(form.text), base(other.text))
            or " " in form.text
            and _core(form.text) == _core(other.text)
        ):
            return True
        if " & " in other.text and parts(form.text) == parts(other.text.split(" & ")[0]):
            return True
        if len(parts(form.text)) > 1 and organisation_matches(_singular(form.text), _singular(other.text)):
            return True  # "Coast Guards" of the "Norland Coast Guard"
        if len(key) > 4 and form.key.endswith("s"):
            bare = parts(form.text[:-1])  # a possessive that lost its mark
            if bare == parts(other.text) or organisation_matches(bare, parts(other.text)):
                return True
    return False


def _core(text: str) -> tuple[str, ...]:
    """The words that are neither small nor a legal form ("Power Norland" of the "Power Co of Norland")."""
    return tuple(word for word in parts(text) if word not in words().company_tails and word not in ("of", "the", "and"))


def _singular(text: str) -> tuple[str, ...]:
    """The words, the last without a plural's "s"."""
    *others, last = parts(text)
    return (*others, last.removesuffix("s"))


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Is one the other with two letters swapped, or a long single word with a wrong letter?"""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if sorted(a) == sorted(b) and len(a) > 5 and a[0] == b[0]:
        return True
    lexicon = words()
    return (
        len(one) == 1
        and same_spelling(a, b)
        and not any(w in lexicon.common or lexicon.map.knows(w.title()) for w in (a, b))
    )


def _plain(text: str) -> str:
    """Without what varies: "Workers' Party" and "Worker's Party", "G-8" and "G8", "UN" and "United Nations"."""
    return "".join(
        parts(
            text.replace("U.N.", "United Nations")
            .replace("UN ", "United Nations ")
            .replace("Organisation", "Organization")
            .replace("Centre", "Center")
        )
    )


def _states(forms: list[Form]) -> list[Entity]:
    entities: dict[str, Entity] = {}
    for form in sorted(forms, key=lambda form: form.mentions[0].first):
        known = words().map.states
        state = known.get(form.text) or known.get(form.text.title()) or known.get(form.text.removesuffix("s"))
        code = state.code if state else form.key
        if code in entities:
            entities[code].forms.append(form)
        else:
            entities[code] = Entity(Kind.STATE, [form])
    for code, entity in entities.items():
        entity.forms.sort(key=lambda form: (form.text.isupper(), not _is_own_name(form, code), -len(form.text)))
    return list(entities.values())


def _is_own_name(form: Form, code: str) -> bool:
    """ "Iran" before "Islamic Republic"."""
    state = words().map.states.get(form.text)
    return state is not None and state.name == form.text and state.code == code
