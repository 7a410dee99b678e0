"""Short forms that an article sets in brackets behind the full name: "(UBM)", "or UBM", '("Harrow")'."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.forms import initials, parts
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form


def bracketed(document: AnalysedDocument, forms: dict[str, Form]) -> dict[str, str]:
    """Abbreviation (folded) -> full form (folded), where one stands in brackets right behind the other."""
    starts = {mention.first: form for form in forms.values() for mention in form.mentions}
    ends = {mention.last: form for form in forms.values() for mention in form.mentions}
    found: dict[str, str] = {}
    for end, left in ends.items():
        legal = end < len(document.tokens) and document.tokens[end].lower in words().company_tails
        last = end + legal  # "Harrow plc (...)"
        if last + 2 >= len(document.tokens) or document.tokens[last].text not in ("(", ","):
            continue
        quoted = document.tokens[last].text == "(" and document.tokens[last + 1].text in ('"', "“", "‘", "'")
        gap = 2 if quoted or document.tokens[last + 1].lower == "or" else document.tokens[last].text == "("
        right = starts.get(last + gap) if gap else None
        if quoted and right is not None and left.kind is Kind.ORGANISATION and _begins(right, left):
            found[right.key], right.kind = left.key, Kind.ORGANISATION  # 'Harrow plc ("Harrow")'
            continue
        if (
            right is None
            or right is left
            or right.kind is Kind.STATE
            or right.kind is left.kind is Kind.PLACE
            or left.kind not in (Kind.ORGANISATION, Kind.PERSON, Kind.PLACE)
        ):
            continue
        closed = any(
            mention.first == last + gap
            and document.tokens[min(mention.last, len(document.tokens) - 1)].text in (")", ",", ";")
            for mention in right.mentions
        )
        short, full = sorted((left, right), key=lambda form: len(form.text))
        if left.kind is Kind.PERSON and short.key not in initials(full.text) and full.text.split()[0] in words().given:
            continue  # "Lena Marsh-Brandt (HP)": her party
        if closed and len(parts(short.text)) == 1 and _abbreviates(short.text, full.text):
            found[short.key] = full.key
            if left.kind is Kind.PERSON or right.kind not in (Kind.ORGANISATION, Kind.STATE):
                short.kind = full.kind = Kind.ORGANISATION
    return found


def _begins(short: Form, full: Form) -> bool:
    """Is one name the first words of the other?"""
    return short is not full and parts(full.text)[: len(parts(short.text))] == parts(short.text)


def _abbreviates(short: str, full: str) -> bool:
    """Capitals in brackets behind several words, at least the first of them shared or as many as the words: "PKK", "IUDM"."""
    letters = [c for c in short if c.isalpha()]
    if sum(c.isupper() for c in letters) < 2 or len(letters) > 8:
        return False
    words_of = parts(full)
    return len(words_of) > 1 and (
        letters[0].lower() in {word[0] for word in words_of} or abs(len(letters) - len(words_of)) <= 1
    )
