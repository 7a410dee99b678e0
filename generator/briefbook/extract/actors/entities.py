"""Group the names of an article into entities: one for each person, organisation, state and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import COMPANY_TAIL, folded, initials, organisation_matches, parts, person_matches
from briefbook.extract.actors.kinds import Kind, Votes, decide, mention_votes, shape_votes
from briefbook.extract.actors.spans import HYPHENS, Candidate
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
    """What several forms stand for; the first form is the fullest.  `described`: it has no name of its own."""

    kind: Kind
    forms: list[Form]
    ambiguous: bool = False
    described: bool = False

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
        if form.text.endswith("s") and form.text[:-1] in words().map.states and form.text not in words().map.states:
            form.text = form.text[:-1]  # a possessive that lost its mark
    for form in forms.values():
        form.kind = decide(form.votes)
    _neighbours(document, forms)
    _surnames(forms)
    _companies(forms)
    return {key: form for key, form in forms.items() if form.kind is not Kind.OTHER and (form.strong or _believable(form))}


def joined_names(document: AnalysedDocument, found: list[Candidate]) -> list[Candidate]:
    """ "Marsh-Brandt call": two names joined by a hyphen, each known from elsewhere in the article, are two."""
    texts = {candidate.text for candidate in found}
    tails = {text.rsplit(" ", 1)[-1] for text in texts} | texts
    split: list[Candidate] = []
    for candidate in found:
        middle = candidate.first + 1
        if candidate.last - candidate.first == 3 and document.tokens[middle].text in HYPHENS:
            sides = [document.tokens[i].cased for i in (candidate.first, candidate.last - 1)]
            if all(side in tails or words().map.knows(side) or side in words().well_known for side in sides):
                split += [Candidate(i, i + 1, document.tokens[i].cased, weak=True) for i in (candidate.first, candidate.last - 1)]
                continue
        split.append(candidate)
    return split


def _neighbours(document: AnalysedDocument, forms: dict[str, Form]) -> None:
    """Names in a row ("Kanpur, Koraput and Lucknow") are mostly of one kind: the clear ones speak for the unclear."""
    ordered = sorted((m.first, m.last, form) for form in forms.values() for m in form.mentions)
    clear = {form.key: _margin(form) >= 2.5 for form in forms.values()}
    gained: dict[str, Votes] = {}
    for (_, last, left), (first, _, right) in zip(ordered, ordered[1:], strict=False):
        if left.key == right.key or not 0 < first - last <= 2 or not _listed(document, last, first):
            continue
        for one, other in ((left, right), (right, left)):
            if clear[other.key] and not clear[one.key] and other.kind not in (Kind.OTHER, Kind.PEOPLE):
                kind = Kind.PLACE if other.kind is Kind.STATE else other.kind
                gained.setdefault(one.key, Counter())[kind] += 1.5
    for key, votes in gained.items():
        forms[key].votes.update(votes)
        forms[key].kind = decide(forms[key].votes)


def _margin(form: Form) -> float:
    """How far the best kind is ahead of the next, in votes."""
    ordered = sorted((*form.votes.values(), 0.0), reverse=True)
    return ordered[0] - ordered[1] if len(ordered) > 1 else 0.0


def _listed(document: AnalysedDocument, last: int, first: int) -> bool:
    between = [token.lower for token in document.tokens[last:first]]
    return between in ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["&"], [";"]) and document.tokens[last].block == document.tokens[first].block


def _surnames(forms: dict[str, Form]) -> None:
    """A name that is a known person's surname is that person, unless the map or its own words speak against."""
    surnames: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        tokens = parts(form.text)
        if form.kind is Kind.PERSON and len(tokens) > 1:
            surnames[tokens[-1]].append(form)
            surnames[tokens[0]].append(form)
    for form in forms.values():
        tokens = parts(form.text)
        if len(tokens) == 1 and tokens[0] in surnames and form.kind is not Kind.PERSON:
            shape = shape_votes([form.text])
            if form.kind is not Kind.STATE and shape[Kind.PLACE] < 4 and shape[Kind.ORGANISATION] < 4:
                form.kind = Kind.PERSON


def _companies(forms: dict[str, Form]) -> None:
    """The first word of a company's full name is the company, unless its mentions speak of a place or person."""
    firsts = {parts(form.text)[0] for form in forms.values() if form.kind is Kind.ORGANISATION and parts(form.text)[-1:][0] in COMPANY_TAIL and len(parts(form.text)) > 1}
    for form in forms.values():
        if form.kind in (Kind.PLACE, Kind.PERSON, Kind.OTHER) and len(parts(form.text)) == 1 and parts(form.text)[0] in firsts:
            shape = shape_votes([form.text])
            if shape[Kind.PLACE] < 4 and form.votes[form.kind] - shape[form.kind] < 6 and form.text.lower() not in words().common | words().map.states.keys():
                form.kind = Kind.ORGANISATION


def _believable(form: Form) -> bool:
    """May a name that stands only in titles be believed?"""
    lexicon, tokens = words(), form.text.split()
    if form.kind in (Kind.STATE, Kind.PLACE):
        return lexicon.map.knows(form.text)
    return form.kind is Kind.PERSON and len(tokens) in (2, 3) and not any(token.lower() in lexicon.common for token in tokens)


def group(document: AnalysedDocument, forms: dict[str, Form]) -> list[Entity]:
    """Entities in order of first mention."""
    bracketed = _bracketed(document, forms)
    by_kind: dict[Kind, list[Form]] = defaultdict(list)
    for form in forms.values():
        by_kind[form.kind].append(form)
    entities = [
        *_persons(document, by_kind[Kind.PERSON]),
        *_organisations(by_kind[Kind.ORGANISATION], bracketed),
        *_states(by_kind[Kind.STATE]),
        *(Entity(Kind.PLACE, [form]) for form in by_kind[Kind.PLACE]),
        *(Entity(Kind.PEOPLE, [form]) for form in by_kind[Kind.PEOPLE]),
    ]
    return sorted(entities, key=lambda entity: entity.mentions[0].first)


