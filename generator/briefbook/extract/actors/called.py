"""Find other names that the article itself gives somebody: "Lena Marsh, better known as Duke"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.namesakes import full_name_of
from briefbook.extract.actors.written import Form

NAMING = (("known", "as"), ("known", "simply", "as"), ("nicknamed",), ("alias",), ("aka",), ("dubbed",))
"""Words between a person's name and another name for the same person."""
NAMING_ENDS = frozenset(cue[-1] for cue in NAMING)


def also_known(document: AnalysedDocument, forms: list[Form]) -> dict[str, str]:
    """Other name -> full name, as the article says itself: "Lena Marsh, better known as Duke"; "Mrs Marsh" -> "Lena Marsh"."""
    ends = {mention.last: form for form in forms for mention in form.mentions}
    named = {form.text: form.key for form in forms}
    found: dict[str, str] = {}
    for form in forms:
        if (honoured := full_name_of(form.text, named)) is not None:
            found[form.key] = named[honoured]
        for mention in form.mentions:
            last = _before_naming(document, mention.first)
            full = next((ends[at] for at in range(last, last - 5, -1) if at in ends), None) if last else None
            if full is not None and full is not form and len(parts(full.text)) >= len(parts(form.text)):
                found[form.key] = full.key
    return found


def _before_naming(document: AnalysedDocument, first: int) -> int | None:
    """Where "known as" and the like begin right before a token, a quotation mark aside."""
    tokens = document.tokens
    first -= first > 0 and tokens[first - 1].text in ('"', "“", "‘")
    if not first or tokens[first - 1].lower not in NAMING_ENDS:
        return None
    for cue in NAMING:
        if tuple(token.lower for token in tokens[max(0, first - len(cue)) : first]) == cue:
            return first - len(cue)
    return None
