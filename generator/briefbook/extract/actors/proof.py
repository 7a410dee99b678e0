"""Doubt persons that nothing but a capital letter and the model speak for.

The small model takes unknown single words for persons ("Sputnik", "Horus").  A single word that is no known given name
or surname, and no part of a fuller person's name, has to do something or be called something that persons do or are
called; and an ordinary word behind "the", "a" or "my" ("the Bill", "my Government") is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.called import also_known
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.kinds import FADING, MODEL
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

LEAST = 0.7
"""Votes beside the model's that a single unknown word needs: about those of the subject of one verb."""


def doubt(document: AnalysedDocument, forms: dict[str, Form]) -> None:
    """Take the kind from persons that nothing speaks for."""
    called = also_known(document, list(forms.values()))
    fuller = {word for form in forms.values() if form.kind is Kind.PERSON for word in _words_of_full(form)}
    for form in forms.values():
        alone = len(form.text.split()) == 1 and parts(form.text)[0] not in fuller and form.key not in called
        if form.kind is not Kind.PERSON or not alone:
            continue
        unproven = _is_unknown(form.text) and _proof(form) < LEAST
        if _is_common(document, form.mentions) or unproven and not any(_is_told_of(document, m) for m in form.mentions):
            form.kind = Kind.OTHER


def _words_of_full(form: Form) -> Iterable[str]:
    """The words of a name of several words."""
    found = parts(form.text)
    return found if len(found) > 1 else ()


def _is_unknown(text: str) -> bool:
    lexicon = words()
    return text not in lexicon.given and text not in lexicon.surnames


def _proof(form: Form) -> float:
    """The votes for a person that are not the model's own view."""
    if any(mention.after_post for mention in form.mentions):
        return LEAST
    _, weight = MODEL["PERSON"]
    model = sum(weight * FADING**number for number in range(form.labels["PERSON"]))
    return form.votes[Kind.PERSON] - model


def _is_told_of(document: AnalysedDocument, mention: Candidate) -> bool:
    """The object of telling, asking or urging, or the name behind "his brother, "."""
    token, before = document.tokens[mention.first], document.tokens[max(0, mention.first - 2)]
    if document.tokens[mention.first - 1].text == "," and before.lower in words().person_nouns | words().relatives:
        return before.sentence == token.sentence
    head = document.tokens[token.head]
    return token.dep in ("dobj", "dative", "nsubjpass") and (
        head.lemma in words().human or head.lemma in words().speech
    )


def _is_common(document: AnalysedDocument, mentions: list[Candidate]) -> bool:
    """An ordinary word that a determiner or another noun stands before at least half of the time."""
    token = document.tokens[mentions[0].first]
    if token.lower not in words().common:
        return False
    determined = sum(_is_determined(document, mention) for mention in mentions)
    return 2 * determined >= len(mentions)


def _is_determined(document: AnalysedDocument, mention: Candidate) -> bool:
    before = document.tokens[mention.first - 1] if mention.first else None
    if before is None or before.sentence != document.tokens[mention.first].sentence:
        return False
    return before.pos == "DET" or before.tag in ("PRP$", "DT")