def _fullest_first(forms: list[Form]) -> list[Form]:
    return sorted(forms, key=lambda form: (-len(parts(form.text)), not form.strong, form.mentions[0].first))


def _persons(document: AnalysedDocument, forms: list[Form]) -> list[Entity]:
    entities: list[Entity] = []
    for form in _fullest_first(forms):
        tokens = parts(form.text)
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


def _dominant(document: AnalysedDocument, fits: list[Entity], form: Form) -> list[Entity]:
    """Of several who could be meant: not one brought in as another's relative, the one named before, the one named far more."""
    fits = [entity for entity in fits if not _is_relative(document, entity)] or fits
    if len(fits) == 1:
        return fits
    first = form.mentions[0].first
    before = [entity for entity in fits if entity.mentions[0].first < first]
    if len(before) == 1:
        return before
    counts = Counter({id(entity): len(entity.mentions) for entity in fits})
    (top, most), (_, second) = counts.most_common(2)
    return [entity for entity in fits if id(entity) == top] if most >= 3 * second else fits


def _is_relative(document: AnalysedDocument, entity: Entity) -> bool:
    """Is the person brought in as somebody's son, wife ...?"""
    mention = entity.mentions[0]
    sentence = document.sentences[document.tokens[mention.first].sentence]
    before = document.tokens[max(sentence.first, mention.first - 3) : mention.first]
    return any(token.lower in words().relatives for token in before)


def _bracketed(document: AnalysedDocument, forms: dict[str, Form]) -> dict[str, str]:
    """Abbreviation (folded) -> full form (folded), where one stands in brackets right behind the other."""
    starts = {mention.first: form for form in forms.values() for mention in form.mentions}
    ends = {mention.last: form for form in forms.values() for mention in form.mentions}
    found: dict[str, str] = {}
    for last, left in ends.items():
        if last + 2 >= len(document.tokens) or document.tokens[last].text not in ("(", ","):
            continue
        gap = 1 if document.tokens[last].text == "(" else 2 if document.tokens[last + 1].lower == "or" else 0
        right = starts.get(last + gap) if gap else None
        if right is None or right is left or left.kind not in (Kind.ORGANISATION, Kind.PERSON, Kind.PLACE):
            continue
        closed = any(mention.first == last + gap and document.tokens[min(mention.last, len(document.tokens) - 1)].text in (")", ",", ";") for mention in right.mentions)
        short, full = sorted((left, right), key=lambda form: len(form.text))
        if closed and len(parts(short.text)) == 1 and _abbreviates(short.text, full.text):
            found[short.key] = full.key
            if left.kind is Kind.PERSON or right.kind is not Kind.ORGANISATION:
                short.kind = full.kind = Kind.ORGANISATION
    return found


def _abbreviates(short: str, full: str) -> bool:
    """Capitals in brackets behind several words, at least the first of them shared or as many as the words: "PKK", "IUDM"."""
    letters = [c for c in short if c.isalpha()]
    if sum(c.isupper() for c in letters) < 2 or len(letters) > 8:
        return False
    words_of = [word for word in parts(full)]
    return len(words_of) > 1 and (letters[0].lower() in {word[0] for word in words_of} or abs(len(letters) - len(words_of)) <= 1)


def _organisations(forms: list[Form], bracketed: dict[str, str]) -> list[Entity]:
    entities: list[Entity] = []
    for form in _fullest_first(forms):
        paired = [entity for entity in entities if any(other.key == bracketed.get(form.key) for other in entity.forms)]
        fits = paired or [entity for entity in entities if _same_organisation(form, entity)]
        if len(fits) == 1:
            fits[0].forms.append(form)
        elif fits or not _mere_head(form):
            entities.append(Entity(Kind.ORGANISATION, [form], ambiguous=len(fits) > 1))
    return entities


def _mere_head(form: Form) -> bool:
    """A head noun alone ("Church", "Fund") names nothing when no fuller name stands in the article."""
    lexicon = words()
    if all(word in COMPANY_TAIL for word in parts(form.text)):
        return True
    return form.text in lexicon.organisation_heads and form.text not in lexicon.well_known and form.text.lower() in lexicon.common


def _same_organisation(form: Form, entity: Entity) -> bool:
    key = form.key.replace(".", "").replace(" ", "")
    full = words().short_forms.get(form.text.replace(".", ""))
    for other in entity.forms:
        if full is not None and parts(full) == parts(other.text)[-len(parts(full)) :]:
            return True
        if form.text.isupper() and len(key) > 1 and key in initials(other.text):
            return True
        if _plain(form.text) == _plain(other.text) or organisation_matches(parts(form.text), parts(other.text)):
            return True
        if len(key) > 4 and form.key.endswith("s"):
            bare = parts(form.text[:-1])  # a possessive that lost its mark
            if bare == parts(other.text) or organisation_matches(bare, parts(other.text)):
                return True
    return False


def _plain(text: str) -> str:
    """Without what varies: "Workers' Party" and "Worker's Party", "G-8" and "G8", "UN" and "United Nations"."""
    return "".join(parts(text.replace("U.N.", "United Nations").replace("UN ", "United Nations ").replace("Organisation", "Organization").replace("Centre", "Center")))


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
    for entity in entities.values():
        entity.forms.sort(key=lambda form: (form.text.isupper(), -len(form.text)))
    return list(entities.values())
