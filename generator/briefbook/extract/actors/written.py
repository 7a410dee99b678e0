"""The written forms of an article's names, and what each stands for, by its own mentions and by its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.appositions import grammar_votes
from briefbook.extract.actors.forms import folded
from briefbook.extract.actors.gendered import pronoun_votes
from briefbook.extract.actors.kinds import FADING, decide, mention_votes
from briefbook.extract.actors.listed import Span, votes_in_rows
from briefbook.extract.actors.shapes import shape_votes
from briefbook.extract.actors.spans import HYPHENS, Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words


@dataclass(slots=True)
class Form:
    """One written form (folded) with all its mentions."""

    key: str
    text: str
    votes: Votes
    mentions: list[Candidate] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    kind: Kind = Kind.OTHER

    @property
    def strong(self) -> bool:
        """Does it stand outside titles?"""
        return any(not mention.weak for mention in self.mentions)


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
        form.labels[candidate.model] += 1
        if form.text.isupper() and not candidate.text.isupper():
            form.text = candidate.text
        form.votes.add(mention_votes(document, candidate, FADING ** (form.labels[candidate.model] - 1)))
        form.votes.add(grammar_votes(document, candidate))
        form.votes.add(pronoun_votes(document, candidate))
    for form in forms.values():
        if form.text.endswith("s") and form.text[:-1] in words().map.states and form.text not in words().map.states:
            form.text = form.text[:-1]  # a possessive that lost its mark
    for form in forms.values():
        if all(_is_inside(document, mention) for mention in form.mentions):
            form.votes[Kind.PLACE] += 1.5
        form.kind = decide(form.votes)
    _neighbours(document, forms)
    return forms


def _is_inside(document: AnalysedDocument, mention: Candidate) -> bool:
    """A single word that "in" or "near" stands before, and no stake or faith before that."""
    tokens, first = document.tokens, mention.first
    if mention.last - first > 1 or first < 2 or mention.text.isupper() or tokens[first - 1].lower not in ("in", "near"):
        return False
    return tokens[first - 2].lemma not in words().held_in or tokens[first - 1].lower == "near"


def believable(forms: dict[str, Form]) -> dict[str, Form]:
    """Without those that name nobody, and those of titles alone that nothing speaks for."""
    return {
        key: form for key, form in forms.items() if form.kind is not Kind.OTHER and (form.strong or _believable(form))
    }


def joined_names(document: AnalysedDocument, found: list[Candidate]) -> list[Candidate]:
    """ "Marsh-Brandt call": two names joined by a hyphen, each known from elsewhere in the article, are two."""
    texts = {candidate.text for candidate in found}
    tails = {text.rsplit(" ", 1)[-1] for text in texts} | texts
    split: list[Candidate] = []
    for candidate in found:
        middle = candidate.first + 1
        if candidate.last - candidate.first == 3 and document.tokens[middle].text in HYPHENS:
            sides = [document.tokens[i].cased for i in (candidate.first, candidate.last - 1)]
            if not words().map.knows(candidate.text) and all(
                side in tails or words().map.knows(side) or side in words().well_known for side in sides
            ):
                split += [
                    Candidate(i, i + 1, document.tokens[i].cased, weak=True)
                    for i in (candidate.first, candidate.last - 1)
                ]
                continue
        split.append(candidate)
    return split


def with_particles(document: AnalysedDocument, found: Iterable[Candidate]) -> list[Candidate]:
    """ "said van Dalen": the small words before a surname belong to it where a fuller name of the article holds them."""
    found = list(found)
    fuller = [candidate.text.lower() for candidate in found if " " in candidate.text]
    return [_with_particles(document, candidate, fuller) for candidate in found]


def _with_particles(document: AnalysedDocument, candidate: Candidate, fuller: list[str]) -> Candidate:
    first, sentence = candidate.first, document.tokens[candidate.first].sentence
    while first and document.tokens[first - 1].text in words().particles:
        first -= 1
    if first == candidate.first or document.tokens[first].sentence != sentence:
        return candidate
    text = document.cased_text(first, candidate.last)
    if not any(name.endswith(f" {text.lower()}") for name in fuller):
        return candidate
    return Candidate(first, candidate.last, text, candidate.model, candidate.after_post, candidate.weak)


def _neighbours(document: AnalysedDocument, forms: dict[str, Form]) -> None:
    """Let the clear names of a row of names speak for the unclear."""
    spans = [Span(m.first, m.last, form.key) for form in forms.values() for m in form.mentions]
    clear = {form.key: _margin(form) >= 2.5 for form in forms.values()}
    kinds = {form.key: form.kind for form in forms.values()}
    for key, votes in votes_in_rows(document, spans, kinds, clear).items():
        forms[key].votes.add(votes)
        forms[key].kind = decide(forms[key].votes)


def _margin(form: Form) -> float:
    """How far the best kind is ahead of the next, in votes."""
    ordered = sorted((*form.votes.values(), 0.0), reverse=True)
    return ordered[0] - ordered[1] if len(ordered) > 1 else 0.0


def _believable(form: Form) -> bool:
    """May a name that stands only in titles be believed?"""
    lexicon, tokens = words(), form.text.split()
    if form.kind in (Kind.STATE, Kind.PLACE):
        return lexicon.map.knows(form.text)
    return (
        form.kind is Kind.PERSON
        and len(tokens) in (2, 3)
        and not any(token.lower() in lexicon.common for token in tokens)
    )
