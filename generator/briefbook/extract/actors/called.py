"""Find other names that the article itself gives somebody: "Lena Marsh, better known as Duke"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.namesakes import full_name_of
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.written import Form

NAMING = (
    ("known", "as"),
    ("known", "simply", "as"),
    ("nicknamed",),
    ("alias",),
    ("aka",),
    ("dubbed",),
    ("née",),
    ("nee",),
    ("né",),
)
"""Words between a person's name and another name for the same person."""
CLEAR = 4.0
"""Votes of a form that no nickname outweighs."""
NAMING_ENDS = frozenset(cue[-1] for cue in NAMING)


def also_known(document: AnalysedDocument, forms: list[Form]) -> dict[str, str]:
    """Other name -> full name, as the article says itself: "Lena Marsh, better known as Duke"; "Mrs Marsh" -> "Lena Marsh"."""
    ends = {mention.last: form for form in forms for mention in form.mentions}
    named = {form.text: form.key for form in forms}
    found: dict[str, str] = {}
    for form in forms:
        if (later := _born_as(document, form, forms)) is not None:
            found[form.key] = later
        if (honoured := full_name_of(form.text, named)) is not None:
            found[form.key] = named[honoured]
        for mention in form.mentions:
            last = _before_naming(document, mention.first)
            full = next((ends[at] for at in _reach(document, last) if at in ends), None) if last else None
            if full is not None and full is not form and len(parts(full.text)) >= len(parts(form.text)):
                found[form.key] = full.key
    return found


def take_nicknames(document: AnalysedDocument, forms: Mapping[str, Form]) -> None:
    """What a person is said to be called is that person, however little the word looks like one ("known as the Engineer")."""
    for short, full in also_known(document, list(forms.values())).items():
        unproven = forms[short].votes[Kind.ORGANISATION] < CLEAR and forms[short].kind is not Kind.STATE
        if forms[full].kind is Kind.PERSON and unproven:
            forms[short].kind = Kind.PERSON


def _born_as(document: AnalysedDocument, form: Form, forms: list[Form]) -> str | None:
    """The only full name before "Born Lena Brandt in Orsa, she ..." that begins with the same given name."""
    first = form.mentions[0].first
    opens = first and document.tokens[first - 1].text == "Born" and document.tokens[first - 1].pos != "PROPN"
    opens = opens and document.sentences[document.tokens[first].sentence].first == first - 1
    if not opens or len(parts(form.text)) < 2:
        return None
    given = parts(form.text)[0]
    fits = [o for o in forms if o.mentions[0].first < first and len(parts(o.text)) > 1 and parts(o.text)[0] == given]
    return fits[0].key if len(fits) == 1 else None


def _reach(document: AnalysedDocument, last: int) -> Iterator[int]:
    """Where the name may end that is said to be another's: no noun between ("Marsh's boat, nicknamed Duke")."""
    for at in range(last, max(0, last - 5), -1):
        yield at
        if document.tokens[at - 1].pos in ("NOUN", "PROPN"):
            return


def _before_naming(document: AnalysedDocument, first: int) -> int | None:
    """Where "known as" and the like begin right before a token, a quotation mark aside."""
    tokens = document.tokens
    first -= first > 0 and tokens[first - 1].lower == "the"
    first -= first > 0 and tokens[first - 1].text in ('"', "“", "‘")
    if not first or tokens[first - 1].lower not in NAMING_ENDS:
        return None
    for cue in NAMING:
        if tuple(token.lower for token in tokens[max(0, first - len(cue)) : first]) == cue:
            return first - len(cue)
    return None
